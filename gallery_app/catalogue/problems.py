"""Files that look like photos and cannot be read, each with a reason."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gallery_app.catalogue.connection import Connection


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read, and why, in words for people."""

    path: Path
    reason: str


class Problems:
    """The problems list of a catalogue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[Problem]:
        """Return all problems, by path."""
        rows = self._connection.read("SELECT path, reason FROM problems ORDER BY path")
        return [Problem(Path(r["path"]), r["reason"]) for r in rows]

    def known(self, folder_id: int) -> dict[str, tuple[int, int]]:
        """Return (size, modified_ns) of a folder's problem files: unchanged ones need no retry."""
        rows = self._connection.read(
            "SELECT path, size, modified_ns FROM problems WHERE folder_id = ?", (folder_id,)
        )
        return {r["path"]: (r["size"], r["modified_ns"]) for r in rows}

    def record(self, folder_id: int, rows: Sequence[tuple[str, str, int, int]]) -> None:
        """Write problems: (path, reason, size, modified_ns)."""
        with self._connection.write() as db:
            db.executemany(
                "INSERT OR REPLACE INTO problems(path, folder_id, reason, size, modified_ns) "
                "VALUES (?, ?, ?, ?, ?)",
                [
                    (path, folder_id, reason, size, modified)
                    for path, reason, size, modified in rows
                ],
            )

    def forget(self, paths: Iterable[str]) -> None:
        """Remove problems whose files are gone."""
        with self._connection.write() as db:
            db.executemany("DELETE FROM problems WHERE path = ?", [(path,) for path in paths])
