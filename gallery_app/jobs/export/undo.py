"""Remember the files that an export wrote, and take them back."""

from pathlib import Path

from gallery_app.catalogue.acts import Step
from gallery_app.errors import HandfulError
from gallery_app.exports.xmp import SidecarRecord, SidecarRow, restore_sidecar
from gallery_app.jobs.surroundings import Surroundings

_KIND = "file-written"


def remember(
    place: Surroundings, act: int, record: SidecarRecord, row: SidecarRow | None = None
) -> None:
    """Record one written file as a step of an act; of a sidecar, with its merge base before."""
    step: dict[str, object] = {
        "photo": record.photo_id,
        "file": str(record.sidecar),
        "written": record.written,
        "created": record.created,
        "backup": str(record.backup or ""),
    }
    if row is not None:
        step |= {"base": list(row.base), "rating": row.base_rating, "turn": row.base_turn}
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
        base = step.before.get("base")
        if record.photo_id and isinstance(base, list):
            place.catalogue.tags.set_base(record.photo_id, base)
            rating, turn = step.before.get("rating"), step.before.get("turn", 0)
            place.catalogue.marks.set_base(
                record.photo_id, rating if isinstance(rating, int) else None, int(str(turn))
            )
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
