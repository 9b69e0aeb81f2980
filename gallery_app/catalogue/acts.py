"""What undo takes back. Every write of the user is an act; each thing it touched, a step."""

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.errors import UserError

_PAGE = 1000
# The act being recorded in this thread; a context variable is separate in every thread.
_open_act: ContextVar[int | None] = ContextVar("open_act", default=None)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that an act touched, with what was there before."""

    kind: str
    before: dict[str, object]


@dataclass(frozen=True, slots=True)
class Act:
    """One act of the user, newest steps first."""

    id: int
    title: str
    steps: tuple[Step, ...]


class Acts:
    """The undo history of a catalogue.

    Steps are recorded only inside `recording`, so that a scan or an import of file keywords is
    never mistaken for an act of the user.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @contextmanager
    def recording(self, title: Callable[[], str]) -> Iterator[int]:
        """Record the steps made inside as one act, in one transaction.

        Args:
            title: Called at the end for the act's name ("tagged 3 photos “Paris”"). An act
                without steps is not kept.

        Yields:
            The act's id, which no other act ever gets.
        """
        with self._connection.write() as db:
            act_id = db.execute(
                "INSERT INTO acts(title, created) VALUES ('', ?)", (now(),)
            ).lastrowid
            assert act_id is not None
            token = _open_act.set(act_id)
            try:
                yield act_id
            finally:
                _open_act.reset(token)
            _finish(db, act_id, title)

    def begin(self, title: str) -> int:
        """Open an act that lasts longer than a transaction; add its steps with `add`."""
        with self._connection.write() as db:
            act_id = db.execute(
                "INSERT INTO acts(title, created) VALUES (?, ?)", (title, now())
            ).lastrowid
        return int(act_id or 0)

    def steps(self, kind: str, befores: Iterable[dict[str, object]]) -> None:
        """Record steps of the open act; does nothing when no act is open."""
        act_id = _open_act.get()
        if act_id is not None:
            self._add(act_id, kind, befores)

    def add(self, act_id: int, kind: str, before: dict[str, object]) -> None:
        """Record one step of an act that `begin` opened."""
        self._add(act_id, kind, [before])

    def _add(self, act_id: int, kind: str, befores: Iterable[dict[str, object]]) -> None:
        with self._connection.write() as db:
            db.executemany(
                "INSERT INTO act_steps(act_id, kind, before) VALUES (?, ?, ?)",
                ((act_id, kind, json.dumps(before)) for before in befores),
            )

    def rename(self, act_id: int, title: str) -> None:
        """Give an act its final title, when it is known how much it did."""
        with self._connection.write() as db:
            db.execute("UPDATE acts SET title = ? WHERE id = ?", (title, act_id))

    def holds(self, act_id: int) -> bool:
        """Tell whether an act was kept and not taken back."""
        return bool(self._connection.read("SELECT 1 FROM acts WHERE id = ?", (act_id,)))

    def last(self) -> Act:
        """Return the newest act.

        Raises:
            UserError: There is nothing to undo.
        """
        rows = self._connection.read("SELECT id, title FROM acts ORDER BY id DESC LIMIT 1")
        if not rows:
            raise UserError("There is nothing to undo.")
        return Act(rows[0]["id"], rows[0]["title"], tuple(self._steps(rows[0]["id"])))

    def _steps(self, act_id: int) -> Iterator[Step]:
        """Yield the steps of an act, newest first, read page by page.

        What parses them keeps the interpreter's lock: 10,000 at once held the window up for 100 ms.
        """
        oldest = sys.maxsize
        while oldest:
            ids, kinds, befores = self._connection.read_columns(
                ("id", "kind", "json(before)"),
                "SELECT id, kind, before FROM act_steps WHERE act_id = ? AND id < ? "
                "ORDER BY id DESC LIMIT ?",
                (act_id, oldest, _PAGE),
            )
            yield from map(Step, kinds, befores)
            oldest = min(ids, default=0)

    def newest(self) -> int:
        """Return the highest number that an act ever got, whether it is kept or not; 0 before."""
        rows = self._connection.read("SELECT seq FROM sqlite_sequence WHERE name = 'acts'")
        return int(rows[0]["seq"]) if rows else 0

    def put_back(self, act: Act) -> None:
        """Put an act that was taken back into the history again, under its own number."""
        with self._connection.write() as db:
            db.execute(
                "INSERT INTO acts(id, title, created) VALUES (?, ?, ?)", (act.id, act.title, now())
            )
            for step in reversed(act.steps):
                self._add(act.id, step.kind, [step.before])

    def forget(self, act_id: int) -> None:
        """Remove an act from the history: it has been taken back."""
        with self._connection.write() as db:
            db.execute("DELETE FROM acts WHERE id = ?", (act_id,))


def _finish(db: sqlite3.Connection, act_id: int, title: Callable[[], str]) -> None:
    steps = db.execute("SELECT COUNT(*) FROM act_steps WHERE act_id = ?", (act_id,)).fetchone()[0]
    if steps:
        db.execute("UPDATE acts SET title = ? WHERE id = ?", (title(), act_id))
    else:
        db.execute("DELETE FROM acts WHERE id = ?", (act_id,))
