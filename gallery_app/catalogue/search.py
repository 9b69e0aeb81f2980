"""Queries to photo ids."""

from collections.abc import Callable
from pathlib import Path

from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.subtree import bounds
from gallery_app.catalogue.suggestions import OPEN
from gallery_app.domain.album import album_key
from gallery_app.domain.query import Term, parse_query
from gallery_app.domain.suggestion import REVIEW_FROM
from gallery_app.domain.tag import tag_key

_Condition = tuple[str, list[object]]

# The tag wherever it stands: alone, as the first, a middle or the last level.
_TAG_IDS = "(SELECT id FROM tags WHERE '/' || key || '/' LIKE ? ESCAPE '\\')"


def find(connection: Connection, terms: tuple[Term, ...]) -> list[int]:
    """Return the ids of the photos for which every term holds, newest capture first.

    A photo that does not know (no date, no camera) meets only the negated term; one that nobody
    rated has no stars.
    """
    condition, parameters = where(connection, terms)
    rows = connection.read(
        f"SELECT p.id FROM photos p WHERE {condition} ORDER BY p.taken DESC, p.path",  # noqa: S608 - conditions are constants below
        parameters,
    )
    return [row["id"] for row in rows]


def count(connection: Connection, terms: tuple[Term, ...]) -> int:
    """Return how many photos `find` would."""
    condition, parameters = where(connection, terms)
    rows = connection.read(f"SELECT COUNT(*) FROM photos p WHERE {condition}", parameters)  # noqa: S608 - as above
    return int(rows[0][0])


def where(
    connection: Connection, terms: tuple[Term, ...], inside: frozenset[str] = frozenset()
) -> _Condition:
    """Return the SQL condition on ``photos p`` under which every term holds.

    Args:
        connection: Knows the albums that terms name.
        terms: The terms.
        inside: Keys of the saved searches around these terms: none may hold itself.
    """
    parts: list[str] = ["1 = 1"]
    parameters: list[object] = []
    for term in terms:
        if term.kind == "album":
            condition, values = _album(connection, term.value, inside)
        else:
            condition, values = _RULES[term.kind](term.value)
        # NOT (NULL >= ...) is NULL, which would hide photos without a date from "-2019"
        parts.append(f"({condition}) IS {'NOT ' if term.negated else ''}TRUE")
        parameters += values
    return " AND ".join(parts), parameters


def _album(connection: Connection, name: str, inside: frozenset[str]) -> _Condition:
    key = album_key(name)
    rows = connection.read("SELECT id, query FROM albums WHERE key = ?", (key,))
    if not rows or key in inside:
        return "0", []
    if rows[0]["query"] is not None:
        return where(connection, parse_query(rows[0]["query"]), inside | {key})
    return "p.id IN (SELECT photo_id FROM album_photos WHERE album_id = ?)", [rows[0]["id"]]


def _tag(value: str) -> _Condition:
    return (
        f"p.id IN (SELECT photo_id FROM photo_tags WHERE tag_id IN {_TAG_IDS})",  # noqa: S608
        [_level(value)],
    )


def _suggested(value: str) -> _Condition:
    return (
        f"p.id IN (SELECT s.photo_id {OPEN} AND s.probability >= {REVIEW_FROM} "
        f"AND s.tag_id IN {_TAG_IDS})",
        [_level(value)],
    )


def _level(tag: str) -> str:
    return f"%/{_escape(tag_key(tag))}/%"


def _taken(value: str) -> _Condition:
    start, _, end = value.partition("..")
    # "~" sorts behind every digit, so that "2021" as an end takes in all of 2021
    return "p.taken >= ? AND p.taken <= ?", [start or "0", f"{end or '9999'}~"]


def _cluster(value: str) -> _Condition:
    return "p.id IN (SELECT m.photo_id FROM cluster_photos m WHERE m.cluster_id = ?)", [int(value)]


def _rating(value: str) -> _Condition:
    least, _, most = value.partition("..")
    return "COALESCE(p.rating, 0) BETWEEN ? AND ?", [int(least or -1), int(most or 5)]


def _contains(column: str) -> Callable[[str], _Condition]:
    return lambda value: (f"{column} LIKE ? ESCAPE '\\'", [f"%{_escape(value)}%"])


def _folder(value: str) -> _Condition:
    if not Path(value).is_absolute():  # part of the name of a folder above the photo
        name = _escape(value.strip("/"))
        return "p.path LIKE ? ESCAPE '\\'", [f"%/%{name}%/%"]
    # a whole path, from the sidebar
    return "p.path >= ? AND p.path < ?", [*bounds(Path(value))]


def _state(value: str) -> _Condition:
    return _STATES[value], []


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_RULES: dict[str, Callable[[str], _Condition]] = {
    "tag": _tag,
    "suggested": _suggested,
    "taken": _taken,
    "name": _contains("p.path"),
    "camera": _contains("p.camera"),
    "folder": _folder,
    "cluster": _cluster,
    "rating": _rating,
    "is": _state,
}
_STATES = {
    "untagged": "NOT EXISTS (SELECT 1 FROM photo_tags pt WHERE pt.photo_id = p.id)",
    "picked": "p.picked = 1",
    "rejected": "p.rating = -1",
    "missing": "p.missing = 1",
    "located": "p.latitude NOT NULL",
}
