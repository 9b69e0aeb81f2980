"""One vector for each photo and encoder, float32.

A vector with a negative id was made before the user turned the photo: it serves until it is made
again, see `outdate`.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from gallery_app.catalogue.connection import Connection

_CHUNK = 4096


class PendingPhoto(NamedTuple):
    """A photo to be decoded and encoded; ``turn`` is how the user turned it, 0 to 3."""

    photo_id: int
    path: str
    content_hash: str
    turn: int


class Vectors:
    """The vectors of a catalogue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, encoder_id: int, rows: Iterable[tuple[int, np.ndarray]]) -> None:
        """Store vectors: (photo id, (D,) float32)."""
        with self._connection.write() as db:
            db.executemany(
                # A photo may have been removed while it was being encoded.
                "INSERT OR REPLACE INTO vectors(encoder_id, photo_id, vector) "
                "SELECT ?, id, ? FROM photos WHERE id = ?",
                (
                    (encoder_id, vector.astype("<f4").tobytes(), photo_id)
                    for photo_id, vector in rows
                ),
            )

    def ids(self, encoder_id: int) -> list[int]:
        """Return the photos not missing that have a vector, ascending."""
        (found,) = self._connection.read_columns(
            ("photo_id",),
            "SELECT v.photo_id FROM vectors v JOIN photos p ON p.id = v.photo_id "
            "WHERE v.encoder_id = ? AND p.missing = 0 ORDER BY v.photo_id",
            (encoder_id,),
        )
        return found

    def load(
        self, encoder_id: int, dim: int, photo_ids: Sequence[int] | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return ids (N,) int64, ascending, and vectors (N, D) float32 of photos not missing.

        Args:
            encoder_id: The encoder.
            dim: D.
            photo_ids: Only these; those without a vector are left out.
        """
        wanted = None if photo_ids is None else frozenset(photo_ids)
        ids = [one for one in self.ids(encoder_id) if wanted is None or one in wanted]
        vectors = np.empty((len(ids), dim), np.float32)
        found: list[int] = []
        for start in range(0, len(ids), _CHUNK):  # so that they are never in memory twice
            chunk = self._rows(encoder_id, ids[start : start + _CHUNK])
            joined = np.frombuffer(b"".join(r["vector"] for r in chunk), "<f4")
            vectors[len(found) : len(found) + len(chunk)] = joined.reshape(len(chunk), dim)
            found += [r["photo_id"] for r in chunk]
        return np.array(found, np.int64), vectors[: len(found)]

    def _rows(self, encoder_id: int, photo_ids: list[int]) -> list[sqlite3.Row]:
        return self._connection.read_for(
            photo_ids,
            "SELECT photo_id, vector FROM vectors WHERE encoder_id = ? "
            "AND photo_id IN (SELECT value FROM wanted) ORDER BY photo_id",
            [encoder_id],
        )

    def count(self, encoder_id: int) -> int:
        """Return how many photos that are not missing have a vector."""
        rows = self._connection.read(
            "SELECT COUNT(*) FROM vectors v JOIN photos p ON p.id = v.photo_id "
            "WHERE v.encoder_id = ? AND p.missing = 0",
            (encoder_id,),
        )
        return int(rows[0][0])

    def stamp(self, encoder_id: int) -> tuple[int, ...]:
        """Return numbers that change whenever `load` would return something else."""
        rows = self._connection.read(
            "SELECT COUNT(*), COALESCE(MAX(ABS(v.id)), 0), COALESCE(SUM(v.photo_id), 0) "
            "FROM vectors v JOIN photos p ON p.id = v.photo_id "
            "WHERE v.encoder_id = ? AND p.missing = 0",
            (encoder_id,),
        )
        return (encoder_id, *rows[0])

    def pending(self, encoder_id: int) -> list[PendingPhoto]:
        """Return the photos without a thumbnail, or without a vector of how they are shown.

        Newest captures first: they are what the wall shows first.
        """
        rows = self._connection.read(
            "SELECT p.id, p.path, p.content_hash, p.turn FROM photos p LEFT JOIN vectors v "
            "ON v.photo_id = p.id AND v.encoder_id = ? "
            "WHERE p.missing = 0 AND (v.id IS NULL OR v.id < 0 OR p.thumbnail = 0) "
            "AND NOT EXISTS (SELECT 1 FROM problems b WHERE b.path = p.path) "
            "ORDER BY p.taken DESC, p.path",
            (encoder_id,),
        )
        return [PendingPhoto(*row) for row in rows]


def outdate(db: sqlite3.Connection, photo_ids: Iterable[int]) -> None:
    """Have photos that lie otherwise now encoded again, whatever the encoder.

    Their vectors serve until then; those of their parts, which are made when needed, go.
    """
    photos = (json.dumps(list(photo_ids)),)
    these = "WHERE photo_id IN (SELECT value FROM json_each(?))"
    db.execute(f"UPDATE vectors SET id = -ABS(id) {these}", photos)  # noqa: S608 - a constant
    db.execute(f"DELETE FROM part_vectors {these}", photos)  # noqa: S608 - a constant
