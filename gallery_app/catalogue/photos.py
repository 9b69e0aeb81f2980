"""Folders and photos: what lies where, what moved, what is missing."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.tags import Tags
from gallery_app.domain.photo import Facts, Photo

_CHUNK = 500  # ids in one IN (...), below SQLite's limit on parameters


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that the user added, with how many photos it holds and how many are missing."""

    id: int
    path: Path
    photos: int
    missing: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the last scan saw of a file: enough to tell whether it changed."""

    id: int
    size: int
    modified_ns: int
    sidecars: str
    missing: bool


@dataclass(slots=True)
class Recorded:
    """What recording facts did: ids by what happened to them."""

    new: set[int]
    changed: set[int]
    moved: set[int]


class Photos:
    """The folders and photos of a catalogue."""

    def __init__(self, connection: Connection, tags: Tags) -> None:
        self._connection = connection
        self._tags = tags

    def add_folder(self, path: Path) -> int:
        """Return the id of the folder ``path``, adding it when new."""
        with self._connection.write() as db:
            db.execute(
                "INSERT OR IGNORE INTO folders(path, added) VALUES (?, ?)", (str(path), now())
            )
            row = db.execute("SELECT id FROM folders WHERE path = ?", (str(path),)).fetchone()
            return int(row["id"])

    def remove_folder(self, folder_id: int) -> set[int]:
        """Forget a folder and its photos (the files stay); return the photos' ids."""
        with self._connection.write() as db:
            rows = db.execute("SELECT id FROM photos WHERE folder_id = ?", (folder_id,))
            gone = {row["id"] for row in rows}
            db.execute("DELETE FROM folders WHERE id = ?", (folder_id,))
        return gone

    def folders(self) -> list[Folder]:
        """Return all folders, by path."""
        rows = self._connection.read(
            "SELECT f.id, f.path, COUNT(p.id) AS photos, COALESCE(SUM(p.missing), 0) AS missing "
            "FROM folders f LEFT JOIN photos p ON p.folder_id = f.id GROUP BY f.id ORDER BY f.path"
        )
        return [Folder(r["id"], Path(r["path"]), r["photos"], r["missing"]) for r in rows]

    def known(self, folder_id: int) -> dict[str, Known]:
        """Return what the catalogue knows of a folder's files, by path."""
        rows = self._connection.read(
            "SELECT id, path, size, modified_ns, sidecars, missing FROM photos WHERE folder_id = ?",
            (folder_id,),
        )
        return {
            r["path"]: Known(
                r["id"], r["size"], r["modified_ns"], r["sidecars"], bool(r["missing"])
            )
            for r in rows
        }

    def record(
        self,
        folder_id: int,
        found: Sequence[tuple[str, Facts, str]],
        is_gone: Callable[[str], bool],
    ) -> Recorded:
        """Write the facts of a batch of files in one transaction.

        Args:
            folder_id: The added folder they lie in.
            found: (path, facts, sidecar stamp) of each file.
            is_gone: Tells whether a path no longer exists; a new file whose content is that of
                a gone one is the same photo, moved.

        Returns:
            Which photos are new, changed or moved.
        """
        recorded = Recorded(set(), set(), set())
        with self._connection.write() as db:
            for path, facts, sidecars in found:
                row = db.execute(
                    "SELECT id, path, content_hash FROM photos WHERE path = ?", (path,)
                ).fetchone() or _moved_from(db, facts.content_hash, is_gone)
                if row is None:
                    photo_id = _insert(db, folder_id, path)
                    recorded.new.add(photo_id)
                else:
                    photo_id = row["id"]
                    kind = recorded.moved if row["path"] != path else recorded.changed
                    kind.add(photo_id)
                    if row["content_hash"] != facts.content_hash:
                        _forget_pixels(db, photo_id)
                _update(db, photo_id, (folder_id, path, sidecars), facts)
                db.execute("DELETE FROM problems WHERE path = ?", (path,))
                self._tags.take_from_file(photo_id, facts.tags)
        return recorded

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
        return {r["id"]: r["perceptual"] & 0xFFFFFFFFFFFFFFFF for r in rows}

    def get(self, ids: Sequence[int]) -> list[Photo]:
        """Return photos in the order of ``ids``; unknown ids are left out."""
        found: dict[int, Photo] = {}
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            marks = ",".join("?" * len(part))
            rows = self._connection.read(f"SELECT * FROM photos WHERE id IN ({marks})", part)  # noqa: S608 - marks only
            found.update((r["id"], _photo(r)) for r in rows)
        return [found[photo_id] for photo_id in ids if photo_id in found]

    def at(self, path: Path) -> Photo | None:
        """Return the photo whose file is ``path``, or None."""
        rows = self._connection.read("SELECT * FROM photos WHERE path = ?", (str(path),))
        return _photo(rows[0]) if rows else None

    def ids_by_path(self) -> dict[str, int]:
        """Return every photo's id by its path."""
        rows = self._connection.read("SELECT id, path FROM photos")
        return {r["path"]: r["id"] for r in rows}

    def exact_duplicates(self) -> list[tuple[int, ...]]:
        """Return groups of photos whose files are the same, byte for byte."""
        rows = self._connection.read(
            "SELECT group_concat(id) AS ids FROM photos WHERE missing = 0 "
            "GROUP BY content_hash HAVING COUNT(*) > 1 ORDER BY MIN(path)"
        )
        return [tuple(sorted(map(int, r["ids"].split(",")))) for r in rows]


