"""From what a person asks for to the settings of a run."""

from dataclasses import dataclass
from pathlib import Path

from ssl_core.errors import TrainingError
from ssl_core.run_spec import RunSpec, from_json, resolve
from ssl_core.train import ranks
from ssl_core.train.device import Device

_SPEC = "run.json"
# Settings that depend on the number of photos are resolved again once that is known.
_FIRST_GUESS = 1000


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a person asked for.

    Attributes:
        folder: Of photos.
        out: Takes the settings, the checkpoint and the new encoder.
        name: The new encoder's.
        method: ``"auto"``, or as in `RunSpec`, like all that follow.
        start: Where to start.
        backbone: For a start from scratch; chosen when None.
        device: Also ``"auto"``.
        beside: Card of the encoder that the new one must be better than; None for the one that it
            starts from, if that has a card.
        epochs: Or minutes.
        minutes: Or epochs.
        seed: Of everything random.
        resume: Go on with the run in ``out``, under its own settings.
    """

    folder: Path
    out: Path
    name: str
    method: str
    start: str
    backbone: str | None
    device: str
    beside: Path | None
    epochs: int | None
    minutes: float | None
    seed: int
    resume: bool


def first_settings(asked: Asked, where: Device) -> RunSpec:
    """Return what is known before the photos are counted, or the settings of a resumed run."""
    if not asked.resume:
        return _resolved(asked, where, _FIRST_GUESS)
    path = asked.out / _SPEC
    return from_json(path.read_text(encoding="utf-8"), str(path)).on(where.name, where.half)


def settled(
    asked: Asked,
    where: Device,
    spec: RunSpec,
    photos: int,
    *,
    patch: int = 1,
    read: int = 224,
) -> RunSpec:
    """Resolve for the photos there are, or make sure that a resumed run has the same ones.

    Args:
        asked: What to do.
        where: The device.
        spec: From `first_settings`.
        photos: How many can be opened.
        patch: Side of the network's patches, pixels.
        read: Side at which the network reads photos, pixels.

    Returns:
        The settings, also written to ``run.json``.

    Raises:
        TrainingError: The photos have changed, or what is asked cannot be run.
    """
    if not asked.resume:
        spec = _resolved(asked, where, photos, patch, read)
    elif spec.photos != photos:
        raise TrainingError(
            f"The training in {asked.out} was of {spec.photos} photos and now there are {photos}; "
            "start a new one."
        )
    spec.save(asked.out / _SPEC)
    return spec


def _resolved(asked: Asked, where: Device, photos: int, patch: int = 1, read: int = 224) -> RunSpec:
    return resolve(
        asked.method,
        photos,
        where.name,
        start=asked.start,
        backbone=asked.backbone,
        epochs=asked.epochs,
        minutes=asked.minutes,
        half=where.half,
        processes=ranks.count(),
        patch=patch,
        read=read,
        seed=asked.seed,
    )
