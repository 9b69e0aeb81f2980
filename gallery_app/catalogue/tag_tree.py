"""Other names, and other places, for tags of the tree.

What a file held when we last looked is known by the tags' ids, and must go on saying the old name:
else the next export would take the new name for one that another program removed. So a tag swaps
its name with a tag of the new name that no photo carries, made for it if need be, and the files'
tags go to that one.
"""

import sqlite3
from dataclasses import dataclass

from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.tag import SEPARATOR, tag_key
from gallery_app.errors import UserError


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag that is there, with how many photos carry it."""

    id: int
    path: str
    photos: int


class TagTree:
    """The tags of a catalogue by their names."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def at(self, tag: str) -> list[Branch]:
        """Return a tag, if it is there itself, and all below it."""
        key = tag_key(tag)
        rows = self._connection.read(
            "SELECT id, path, (SELECT COUNT(*) FROM photo_tags WHERE tag_id = id) AS photos "
            "FROM tags WHERE key = :key OR substr(key, 1, length(:below)) = :below ORDER BY key",
            {"key": key, "below": key + SEPARATOR},
        )
        return [Branch(row["id"], row["path"], row["photos"]) for row in rows]

    def rename(self, tag: str, name: str) -> None:
        """Give a tag another name, and with it all below it; answers and suggestions stay.

        Raises:
            UserError: A name is taken by a tag that photos carry, or lies below itself.
        """
        own = self.at(tag)
        if len(own) > 1 and tag_key(name).startswith(tag_key(tag) + SEPARATOR):
            raise UserError(f"“{tag}” has tags below it and cannot lie below itself.")
        depth = tag.count(SEPARATOR) + 1
        with self._connection.write() as db:
            for branch in own:
                below = branch.path.split(SEPARATOR)[depth:]
                self._give(db, branch, SEPARATOR.join([name, *below]))

    def _give(self, db: sqlite3.Connection, branch: Branch, name: str) -> None:
        _rename_groups(db, self._acts, branch.path, name)
        if tag_key(name) == tag_key(branch.path):
            self._acts.steps("name-respelt", [{"tag": branch.id, "path": branch.path}])
            respell(db, {"tag": branch.id, "path": name})
            return
        taken = next((one for one in self.at(name) if tag_key(one.path) == tag_key(name)), None)
        if taken is not None and taken.photos:
            raise UserError(f"There is a tag “{taken.path}” already; choose another name.")
        other = taken.id if taken else _make(db, name)
        swap_names(db, {"tag": branch.id, "other": other})
        respell(db, {"tag": branch.id, "path": name})
        self._acts.steps("names-swapped", [{"tag": branch.id, "other": other}])


def swap_names(db: sqlite3.Connection, before: dict[str, object]) -> None:
    """Swap the names of two tags, and what files are known to hold; undoes itself."""
    ids = (before["tag"], before["other"])
    rows = db.execute("SELECT id, path, key FROM tags WHERE id IN (?, ?)", ids).fetchall()
    one, other = rows
    db.execute("UPDATE tags SET key = '' WHERE id = ?", (one["id"],))
    for new, old in ((one, other), (other, one)):
        db.execute(
            "UPDATE tags SET path = ?, key = ? WHERE id = ?", (new["path"], new["key"], old["id"])
        )
    held = db.execute("DELETE FROM file_tags WHERE tag_id IN (?, ?) RETURNING *", ids).fetchall()
    swapped = {one["id"]: other["id"], other["id"]: one["id"]}
    db.executemany(
        "INSERT INTO file_tags(photo_id, tag_id) VALUES (?, ?)",
        [(row["photo_id"], swapped[row["tag_id"]]) for row in held],
    )


def respell(db: sqlite3.Connection, before: dict[str, object]) -> None:
    """Write a tag's name with other large and small letters."""
    db.execute("UPDATE tags SET path = :path WHERE id = :tag", before)


def _make(db: sqlite3.Connection, name: str) -> int:
    made = db.execute("INSERT INTO tags(path, key) VALUES (?, ?)", (name, tag_key(name)))
    return int(made.lastrowid or 0)


def _rename_groups(db: sqlite3.Connection, acts: Acts, old: str, new: str) -> None:
    """Have the groups that were named after a tag bear its new name."""
    rows = db.execute("SELECT id FROM clusters WHERE name = ?", (old,)).fetchall()
    acts.steps("cluster-named", ({"cluster": row["id"], "name": old} for row in rows))
    db.execute("UPDATE clusters SET name = ? WHERE name = ?", (new, old))
