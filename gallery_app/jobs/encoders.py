"""Bring encoders into a library: the default one, or one from a file. torch runs in a child."""

from pathlib import Path

from gallery_app.catalogue.encoders import Encoder
from gallery_app.errors import UserError
from gallery_app.jobs.child import run_python
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.embed.pretrained import default_conversion, find_encoder, import_conversion
from ssl_core.errors import CoreError
from ssl_core.model_card import ModelCard


def ensure_encoder(place: Surroundings) -> Job[Encoder]:
    """Return the active encoder, converting the default one for a new library."""
    active = place.catalogue.encoders.active()
    if active is None:
        step = "Preparing the encoder (once)"
        name = yield from _convert(place, step, default_conversion(place.paths.encoders))
        active = place.catalogue.encoders.named(name)
    return active


def import_encoder(place: Surroundings, file: Path) -> Job[str]:
    """Add an ONNX encoder or a DINO checkpoint from a file; return its name.

    Raises:
        UserError: The file is not there or is no encoder.
    """
    if not file.is_file():
        raise UserError(f"{file} is not a file; name an ONNX file or a DINO checkpoint.")
    step = f"Reading {file.name}"
    return (yield from _convert(place, step, import_conversion(file, place.paths.encoders)))


def card_of(place: Surroundings, name: str) -> ModelCard:
    """Return an encoder's model card.

    Raises:
        UserError: Its files are gone or damaged.
    """
    try:
        return find_encoder(place.paths.encoders, name)[0]
    except CoreError as error:
        raise UserError(str(error)) from error


def _convert(place: Surroundings, step: str, arguments: list[str]) -> Job[str]:
    facts = yield from run_python(step, arguments)
    card = card_of(place, str(facts["name"]))
    place.catalogue.encoders.add(card.name, card.dim, card.source)
    return card.name


def provider_of(folder: Path, name: str) -> str:
    """Return the ONNX Runtime provider that runs an encoder here; in the computing process."""
    from ssl_core.embed.session import open_session

    _, network = find_encoder(folder, name)
    return open_session(network).provider


def why_no_gpu() -> str:
    """Return why ONNX Runtime does not use the GPU, or ""; in the computing process."""
    from ssl_core.embed import gpu

    return gpu.why_no_gpu()
