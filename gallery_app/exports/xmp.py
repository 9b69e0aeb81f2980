"""XMP sidecars: plan (a dry run), write, and take back.

A sidecar is merged, never replaced, and the photo itself is never touched. What we removed stays
removed and what others added stays: `domain.tag.three_way` against the tags that file and
sidecars held when Handful last read or wrote them.
"""

import errno
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from gallery_app.domain.photo import turned
from gallery_app.domain.tag import tag_key, three_way
from gallery_app.errors import HandfulError, UserError
from gallery_app.exports.xmp_fields import FieldChange, change_rating, change_tags, change_text
from gallery_app.exports.xmp_origin import starting_document
from gallery_app.files.atomic import write_atomic
from gallery_app.files.metadata import find_sidecars, rating_in, read_metadata, tags_in
from gallery_app.files.xmp_document import XmpDocument


class WaitingError(HandfulError):
    """A sidecar cannot be written now; the tags stay in the catalogue and the file is retried.

    Attributes:
        path: The sidecar.
        reason: A short clause for people, e.g. "the folder is read-only".
    """

    exit_code = 3

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} is waiting to be written: {reason}.")
        self.path = path
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SidecarRow:
    """What the catalogue knows of one photo.

    Attributes:
        photo_id: The photo.
        path: Its file.
        tags: Its tags in the catalogue now.
        base: `SidecarPlan.held`, `SidecarRecord.held` or `Metadata.tags` of the last time
            Handful read or wrote the photo's files; empty when it never did.
        rating: -1 to 5, or None to leave the file's rating alone.
        base_rating: The rating at that time; a rating that did not change since is not written,
            so that one given elsewhere stays.
        base_turn: The turn that the sidecar held at that time.
        orientation: EXIF orientation of the file, 1 to 8.
        turn: Quarter turns clockwise that the user gave the photo, 0 to 3; written as the
            orientation that shows it so.
        target: Where the sidecar goes when not beside the photo; its folders are made. Tags that
            an earlier sidecar there holds are replaced, as there is no base for them.
    """

    photo_id: int
    path: Path
    tags: tuple[str, ...]
    base: tuple[str, ...] = ()
    rating: int | None = None
    base_rating: int | None = None
    base_turn: int = 0
    orientation: int = 1
    turn: int = 0
    target: Path | None = None


@dataclass(frozen=True, slots=True)
class SidecarPlan:
    """What writing one sidecar would do.

    Attributes:
        photo_id: The photo.
        photo: Its file.
        sidecar: The sidecar that would be written.
        changes: Field by field; empty when nothing would change.
        tags: The merged tags.
        held: Tags in file and sidecars now; the next base when nothing is written.
        data: The sidecar's new bytes, or None when it stays as it is.
        before: Digest of the sidecar's bytes that the plan was made from; "" when there is none.
        warnings: Sentences about what was ambiguous or could not be read.
    """

    photo_id: int
    photo: Path
    sidecar: Path
    changes: tuple[FieldChange, ...]
    tags: tuple[str, ...]
    held: tuple[str, ...]
    data: bytes | None
    before: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SidecarRecord:
    """What one write did, enough to take it back.

    Attributes:
        photo_id: The photo.
        sidecar: The file written.
        written: Digest of the bytes written.
        created: True when there was no sidecar before.
        backup: Where the previous bytes lie, or None.
        held: Tags in file and sidecars after the write; the next base.
    """

    photo_id: int
    sidecar: Path
    written: str
    created: bool
    backup: Path | None
    held: tuple[str, ...]


def plan_sidecar(row: SidecarRow) -> SidecarPlan:
    """Work out what exporting a photo would write; nothing is written.

    Raises:
        WaitingError: When the photo is gone, or its sidecar cannot be read or is not XMP.
    """
    sidecar = row.target or _sidecar_of(row.path)
    if not row.path.is_file():
        raise WaitingError(sidecar, "the photo is not there (is its drive connected?)")
    try:
        before = sidecar.read_bytes() if sidecar.exists() else None
        found = read_metadata(row.path)
        start = starting_document(row.path, before)
    except OSError as error:
        raise WaitingError(sidecar, _reason(error)) from error
    except UserError as error:
        raise WaitingError(sidecar, f"a sidecar is damaged ({error}) and was left alone") from error
    tags = _in_order(three_way(row.base, row.tags, found.tags), (*found.tags, *row.tags))
    document, changes = change_tags(start, tags, sidecar)
    if row.rating is not None and row.rating != row.base_rating:
        document, rated = change_rating(document, row.rating, sidecar)
        changes += rated
    if row.turn != row.base_turn:
        shown = turned(row.orientation, row.turn)
        document, turns = change_text(document, "tiff:Orientation", str(shown), sidecar)
        changes += turns
    data = _dated(document).data if changes else None
    return SidecarPlan(
        row.photo_id,
        row.path,
        sidecar,
        changes,
        tags,
        found.tags,
        data,
        _digest(before),
        found.warnings,
    )


