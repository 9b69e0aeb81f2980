"""Bring encoders into a library: the default one, or one from a file. torch runs in a child."""

import functools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gallery_app.catalogue.acts import Step
from gallery_app.catalogue.encoders import SWITCH, Encoder
from gallery_app.domain.encoder import EncoderFacts, KnownFacts
from gallery_app.errors import SurroundingsError, UserError
from gallery_app.jobs.child import run_python
from gallery_app.jobs.job import Job, elsewhere, finish
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.embed.known import KnownEncoder
from ssl_core.embed.pretrained import (
    default_conversion,
    find_encoder,
    import_conversion,
    known_conversion,
    known_download,
    weights_of,
)
from ssl_core.errors import CoreError
from ssl_core.model_card import ModelCard

if TYPE_CHECKING:
    from ssl_core.embed.embedder import Embedder


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


def known_facts(place: Surroundings, known: Sequence[KnownEncoder]) -> list[KnownFacts]:
    """Say of known encoders what to know before, and whether they are here."""
    return [
        KnownFacts(
            name=one.name,
            title=one.title,
            size=one.size,
            licence=one.licence,
            licence_url=one.licence_url,
            must_accept=one.must_accept,
            url=one.url,
            input_size=one.input_size,
            have=_is_here(place, one.name),
        )
        for one in known
    ]


def chosen(
    place: Surroundings, known: Sequence[KnownEncoder], name: str, *, accepted: bool
) -> KnownEncoder:
    """Return the known encoder of a name, if it may be fetched.

    Raises:
        UserError: None has this name, or its licence must be accepted first.
    """
    found = next((one for one in known if one.name == name), None)
    if found is None:
        names = ", ".join(one.name for one in known)
        raise UserError(f"No encoder “{name}” is known; choose one of: {names}.")
    if found.must_accept and not accepted and not _is_here(place, name):
        raise UserError(
            f"{found.title} comes under the {found.licence}, which binds those who use it; read it "
            f"at {found.licence_url} and accept it.",
            command=f"handful encoders get {name} --accept-licence",
        )
    return found


def fetch_encoder(place: Surroundings, known: KnownEncoder) -> Job[str]:
    """Fetch a known encoder unless it is here, and return its name.

    Its weights stay beside it, so that a training can go on from them.

    Raises:
        SurroundingsError: No network, not the published file, or no space; the message says how to
            bring the file by other means.
    """
    folder = place.paths.encoders
    step = f"Fetching {known.title}"
    if not _is_here(place, known.name):
        folder.mkdir(parents=True, exist_ok=True)
        if not weights_of(folder, known.name).is_file():
            yield from _fetch(step, known, folder)
        (folder / f"{known.name}.json").unlink(missing_ok=True)  # one whose network is gone
        return (yield from _convert(place, step, known_conversion(known, folder)))
    card = card_of(place, known.name)
    place.catalogue.encoders.add(card.name, card.dim, card.source)
    return card.name


def _is_here(place: Surroundings, name: str) -> bool:
    try:
        find_encoder(place.paths.encoders, name)
    except CoreError:
        return False
    return True


def _fetch(step: str, known: KnownEncoder, folder: Path) -> Job[None]:
    try:
        yield from elsewhere(run_python(step, known_download(known, folder)))
    except UserError as error:
        raise SurroundingsError(
            f"{error} You can also bring {known.file} from {known.url} on a disk and add it.",
            command=f"handful encoders add {known.file}",
        ) from error


def card_of(place: Surroundings, name: str) -> ModelCard:
    """Return an encoder's model card.

    Raises:
        UserError: Its files are gone or damaged.
    """
    try:
        return find_encoder(place.paths.encoders, name)[0]
    except CoreError as error:
        raise UserError(str(error)) from error


def usable(place: Surroundings, name: str) -> Encoder:
    """Return the encoder of a name, whose files are there.

    Raises:
        UserError: There is no such encoder, or its files are gone or damaged.
    """
    encoder = place.catalogue.encoders.named(name)
    card_of(place, name)
    return encoder


def check_encoder_before(place: Surroundings, steps: Iterable[Step]) -> None:
    """Check that the encoder which an act replaced, if it did, can be taken into use again.

    Raises:
        UserError: Its files are gone or damaged.
    """
    for step in steps:
        if step.kind == SWITCH:
            card_of(place, str(step.before["encoder"]))


def _convert(place: Surroundings, step: str, arguments: list[str]) -> Job[str]:
    facts = yield from run_python(step, arguments)
    card = card_of(place, str(facts["name"]))
    place.catalogue.encoders.add(card.name, card.dim, card.source)
    return card.name


def all_facts(place: Surroundings) -> list[EncoderFacts]:
    """Return the library's encoders as people see them; blocks."""
    return [facts_of(place, encoder) for encoder in place.catalogue.encoders.all()]


def facts_of(place: Surroundings, encoder: Encoder) -> EncoderFacts:
    """Return an encoder as people see it; blocks."""
    step, folder = "Looking for the GPU", place.paths.encoders
    provider = finish(place.computer.run(step, provider_of, folder, encoder.name))
    return EncoderFacts(
        encoder.name,
        encoder.dim,
        encoder.source,
        encoder.active,
        provider,
        encoder.photos_per_s,
    )


def provider_of(folder: Path, name: str) -> str:
    """Return the ONNX Runtime provider that runs an encoder here; in the computing process."""
    from ssl_core.embed.session import open_session

    _, network = find_encoder(folder, name)
    return open_session(network).provider


def why_no_gpu() -> str:
    """Return why ONNX Runtime does not use the GPU, or ""; in the computing process."""
    from ssl_core.embed import gpu

    return gpu.why_no_gpu()


def encode(folder: Path, name: str, threads: int | None, crops: np.ndarray) -> np.ndarray:
    """Encode (B, S, S, 3) uint8 crops to (B, D) float32; in a worker process."""
    return open_encoder(folder, name, threads).embed(crops)


@functools.lru_cache(maxsize=1)
def open_encoder(folder: Path, name: str, threads: int | None = None) -> "Embedder":
    """Open an encoder, or return the one that was opened last; in a worker process."""
    from ssl_core.embed.embedder import Embedder

    return Embedder(*find_encoder(folder, name), threads)
