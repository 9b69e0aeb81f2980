"""Removing a folder so that undo can bring it back, with all that its photos had.

Rows go to a table and return from it within SQLite: those of 100,000 photos are never in memory.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.subtree import bounds
from gallery_app.catalogue.vectors import outdate

_NEEDED = {
    "photos": "folders",
    "photo_tags": "tags",
    "file_tags": "tags",
    "suggestions": "tags",
    "album_photos": "albums",
    "cluster_photos": "clusters",
    "cluster_refusals": "clusters",
    "closest_clusters": "clusters",
    "map_places": "encoders",
    "bursts": "photos",
    "waiting_exports": "photos",
}
"""Tables with rows of photos, and of which table a row must still be there for each of them."""


class Removals:
    """What removed folders held."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    @contextmanager
    def keeping(self, folder_id: int) -> Iterator[None]:
        """Keep, as a step of the open act, a folder that is removed inside and its photos."""
        with self._connection.write() as db:
            columns = {table: _columns(db, table) for table in _NEEDED}
            made = db.execute(
                "INSERT INTO removed_folders(path, added, columns) "
                "SELECT path, added, ? FROM folders WHERE id = ?",
                (json.dumps(columns), folder_id),
            )
            removal: dict[str, object] = {"removal": made.lastrowid, "folder": folder_id}
            db.execute(
                "INSERT INTO removed_photos SELECT :removal, p.id, "  # noqa: S608 - our own columns
                f"json_object({', '.join(_rows(*table) for table in columns.items())}) "
                "FROM photos p WHERE p.folder_id = :folder",
                removal,
            )
            yield
            db.execute(  # what another added folder took over was not removed
                "DELETE FROM removed_photos WHERE removal_id = :removal "
                "AND photo_id IN (SELECT id FROM photos)",
                removal,
            )
            self._acts.steps("folder-removed", [removal])


def put_folder_back(db: sqlite3.Connection, before: dict[str, Any]) -> set[int]:
    """Undo the removal of a folder.

    A photo that came again meanwhile, because the folder was added once more, makes room for the
    one that it is.

    Returns:
        The ids of the photos that are back.
    """
    removal = {"removal": before["removal"]}
    kept = db.execute("SELECT * FROM removed_folders WHERE id = :removal", removal).fetchone()
    db.execute("INSERT OR IGNORE INTO folders(path, added) VALUES (?, ?)", kept[1:3])
    columns: dict[str, list[str]] = json.loads(kept["columns"])
    for table, names in columns.items():
        _insert(db, table, names, removal | {"path": kept["path"]})
    _replace_newcomers(db, removal)
    missing = columns["photos"].index("missing")
    db.execute(
        "UPDATE photos SET missing = 0 WHERE id IN (SELECT photo_id FROM removed_photos "  # noqa: S608 - a number
        f"WHERE removal_id = :removal AND rows ->> '$.photos[0][{missing}]' = 0) "
        "AND path NOT IN (SELECT path FROM photos WHERE missing = 0)",
        removal,
    )
    _give_to_innermost(db, Path(kept["path"]))
    rows = db.execute("SELECT photo_id FROM removed_photos WHERE removal_id = :removal", removal)
    back = {row["photo_id"] for row in rows}
    db.execute("DELETE FROM removed_folders WHERE id = :removal", removal)
    return back


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row["name"] for row in db.execute(f"PRAGMA table_info({table})")]


def _rows(table: str, names: list[str]) -> str:
    """Return SQL for a table's name and the rows that it has of photo ``p``."""
    values, key = (
        ", ".join(f"t.{name}" for name in names),
        "id" if table == "photos" else "photo_id",
    )
    rows = f"SELECT json_group_array(json_array({values})) FROM {table} t WHERE t.{key} = p.id"  # noqa: S608 - our own columns
    return f"'{table}', ({rows})"


def _insert(db: sqlite3.Connection, table: str, names: list[str], given: dict[str, object]) -> None:
    """Put a table's rows back whose tag, album, cluster or encoder is still there."""
    values = {name: f"t.value->>{place}" for place, name in enumerate(names)}
    if table == "photos":  # missing until it is known that its place is free
        folder = "(SELECT id FROM folders WHERE path = :path)"
        values |= {"missing": "1", "folder_id": folder}
    needed = _NEEDED[table]
    db.execute(
        f"INSERT OR IGNORE INTO {table}({', '.join(names)}) "  # noqa: S608 - our own columns
        f"SELECT {', '.join(values.values())} "
        f"FROM removed_photos r, json_each(r.rows, '$.{table}') t WHERE r.removal_id = :removal "
        f"AND {values[f'{needed[:-1]}_id']} IN (SELECT id FROM {needed})",
        given,
    )


def _replace_newcomers(db: sqlite3.Connection, removal: dict[str, object]) -> None:
    pairs = db.execute(
        "SELECT old.id AS old, new.id AS new, old.turn <> new.turn AS turned "
        "FROM removed_photos r "
        "JOIN photos old ON old.id = r.photo_id JOIN photos new ON new.path = old.path "
        "AND new.content_hash = old.content_hash AND new.missing = 0 "
        "WHERE r.removal_id = :removal",
        removal,
    ).fetchall()
    outdate(db, [pair["new"] for pair in pairs if pair["turned"]])
    db.executemany(
        "UPDATE OR IGNORE vectors SET photo_id = ? WHERE photo_id = ?", [pair[:2] for pair in pairs]
    )
    db.executemany("DELETE FROM photos WHERE id = ?", [(pair["new"],) for pair in pairs])


def _give_to_innermost(db: sqlite3.Connection, folder: Path) -> None:
    first, end = bounds(folder)
    stem = "rtrim(f.path, :sep) || :sep"
    for table in ("photos", "problems"):
        db.execute(
            f"UPDATE {table} SET folder_id = (SELECT f.id FROM folders f "  # noqa: S608 - two constants
            f"WHERE substr({table}.path, 1, length({stem})) = {stem} "
            "ORDER BY length(f.path) DESC LIMIT 1) WHERE path >= :first AND path < :end",
            {"sep": os.sep, "first": first, "end": end},
        )
