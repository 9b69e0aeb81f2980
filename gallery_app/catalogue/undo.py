"""Putting back what an act's steps touched in the catalogue."""

import sqlite3
from collections.abc import Callable

from gallery_app.catalogue.acts import Step
from gallery_app.catalogue.bursts import put_apart, put_covers
from gallery_app.catalogue.cluster_edits import put_back
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.copies import put_photo_back, put_refusals_back
from gallery_app.catalogue.turned import put_refusal
from gallery_app.catalogue.verdicts import put_verdict
from gallery_app.domain.changes import Changes


def take_back(connection: Connection, steps: tuple[Step, ...]) -> Changes:
    """Undo steps, newest first, in one transaction. Steps on files are the caller's.

    Returns:
        What changed.
    """
    tagged: set[int] = set()
    marked: set[int] = set()
    photos: set[int] = set()
    count = 0
    with connection.write() as db:
        for step in steps:
            if step.kind == "photo-removed":
                photos.add(put_photo_back(db, step.before))
                count += 1
            elif step.kind in _RULES:
                _RULES[step.kind](db, step.before)
                count += step.kind != "verdict"
                if step.kind.startswith("tag-"):
                    tagged.add(int(str(step.before.get("photo") or step.before.get("photo_id"))))
                elif step.kind == "photo-marked":
                    marked.add(int(str(step.before["photo"])))
    untaught = ("photo-", "album-", "burst-")
    learnt_from = any(not step.kind.startswith(untaught) for step in steps)
    return Changes(
        photos=frozenset(photos),
        tagged=frozenset(tagged),
        tags=learnt_from,
        suggestions=learnt_from,
        clusters=learnt_from,
        marked=frozenset(marked),
        albums=any(step.kind.startswith("album-") for step in steps),
        duplicates=any(step.kind in {"photo-removed", "duplicates-refused"} for step in steps),
        bursts=any(step.kind.startswith("burst-") for step in steps),
        count=count,
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


def _mark(db: sqlite3.Connection, before: dict[str, object]) -> None:
    db.execute(
        "UPDATE photos SET rating = :rating, picked = :picked, turn = :turn WHERE id = :photo",
        before,
    )


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


_RULES: dict[str, Callable[[sqlite3.Connection, dict[str, object]], None]] = {
    "tag-added": _untag,
    "tag-removed": _retag,
    "verdict": put_verdict,
    "cluster-named": _rename_cluster,
    "clusters-edited": put_back,
    "photo-marked": _mark,
    "album-made": _unmake_album,
    "album-renamed": _rename_album,
    "album-deleted": _remake_album,
    "album-added": _take_from_album,
    "album-removed": _put_in_album,
    "turn-refused": put_refusal,
    "exclusive-set": _set_exclusive,
    "duplicates-refused": put_refusals_back,
    "burst-cover": put_covers,
    "burst-apart": put_apart,
}
