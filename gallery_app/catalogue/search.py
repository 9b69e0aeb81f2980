"""Queries to photo ids."""

from collections.abc import Callable
from pathlib import Path

from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.subtree import bounds
from gallery_app.catalogue.suggestions import OPEN
from gallery_app.domain.query import Term
from gallery_app.domain.suggestion import REVIEW_FROM
from gallery_app.domain.tag import tag_key

_Condition = tuple[str, list[object]]

# The tag wherever it stands: alone, as the first, a middle or the last level.
_TAG_IDS = "(SELECT id FROM tags WHERE '/' || key || '/' LIKE ? ESCAPE '\\')"


def find(connection: Connection, terms: tuple[Term, ...]) -> list[int]:
    """Return the ids of the photos for which every term holds, newest capture first.

    A photo that does not know (no date, no camera, no rating) meets only the negated term.
    """
    parts, parameters = ["1 = 1"], []
    for term in terms:
        condition, values = _RULES[term.kind](term.value)
        # NOT (NULL >= ...) is NULL, which would hide photos without a date from "-2019"
        parts.append(f"({condition}) IS {'NOT ' if term.negated else ''}TRUE")
        parameters += values
    rows = connection.read(
        f"SELECT p.id FROM photos p WHERE {' AND '.join(parts)} ORDER BY p.taken DESC, p.path",  # noqa: S608 - conditions are constants below
        parameters,
    )
    return [row["id"] for row in rows]


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


def _number(condition: str) -> Callable[[str], _Condition]:
    return lambda value: (condition, [int(value)])


def _contains(column: str) -> Callable[[str], _Condition]:
    return lambda value: (f"{column} LIKE ? ESCAPE '\\'", [f"%{_escape(value)}%"])


def _folder(value: str) -> _Condition:
    if not Path(value).is_absolute():  # part of the name of a folder above the photo
        name = _escape(value.strip("/"))
        return "p.path LIKE ? ESCAPE '\\'", [f"%/%{name}%/%"]
    # a whole path, from the sidebar
    return "p.path >= ? AND p.path < ?", [*bounds(Path(value))]


def _state(condition: str) -> Callable[[str], _Condition]:
    return lambda _value: (condition, [])


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


_RULES: dict[str, Callable[[str], _Condition]] = {
    "tag": _tag,
    "suggested": _suggested,
    "taken": _taken,
    "name": _contains("p.path"),
    "camera": _contains("p.camera"),
    "folder": _folder,
    "cluster": _number("p.id IN (SELECT m.photo_id FROM cluster_photos m WHERE m.cluster_id = ?)"),
    "rating": _number("p.rating = ?"),
    "untagged": _state("NOT EXISTS (SELECT 1 FROM photo_tags pt WHERE pt.photo_id = p.id)"),
    "missing": _state("p.missing = 1"),
    "located": _state("p.latitude NOT NULL"),
}
