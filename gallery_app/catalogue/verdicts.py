"""The user's answers, keyed by content hash: asked once, kept through moves and new models."""

from collections.abc import Iterable

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.suggestion import Verdict


class Verdicts:
    """The verdicts of a catalogue."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def give(self, verdict: Verdict, tag_id: int, photo_ids: Iterable[int]) -> set[int]:
        """Record a verdict for photos; return those for which it is new or different."""
        touched = set()
        with self._connection.write() as db:
            for photo_id in photo_ids:
                row = db.execute(
                    "SELECT p.content_hash, v.answer FROM photos p LEFT JOIN verdicts v "
                    "ON v.content_hash = p.content_hash AND v.tag_id = ? WHERE p.id = ?",
                    (tag_id, photo_id),
                ).fetchone()
                if row["answer"] == verdict:
                    continue
                db.execute(
                    "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)",
                    (row["content_hash"], tag_id, str(verdict), now()),
                )
                touched.add(photo_id)
                self._acts.step(
                    "verdict",
                    {"hash": row["content_hash"], "tag": tag_id, "answer": row["answer"]},
                )
        return touched

    def withdraw(self, tag_id: int, photo_ids: Iterable[int]) -> None:
        """Forget a verdict that the user contradicted by tagging or untagging by hand."""
        with self._connection.write() as db:
            for photo_id in photo_ids:
                row = db.execute(
                    "DELETE FROM verdicts WHERE tag_id = ? AND content_hash = "
                    "(SELECT content_hash FROM photos WHERE id = ?) RETURNING content_hash, answer",
                    (tag_id, photo_id),
                ).fetchone()
                if row is not None:
                    self._acts.step(
                        "verdict",
                        {"hash": row["content_hash"], "tag": tag_id, "answer": row["answer"]},
                    )

    def pairs(self, verdict: Verdict) -> list[tuple[int, int]]:
        """Return the (tag id, photo id) that got this verdict, for photos in the catalogue."""
        rows = self._connection.read(
            "SELECT v.tag_id, p.id FROM verdicts v JOIN photos p "
            "ON p.content_hash = v.content_hash WHERE v.answer = ? ORDER BY 1, 2",
            (str(verdict),),
        )
        return [(r["tag_id"], r["id"]) for r in rows]
