"""Folders and photos: what lies where, what moved, what is missing."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.recording import Departed, FoundPhoto, LastSeen, Recorded, record_photo
from gallery_app.catalogue.subtree import bounds
from gallery_app.catalogue.tags import Tags
from gallery_app.domain.photo import Photo, PhotoRecord


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the user added, with how many photos it holds and how many are missing."""

    id: int
    path: Path
    photos: int
    missing: int


_UNSIGNED = (1 << 64) - 1
_RECORD = {field.name: f"p.{field.name}" for field in fields(Photo)} | {
    "width": "CASE WHEN turn % 2 THEN height ELSE width END",
    "height": "CASE WHEN turn % 2 THEN width ELSE height END",
    "has_thumbnail": "thumbnail",
}
_RECORD_SQL = ", ".join(f"{value} AS {name}" for name, value in _RECORD.items())
_TAGS_SQL = (
    "COALESCE((SELECT group_concat(path, char(10)) FROM (SELECT t.path FROM photo_tags pt "
    "JOIN tags t ON t.id = pt.tag_id WHERE pt.photo_id = p.id ORDER BY t.key)), '') AS tags"
)


class Photos:
    """The folders and photos of a catalogue."""

    def __init__(self, connection: Connection, tags: Tags) -> None:
        self._connection = connection
        self._tags = tags

    def add_folder(self, path: Path) -> int:
        """Return the id of the folder ``path``, adding it when new.

        Added folders may lie inside each other; a photo belongs to the innermost.
        """
        with self._connection.write() as db:
            known = {folder.path: folder.id for folder in self.folders()}
            if path in known:
                return known[path]
            cursor = db.execute(
                "INSERT INTO folders(path, added) VALUES (?, ?)", (str(path), now())
            )
            folder_id = int(cursor.lastrowid or 0)
            outer = _innermost(known, path)
            if outer is not None:
                _hand_over(db, outer, folder_id, path)
            return folder_id

    def remove_folder(self, folder_id: int) -> set[int]:
        """Forget a folder and its photos (the files stay); return the photos' ids.

        Photos that lie in another added folder too stay, as that one's.
        """
        with self._connection.write() as db:
            known = {folder.path: folder.id for folder in self.folders()}
            path = next((path for path, known_id in known.items() if known_id == folder_id), None)
            if path is None:
                return set()
            outer = _innermost(known, path)
            if outer is not None:
                _hand_over(db, folder_id, outer, path)
            rows = db.execute("SELECT id FROM photos WHERE folder_id = ?", (folder_id,))
            gone = {row["id"] for row in rows}
            db.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
        return gone

    def folders(self) -> list[Folder]:
        """Return all folders, by path; one inside another counts for both."""
        rows = self._connection.read(
            "SELECT f.id, f.path, COUNT(p.id) AS photos, COALESCE(SUM(p.missing), 0) AS missing "
            "FROM folders f LEFT JOIN photos p ON p.folder_id = f.id GROUP BY f.id ORDER BY f.path"
        )
        own = [Folder(r["id"], Path(r["path"]), r["photos"], r["missing"]) for r in rows]
        return [_with_inner(folder, own) for folder in own]

    def known(self, folder_id: int) -> dict[str, str]:
        """Return `last_look` of a folder's files at the last scan, by path; "" for missing ones.

        Of 100,000 files: words are no work for Python's collector, which holds up the window.
        """
        paths, looks = self._connection.read_columns(
            ("path", "look"),
            "SELECT path, CASE WHEN missing THEN '' "
            "ELSE size || ' ' || modified_ns || ' ' || sidecars END AS look FROM photos "
            "WHERE folder_id = ? ORDER BY missing DESC",  # the one that is there wins its path
            (folder_id,),
        )
        return dict(zip(paths, looks, strict=True))

    def present(self, folder_id: int) -> dict[str, int]:
        """Return the photos of a folder that were there at the last scan, by path."""
        paths, ids = self._connection.read_columns(
            ("path", "id"),
            "SELECT path, id FROM photos WHERE folder_id = ? AND missing = 0",
            (folder_id,),
        )
        return dict(zip(paths, ids, strict=True))

    def record(self, found: Sequence[FoundPhoto], has_left: Callable[[LastSeen], bool]) -> Recorded:
        """Write a batch of files in one transaction.

        Args:
            found: The files, those at new paths before those at known ones: a photo that moved
                is then recognised before another one is found under its old name.
            has_left: Tells whether a photo's contents are no longer where they were last seen;
                a file with the contents of such a photo is that photo, moved.

        Returns:
            Which photos are new, changed, moved or displaced.
        """
        recorded = Recorded()
        with self._connection.write() as db:
            departed = Departed(db, has_left)
            for file in found:
                photo_id = record_photo(db, file, departed, recorded)
                db.execute("DELETE FROM problems WHERE path = ?", (file.path,))
                self._tags.take_from_file(photo_id, file.facts.tags)
        return recorded

    def missing_in(self, folder_id: int) -> set[int]:
        """Return the photos of a folder that are missing."""
        rows = self._connection.read(
            "SELECT id FROM photos WHERE folder_id = ? AND missing = 1", (folder_id,)
        )
        return {r["id"] for r in rows}

    def set_missing(self, photo_ids: Iterable[int], *, missing: bool) -> None:
        """Mark photos as missing, or as there again."""
        with self._connection.write() as db:
            db.executemany(
                "UPDATE photos SET missing = ? WHERE id = ?",
                [(int(missing), photo_id) for photo_id in photo_ids],
            )

    def set_pixels(self, rows: Iterable[tuple[int, int]]) -> None:
        """Record that thumbnails are stored: rows of (photo id, unsigned 64-bit hash)."""
        with self._connection.write() as db:
            db.executemany(
                "UPDATE photos SET thumbnail = 1, perceptual = ? WHERE id = ?",
                [(_signed(perceptual), photo_id) for photo_id, perceptual in rows],
            )

    def give_up(self, photo_id: int, reason: str) -> None:
        """Make a photo whose pixels cannot be read a problem.

        Its row goes, unless the user put tags on it that would be lost.
        """
        with self._connection.write() as db:
            db.execute(
                "INSERT OR REPLACE INTO problems(path, folder_id, reason, size, modified_ns) "
                "SELECT path, folder_id, ?, size, modified_ns FROM photos WHERE id = ?",
                (reason, photo_id),
            )
            db.execute(
                "DELETE FROM photos WHERE id = ? AND NOT EXISTS (SELECT 1 FROM photo_tags pt "
                "WHERE pt.photo_id = photos.id AND pt.source <> 'file')",
                (photo_id,),
            )

    def perceptual(self) -> dict[int, int]:
        """Return the unsigned perceptual hash of every photo that has one."""
        rows = self._connection.read("SELECT id, perceptual FROM photos WHERE perceptual NOT NULL")
        return {r["id"]: r["perceptual"] & _UNSIGNED for r in rows}

    def moments(self) -> dict[int, tuple[int | None, float | None]]:
        """Return each photo's unsigned perceptual hash and capture time in seconds, if known."""
        rows = self._connection.read(
            "SELECT id, perceptual AS mark, CAST(strftime('%s', taken) AS REAL) AS seconds "
            "FROM photos"
        )
        return {
            r["id"]: (None if r["mark"] is None else r["mark"] & _UNSIGNED, r["seconds"])
            for r in rows
        }

    def here(self, ids: Sequence[int]) -> set[int]:
        """Return those of these photos that are known, missing ones too."""
        rows = self._connection.read_for(
            ids, "SELECT id FROM photos WHERE id IN (SELECT value FROM wanted)"
        )
        return {row["id"] for row in rows}

    def get(self, ids: Sequence[int]) -> list[Photo]:
        """Return photos in the order of ``ids``; unknown ids are left out."""
        rows = self._connection.read_for(
            ids, "SELECT * FROM photos WHERE id IN (SELECT value FROM wanted)"
        )
        found = {r["id"]: _photo(r) for r in rows}
        return [found[photo_id] for photo_id in ids if photo_id in found]

    def records(self, photo_ids: Sequence[int]) -> dict[int, PhotoRecord]:
        """Return photos and their tags by id, those that are in the catalogue."""
        columns = self._connection.read_columns(
            [*_RECORD, "tags"],
            f"SELECT {_RECORD_SQL}, {_TAGS_SQL} FROM photos p "  # noqa: S608 - constants
            "WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(photo_ids),),
        )
        return {record[0]: record for record in zip(*columns, strict=True)}

    def at(self, path: Path) -> Photo | None:
        """Return the photo whose file is ``path``, or None."""
        rows = self._connection.read(
            "SELECT * FROM photos WHERE path = ? ORDER BY missing LIMIT 1", (str(path),)
        )
        return _photo(rows[0]) if rows else None

    def ids_by_path(self) -> dict[str, int]:
        """Return every photo's id by its path."""
        rows = self._connection.read("SELECT id, path FROM photos ORDER BY missing DESC")
        return {r["path"]: r["id"] for r in rows}

    def cameras(self) -> list[str]:
        """Return the cameras that took the photos, the most used first."""
        rows = self._connection.read(
            "SELECT camera FROM photos WHERE camera NOT NULL GROUP BY camera ORDER BY COUNT(*) DESC"
        )
        return [r["camera"] for r in rows]

    def exact_duplicates(self) -> list[tuple[int, ...]]:
        """Return groups of photos whose files are the same, byte for byte."""
        rows = self._connection.read(
            "SELECT group_concat(id) AS ids FROM photos WHERE missing = 0 "
            "GROUP BY content_hash HAVING COUNT(*) > 1 ORDER BY MIN(path)"
        )
        return [tuple(sorted(map(int, r["ids"].split(",")))) for r in rows]


