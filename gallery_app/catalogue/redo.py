"""Doing again what was taken back.

While an act is taken back, triggers write down the SQL that would reverse each row's change; see
https://www.sqlite.org/undoredo.html. So every kind of act can be done again without a rule of its
own. What is written down lives as long as the program does.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

from gallery_app.catalogue.acts import Act, Acts, Step
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.vectors import outdate
from gallery_app.errors import UserError

_PAGE = 1000
_TABLES: dict[str, tuple[str, ...]] = {
    "photo_tags": (),
    "tags": (),
    "file_tags": (),
    "verdicts": (),
    "clusters": (),
    "cluster_photos": (),
    "cluster_refusals": (),
    "dismissals": (),
    "dismissed_photos": (),
    "albums": (),
    "album_photos": (),
    "not_duplicates": (),
    "turned": ("refused",),
    "bursts": ("burst", "cover", "apart"),
    "photos": ("rating", "picked", "turn"),
}
"""What acts change, and which columns of it, where jobs write the others."""
_BEYOND = {"file-written", "photo-removed", "folder-removed", "export-waited", "encoder-switched"}
"""Steps whose other half lies outside these tables: files, and what is made from photos."""


@dataclass(frozen=True, slots=True)
class _Undone:
    id: int
    title: str
    steps: tuple[str, ...]
    statements: tuple[str, ...]
    """Both packed as texts, a page in each: a hundred thousand objects would hold up the collector,
    and the packing of all at once, which keeps the interpreter's lock, the window."""
    newest: int
    """The highest number of an act then: a higher one later means that something was done since."""


class Redo:
    """The acts that were taken back since something was done last, the latest at the end."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts
        self._undone: list[_Undone] = []

    @contextmanager
    def remembering(self, act: Act) -> Iterator[None]:
        """Write down what is changed inside, where ``act`` is taken back.

        An act that did more than write into the catalogue cannot be done again, nor what was taken
        back before it.
        """
        if not _BEYOND.isdisjoint(step.kind for step in act.steps):
            yield
            self._undone.clear()
            return
        with self._connection.write() as db:
            triggers = _watch(db)
            try:
                yield
                rows = db.execute("SELECT statement FROM reversals ORDER BY id DESC").fetchall()
            finally:
                for name in triggers:
                    db.execute(f"DROP TRIGGER {name}")
                db.execute("DROP TABLE reversals")
            newest = self._acts.newest()
        done = [one for one in self._undone if one.newest == newest]
        steps = [(step.kind, step.before) for step in act.steps]
        statements = _pack([row["statement"] for row in rows])
        self._undone = [*done, _Undone(act.id, act.title, _pack(steps), statements, newest)]

    def do(self) -> tuple[Act, bool]:
        """Do the act again that was taken back last, and put it back into the history.

        Returns:
            The act, and whether photos lie otherwise now; those are to be encoded again.

        Raises:
            UserError: Nothing was taken back, or something else was done since.
        """
        if not self._undone or self._undone[-1].newest != self._acts.newest():
            self._undone.clear()
            raise UserError("There is nothing to redo.")
        last = self._undone.pop()
        act = Act(last.id, last.title, tuple(Step(*packed) for packed in _unpack(last.steps)))
        try:
            with self._connection.write() as db:
                db.execute("PRAGMA defer_foreign_keys = ON")  # rows come before those they need
                before = _turns(db, act)
                for statement in _unpack(last.statements):
                    if db.execute(statement).rowcount != 1:
                        raise _changed(act)
                turned = dict(_turns(db, act) - before)
                outdate(db, turned)
                self._acts.put_back(act)
        except sqlite3.IntegrityError as error:
            raise _changed(act) from error
        return act, bool(turned)


def _pack(things: Sequence[object]) -> tuple[str, ...]:
    starts = range(0, len(things), _PAGE)
    return tuple(json.dumps(things[start : start + _PAGE]) for start in starts)


def _unpack(pages: Iterable[str]) -> Iterator[Any]:
    return chain.from_iterable(map(json.loads, pages))


def _turns(db: sqlite3.Connection, act: Act) -> set[tuple[int, int]]:
    """Return how the photos lie that an act marked."""
    marked = [step.before["photo"] for step in act.steps if step.kind == "photo-marked"]
    rows = db.execute(
        "SELECT id, turn FROM photos WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(marked),),
    )
    return {(row["id"], row["turn"]) for row in rows}


def _changed(act: Act) -> UserError:
    return UserError(f"This cannot be redone, its photos changed since: {act.title}.")


def _watch(db: sqlite3.Connection) -> list[str]:
    """Have the reverse of every change written to a table; return the names of the triggers."""
    db.execute("CREATE TEMP TABLE reversals(id INTEGER PRIMARY KEY, statement TEXT NOT NULL)")
    names = []
    for table, columns in _TABLES.items():
        of = f"OF {', '.join(columns)}" if columns else ""
        for event, reverse in _reversals(db, table).items():
            names.append(f"temp.reversal_{event}_{table}")
            db.execute(
                f"CREATE TEMP TRIGGER reversal_{event}_{table} AFTER {event} "  # noqa: S608 - our own tables
                f"{of if event == 'UPDATE' else ''} ON main.{table} "
                f"BEGIN INSERT INTO reversals(statement) VALUES ({reverse}); END"
            )
    return names


def _reversals(db: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return, for what may happen to a row, the SQL that makes the SQL that reverses it."""
    rows = db.execute(f"PRAGMA table_info({table})").fetchall()
    names = [row["name"] for row in rows]
    own = _TABLES[table] or names
    key = " || ' AND ' || ".join(
        f"'{row['name']} = ' || quote(NEW.{row['name']})" for row in rows if row["pk"]
    )
    old = " || ', ' || ".join(f"quote(OLD.{name})" for name in names)
    sets = " || ', ' || ".join(f"'{name} = ' || quote(OLD.{name})" for name in own)
    return {  # our own tables and columns
        "INSERT": f"'DELETE FROM {table} WHERE ' || {key}",  # noqa: S608
        "DELETE": f"'INSERT INTO {table}({', '.join(names)}) VALUES (' || {old} || ')'",  # noqa: S608
        "UPDATE": f"'UPDATE {table} SET ' || {sets} || ' WHERE ' || {key}",  # noqa: S608
    }
