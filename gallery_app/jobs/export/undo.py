"""Remember the files that an export wrote, and take them back."""

from collections.abc import Iterable
from pathlib import Path

from gallery_app.catalogue.acts import Step
from gallery_app.errors import HandfulError
from gallery_app.exports.xmp import SidecarRecord, restore_sidecar
from gallery_app.jobs.surroundings import Surroundings

_KIND = "file-written"


def remember(place: Surroundings, act: int, record: SidecarRecord, base: Iterable[str]) -> None:
    """Record one written file as a step of an act; ``base`` is the photo's merge base before."""
    step = {
        "photo": record.photo_id,
        "file": str(record.sidecar),
        "written": record.written,
        "created": record.created,
        "backup": str(record.backup or ""),
        "base": list(base),
    }
    place.catalogue.acts.add(act, _KIND, step)


def restore(place: Surroundings, steps: tuple[Step, ...]) -> str:
    """Take back the files that an act wrote.

    Returns:
        "" or a clause about files that changed since and were left alone.
    """
    left: list[str] = []
    for step in (step for step in steps if step.kind == _KIND):
        record = _record(step)
        try:
            restore_sidecar(record)
        except HandfulError as error:
            left.append(str(error))
            continue
        base = step.before["base"]
        if record.photo_id and isinstance(base, list):
            place.catalogue.tags.set_base(record.photo_id, base)
    return f" ({len(left)} of the files could not be restored: {left[0]})" if left else ""


def _record(step: Step) -> SidecarRecord:
    backup = str(step.before["backup"])
    return SidecarRecord(
        photo_id=int(str(step.before["photo"])),
        sidecar=Path(str(step.before["file"])),
        written=str(step.before["written"]),
        created=bool(step.before["created"]),
        backup=Path(backup) if backup else None,
        held=(),
    )
