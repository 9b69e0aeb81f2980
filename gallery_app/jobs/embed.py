"""Decode each photo once: its thumbnail, its vector, its perceptual hash."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError
from gallery_app.files.reader import Pixels, read_pixels
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.embed.pretrained import find_encoder

if TYPE_CHECKING:
    from concurrent.futures import Future

    from ssl_core.embed.embedder import Embedder

STEP = "Understanding photos"
_BATCH = 32  # photos encoded at once: large enough for a GPU, small enough to show progress
_IN_FLIGHT = 2  # one batch is encoded while the next is read


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder made of a batch.

    Attributes:
        vectors: (B, D) float32.
        provider: The ONNX Runtime provider that made them.
        reason: Why the GPU was not used, or "".
    """

    vectors: np.ndarray
    provider: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Ready:
    """A decoded photo on its way into a batch."""

    photo_id: int
    content_hash: str
    pixels: Pixels


def embed(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Make the thumbnails and vectors that are missing.

    Killing it anywhere loses at most the last batches, which the next run makes again.

    Returns:
        How many vectors were made.
    """
    pending = place.catalogue.vectors.pending(encoder.id)
    total, read, made = len(pending), 0, 0
    if not pending:
        return 0
    yield Progress(STEP, 0, total)
    flights: list[tuple[list[_Ready], Future[Encoded]]] = []
    note = ""
    for batch in _batches(place, encoder, pending):
        if isinstance(batch, int):
            read = batch
        else:
            flights.append((batch, _send(place, encoder, batch)))
        while flights and (flights[0][1].done() or len(flights) > _IN_FLIGHT or read == total):
            landed, flight = flights[0]
            if not flight.done():
                yield Progress(STEP, made, total, note)
                place.computer.wait(flight)
                continue
            note = _store(place, encoder, landed, flight.result())
            made += len(flights.pop(0)[0])
        yield Progress(STEP, made, total, note)
    return made


def _send(place: Surroundings, encoder: Encoder, batch: list[_Ready]) -> "Future[Encoded]":
    crops = np.stack([ready.pixels.crop for ready in batch if ready.pixels.crop is not None])
    return place.computer.submit(encode, place.paths.encoders, encoder.name, crops)


def _batches(
    place: Surroundings, encoder: Encoder, pending: list[tuple[int, str, str]]
) -> Iterator[list[_Ready] | int]:
    """Yield batches of decoded photos, and in between how many were read so far."""
    card, _ = find_encoder(place.paths.encoders, encoder.name)
    batch: list[_Ready] = []
    read = 0
    for outcome in place.readers.map(read_pixels, [(path, card) for _, path, _ in pending]):
        if outcome is not None:
            photo_id, path, content_hash = pending[read]
            read += 1
            if isinstance(outcome[1], PhotoError):
                _give_up(place, photo_id, path, outcome[1])
            else:
                batch.append(_Ready(photo_id, content_hash, outcome[1]))
        if len(batch) == _BATCH or (batch and read == len(pending)):
            yield batch
            batch = []
        yield read


def _give_up(place: Surroundings, photo_id: int, path: str, problem: PhotoError) -> None:
    if not Path(path).exists():
        place.catalogue.photos.set_missing([photo_id], missing=True)
    else:
        place.catalogue.photos.give_up(photo_id, problem.reason)
    place.announce(Changes(photos=frozenset({photo_id})))


def _store(place: Surroundings, encoder: Encoder, batch: list[_Ready], encoded: Encoded) -> str:
    for ready in batch:
        place.thumbnails.put(ready.content_hash, ready.pixels.thumbnail)
    ids = [ready.photo_id for ready in batch]
    with place.catalogue.connection.write():
        place.catalogue.photos.set_pixels(
            (ready.photo_id, ready.pixels.perceptual_hash) for ready in batch
        )
        place.catalogue.vectors.add(encoder.id, zip(ids, encoded.vectors, strict=True))
    place.announce(Changes(photos=frozenset(ids)))
    return f"using the CPU: {encoded.reason}" if encoded.reason else ""


def encode(folder: Path, name: str, crops: np.ndarray) -> Encoded:
    """Encode (B, S, S, 3) uint8 crops; runs in the computing process."""
    embedder = _embedder(folder, name)
    return Encoded(embedder.embed(crops), embedder.provider, embedder.reason)


@functools.lru_cache(maxsize=1)
def _embedder(folder: Path, name: str) -> "Embedder":
    from ssl_core.embed.embedder import Embedder

    return Embedder(*find_encoder(folder, name))
