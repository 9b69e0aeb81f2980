"""Copies of one photo: what the kept one takes over, what goes, and what is no copy after all."""

import json
import sqlite3
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection


class Copies:
    """Duplicates of a catalogue, as the user settled them."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def refused(self) -> set[tuple[str, str]]:
        """Return the pairs of content hashes, in order, that are not to be shown again."""
        rows = self._connection.read("SELECT one, other FROM not_duplicates")
        return {(row["one"], row["other"]) for row in rows}

    def refuse(self, photo_ids: Sequence[int]) -> None:
        """Remember that no two of these photos are duplicates, or that all of them are wanted."""
        with self._connection.write() as db:
            rows = self._connection.read_for(
                photo_ids,
                "SELECT content_hash FROM photos WHERE id IN (SELECT value FROM wanted)",
            )
            pairs = combinations(sorted(row["content_hash"] for row in rows), 2)
            new = [
                {"one": one, "other": other}
                for one, other in pairs
                if db.execute(
                    "INSERT OR IGNORE INTO not_duplicates VALUES (?, ?)", (one, other)
                ).rowcount
            ]
            self._acts.steps("duplicates-refused", new)

    def hand_over(self, kept: int, others: Sequence[int]) -> list[int]:
        """Put a photo into every album that the others are in, and every tag of theirs on it.

        Returns:
            The ids of the tags that are new to it.
        """
        given = (kept, json.dumps(list(others)))
        with self._connection.write() as db:
            tags = db.execute(
                "INSERT OR IGNORE INTO photo_tags(photo_id, tag_id, source, probability, model, "
                "created, part) SELECT ?, tag_id, "
                # its own file does not hold the tag: the user put it there
                "CASE source WHEN 'file' THEN 'hand' ELSE source END, probability, model, created, "
                "part "
                "FROM photo_tags WHERE photo_id IN (SELECT value FROM json_each(?)) "
                "ORDER BY probability NOT NULL "
                "RETURNING tag_id",
                given,
            ).fetchall()
            albums = db.execute(
                "INSERT OR IGNORE INTO album_photos SELECT DISTINCT album_id, ? "
                "FROM album_photos WHERE photo_id IN (SELECT value FROM json_each(?)) "
                "RETURNING album_id",
                given,
            ).fetchall()
            self._acts.steps("tag-added", ({"photo": kept, "tag": r["tag_id"]} for r in tags))
            self._acts.steps("album-added", ({"album": r[0], "photo": kept} for r in albums))
        return [row["tag_id"] for row in tags]

    def remove(self, photo_id: int, files: Sequence[str]) -> None:
        """Forget a photo whose files went to the wastebasket, so that undo can bring it back."""
        with self._connection.write() as db:
            row = db.execute("SELECT * FROM photos WHERE id = ?", (photo_id,)).fetchone()
            before: dict[str, object] = {"row": dict(row), "files": list(files)}
            for table in _BELOW:
                below = db.execute(f"SELECT * FROM {table} WHERE photo_id = ?", (photo_id,))  # noqa: S608 - constants
                before[table] = [dict(each) for each in below]
            db.execute("DELETE FROM photos WHERE id = ?", (photo_id,))
            self._acts.steps("photo-removed", [before])


_BELOW = {"photo_tags": "tags", "file_tags": "tags", "album_photos": "albums"}
"""What a photo has that undo brings back, and what must still be there for it."""


def put_refusals_back(db: sqlite3.Connection, before: dict[str, object]) -> None:
    """Undo "not duplicates" for one pair."""
    db.execute("DELETE FROM not_duplicates WHERE one = :one AND other = :other", before)


def put_photo_back(db: sqlite3.Connection, before: dict[str, Any]) -> int:
    """Undo `Copies.remove`: the photo is known again, missing until its file is there.

    Returns:
        Its id: the old one, unless another photo has that now.
    """
    row = dict(before["row"]) | {"missing": 1}
    if db.execute("SELECT 1 FROM photos WHERE id = ?", (row["id"],)).fetchone():
        del row["id"]
    photo_id = int(_insert(db, "photos", row).lastrowid or 0)
    for table, upper in _BELOW.items():
        key = f"{upper[:-1]}_id"
        for below in before[table]:
            if db.execute(f"SELECT 1 FROM {upper} WHERE id = ?", (below[key],)).fetchone():  # noqa: S608 - constants
                _insert(db, table, dict(below) | {"photo_id": photo_id})
    return photo_id


def _insert(db: sqlite3.Connection, table: str, row: dict[str, object]) -> sqlite3.Cursor:
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    return db.execute(f"INSERT INTO {table}({names}) VALUES ({values})", row)  # noqa: S608 - our own columns
