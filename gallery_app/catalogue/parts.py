"""Parts of photos that the user tagged, and their vectors.

Boxes are kept as nobody turned the photo, in `photo_tags` beside the tag; see `Tags.add`.
"""

import json
from typing import NamedTuple

import numpy as np

from gallery_app.catalogue.connection import Connection
from gallery_app.domain.part import Part

_USED = (
    "FROM photo_tags pt CROSS JOIN photos p ON p.id = pt.photo_id LEFT JOIN part_vectors v "
    "ON v.photo_id = pt.photo_id AND v.part = pt.part AND v.encoder_id = ? "
    "WHERE pt.part NOT NULL "
)
"""CROSS has SQLite begin with the few tags that are about a part, not with all photos."""


class PartExample(NamedTuple):
    """A part of a photo as the example of a tag; ``vector_id`` is None before it is encoded."""

    tag_id: int
    photo_id: int
    vector_id: int | None


class PendingPart(NamedTuple):
    """A part that an encoder has not seen: of which photo, where, and how the user turned it."""

    photo_id: int
    path: str
    part: Part
    turn: int


class Parts:
    """The tagged parts of a catalogue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def examples(self, encoder_id: int) -> list[PartExample]:
        """Return every tag that is about a part of a photo."""
        rows = self._connection.read(
            f"SELECT pt.tag_id, pt.photo_id, v.id {_USED} ORDER BY 1, 2", (encoder_id,)
        )
        return [PartExample(*row) for row in rows]

    def pending(self, encoder_id: int) -> list[PendingPart]:
        """Return the parts without a vector, of photos that are there and can be read."""
        rows = self._connection.read(
            f"SELECT DISTINCT p.id, p.path, pt.part, p.turn {_USED} AND v.id IS NULL "  # noqa: S608 - a constant
            "AND p.missing = 0 AND NOT EXISTS (SELECT 1 FROM problems b WHERE b.path = p.path)",
            (encoder_id,),
        )
        return [PendingPart(r["id"], r["path"], parsed(r["part"]), r["turn"]) for r in rows]

    def add(
        self, encoder_id: int, photo_id: int, part: Part, vector: np.ndarray, turn: int = 0
    ) -> None:
        """Store the (D,) float32 vector of a part, read with so many quarter turns."""
        with self._connection.write() as db:
            db.execute(
                # the photo may have been removed or turned while it was being encoded
                "INSERT OR REPLACE INTO part_vectors(encoder_id, photo_id, part, vector) "
                "SELECT ?, id, ?, ? FROM photos WHERE id = ? AND turn = ?",
                (encoder_id, written(part), vector.astype("<f4").tobytes(), photo_id, turn),
            )

    def load(self, encoder_id: int, dim: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return ids of vectors (M,), of their photos (M,), and vectors (M, D) float32.

        They are those of tagged parts of photos that are not missing.
        """
        rows = self._connection.read(
            f"SELECT DISTINCT v.id, v.photo_id, v.vector {_USED} "
            "AND v.id NOT NULL AND p.missing = 0 ORDER BY v.id",
            (encoder_id,),
        )
        joined = np.frombuffer(b"".join(row["vector"] for row in rows), "<f4")
        ids = np.array([(row["id"], row["photo_id"]) for row in rows], np.int64).reshape(-1, 2)
        return ids[:, 0], ids[:, 1], joined.reshape(len(rows), dim)

    def stamp(self, encoder_id: int) -> tuple[int, ...]:
        """Return numbers that change whenever `load` would return something else."""
        rows = self._connection.read(
            "SELECT COUNT(*), COALESCE(MAX(id), 0), COALESCE(SUM(id), 0) "  # noqa: S608 - a constant
            f"FROM (SELECT DISTINCT v.id {_USED} AND v.id NOT NULL AND p.missing = 0)",
            (encoder_id,),
        )
        return tuple(rows[0])


def written(part: Part) -> str:
    """Return a part as it is stored; equal parts are equal texts."""
    return json.dumps([round(side, 4) for side in part])


def parsed(text: str) -> Part:
    """Return the part that `written` stored."""
    return Part(*json.loads(text))
