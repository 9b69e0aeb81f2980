"""The job: one request, one format."""

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
    if request.format == "xmp":
        return (yield from export_sidecars(place, request))
    yield Progress(STEP)
    return export_table(place, request)
