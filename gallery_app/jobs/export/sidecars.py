"""XMP sidecars: planned, and written, in the reading processes."""

from dataclasses import dataclass
from pathlib import Path

from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError
from gallery_app.exports.xmp import (
    SidecarPlan,
    SidecarRecord,
    SidecarRow,
    WaitingError,
    plan_sidecar,
    write_sidecar,
)
from gallery_app.files.atomic import clean_leftovers
from gallery_app.jobs.export.folder import make_folder
from gallery_app.jobs.export.request import STEP, ExportReport, ExportRequest
from gallery_app.jobs.export.rows import tag_rows
from gallery_app.jobs.export.undo import remember
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one sidecar; travels between processes."""

    plan: SidecarPlan | None = None
    record: SidecarRecord | None = None
    waiting: str = ""


def export_sidecars(place: Surroundings, request: ExportRequest) -> Job[ExportReport]:
    """Merge the tags into XMP sidecars.

    Killing it leaves every sidecar whole, old or new; the next export writes the rest.
    """
    report = ExportReport()
    rows = _rows(place, request)
    act = 0 if request.dry_run else place.catalogue.acts.begin("exported XMP sidecars")
    backups = None if request.dry_run else place.paths.backups / f"export-{act}"
    tried: dict[int, str] = {}
    try:
        if backups is not None and rows:
            make_folder(backups)
            for folder in {(row.target or row.path).parent for row in rows}:
                clean_leftovers(folder)  # of an export that was killed
        yield Progress(STEP, 0, len(rows))
        for outcome in place.readers.map(write_one, [(row, backups) for row in rows]):
            if outcome is not None:
                row = rows[len(tried)]
                tried[row.photo_id] = _note(place, act, row, outcome[1], report)
            yield Progress(STEP, len(tried), len(rows))
    finally:
        if act:
            place.catalogue.waiting.settle(act, _folder(request), request.minimum, tried)
        _close_act(place, act, report.written)
    return report


def write_one(row: SidecarRow, backups: Path | None) -> Outcome:
    """Plan one sidecar and write it, or only plan it when there are no ``backups``."""
    try:
        plan = plan_sidecar(row)
        if plan.data is None or backups is None:
            return Outcome(plan)
        return Outcome(plan, write_sidecar(plan, backups / f"{row.photo_id}.xmp"))
    except WaitingError as error:
        return Outcome(waiting=error.reason)


def _rows(place: Surroundings, request: ExportRequest) -> list[SidecarRow]:
    also = place.catalogue.marks.unwritten() | place.catalogue.waiting.photos(_folder(request))
    photos = tag_rows(place, request, also)
    bases = place.catalogue.tags.bases()
    marks = place.catalogue.marks.bases([photo.id for photo, _ in photos])
    return [
        SidecarRow(
            photo.id,
            photo.path,
            tuple(row.tag for row in rows),
            bases.get(photo.id, ()),
            photo.rating,
            *marks[photo.id],
            photo.orientation,
            photo.turn,
            target=_mirrored(photo.path, request.out) if request.out else None,
        )
        for photo, rows in photos
    ]


def _folder(request: ExportRequest) -> str:
    return str(request.out.absolute()) if request.out else ""


def _mirrored(photo: Path, out: Path) -> Path:
    """Return the sidecar's place below another folder; two photos never share one."""
    return out.absolute().joinpath(*photo.parts[1:-1], f"{photo.name}.xmp")


def _note(
    place: Surroundings,
    act: int,
    row: SidecarRow,
    outcome: Outcome | PhotoError,
    report: ExportReport,
) -> str:
    """Report what became of one sidecar; return why it waits, "" when it does not."""
    if isinstance(outcome, PhotoError) or outcome.plan is None:
        reason = outcome.reason if isinstance(outcome, PhotoError) else outcome.waiting
        report.waiting.append((row.path, reason))
        return reason
    if outcome.plan.data is None:
        report.unchanged += 1
    else:
        report.written += 1
        report.changes += outcome.plan.changes
    if act:
        _remember(place, act, row, outcome.plan, outcome.record)
    return ""


def _remember(
    place: Surroundings,
    act: int,
    row: SidecarRow,
    plan: SidecarPlan,
    record: SidecarRecord | None,
) -> None:
    """Keep what undo needs, and bring home what other programs did to the photo's tags."""
    with place.catalogue.connection.write():
        if record is not None:
            remember(place, act, record, row)
        if row.target is None:  # one written elsewhere says nothing about the photo's own
            news = set(plan.tags) - set(row.tags)
            gone = set(row.tags) - set(plan.tags)
            place.catalogue.tags.adopt(row.photo_id, news, gone)
            place.catalogue.tags.set_base(row.photo_id, record.held if record else plan.held)
            rating = row.base_rating if row.rating is None else row.rating
            place.catalogue.marks.set_base(row.photo_id, rating, row.turn)


def _close_act(place: Surroundings, act: int, written: int) -> None:
    if act and written:
        place.catalogue.acts.rename(act, f"exported {written} XMP sidecars")
    elif act:
        place.catalogue.acts.forget(act)
