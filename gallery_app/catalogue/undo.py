"""Putting back what an act's steps touched in the catalogue."""

import sqlite3
from collections.abc import Callable

from gallery_app.catalogue.acts import Step
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.verdicts import put_verdict
from gallery_app.domain.changes import Changes


def take_back(connection: Connection, steps: tuple[Step, ...]) -> Changes:
    """Undo steps, newest first, in one transaction. Steps on files are the caller's.

    Returns:
        What changed.
    """
    tagged: set[int] = set()
    count = 0
    with connection.write() as db:
        for step in steps:
            if step.kind in _RULES:
                _RULES[step.kind](db, step.before)
                count += step.kind != "verdict"
                if step.kind.startswith("tag-"):
                    tagged.add(int(str(step.before.get("photo") or step.before.get("photo_id"))))
    return Changes(
        tagged=frozenset(tagged), tags=True, suggestions=True, clusters=True, count=count
    )


def _untag(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("DELETE FROM photo_tags WHERE photo_id = :photo AND tag_id = :tag", before)


def _retag(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute(
        "INSERT OR IGNORE INTO photo_tags SELECT :photo_id, :tag_id, :source, :probability, "
        ":model, :created WHERE EXISTS (SELECT 1 FROM photos WHERE id = :photo_id)",
        before,
    )


def _rename_cluster(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("UPDATE clusters SET name = :name WHERE id = :cluster", before)


_RULES: dict[str, Callable[[sqlite3.Connection, dict[str, object]], None]] = {
    "tag-added": _untag,
    "tag-removed": _retag,
    "verdict": put_verdict,
    "cluster-named": _rename_cluster,
}
