"""The SQLite connection: one a thread, WAL, and every write a `BEGIN IMMEDIATE`.

Deferred transactions that turn into writes fail with "busy" when two writers meet; immediate
ones wait their turn.
"""

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gallery_app.errors import HandfulError, SurroundingsError, UserError

BUSY_TIMEOUT_MS = 5000


class Connection:
    """Access to the catalogue file from any thread.

    Args:
        path: The SQLite file; created when absent.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []

    def read(self, sql: str, parameters: Sequence[object] = ()) -> list[sqlite3.Row]:
        """Run one SELECT and return all its rows."""
        with self._clear_errors():
            return self._connection().execute(sql, parameters).fetchall()

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
        with self._clear_errors(), sqlite3.connect(target) as copy:
            self._connection().backup(copy)
        copy.close()

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
        # Only its own thread uses a connection; the check is off so that close() may end them all.
        connection = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        connection.row_factory = sqlite3.Row
        try:
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            connection.execute("PRAGMA foreign_keys = ON")
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


def _explain(error: sqlite3.Error, path: Path) -> HandfulError:
    text = str(error)
    if "locked" in text or "busy" in text:
        return SurroundingsError(
            f"The catalogue {path} is in use by another program; close it and try again."
        )
    if "full" in text:
        return SurroundingsError(f"The disk with {path} is full; free some space and try again.")
    if "readonly" in text or "unable to open" in text or "disk I/O" in text:
        return SurroundingsError(
            f"The catalogue {path} cannot be written ({text}); "
            "check the drive and the folder's permissions."
        )
    if "malformed" in text or "not a database" in text:
        return UserError(
            f"The catalogue {path} is damaged; move it aside and put back a copy from the "
            "“backups” folder beside it, or start a new library. Your photos are not touched."
        )
    raise error