def write_sidecar(plan: SidecarPlan, backup: Path | None) -> SidecarRecord:
    """Write a planned sidecar, read it back, and keep what undo needs.

    Args:
        plan: A plan with data.
        backup: Where to keep the previous bytes; None when undo is not wanted.

    Returns:
        What was done. With it `restore_sidecar` takes the write back.

    Raises:
        WaitingError: When the folder is read-only or gone, the disk is full, the sidecar changed
            since the plan was made, or it did not read back as written. The old file is there.
    """
    if plan.data is None:
        raise ValueError("an unchanged plan has nothing to write")
    try:
        previous = plan.sidecar.read_bytes() if plan.sidecar.exists() else None
        if _digest(previous) != plan.before:
            raise WaitingError(plan.sidecar, "another program changed it just now")
        if plan.sidecar.parent != plan.photo.parent:
            plan.sidecar.parent.mkdir(parents=True, exist_ok=True)
        if previous is not None and backup is not None:
            _write(backup, previous)
        _write(plan.sidecar, plan.data)
        if not _reads_back(plan):
            _put_back(plan.sidecar, previous)
            raise WaitingError(plan.sidecar, "it did not read back as written")
    except OSError as error:
        raise WaitingError(plan.sidecar, _reason(error)) from error
    return SidecarRecord(
        plan.photo_id,
        plan.sidecar,
        _digest(plan.data),
        previous is None,
        backup if previous is not None else None,
        read_metadata(plan.photo).tags,
    )


def restore_sidecar(record: SidecarRecord) -> None:
    """Take a write back: the previous bytes return, a created sidecar goes.

    Raises:
        UserError: When the sidecar changed since, or its previous bytes were not kept.
        WaitingError: When the folder is read-only or gone.
    """
    try:
        now = record.sidecar.read_bytes() if record.sidecar.exists() else None
        if _digest(now) != record.written:
            raise UserError(
                f"{record.sidecar} changed since Handful wrote it, so it stays as it is."
            )
        if record.created:
            record.sidecar.unlink()
        elif record.backup is None or not record.backup.exists():
            raise UserError(f"{record.sidecar} stays as it is: its previous content was not kept.")
        else:
            _write(record.sidecar, record.backup.read_bytes())
    except OSError as error:
        raise WaitingError(record.sidecar, _reason(error)) from error


def _sidecar_of(photo: Path) -> Path:
    """``photo.jpg.xmp``, in the spelling that is already there."""
    wanted = photo.with_name(photo.name + ".xmp")
    there = (one for one in find_sidecars(photo) if one.stem == photo.name)
    return next(there, wanted)


def _in_order(tags: set[str], order: tuple[str, ...]) -> tuple[str, ...]:
    spelling = {tag_key(tag): tag for tag in tags}
    keys = dict.fromkeys(tag_key(tag) for tag in order)
    return tuple(spelling[key] for key in keys if key in spelling)


def _dated(document: XmpDocument) -> XmpDocument:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return document.with_text("xmp:MetadataDate", now)


def _reads_back(plan: SidecarPlan) -> bool:
    data = plan.sidecar.read_bytes()
    document = XmpDocument(data)
    tags, _ = tags_in([document])
    rating = next((int(one.after) for one in plan.changes if one.field == "xmp:Rating"), None)
    same_tags = {tag_key(tag) for tag in tags} == {tag_key(tag) for tag in plan.tags}
    return data == plan.data and same_tags and rating in {None, rating_in(document)}


def _put_back(sidecar: Path, previous: bytes | None) -> None:
    if previous is None:
        sidecar.unlink()
    else:
        _write(sidecar, previous)


def _write(path: Path, data: bytes) -> None:
    """Write in one step; a failure becomes one waiting reason, whatever its kind."""
    try:
        write_atomic(path, data)
    except HandfulError as error:
        cause = error.__cause__
        reason = _reason(cause) if isinstance(cause, OSError) else str(error)
        raise WaitingError(path, reason) from error


def _digest(data: bytes | None) -> str:
    return "" if data is None else blake2b(data, digest_size=16).hexdigest()


def _reason(error: OSError) -> str:
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "the folder or the sidecar is read-only"
    if error.errno == errno.ENOENT:
        return "its folder is gone (is its drive connected?)"
    if error.errno == errno.ENOSPC:
        return "the disk is full"
    return error.strerror or str(error)
