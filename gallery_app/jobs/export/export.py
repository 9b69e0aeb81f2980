"""The job: one request, one format."""

from pathlib import Path

from gallery_app.domain.progress import Progress
from gallery_app.jobs.export.request import STEP, ExportReport, ExportRequest
from gallery_app.jobs.export.sidecars import export_sidecars
from gallery_app.jobs.export.tables import export_table
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings


def export(place: Surroundings, request: ExportRequest) -> Job[ExportReport]:
    """Write the tags, or the vectors, in one format.

    Raises:
        UserError: The file cannot be written to, or there are no such photos.
        SurroundingsError: The disk is full or the drive gone.
    """
    if request.waiting:
        return (yield from _export_waiting(place, request))
    if request.format == "xmp":
        return (yield from export_sidecars(place, request))
    yield Progress(STEP)
    return export_table(place, request)


def _export_waiting(place: Surroundings, request: ExportRequest) -> Job[ExportReport]:
    """Try again what earlier exports could not write; each of them is an act of its own."""
    report = ExportReport()
    for out, minimum, photo_ids in place.catalogue.waiting.by_request():
        asked = ExportRequest(
            "xmp", Path(out) if out else None, request.dry_run, minimum, photo_ids=photo_ids
        )
        report.add((yield from export_sidecars(place, asked)))
    return report
