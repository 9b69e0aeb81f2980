"""Take tags from a CSV with the columns ``path,tag``."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gallery_app.catalogue.tags import Origin
from gallery_app.domain.changes import Changes
from gallery_app.domain.progress import Progress
from gallery_app.domain.tag import clean_tag
from gallery_app.errors import UserError
from gallery_app.exports.table import read_tags_csv
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

STEP = "Reading tags"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: tags put on photos, and a sentence for each line that matched nothing."""

    changed: int
    unmatched: list[str]


def import_tags(place: Surroundings, table: Path) -> Job[ImportReport]:
    """Put the tags of a CSV on photos, as one act.

    Args:
        place: The library's surroundings.
        table: The CSV. A relative path in it is sought from its own folder, then from each
            added folder.

    Raises:
        UserError: The table cannot be read, or lacks a column.
    """
    lines = read_tags_csv(table)
    yield Progress(STEP, 0, len(lines))
    ids = place.catalogue.photos.ids_by_path()
    roots = [table.absolute().parent, *(f.path for f in place.catalogue.photos.folders())]
    wanted: dict[str, list[int]] = {}
    unmatched: list[str] = []
    for number, path, tag in lines:
        photo_id = next((ids[spot] for spot in _spots(path, roots) if spot in ids), None)
        try:
            if photo_id is None:
                unmatched.append(f"line {number}: {path} is not a photo in the library")
            else:
                wanted.setdefault(clean_tag(tag), []).append(photo_id)
        except UserError as error:
            unmatched.append(f"line {number}: {error}")
    changed, tagged = _write(place, wanted, table.name)
    place.announce(Changes(tagged=frozenset(tagged), tags=True, suggestions=True))
    yield Progress(STEP, len(lines), len(lines))
    return ImportReport(changed, unmatched)


def _spots(path: str, roots: list[Path]) -> Iterator[str]:
    for root in roots:
        # An absolute path replaces the root; ".." is resolved without following links.
        spot = root / path
        yield str(spot)
        yield str(spot.resolve())


def _write(place: Surroundings, wanted: dict[str, list[int]], name: str) -> tuple[int, set[int]]:
    changed, tagged = 0, set[int]()
    with place.catalogue.acts.recording(lambda: f"imported {changed} tags from {name}"):
        for tag, photo_ids in wanted.items():
            added = place.catalogue.put_tag(tag, photo_ids, Origin("import"))
            changed += len(added)
            tagged |= added
    return changed, tagged
