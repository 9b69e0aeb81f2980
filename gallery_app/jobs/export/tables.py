"""Tables and vectors: one file, replaced as a whole."""

from pathlib import Path

from gallery_app.errors import UserError
from gallery_app.exports.table import csv_bytes, json_bytes
from gallery_app.exports.vectors import npz_bytes
from gallery_app.exports.xmp import SidecarRecord
from gallery_app.exports.xmp_fields import FieldChange
from gallery_app.files.atomic import write_atomic
from gallery_app.files.fingerprint import content_hash
from gallery_app.jobs.export.folder import make_folder
from gallery_app.jobs.export.request import ExportReport, ExportRequest
from gallery_app.jobs.export.rows import tag_rows, wanted
from gallery_app.jobs.export.undo import remember
from gallery_app.jobs.surroundings import Surroundings

_ENDINGS = {"csv": "tags.csv", "json": "tags.json", "vectors": "vectors.npz"}


def export_table(place: Surroundings, request: ExportRequest) -> ExportReport:
    """Write one file with the tags, or the vectors, of all wanted photos.

    Raises:
        UserError: The file cannot be written to, or there are no such photos or no vectors.
        SurroundingsError: The disk is full or the drive gone.
    """
    target = (request.out or Path(f"handful-{_ENDINGS[request.format]}")).absolute()
    data = _bytes(place, request)
    before = _present(target)
    if before == data:
        return ExportReport(unchanged=1)
    change = FieldChange(target, request.format, _size(before), _size(data))
    if not request.dry_run:
        _write(place, target, before, data)
    return ExportReport(written=1, changes=[change])


def _present(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:  # a folder, or nobody's business
        raise UserError(
            f"{target} cannot be replaced ({error.strerror}); choose another place.",
            command="handful export FORMAT --out FILE",
        ) from error


def _write(place: Surroundings, target: Path, before: bytes | None, data: bytes) -> None:
    act = place.catalogue.acts.begin(f"exported {target.name}")
    backup = None
    if before is not None:
        backup = place.paths.backups / f"export-{act}" / target.name
        make_folder(backup.parent)
        write_atomic(backup, before)
    try:
        make_folder(target.parent)
        write_atomic(target, data)
    except BaseException:
        place.catalogue.acts.forget(act)
        raise
    record = SidecarRecord(0, target, content_hash(target), before is None, backup, ())
    remember(place, act, record)


def _bytes(place: Surroundings, request: ExportRequest) -> bytes:
    if request.format == "vectors":
        return _vectors(place, request)
    rows = [row for _, rows in tag_rows(place, request) for row in rows]
    return csv_bytes(rows) if request.format == "csv" else json_bytes(rows)


def _vectors(place: Surroundings, request: ExportRequest) -> bytes:
    encoder = place.catalogue.encoders.active()
    if encoder is None:
        raise UserError("No photo is understood yet; add a folder first.")
    ids, vectors = place.catalogue.vectors.load(encoder.id, encoder.dim, wanted(place, request))
    return npz_bytes([photo.path for photo in place.catalogue.photos.get(ids.tolist())], vectors)


def _size(data: bytes | None) -> str:
    return "" if data is None else f"{len(data)} bytes"