def last_look(size: int, modified_ns: int, sidecars: str) -> str:
    """Return what tells whether a file, or a sidecar of it, changed."""
    return f"{size} {modified_ns} {sidecars}"


def _innermost(known: dict[Path, int], path: Path) -> int | None:
    """Return the id of the innermost folder around ``path``, itself left out."""
    around = [outer for outer in path.parents if outer in known]
    return known[around[0]] if around else None


def _hand_over(db: sqlite3.Connection, old: int, new: int, path: Path) -> None:
    for table in ("photos", "problems"):
        db.execute(
            f"UPDATE {table} SET folder_id = ? WHERE folder_id = ? AND path >= ? AND path < ?",  # noqa: S608 - two constants
            (new, old, *bounds(path)),
        )


def _with_inner(folder: Folder, own: Sequence[Folder]) -> Folder:
    inside = [other for other in own if other.path.is_relative_to(folder.path)]
    photos, missing = sum(o.photos for o in inside), sum(o.missing for o in inside)
    return replace(folder, photos=photos, missing=missing)


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _photo(row: sqlite3.Row) -> Photo:
    width, height = row["width"], row["height"]
    if row["turn"] % 2:
        width, height = height, width
    return Photo(
        id=row["id"],
        path=Path(row["path"]),
        content_hash=row["content_hash"],
        width=width,
        height=height,
        taken=row["taken"],
        camera=row["camera"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        rating=row["rating"],
        size=row["size"],
        missing=bool(row["missing"]),
        has_thumbnail=bool(row["thumbnail"]),
        picked=bool(row["picked"]),
        orientation=row["orientation"],
        turn=row["turn"],
    )
