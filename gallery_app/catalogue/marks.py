"""What the user sets on a photo besides tags: rating, pick, turn."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.vectors import outdate


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one photo.

    Attributes:
        rating: -1 (rejected) to 5 stars, None when nobody rated it.
        picked: Whether the user picked it; never true of a rejected photo.
        turn: Quarter turns clockwise, 0 to 3.
    """

    rating: int | None
    picked: bool
    turn: int


class MarkStore:
    """The marks of a catalogue's photos."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def of(self, photo_ids: Sequence[int]) -> dict[int, Marks]:
        """Return the marks of photos."""
        rows = self._connection.read_for(
            photo_ids,
            "SELECT id, rating, picked, turn FROM photos WHERE id IN (SELECT value FROM wanted)",
        )
        return {r["id"]: Marks(r["rating"], bool(r["picked"]), r["turn"]) for r in rows}

    def change(self, photo_ids: Sequence[int], after: Callable[[Marks], Marks]) -> set[int]:
        """Give photos other marks; return those that changed."""
        with self._connection.write() as db:
            before = self.of(photo_ids)
            changed = {i: new for i, old in before.items() if (new := after(old)) != old}
            put_marks(db, [_step(i, new) for i, new in changed.items()])
            self._acts.steps("photo-marked", (_step(i, before[i]) for i in changed))
        return set(changed)

    def unwritten(self) -> set[int]:
        """Return the photos whose rating or turn the file and its sidecars do not hold yet."""
        rows = self._connection.read(
            "SELECT id FROM photos WHERE rating IS NOT file_rating OR turn <> file_turn"
        )
        return {r["id"] for r in rows}

    def bases(self, photo_ids: Sequence[int]) -> dict[int, tuple[int | None, int]]:
        """Return the rating and the turn that files held at the last read or write."""
        rows = self._connection.read_for(
            photo_ids,
            "SELECT id, file_rating, file_turn FROM photos WHERE id IN (SELECT value FROM wanted)",
        )
        return {r["id"]: (r["file_rating"], r["file_turn"]) for r in rows}

    def set_base(self, photo_id: int, rating: int | None, turn: int) -> None:
        """Record what the photo's file holds since we wrote it."""
        with self._connection.write() as db:
            db.execute(
                "UPDATE photos SET file_rating = ?, file_turn = ? WHERE id = ?",
                (rating, turn, photo_id),
            )


def put_marks(db: sqlite3.Connection, rows: Sequence[dict[str, object]]) -> bool:
    """Write the ``rating``, ``picked`` and ``turn`` of each ``photo``.

    Returns:
        Whether any lies otherwise now; those are to be encoded again.
    """
    turned: list[int] = []
    for turn in {row["turn"] for row in rows}:
        lying = json.dumps([row["photo"] for row in rows if row["turn"] == turn])
        found = db.execute(
            "SELECT id FROM photos WHERE id IN (SELECT value FROM json_each(?)) AND turn <> ?",
            (lying, turn),
        )
        turned += [row["id"] for row in found]
    db.executemany(
        "UPDATE photos SET rating = :rating, picked = :picked, turn = :turn WHERE id = :photo", rows
    )
    outdate(db, turned)
    return bool(turned)


def _step(photo_id: int, marks: Marks) -> dict[str, object]:
    return {
        "photo": photo_id,
        "rating": marks.rating,
        "picked": marks.picked,
        "turn": marks.turn,
    }
