"""Find the photos of the added folders and read their facts."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gallery_app.catalogue.photos import Folder, last_look
from gallery_app.catalogue.recording import FoundPhoto, LastSeen
from gallery_app.domain.changes import Changes
from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError, SurroundingsError, UserError
from gallery_app.files.fingerprint import content_hash
from gallery_app.files.metadata import find_sidecars
from gallery_app.files.reader import read_facts
from gallery_app.files.walk import FoundFile, PassedOver, walk
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

BATCH = 200  # photos in one transaction


@dataclass
class ScanReport:
    """What a scan found: photo ids by what happened to them, and the number of problems.

    Attributes:
        new: Photos never seen before.
        changed: Photos whose file changed, or came back.
        moved: Photos found at another path.
        missing: Photos of the scanned folders that are not there, since now or longer.
        problems: Unreadable files in the whole library.
    """

    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    missing: set[int] = field(default_factory=set)
    problems: int = 0


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding folders or looking again found; counts, but for the scan's ids."""

    photos: int
    scan: ScanReport
    vectors: int
    vectors_made: int


@dataclass(frozen=True, slots=True)
class _Look:
    """A file that must be read: it is new, or its size, time or sidecars changed."""

    folder_id: int
    file: FoundFile
    sidecars: str
    known: bool


def checked_folder(path: Path) -> Path:
    """Return a folder's real path, the same whichever link leads there.

    Raises:
        UserError: It is not there, is a file, or cannot be read.
    """
    folder = path.expanduser().resolve()
    walk(folder)  # says at once what is wrong with it
    return folder


def scan(place: Surroundings, folders: list[Folder]) -> Job[ScanReport]:
    """Bring the catalogue up to date with folders on disk.

    Killing it anywhere loses nothing: facts are written in batches, and what was not written is
    found again by the next scan. The photos of a folder that is not there are missing, no more.

    Args:
        place: The library's surroundings.
        folders: Added folders, together with those added inside them.

    Returns:
        What was found.
    """
    report = ScanReport()
    looks: list[_Look] = []
    seen: dict[int, set[str]] = {}
    for folder in folders:
        found, seen[folder.id] = yield from _find(place, folder)
        looks += found
    # New paths first: a photo that moved is then known before its old path is looked at.
    looks.sort(key=lambda look: look.known)
    yield from _read(place, looks, report)
    for folder in folders:
        _note_missing(place, folder.id, seen[folder.id])
        report.missing |= place.catalogue.photos.missing_in(folder.id)
    report.problems = len(place.catalogue.problems.all())
    return report


def _find(place: Surroundings, folder: Folder) -> Job[tuple[list[_Look], set[str]]]:
    """Return the files of a folder that must be read, and the paths of all."""
    known = place.catalogue.photos.known(folder.id)
    bad = place.catalogue.problems.known(folder.id)
    looks: list[_Look] = []
    seen: set[str] = set()
    passed_over: list[tuple[str, str, int, int]] = []
    step = f"Looking through {folder.path.name}"
    try:
        files = walk(folder.path)
    except (UserError, SurroundingsError) as error:
        yield Progress(step, note=f"{error} Its photos are kept as missing.")
        return looks, set(bad)
    inside = _folders_inside(place, folder)
    for number, found in enumerate(files):
        if number % BATCH == 0:
            yield Progress(step, len(seen))
        path = str(found.path)
        if path.startswith(inside):
            continue  # that folder was added too; a photo belongs to the innermost
        seen.add(path)
        if isinstance(found, PassedOver):
            passed_over.append((path, found.reason, 0, 0))
            continue
        stamp = _stamp_sidecars(found.path)
        same = known.get(path) == last_look(found.size, found.modified_ns, stamp)
        if not same and bad.get(path) != (found.size, found.modified_ns):
            looks.append(_Look(folder.id, found, stamp, path in known))
    place.catalogue.problems.record(folder.id, passed_over)
    return looks, seen


def _folders_inside(place: Surroundings, folder: Folder) -> tuple[str, ...]:
    """Return the beginnings of paths in other added folders inside this one."""
    return tuple(
        str(other.path) + os.sep
        for other in place.catalogue.photos.folders()
        if other.id != folder.id and other.path.is_relative_to(folder.path)
    )


def _stamp_sidecars(path: Path) -> str:
    """Return what tells whether the photo's sidecars changed: names, sizes and times."""
    try:
        stats = [(sidecar.name, sidecar.stat()) for sidecar in find_sidecars(path)]
    except FileNotFoundError:
        return "gone while looking"
    return " ".join(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in stats)


def _read(place: Surroundings, looks: list[_Look], report: ScanReport) -> Job[None]:
    photos: list[FoundPhoto] = []
    problems: list[tuple[_Look, str]] = []
    total = len(looks)
    for done, outcome in _outcomes(place, looks):
        if isinstance(outcome, FoundPhoto):
            photos.append(outcome)
        elif outcome is not None:
            problems.append(outcome)
        if done == total or len(photos) + len(problems) >= BATCH:
            _record(place, photos, problems, report)
            photos, problems = [], []
        yield Progress("Reading photos", done, total)


def _outcomes(
    place: Surroundings, looks: list[_Look]
) -> Iterator[tuple[int, FoundPhoto | tuple[_Look, str] | None]]:
    """Yield how many files are read, and the next one's facts or what is wrong with it."""
    done = 0
    for outcome in place.readers.map(read_facts, [(str(look.file.path),) for look in looks]):
        if outcome is None:
            yield done, None
            continue
        look, facts = looks[done], outcome[1]
        done += 1
        if isinstance(facts, PhotoError):
            yield done, (look, facts.reason)
        else:
            yield done, FoundPhoto(look.folder_id, str(look.file.path), facts, look.sidecars)


def _record(
    place: Surroundings,
    photos: list[FoundPhoto],
    problems: list[tuple[_Look, str]],
    report: ScanReport,
) -> None:
    with place.catalogue.connection.write():
        recorded = place.catalogue.photos.record(photos, _has_left)
        for look, reason in problems:
            row = (str(look.file.path), reason, *_last_try(look.file))
            place.catalogue.problems.record(look.folder_id, [row])
    report.new |= recorded.new
    report.changed |= recorded.changed
    report.moved |= recorded.moved
    if recorded.all or problems:
        place.announce(Changes(photos=frozenset(recorded.all), tags=True))


def _last_try(file: FoundFile) -> tuple[int, int]:
    """Return the size and time that save another try; permission comes without changing them."""
    return (file.size, file.modified_ns) if os.access(file.path, os.R_OK) else (0, 0)


def _has_left(photo: LastSeen) -> bool:
    """Tell whether a photo's contents are no longer where they were."""
    path = Path(photo.path)
    try:
        status = path.stat()
        if (status.st_size, status.st_mtime_ns) == (photo.size, photo.modified_ns):
            return False
        return content_hash(path) != photo.content_hash
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # it may be there still; better two photos than one that jumps


def _note_missing(place: Surroundings, folder_id: int, seen: set[str]) -> None:
    present = place.catalogue.photos.present(folder_id)
    news = {photo_id for path, photo_id in present.items() if path not in seen}
    place.catalogue.photos.set_missing(news, missing=True)
    place.catalogue.problems.forget(set(place.catalogue.problems.known(folder_id)) - seen)
    if news:
        place.announce(Changes(photos=frozenset(news)))