def _moved_from(
    db: sqlite3.Connection, content_hash: str, is_gone: Callable[[str], bool]
) -> sqlite3.Row | None:
    rows = db.execute(
        "SELECT id, path, content_hash FROM photos WHERE content_hash = ? ORDER BY id",
        (content_hash,),
    ).fetchall()
    return next((row for row in rows if is_gone(row["path"])), None)


def _insert(db: sqlite3.Connection, folder_id: int, path: str) -> int:
    cursor = db.execute(
        "INSERT INTO photos(folder_id, path, size, modified_ns, content_hash, width, height, "
        "orientation, added) VALUES (?, ?, 0, 0, '', 0, 0, 1, ?)",
        (folder_id, path, now()),
    )
    return int(cursor.lastrowid or 0)


def _forget_pixels(db: sqlite3.Connection, photo_id: int) -> None:
    db.execute("UPDATE photos SET thumbnail = 0, perceptual = NULL WHERE id = ?", (photo_id,))
    db.execute("DELETE FROM vectors WHERE photo_id = ?", (photo_id,))


def _update(
    db: sqlite3.Connection, photo_id: int, place: tuple[int, str, str], facts: Facts
) -> None:
    db.execute(
        "UPDATE photos SET folder_id = ?, path = ?, sidecars = ?, size = ?, modified_ns = ?, "
        "content_hash = ?, width = ?, height = ?, orientation = ?, taken = ?, camera = ?, "
        "latitude = ?, longitude = ?, rating = ?, missing = 0 WHERE id = ?",
        (
            *place,
            facts.size,
            facts.modified_ns,
            facts.content_hash,
            facts.width,
            facts.height,
            facts.orientation,
            facts.taken,
            facts.camera,
            facts.latitude,
            facts.longitude,
            facts.rating,
            photo_id,
        ),
    )


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


def _photo(row: sqlite3.Row) -> Photo:
    return Photo(
        id=row["id"],
        path=Path(row["path"]),
        content_hash=row["content_hash"],
        width=row["width"],
        height=row["height"],
        taken=row["taken"],
        camera=row["camera"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        rating=row["rating"],
        size=row["size"],
        missing=bool(row["missing"]),
        has_thumbnail=bool(row["thumbnail"]),
    )
