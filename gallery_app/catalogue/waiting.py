"""The sidecars that exports could not write: what the next export settles."""

import sqlite3
from collections.abc import Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.waiting import WaitingExport


class WaitingExports:
    """Photos whose sidecars wait, by the folder that they go to."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def count(self) -> int:
        """Return how many sidecars wait."""
        return int(self._connection.read("SELECT COUNT(*) FROM waiting_exports")[0][0])

    def first(self, number: int) -> list[WaitingExport]:
        """Return some of what waits, what has waited longest first."""
        rows = self._connection.read(
            "SELECT w.photo_id, p.path, w.out, w.reason, w.since FROM waiting_exports w "
            "JOIN photos p ON p.id = w.photo_id ORDER BY w.since, p.path LIMIT ?",
            (number,),
        )
        return [
            WaitingExport(
                r["photo_id"],
                Path(r["path"]),
                Path(r["out"]) if r["out"] else None,
                r["reason"],
                r["since"],
            )
            for r in rows
        ]

    def photos(self, out: str) -> set[int]:
        """Return the photos whose sidecars in a folder wait; "" for those beside the photos."""
        rows = self._connection.read("SELECT photo_id FROM waiting_exports WHERE out = ?", (out,))
        return {r["photo_id"] for r in rows}

    def by_request(self) -> list[tuple[str, float | None, tuple[int, ...]]]:
        """Return what waits as it was asked for: (folder, least probability, photos)."""
        rows = self._connection.read(
            "SELECT out, minimum, photo_id FROM waiting_exports ORDER BY out, minimum, photo_id"
        )
        return [
            (out, minimum, tuple(r["photo_id"] for r in held))
            for (out, minimum), held in groupby(rows, itemgetter("out", "minimum"))
        ]

    def settle(
        self, act_id: int, out: str, minimum: float | None, tried: Mapping[int, str]
    ) -> None:
        """Remember what came of a try; what an act changes here, undo puts back.

        Args:
            act_id: The export.
            out: The folder of the sidecars; "" for beside the photos.
            minimum: Least probability of the suggestions that go along; None for none.
            tried: Why a photo's sidecar waits; "" when it does not.
        """
        with self._connection.write() as db:
            rows = db.execute("SELECT * FROM waiting_exports WHERE out = ?", (out,))
            before = {row["photo_id"]: dict(row) for row in rows}
            for photo_id, reason in tried.items():
                if not reason and photo_id not in before:
                    continue
                step: dict[str, object] = {"photo": photo_id, "out": out}
                self._acts.add(act_id, "export-waited", step | {"row": before.get(photo_id)})
                _put(db, photo_id, out, minimum, reason)


def put_back(db: sqlite3.Connection, before: dict[str, object]) -> None:
    """Let a sidecar wait, or not, as it did before an export tried to write it."""
    db.execute("DELETE FROM waiting_exports WHERE photo_id = :photo AND out = :out", before)
    row = before["row"]
    if isinstance(row, dict):
        db.execute(
            "INSERT INTO waiting_exports SELECT :photo_id, :out, :minimum, :reason, :since "
            "WHERE EXISTS (SELECT 1 FROM photos WHERE id = :photo_id)",
            row,
        )


def _put(
    db: sqlite3.Connection, photo_id: int, out: str, minimum: float | None, reason: str
) -> None:
    if reason:
        db.execute(
            "INSERT INTO waiting_exports VALUES (?, ?, ?, ?, ?) ON CONFLICT(photo_id, out) "
            "DO UPDATE SET minimum = excluded.minimum, reason = excluded.reason",
            (photo_id, out, minimum, reason, now()),
        )
    else:
        db.execute("DELETE FROM waiting_exports WHERE photo_id = ? AND out = ?", (photo_id, out))
