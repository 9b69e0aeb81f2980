"""The user's answers, keyed by content hash: asked once, kept through moves and new models."""

import sqlite3
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
        return self._put(str(verdict), tag_id, photo_ids)

    def withdraw(self, tag_id: int, photo_ids: Iterable[int]) -> None:
        """Forget a verdict that the user contradicted by tagging or untagging by hand."""
        self._put(None, tag_id, photo_ids)

    def _put(self, answer: str | None, tag_id: int, photo_ids: Iterable[int]) -> set[int]:
        befores: dict[str, dict[str, object]] = {}
        touched = set()
        with self._connection.write() as db:
            rows = self._connection.read_for(
                list(photo_ids),
                "SELECT p.id, p.content_hash AS hash, v.answer, v.created FROM photos p "
                "LEFT JOIN verdicts v ON v.content_hash = p.content_hash AND v.tag_id = ? "
                "WHERE p.id IN (SELECT value FROM wanted) AND v.answer IS NOT ? ORDER BY p.id",
                (tag_id, answer),
            )
            for photo_id, content_hash, before, created in map(tuple, rows):
                if content_hash not in befores:  # copies have one verdict
                    touched.add(photo_id)
                    befores[content_hash] = {
                        "hash": content_hash, "answer": before, "created": created, "tag": tag_id
                    }  # fmt: skip
                    put_verdict(db, {**befores[content_hash], "answer": answer, "created": now()})
            self._acts.steps("verdict", befores.values())
        return touched

    def pairs(self, verdict: Verdict) -> list[tuple[int, int]]:
        """Return the (tag id, photo id) that got this verdict, for photos in the catalogue."""
        rows = self._connection.read(
            "SELECT v.tag_id, p.id FROM verdicts v JOIN photos p "
            "ON p.content_hash = v.content_hash WHERE v.answer = ? ORDER BY 1, 2",
            (str(verdict),),
        )
        return [(r["tag_id"], r["id"]) for r in rows]


def put_verdict(db: sqlite3.Connection, row: dict[str, object]) -> None:
    """Write one verdict (hash, tag, answer, created); an answer of None removes it."""
    if row["answer"] is None:
        db.execute("DELETE FROM verdicts WHERE content_hash = :hash AND tag_id = :tag", row)
    else:
        db.execute(
            "INSERT INTO verdicts VALUES (:hash, :tag, :answer, :created) "
            "ON CONFLICT DO UPDATE SET answer = excluded.answer, created = excluded.created",
            row,
        )
