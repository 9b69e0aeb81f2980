"""Which photos are shots of one burst, and which of them stands for it."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.burst import Shots
from gallery_app.errors import UserError


class Bursts:
    """The bursts of a catalogue."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def shots(self) -> Shots:
        """Return the photos that are part of a burst."""
        photos, bursts, covers = self._connection.read_columns(
            ("photo_id", "burst", "cover"),
            "SELECT photo_id, burst, cover FROM bursts WHERE burst NOT NULL ORDER BY photo_id",
        )
        return Shots(np.array(photos, np.int64), np.array(bursts, np.int64), np.array(covers, bool))

    def unseen(self, encoder_id: int) -> list[int]:
        """Return the photos with a vector that were not looked at yet."""
        rows = self._connection.read(
            "SELECT v.photo_id FROM vectors v JOIN photos p ON p.id = v.photo_id AND p.missing = 0 "
            "WHERE v.encoder_id = ? "
            "AND NOT EXISTS (SELECT 1 FROM bursts b WHERE b.photo_id = v.photo_id)",
            (encoder_id,),
        )
        return [row["photo_id"] for row in rows]

    def timed(self, encoder_id: int) -> list[tuple[int, str, float]]:
        """Return (photo, path, seconds) of photos that have a vector and say when they were taken.

        In the order in which they were taken.
        """
        rows = self._connection.read(
            "SELECT p.id, p.path, CAST(strftime('%s', p.taken) AS REAL) AS seconds FROM photos p "
            "JOIN vectors v ON v.photo_id = p.id AND v.encoder_id = ? "
            "WHERE p.missing = 0 AND seconds NOT NULL ORDER BY seconds, p.path",
            (encoder_id,),
        )
        return [tuple(row) for row in rows]

    def put(self, seen: Iterable[int], found: Iterable[Sequence[int]]) -> None:
        """Write the bursts among photos that were looked at; what the user said of them stays.

        Args:
            seen: The photos; those in no burst stand alone.
            found: The photos of each burst, the first shot first.
        """
        burst_of = {photo: photos[0] for photos in found for photo in photos}
        with self._connection.write() as db:
            db.executemany(
                # a photo may have been removed meanwhile
                "INSERT INTO bursts(photo_id, burst) SELECT id, ? FROM photos WHERE id = ? "
                "ON CONFLICT(photo_id) DO UPDATE "
                "SET burst = CASE WHEN apart THEN NULL ELSE excluded.burst END",
                [(burst_of.get(photo), photo) for photo in seen],
            )

    def choose_cover(self, photo_id: int) -> None:
        """Let a photo stand for its burst.

        Raises:
            UserError: It is part of none.
        """
        with self._connection.write() as db:
            rows = db.execute(
                "SELECT photo_id, cover FROM bursts "
                "WHERE burst = (SELECT burst FROM bursts WHERE photo_id = ?)",
                (photo_id,),
            ).fetchall()
            if not rows:
                raise UserError("This photo is not part of a burst.")
            before = [row["photo_id"] for row in rows if row["cover"]]
            if before != [photo_id]:
                put_covers(db, {"not": before, "covers": [photo_id]})
                self._acts.steps("burst-cover", [{"not": [photo_id], "covers": before}])

    def take_apart(self, photo_ids: Iterable[int]) -> set[int]:
        """Let photos stand by themselves, whatever is found later.

        Returns:
            Those that were part of a burst.

        Raises:
            UserError: None was.
        """
        rows = self._connection.read_for(
            list(photo_ids),
            "SELECT photo_id, burst FROM bursts "
            "WHERE burst NOT NULL AND photo_id IN (SELECT value FROM wanted)",
        )
        taken = {row["photo_id"]: row["burst"] for row in rows}
        if not taken:
            raise UserError("None of these photos is part of a burst.")
        with self._connection.write() as db:
            for photo in taken:
                put_apart(db, {"photo": photo, "burst": None, "apart": 1})
            self._acts.steps(
                "burst-apart",
                ({"photo": photo, "burst": burst, "apart": 0} for photo, burst in taken.items()),
            )
        return set(taken)


def put_apart(db: sqlite3.Connection, row: dict[str, object]) -> None:
    """Write which ``burst`` a ``photo`` is part of, or that the user took it ``apart``."""
    db.execute("UPDATE bursts SET burst = :burst, apart = :apart WHERE photo_id = :photo", row)


def put_covers(db: sqlite3.Connection, given: dict[str, Any]) -> None:
    """Write which photos do ``not`` stand for their burst, and which are its ``covers``."""
    rows = [(0, photo) for photo in given["not"]] + [(1, photo) for photo in given["covers"]]
    db.executemany("UPDATE bursts SET cover = ? WHERE photo_id = ?", rows)
