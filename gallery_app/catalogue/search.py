"""Queries to photo ids."""

from collections.abc import Callable

from gallery_app.catalogue.connection import Connection
from gallery_app.domain.query import QueryError, Term
from gallery_app.domain.tag import tag_key

_Condition = tuple[str, list[object]]


def find(connection: Connection, terms: tuple[Term, ...]) -> list[int]:
    """Return the ids of the photos for which every term holds, newest capture first."""
    parts, parameters = ["1 = 1"], []
    for term in terms:
        condition, values = _RULES[term.kind](term.value)
        parts.append(f"NOT ({condition})" if term.negated else f"({condition})")
        parameters += values
    rows = connection.read(
        f"SELECT p.id FROM photos p WHERE {' AND '.join(parts)} ORDER BY p.taken DESC, p.path",  # noqa: S608 - conditions are constants below
        parameters,
    )
    return [row["id"] for row in rows]


def _tag(value: str) -> _Condition:
    key = tag_key(value)
    return (
        "EXISTS (SELECT 1 FROM photo_tags pt JOIN tags t ON t.id = pt.tag_id "
        "WHERE pt.photo_id = p.id AND (t.key = ? OR t.key LIKE ? ESCAPE '\\' "
        "OR t.key LIKE ? ESCAPE '\\'))",
        # the tag itself, what lies below it, and the tag as a last level
        [key, f"{_escape(key)}/%", f"%/{_escape(key)}"],
    )


def _suggested(value: str) -> _Condition:
    return (
        "EXISTS (SELECT 1 FROM suggestions s JOIN tags t ON t.id = s.tag_id "
        "WHERE s.photo_id = p.id AND t.key = ? AND s.probability >= 0.5 AND NOT EXISTS "
        "(SELECT 1 FROM photo_tags pt WHERE pt.photo_id = p.id AND pt.tag_id = t.id))",
        [tag_key(value)],
    )


def _taken(value: str) -> _Condition:
    start, _, end = value.partition("..")
    # "~" sorts behind every digit, so that "2021" as an end takes in all of 2021
    return "p.taken >= ? AND p.taken <= ?", [start or "0", f"{end or '9999'}~"]


def _number(column: str) -> Callable[[str], _Condition]:
    def condition(value: str) -> _Condition:
        if not value.lstrip("-").isdigit():
            raise QueryError(f"“{value}” is not a number.", 0)
        return column, [int(value)]

    return condition


def _contains(column: str) -> Callable[[str], _Condition]:
    return lambda value: (f"{column} LIKE ? ESCAPE '\\'", [f"%{_escape(value)}%"])


def _folder(value: str) -> _Condition:
    # a folder's name, or a whole path from the sidebar
    pattern = f"{_escape(value)}/%" if value.startswith("/") else f"%/%{_escape(value)}%/%"
    return "p.path LIKE ? ESCAPE '\\'", [pattern]


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
    "cluster": _number(
        "EXISTS (SELECT 1 FROM cluster_photos m WHERE m.photo_id = p.id AND m.cluster_id = ?)"
    ),
    "rating": _number("p.rating = ?"),
    "untagged": _state("NOT EXISTS (SELECT 1 FROM photo_tags pt WHERE pt.photo_id = p.id)"),
    "missing": _state("p.missing = 1"),
    "located": _state("p.latitude NOT NULL"),
}
