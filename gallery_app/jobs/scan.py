"""Find the photos of the added folders and read their facts."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gallery_app.catalogue.photos import Known
from gallery_app.domain.changes import Changes
from gallery_app.domain.photo import Facts
from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError
from gallery_app.files.metadata import find_sidecars
from gallery_app.files.reader import read_facts
from gallery_app.files.walk import FoundFile, PassedOver, walk
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

BATCH = 200  # photos in one transaction


@dataclass
class ScanReport:
    """What a scan found: photo ids by what happened to them, and the number of problems."""

    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    moved: set[int] = field(default_factory=set)
    missing: set[int] = field(default_factory=set)
    problems: int = 0


@dataclass(frozen=True, slots=True)
class _Look:
    """A file that must be read: it is new, or its size, time or sidecars changed."""

    file: FoundFile
    sidecars: str


def scan(place: Surroundings, folders: list[tuple[int, Path]]) -> Job[ScanReport]:
    """Bring the catalogue up to date with folders on disk.

    Killing it anywhere loses nothing: facts are written in batches, and what was not written is
    found again by the next scan.

    Args:
        place: The library's surroundings.
        folders: (folder id, path) of added folders.

    Returns:
        What was found.
    """
    report = ScanReport()
    for folder_id, folder in folders:
        looks, seen = yield from _find(place, folder_id, folder)
        yield from _read(place, folder_id, looks, report)
        _note_missing(place, folder_id, seen, report)
    report.problems = len(place.catalogue.problems.all())
    return report


def _find(place: Surroundings, folder_id: int, folder: Path) -> Job[tuple[list[_Look], set[str]]]:
    known = place.catalogue.photos.known(folder_id)
    bad = place.catalogue.problems.known(folder_id)
    looks: list[_Look] = []
    seen: set[str] = set()
    passed_over: list[tuple[str, str, int, int]] = []
    for number, found in enumerate(walk(folder)):
        if number % BATCH == 0:
            yield Progress(f"Looking through {folder.name}", len(seen))
        path = str(found.path)
        seen.add(path)
        if isinstance(found, PassedOver):
            passed_over.append((path, found.reason, 0, 0))
            continue
        stamp = _stamp_sidecars(found.path)
        same = _is_known(found, stamp, known.get(path))
        if not same and bad.get(path) != (found.size, found.modified_ns):
            looks.append(_Look(found, stamp))
    place.catalogue.problems.record(folder_id, passed_over)
    return looks, seen


def _stamp_sidecars(path: Path) -> str:
    """Return what tells whether the photo's sidecars changed: names, sizes and times."""
    stats = ((sidecar.name, sidecar.stat()) for sidecar in find_sidecars(path))
    return " ".join(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in stats)


def _is_known(found: FoundFile, stamp: str, known: Known | None) -> bool:
    return known is not None and (found.size, found.modified_ns, stamp, False) == (
        known.size,
        known.modified_ns,
        known.sidecars,
        known.missing,
    )


def _read(place: Surroundings, folder_id: int, looks: list[_Look], report: ScanReport) -> Job[None]:
    photos: list[tuple[str, Facts, str]] = []
    problems: list[tuple[str, str, int, int]] = []
    total = len(looks)
    yield Progress("Reading photos", 0, total)
    for done, outcome in _outcomes(place, looks):
        if outcome is not None:
            look, facts = outcome
            path = str(look.file.path)
            if isinstance(facts, PhotoError):
                problems.append((path, facts.reason, look.file.size, look.file.modified_ns))
            else:
                photos.append((path, facts, look.sidecars))
        if done == total or len(photos) + len(problems) >= BATCH:
            _record(place, folder_id, photos, problems, report)
            photos, problems = [], []
        yield Progress("Reading photos", done, total)


def _outcomes(
    place: Surroundings, looks: list[_Look]
) -> Iterator[tuple[int, tuple[_Look, Facts | PhotoError] | None]]:
    done = 0
    for outcome in place.readers.map(read_facts, [(str(look.file.path),) for look in looks]):
        if outcome is None:
            yield done, None
        else:
            done += 1
            yield done, (looks[done - 1], outcome[1])


def _record(
    place: Surroundings,
    folder_id: int,
    photos: list[tuple[str, Facts, str]],
    problems: list[tuple[str, str, int, int]],
    report: ScanReport,
) -> None:
    with place.catalogue.connection.write():
        recorded = place.catalogue.photos.record(folder_id, photos, _is_gone)
        place.catalogue.problems.record(folder_id, problems)
    report.new |= recorded.new
    report.changed |= recorded.changed
    report.moved |= recorded.moved
    touched = frozenset(recorded.new | recorded.changed | recorded.moved)
    if touched or problems:
        place.announce(Changes(photos=touched, tags=True))


def _is_gone(path: str) -> bool:
    return not Path(path).exists()


def _note_missing(place: Surroundings, folder_id: int, seen: set[str], report: ScanReport) -> None:
    known = place.catalogue.photos.known(folder_id)
    missing = {entry.id for path, entry in known.items() if path not in seen}
    news = {entry.id for path, entry in known.items() if path not in seen and not entry.missing}
    place.catalogue.photos.set_missing(news, missing=True)
    place.catalogue.problems.forget(set(place.catalogue.problems.known(folder_id)) - seen)
    report.missing |= missing
    if news:
        place.announce(Changes(photos=frozenset(news)))
