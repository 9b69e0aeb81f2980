"""What the machine proposes; rewritten as a whole by every run of the tagger."""

import sqlite3
from collections.abc import Iterable, Sequence

from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.suggestion import REVIEW_FROM, Suggestion

# Open: the photo is there, does not carry the tag, and was not refused.
OPEN = (
    "FROM suggestions s JOIN tags t ON t.id = s.tag_id JOIN photos p ON p.id = s.photo_id "
    "WHERE p.missing = 0 "
    "AND NOT EXISTS (SELECT 1 FROM photo_tags pt "
    "WHERE pt.photo_id = s.photo_id AND pt.tag_id = s.tag_id) "
    "AND NOT EXISTS (SELECT 1 FROM verdicts v "
    "WHERE v.content_hash = p.content_hash AND v.tag_id = s.tag_id AND v.answer IN ('no', 'yes')) "
)


_Row = tuple[int, int, float, Sequence[int]]  # photo id, tag id, probability, nearest photos
_CHUNK = 50_000
_WHOLE = 2**54  # makes each probability from 0.25 on a whole number


class Suggestions:
    """The suggestions of a catalogue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def replace(self, rows: Iterable[_Row], model: str) -> int:
        """Write the result of one run in place of the last one.

        In several transactions, so that a user who tags meanwhile does not wait for a million
        rows; when it is killed half-way, the next run writes them all again.

        Args:
            rows: (photo id, tag id, probability, nearest tagged photos).
            model: Name of the encoder and tagger.

        Returns:
            How many suggestions were written.
        """
        created = now()
        ordered = sorted(rows)  # in the order of the table, which is several times as fast
        with self._connection.write() as db:
            db.execute("DELETE FROM suggestions")
        return sum(
            self._insert(ordered[start : start + _CHUNK], model, created)
            for start in range(0, len(ordered), _CHUNK)
        )

    def _insert(self, rows: Sequence[_Row], model: str, created: str) -> int:
        with self._connection.write() as db:
            cursor = db.executemany(
                # a photo may have been removed while the tagger was at work
                "INSERT INTO suggestions(photo_id, tag_id, probability, model, because, created) "
                "SELECT id, ?, ?, ?, ?, ? FROM photos WHERE id = ?",
                (
                    (tag, probability, model, " ".join(map(str, because)), created, photo)
                    for photo, tag, probability, because in rows
                ),
            )
            return cursor.rowcount

    def of(self, photo_id: int) -> list[Suggestion]:
        """Return the open suggestions of one photo, best first, each with its reasons."""
        rows = self._connection.read(
            f"SELECT s.*, t.path {OPEN} AND s.photo_id = ? ORDER BY s.probability DESC",
            (photo_id,),
        )
        return [_suggestion(r) for r in rows]

    def open(self, tag_id: int | None, minimum: float) -> list[Suggestion]:
        """Return open suggestions of one tag or of all, best first, at least ``minimum``."""
        where, parameters = _asked(tag_id, minimum)
        rows = self._connection.read(
            f"SELECT s.*, t.path {OPEN} {where} ORDER BY s.probability DESC, s.photo_id, s.tag_id",
            parameters,
        )
        return [_suggestion(r) for r in rows]

    def columns(
        self, tag_id: int | None, minimum: float
    ) -> tuple[list[int], list[int], list[float]]:
        """Return photo ids, tag ids and probabilities of what `open` would."""
        where, parameters = _asked(tag_id, minimum)
        # as whole numbers: in the text of its JSON SQLite rounds others
        photos, tags, chances = self._connection.read_columns(
            ("photo_id", "tag_id", "chance"),
            f"SELECT s.photo_id, s.tag_id, CAST(s.probability * {_WHOLE} AS INTEGER) AS chance "
            f"{OPEN} {where} ORDER BY s.probability DESC, s.photo_id, s.tag_id",
            parameters,
        )
        return photos, tags, [chance / _WHOLE for chance in chances]

    def of_photos(self, photo_ids: Sequence[int], minimum: float) -> list[Suggestion]:
        """Return open suggestions of some photos, best first, each with its reasons."""
        rows = self._connection.read_for(
            photo_ids,
            f"SELECT s.*, t.path {OPEN} AND s.photo_id IN (SELECT value FROM wanted) "  # noqa: S608 - a constant
            "AND s.probability >= ? ORDER BY s.probability DESC, s.photo_id, s.tag_id",
            [minimum],
        )
        return [_suggestion(r) for r in rows]

    def by_tag(self, minimum: float) -> list[tuple[str, int]]:
        """Return the tags with open suggestions and how many each has, most first."""
        rows = self._connection.read(
            f"SELECT t.path, COUNT(*) AS number {OPEN} {_at_least(minimum)} "
            "GROUP BY t.id ORDER BY number DESC, t.path",
            [minimum],
        )
        return [(r["path"], r["number"]) for r in rows]

    def chances(self, tag_id: int, photo_ids: Sequence[int]) -> dict[int, tuple[float, str]]:
        """Return (probability, model) of a tag's suggestions, by photo, open or not."""
        rows = self._connection.read_for(
            photo_ids,
            "SELECT photo_id, probability, model FROM suggestions "
            "WHERE tag_id = ? AND photo_id IN (SELECT value FROM wanted)",
            [tag_id],
        )
        return {r["photo_id"]: (r["probability"], r["model"]) for r in rows}

    def are_behind(self) -> bool:
        """Return whether tags or answers have come since they were made."""
        rows = self._connection.read(
            "WITH made AS (SELECT COALESCE(MAX(created), '') AS at FROM suggestions) "
            "SELECT EXISTS (SELECT 1 FROM photo_tags, made WHERE created > at) "
            "OR EXISTS (SELECT 1 FROM verdicts, made WHERE created > at)"
        )
        return bool(rows[0][0])

    def count(self, minimum: float) -> int:
        """Return how many photos have an open suggestion of at least ``minimum``."""
        rows = self._connection.read(
            f"SELECT COUNT(DISTINCT s.photo_id) {OPEN} {_at_least(minimum)}", [minimum]
        )
        return int(rows[0][0])


def _at_least(minimum: float) -> str:
    # The index of likely suggestions serves only what names its bound.
    likely = f"AND s.probability >= {REVIEW_FROM} " if minimum >= REVIEW_FROM else ""
    return f"{likely}AND s.probability >= ? "


def _asked(tag_id: int | None, minimum: float) -> tuple[str, list[float]]:
    """Return the condition on one tag, or all, and its parameters."""
    only = "" if tag_id is None else "AND s.tag_id = ? "
    return _at_least(minimum) + only, [minimum, *([] if tag_id is None else [tag_id])]


def _suggestion(row: sqlite3.Row) -> Suggestion:
    return Suggestion(
        photo_id=row["photo_id"],
        tag=row["path"],
        probability=row["probability"],
        model=row["model"],
        because=tuple(map(int, row["because"].split())),
    )
