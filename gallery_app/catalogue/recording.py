"""Which photo is this file? A photo is its contents: it keeps its tags wherever they turn up."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from gallery_app.catalogue.clock import now
from gallery_app.domain.photo import Facts


@dataclass(frozen=True, slots=True)
class LastSeen:
    """Where a photo's contents were at the last look; size and time as in `Facts`."""

    path: str
    size: int
    modified_ns: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A file that was read: the added folder it lies in, its facts, its sidecars' stamp."""

    folder_id: int
    path: str
    facts: Facts
    sidecars: str


@dataclass(slots=True)
class Recorded:
    """What recording did: ids by what happened to them.

    Attributes:
        new: Photos never seen before.
        changed: Photos whose file changed in place, or came back.
        moved: Photos found at another path.
        displaced: Photos whose path another photo took; missing until they are found.
    """

    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    displaced: set[int] = field(default_factory=set)

    @property
    def all(self) -> set[int]:
        """Every photo touched."""
        return self.new | self.changed | self.moved | self.displaced


class Departed:
    """Photos whose contents are no longer where they were last seen, during one transaction.

    Each photo is looked for once, however many copies of it are recorded: a folder of n copies
    asks n times, not n² / 2 times.
    """

    def __init__(self, db: sqlite3.Connection, has_left: Callable[[LastSeen], bool]) -> None:
        self._db = db
        self._has_left = has_left
        self._by_contents: dict[str, dict[int, sqlite3.Row]] = {}

    def find(self, content_hash: str, path: str) -> sqlite3.Row | None:
        """Find the photo that has come to a path.

        Of several copies the one that went last is it, and among those one with the same file name.
        """
        rows = self._of(content_hash).values()
        name = os.sep + Path(path).name
        same_name = (row for row in rows if row["path"].endswith(name))
        return next(same_name, next(iter(rows), None))

    def found(self, row: sqlite3.Row) -> None:
        """Look for a photo no longer."""
        self._by_contents.get(row["content_hash"], {}).pop(row["id"], None)

    def _of(self, content_hash: str) -> dict[int, sqlite3.Row]:
        if content_hash not in self._by_contents:
            rows = self._db.execute(
                "SELECT id, path, size, modified_ns, content_hash FROM photos "
                "WHERE content_hash = ? ORDER BY missing, id",
                (content_hash,),
            )
            gone = {row["id"]: row for row in rows if self._has_left(_last_seen(row))}
            self._by_contents[content_hash] = gone
        return self._by_contents[content_hash]


def record_photo(
    db: sqlite3.Connection, found: FoundPhoto, departed: Departed, recorded: Recorded
) -> int:
    """Write one file's facts to its photo's row, a new one if need be; return the photo's id."""
    row = (
        _unchanged(db, found)
        or departed.find(found.facts.content_hash, found.path)
        or _same_file(db, found)
    )
    if row is None:
        photo_id = _insert(db, found)
        recorded.new.add(photo_id)
    else:
        photo_id = row["id"]
        departed.found(row)
        (recorded.changed if row["path"] == found.path else recorded.moved).add(photo_id)
        if row["content_hash"] != found.facts.content_hash:
            _forget_pixels(db, photo_id, found.facts)
    _make_room(db, photo_id, found.path, recorded)
    _update(db, photo_id, found)
    return photo_id


def _unchanged(db: sqlite3.Connection, found: FoundPhoto) -> sqlite3.Row | None:
    """Find the photo that has these contents and this path already."""
    row: sqlite3.Row | None = db.execute(
        # the plus has SQLite look by path: thousands of copies may share the hash
        "SELECT id, path, content_hash FROM photos WHERE path = ? AND +content_hash = ? "
        "ORDER BY missing, id LIMIT 1",
        (found.path, found.facts.content_hash),
    ).fetchone()
    return row


def _same_file(db: sqlite3.Connection, found: FoundPhoto) -> sqlite3.Row | None:
    """Find the photo that was edited in place.

    Where a photo went missing, another one may have taken the name; the capture time tells.
    """
    row: sqlite3.Row | None = db.execute(
        "SELECT id, path, content_hash FROM photos WHERE path = ? AND (missing = 0 OR taken = ?) "
        "ORDER BY missing LIMIT 1",
        (found.path, found.facts.taken),
    ).fetchone()
    return row


def _last_seen(row: sqlite3.Row) -> LastSeen:
    return LastSeen(row["path"], row["size"], row["modified_ns"], row["content_hash"])


def _insert(db: sqlite3.Connection, found: FoundPhoto) -> int:
    numbered = db.execute("UPDATE photo_numbers SET last = last + 1 RETURNING last").fetchall()
    photo_id = int(numbered[0]["last"])
    db.execute(
        # missing until the path is free for it
        "INSERT INTO photos(id, folder_id, path, size, modified_ns, content_hash, width, height, "
        "orientation, missing, added) VALUES (?, ?, ?, 0, 0, '', 0, 0, 1, 1, ?)",
        (photo_id, found.folder_id, found.path, now()),
    )
    return photo_id


def _make_room(db: sqlite3.Connection, photo_id: int, path: str, recorded: Recorded) -> None:
    rows: Iterable[sqlite3.Row] = db.execute(
        "UPDATE photos SET missing = 1 WHERE path = ? AND missing = 0 AND id <> ? RETURNING id",
        (path, photo_id),
    )
    recorded.displaced |= {row["id"] for row in rows}
    recorded.displaced.discard(photo_id)


def _forget_pixels(db: sqlite3.Connection, photo_id: int, facts: Facts) -> None:
    db.execute("UPDATE photos SET thumbnail = 0, perceptual = NULL WHERE id = ?", (photo_id,))
    db.execute("DELETE FROM vectors WHERE photo_id = ?", (photo_id,))
    db.execute("DELETE FROM bursts WHERE photo_id = ?", (photo_id,))
    db.execute("DELETE FROM part_vectors WHERE photo_id = ?", (photo_id,))
    db.execute(  # cut or turned by another program, a box is somewhere else on it
        "UPDATE photo_tags SET part = NULL WHERE photo_id = ? AND EXISTS (SELECT 1 FROM photos "
        "WHERE id = photo_id AND (width, height, orientation) <> (?, ?, ?))",
        (photo_id, facts.width, facts.height, facts.orientation),
    )


def _update(db: sqlite3.Connection, photo_id: int, found: FoundPhoto) -> None:
    db.execute(
        "UPDATE photos SET folder_id = :folder_id, path = :path, sidecars = :sidecars, "
        "size = :size, modified_ns = :modified_ns, content_hash = :content_hash, width = :width, "
        "height = :height, taken = :taken, camera = :camera, latitude = :latitude, "
        "longitude = :longitude, missing = 0, "
        # another program turned it: now it is upright as it is
        "turn = CASE WHEN orientation = :orientation THEN turn ELSE 0 END, "
        "orientation = :orientation, "
        # a rating given here stays, unless the file has got another one
        "rating = CASE WHEN file_rating IS :rating THEN rating ELSE :rating END, "
        "file_rating = :rating WHERE id = :id",
        {
            **asdict(found.facts),
            "id": photo_id,
            "folder_id": found.folder_id,
            "path": found.path,
            "sidecars": found.sidecars,
        },
    )
