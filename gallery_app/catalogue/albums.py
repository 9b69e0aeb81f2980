"""Albums and the photos in them."""

import sqlite3
from collections.abc import Iterable

from gallery_app.catalogue import search
from gallery_app.catalogue.acts import Acts
from gallery_app.catalogue.connection import Connection
from gallery_app.domain.album import Album, album_key, clean_album
from gallery_app.domain.query import parse_query
from gallery_app.errors import UserError


class Albums:
    """The albums of a catalogue."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[Album]:
        """Return all albums, by name."""
        rows = self._connection.read(
            "SELECT a.*, (SELECT COUNT(*) FROM album_photos ap WHERE ap.album_id = a.id) AS photos "
            "FROM albums a ORDER BY a.key"
        )
        return [self._album(row) for row in rows]

    def _album(self, row: sqlite3.Row) -> Album:
        query, photos = row["query"], row["photos"]
        if query is not None:
            photos = search.count(self._connection, parse_query(query))
        return Album(row["id"], row["name"], photos, query)

    def make(self, name: str, query: str | None) -> int:
        """Make an album, a saved search when there is a query; return its id.

        Raises:
            UserError: The name is empty or taken.
        """
        with self._connection.write() as db:
            self._refuse_taken(db, name, 0)
            cursor = db.execute(
                "INSERT INTO albums(name, key, query) VALUES (?, ?, ?)",
                (clean_album(name), album_key(name), query),
            )
            album_id = int(cursor.lastrowid or 0)
            self._acts.steps("album-made", [{"album": album_id}])
        return album_id

    def rename(self, album_id: int, name: str) -> None:
        """Give an album another name.

        Raises:
            UserError: The name is empty or taken, or the album is no more.
        """
        with self._connection.write() as db:
            self._refuse_taken(db, name, album_id)
            before = dict(_existing(db, album_id))
            db.execute(
                "UPDATE albums SET name = ?, key = ? WHERE id = ?",
                (clean_album(name), album_key(name), album_id),
            )
            self._acts.steps("album-renamed", [before])

    def delete(self, album_id: int) -> str:
        """Delete an album, none of its photos; return its name.

        Raises:
            UserError: The album is no more.
        """
        with self._connection.write() as db:
            before = dict(_existing(db, album_id))
            photos = db.execute(
                "DELETE FROM album_photos WHERE album_id = ? RETURNING photo_id", (album_id,)
            )
            before["photos"] = [row["photo_id"] for row in photos]
            db.execute("DELETE FROM albums WHERE id = ?", (album_id,))
            self._acts.steps("album-deleted", [before])
        return str(before["name"])

    def add(self, album_id: int, photo_ids: Iterable[int]) -> set[int]:
        """Put photos into an album; return those that were not in it before.

        Raises:
            UserError: It is a saved search, or no more.
        """
        with self._connection.write() as db:
            row = _existing(db, album_id)
            if row["query"] is not None:
                raise UserError(
                    f"“{row['name']}” is a saved search; it takes the photos that it finds."
                )
            # a photo may have been removed since it was chosen
            statement = "INSERT OR IGNORE INTO album_photos SELECT ?, id FROM photos WHERE id = ?"
            added = {i for i in photo_ids if db.execute(statement, (album_id, i)).rowcount}
            self._acts.steps("album-added", ({"album": album_id, "photo": i} for i in added))
        return added

    def remove(self, album_id: int, photo_ids: Iterable[int]) -> set[int]:
        """Take photos out of an album; return those that were in it."""
        statement = "DELETE FROM album_photos WHERE album_id = ? AND photo_id = ?"
        with self._connection.write() as db:
            removed = {i for i in photo_ids if db.execute(statement, (album_id, i)).rowcount}
            self._acts.steps("album-removed", ({"album": album_id, "photo": i} for i in removed))
        return removed

    @staticmethod
    def _refuse_taken(db: sqlite3.Connection, name: str, album_id: int) -> None:
        row = db.execute(
            "SELECT name FROM albums WHERE key = ? AND id <> ?", (album_key(name), album_id)
        ).fetchone()
        if row is not None:
            raise UserError(f"There is an album “{row['name']}” already; choose another name.")


def _existing(db: sqlite3.Connection, album_id: int) -> sqlite3.Row:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM albums WHERE id = ?", (album_id,)
    ).fetchone()
    if row is None:
        raise UserError("That album is no more.")
    return row
