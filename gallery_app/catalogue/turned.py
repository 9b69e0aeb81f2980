"""Which photos look as if they lie on their side, and what the user said to it."""

import sqlite3
from collections.abc import Iterable

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.turned import Turned


class TurnedPhotos:
    """What is known of photos' turns, by content hash."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def unseen(self, model: str) -> list[str]:
        """Return the content hashes that an encoder has not looked at, newest captures first."""
        rows = self._connection.read(
            "SELECT DISTINCT p.content_hash FROM photos p WHERE p.thumbnail = 1 AND NOT EXISTS ("
            "SELECT 1 FROM turned t WHERE t.content_hash = p.content_hash AND t.model = ?) "
            "ORDER BY p.taken DESC, p.path",
            (model,),
        )
        return [r["content_hash"] for r in rows]

    def put(self, rows: Iterable[tuple[str, int, float]], model: str) -> None:
        """Store what an encoder saw: (content hash, quarter turns, probability).

        What the user refused stays refused.
        """
        with self._connection.write() as db:
            db.executemany(
                "INSERT INTO turned(content_hash, quarters, probability, model) "
                "VALUES (?, ?, ?, ?) ON CONFLICT(content_hash) DO UPDATE SET "
                "quarters = excluded.quarters, probability = excluded.probability, "
                "model = excluded.model",
                [(*row, model) for row in rows],
            )

    def open(self) -> list[Turned]:
        """Return the photos to ask about, the surest first."""
        rows = self._connection.read(
            "SELECT p.id, t.quarters, t.probability, t.model FROM turned t "
            "JOIN photos p ON p.content_hash = t.content_hash "
            "WHERE t.quarters <> 0 AND t.refused = 0 AND p.missing = 0 AND p.turn = 0 "
            "ORDER BY t.probability DESC, p.id"
        )
        return [Turned(r["id"], r["quarters"], r["probability"], r["model"]) for r in rows]

    def refuse(self, photo_ids: Iterable[int]) -> set[int]:
        """Remember that photos are right as they are; return those that were asked about."""
        asked = {turned.photo_id for turned in self.open()} & set(photo_ids)
        with self._connection.write() as db:
            hashes = [
                db.execute("SELECT content_hash FROM photos WHERE id = ?", (i,)).fetchone()[0]
                for i in asked
            ]
            for content_hash in hashes:
                put_refusal(db, {"hash": content_hash, "refused": 1})
            befores = [{"hash": content_hash, "refused": 0} for content_hash in hashes]
            self._acts.steps("turn-refused", befores)
        return asked


def put_refusal(db: sqlite3.Connection, row: dict[str, object]) -> None:
    """Write whether the user refused to have a photo turned: ``hash``, ``refused``."""
    db.execute("UPDATE turned SET refused = :refused WHERE content_hash = :hash", row)
