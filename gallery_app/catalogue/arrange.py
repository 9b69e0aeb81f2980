"""Queries to photos in the order of the wall."""

from collections import Counter
from pathlib import PurePath
from typing import Any

from gallery_app.catalogue import search
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.arrangement import Arrangement, Grouping, by_date, by_key
from gallery_app.domain.query import Term


def arrange(
    connection: Connection, terms: tuple[Term, ...], grouping: Grouping, encoder_id: int
) -> Arrangement:
    """Return the photos for which every term holds, in sections.

    Sections of folders and tags are in alphabetical order, those of groups biggest first; inside
    one, the newest photo is first. A photo with several tags stands once, under the first.

    Args:
        connection: To read with.
        terms: Must all hold.
        grouping: What a section has in common.
        encoder_id: Whose groups count; 0 when there is none.
    """
    if grouping in _KEYS:
        ids, keys = _read(connection, terms, *_KEYS[grouping], encoder_id)
        return by_key(ids, keys, grouping, _order(keys, grouping))
    ids, taken = _read(connection, terms, "p.taken", "", encoder_id)
    return by_date(ids, taken, grouping)


def _read(
    connection: Connection, terms: tuple[Term, ...], key: str, join: str, encoder_id: int
) -> list[list[Any]]:
    condition, parameters = search.where(connection, terms)
    joined = [encoder_id] if join else []
    return connection.read_columns(
        ("id", "key"),
        f"SELECT p.id, {key} AS key FROM photos p {join} WHERE {condition} "  # noqa: S608 - constants
        "ORDER BY p.taken DESC, p.path",
        [*joined, *parameters],
    )


def _order(keys: list[str], grouping: Grouping) -> list[str]:
    counts = Counter(keys)
    counts.pop("", None)
    if grouping is Grouping.CLUSTER:
        return sorted(counts, key=lambda key: (-counts[key], key))
    if grouping is Grouping.FOLDER:
        return sorted(counts, key=lambda key: PurePath(key.casefold()).parts)
    return sorted(counts, key=str.casefold)


_KEYS = {
    # all that follows the last separator goes, whichever it is
    Grouping.FOLDER: ("rtrim(p.path, replace(replace(p.path, '/', ''), '\\', ''))", ""),
    Grouping.CLUSTER: (
        "COALESCE(c.name || char(10) || c.id, '')",
        "LEFT JOIN (SELECT m.photo_id, k.id, k.name FROM cluster_photos m "
        "JOIN clusters k ON k.id = m.cluster_id WHERE k.encoder_id = ? AND k.level = 0) c "
        "ON c.photo_id = p.id",
    ),
    Grouping.TAG: (
        "COALESCE((SELECT MIN(t.path) FROM photo_tags pt JOIN tags t ON t.id = pt.tag_id "
        "WHERE pt.photo_id = p.id), '')",
        "",
    ),
}
