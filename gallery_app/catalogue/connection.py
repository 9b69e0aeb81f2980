"""The SQLite connection: one a thread, WAL, and every write a `BEGIN IMMEDIATE`.

Deferred transactions that turn into writes fail with "busy" when two writers meet; immediate
ones wait their turn.
"""

import json
import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from gallery_app.errors import HandfulError, SurroundingsError, UserError

BUSY_TIMEOUT_MS = 5000

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_PROTECTED = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


class Connection:
    """Access to the catalogue file from any thread.

    Args:
        path: The SQLite file; created when absent. One that may not be written can be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []

    def read(
        self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
    ) -> list[sqlite3.Row]:
        """Run one SELECT and return all its rows."""
        with self._clear_errors():
            return self._connection().execute(sql, parameters).fetchall()

    def read_columns(
        self, columns: Sequence[str], sql: str, parameters: Sequence[object] = ()
    ) -> list[list[Any]]:
        """Run one SELECT and return its columns as lists, in its order.

        All of it comes as one row of JSON: each row fetched hands the interpreter's lock over, and
        a thread that fetches 100,000 waits as often for the window's.
        """
        arrays = ", ".join(f"json_group_array({column})" for column in columns)
        row = self.read(f"SELECT {arrays} FROM ({sql})", parameters)[0]  # noqa: S608 - constants
        return [json.loads(column) for column in row]

    def read_for(
        self, ids: Sequence[int], sql: str, parameters: Sequence[object] = ()
    ) -> list[sqlite3.Row]:
        """Run one SELECT for any number of ids, which ``SELECT value FROM wanted`` lists in it."""
        wanted = "WITH wanted AS (SELECT value FROM json_each(?)) "
        return self.read(wanted + sql, [json.dumps(ids), *parameters])

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Open a write transaction; inside another one, join it.

        Yields:
            The connection to execute on. An exception rolls everything back.

        Raises:
            SurroundingsError: Disk full, catalogue locked or read-only.
            UserError: The file is damaged.
        """
        with self._clear_errors():
            connection = self._connection()
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def backup(self, target: Path) -> None:
        """Copy the whole catalogue to ``target`` while it stays in use."""
        with self._clear_errors(), closing(sqlite3.connect(target)) as copy:
            self._connection().backup(copy)

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._opened:
            self._opened.pop().close()
        self._local = threading.local()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._open()
            self._local.connection = connection
            self._opened.append(connection)
        return connection

    def _open(self) -> sqlite3.Connection:
        writable = _is_writable(self.path)
        connection = sqlite3.connect(
            self.path if writable else _read_only(self.path),
            uri=not writable,
            isolation_level=None,
            # Only its own thread uses it; the check is off so that close() may end them all.
            check_same_thread=False,
        )
        connection.row_factory = sqlite3.Row
        try:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            connection.execute("PRAGMA foreign_keys = ON")
            if writable:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    @contextmanager
    def _clear_errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _explain(error, self.path) from error


def _is_writable(path: Path) -> bool:
    # WAL needs the folder too: the log and its index lie beside the file.
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _read_only(path: Path) -> str:
    # "immutable" does without the log's index, which could not be made; where there is a log, a
    # process that may write is at work or has died, and its index is there as well.
    immutable = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{immutable}"


def _explain(error: sqlite3.Error, path: Path) -> HandfulError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # the primary one
    if code in _BUSY:
        return SurroundingsError(
            f"The catalogue {path} is in use by another program; close it and try again."
        )
    if code == sqlite3.SQLITE_FULL:
        return SurroundingsError(f"The disk with {path} is full; free some space and try again.")
    if code in _PROTECTED:
        return SurroundingsError(
            f"The catalogue {path} cannot be written ({error}); "
            "check the drive and the folder's permissions."
        )
    if code in _DAMAGED:
        return UserError(
            f"The catalogue {path} is damaged; move it aside and put back a copy from the "
            "“backups” folder beside it, or start a new library. Your photos are not touched."
        )
    raise error
