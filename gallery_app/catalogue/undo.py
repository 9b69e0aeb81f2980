"""Putting back what an act's steps touched in the catalogue."""

import json
import sqlite3
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from gallery_app.catalogue.acts import Step
from gallery_app.catalogue.bursts import put_apart, put_covers
from gallery_app.catalogue.cluster_edits import put_back
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.copies import put_photo_back, put_refusals_back
from gallery_app.catalogue.encoders import SWITCH, put_to_use
from gallery_app.catalogue.marks import put_marks
from gallery_app.catalogue.removal import put_folder_back
from gallery_app.catalogue.tag_tree import respell, swap_names
from gallery_app.catalogue.turned import put_refusal
from gallery_app.catalogue.verdicts import put_verdict
from gallery_app.catalogue.waiting import put_back as put_waiting_back
from gallery_app.domain.changes import Changes

Before = dict[str, object]
Rule = Callable[[sqlite3.Connection, Sequence[Before]], None]
"""Puts back what the steps of one kind that follow each other touched."""


def take_back(connection: Connection, steps: tuple[Step, ...]) -> Changes:
    """Undo steps, newest first, in one transaction. Steps on files are the caller's.

    Returns:
        What changed.
    """
    photos: set[int] = set()
    turned = False
    with connection.write() as db:
        for kind, held in groupby(steps, attrgetter("kind")):
            befores = [step.before for step in held]
            if kind == "photo-removed":
                photos.update(put_photo_back(db, before) for before in befores)
            elif kind == "folder-removed":
                photos.update(*(put_folder_back(db, before) for before in befores))
            elif kind == SWITCH:
                put_to_use(db, str(befores[-1]["encoder"]))
            elif kind == "photo-marked":
                turned |= put_marks(db, befores)
            elif kind in _RULES:
                _RULES[kind](db, befores)
    return replace(changes_of(steps, photos), turned=turned)


def changes_of(steps: Sequence[Step], photos: Collection[int] = ()) -> Changes:
    """Return what changes when steps are taken back, or done again.

    Args:
        steps: Of the act, newest first.
        photos: Those that came back with it.
    """
    tagged = [s.before for s in steps if s.kind.startswith("tag-")]
    marked = [s.before for s in steps if s.kind == "photo-marked"]
    switches = [str(s.before["encoder"]) for s in steps if s.kind == SWITCH]
    written = [s for s in steps if s.kind in _RULES and s.kind != "verdict"]
    untaught = ("photo-", "album-", "burst-", "file-", "export-", "encoder-")
    learnt_from = any(not step.kind.startswith(untaught) for step in steps)
    return Changes(
        photos=frozenset(photos),
        tagged=frozenset(int(str(b.get("photo") or b.get("photo_id"))) for b in tagged),
        tags=learnt_from,
        suggestions=learnt_from,
        clusters=learnt_from or bool(switches),
        marked=frozenset(int(str(before["photo"])) for before in marked),
        albums=any(step.kind.startswith(("album-", "folder-")) for step in steps),
        duplicates=any(step.kind in {"photo-removed", "duplicates-refused"} for step in steps),
        bursts=any(step.kind.startswith("burst-") for step in steps),
        encoder=switches[-1] if switches else "",
        count=len(written) + len(marked) + len(photos),
    )


def _untag(db: sqlite3.Connection, befores: Sequence[Before]) -> None:
    db.execute(
        "DELETE FROM photo_tags WHERE (photo_id, tag_id) IN "
        "(SELECT value ->> 'photo', value ->> 'tag' FROM json_each(?))",
        (json.dumps(befores),),
    )


def _retag(db: sqlite3.Connection, befores: Sequence[Before]) -> None:
    db.executemany(
        "INSERT OR IGNORE INTO photo_tags(photo_id, tag_id, source, probability, model, created, "
        "part) SELECT :photo_id, :tag_id, :source, :probability, :model, :created, :part "
        "WHERE EXISTS (SELECT 1 FROM photos WHERE id = :photo_id)",
        [{"part": None} | before for before in befores],  # older acts know of no part
    )


def _rename_cluster(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("UPDATE clusters SET name = :name WHERE id = :cluster", before)


def _unmake_album(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("DELETE FROM albums WHERE id = :album", before)


def _rename_album(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("UPDATE albums SET name = :name, key = :key WHERE id = :id", before)


def _remake_album(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("INSERT INTO albums VALUES (:id, :name, :key, :query)", before)
    photos = before["photos"]
    for photo in photos if isinstance(photos, list) else []:
        _put_in_album(db, {"album": before["id"], "photo": photo})


def _put_in_album(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute(
        "INSERT OR IGNORE INTO album_photos SELECT :album, id FROM photos WHERE id = :photo", before
    )


def _take_from_album(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("DELETE FROM album_photos WHERE album_id = :album AND photo_id = :photo", before)


def _set_exclusive(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute("UPDATE tags SET exclusive = :exclusive WHERE id = :tag", before)


def _each(put: Callable[[sqlite3.Connection, Before], None]) -> Rule:
    def put_all(db: sqlite3.Connection, befores: Sequence[Before]) -> None:
        for before in befores:
            put(db, before)

    return put_all


_RULES: dict[str, Rule] = {
    "tag-added": _untag,
    "tag-removed": _retag,
    "verdict": _each(put_verdict),
    "cluster-named": _each(_rename_cluster),
    "clusters-edited": _each(put_back),
    "album-made": _each(_unmake_album),
    "album-renamed": _each(_rename_album),
    "album-deleted": _each(_remake_album),
    "album-added": _each(_take_from_album),
    "album-removed": _each(_put_in_album),
    "turn-refused": _each(put_refusal),
    "names-swapped": _each(swap_names),
    "name-respelt": _each(respell),
    "exclusive-set": _each(_set_exclusive),
    "duplicates-refused": _each(put_refusals_back),
    "burst-cover": _each(put_covers),
    "burst-apart": _each(put_apart),
    "export-waited": _each(put_waiting_back),
}
