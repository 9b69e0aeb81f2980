"""Decode each photo once: its thumbnail, its vector, its perceptual hash.

Photos are decoded in the reading processes and encoded, batch by batch, in a crew of their own.
On the CPU each of the crew has one thread, so that no batch waits for the slowest of its threads
while the readers want the same cores.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.catalogue.vectors import PendingPhoto, outdate
from gallery_app.domain.changes import Changes
from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError
from gallery_app.files.reader import Pixels, read_pixels
from gallery_app.jobs.child import Workers
from gallery_app.jobs.encoders import card_of, encode, why_no_gpu
from gallery_app.jobs.job import Job
from gallery_app.jobs.pace import Pace
from gallery_app.jobs.surroundings import Surroundings

if TYPE_CHECKING:
    from concurrent.futures import Future

STEP = "Understanding photos"
_CPU_BATCH = 8  # a larger one is no faster on a CPU, and shows less progress
_GPU_BATCH = 64
_MOST_ENCODERS = 4
_TELLING = 100  # photos; with fewer the start of the processes counts for too much


@dataclass(frozen=True, slots=True)
class _Ready:
    """A decoded photo on its way into a batch."""

    of: PendingPhoto
    pixels: Pixels


def embed(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Make the thumbnails and vectors that are missing, or older than a turn of the photo.

    Killing it anywhere loses at most the last batches, which the next run makes again.

    Returns:
        How many vectors were made.
    """
    pending = place.catalogue.vectors.pending(encoder.id)
    if not pending:
        return 0
    yield Progress(STEP, 0, len(pending))
    reason = yield from place.computer.run(STEP, why_no_gpu)
    note = f"using the CPU: {reason}" if reason else "using the GPU"
    work, pace = _Embedding(place, encoder, on_gpu=not reason), Pace()
    try:
        for _ in work.run(pending):
            progress = Progress(STEP, work.made + work.skipped, len(pending), note)
            pace.see(progress)
            yield progress
    finally:
        work.crew.close()
    if work.made >= _TELLING and pace.rate:
        place.catalogue.encoders.note_pace(encoder.id, pace.rate)
    return work.made


class _Embedding:
    """One run: photos are read ahead while batches fly to the crew and land in the catalogue.

    Attributes:
        crew: The encoding processes.
        made: Vectors stored.
        skipped: Photos that turned out to be problems.
    """

    def __init__(self, place: Surroundings, encoder: Encoder, *, on_gpu: bool) -> None:
        self._place = place
        self._encoder = encoder
        self._batch = _GPU_BATCH if on_gpu else _CPU_BATCH
        self._threads = None if on_gpu else 1
        self.crew = Workers(1 if on_gpu else min(_MOST_ENCODERS, place.readers.count))
        self._flights: deque[tuple[list[_Ready], Future[np.ndarray]]] = deque()
        self.made = 0
        self.skipped = 0

    def run(self, pending: list[PendingPhoto]) -> Iterator[None]:
        """Do it all; yields at least every 100 ms."""
        for batch in self._batches(pending):
            if batch:
                self._flights.append((batch, self._send(batch)))
            yield from self._land(most=2 * self.crew.count)
            yield
        yield from self._land(most=0)

    def _batches(self, pending: list[PendingPhoto]) -> Iterator[list[_Ready]]:
        """Decode photos; yield full batches, and an empty one while there is nothing to send."""
        card = card_of(self._place, self._encoder.name)
        waiting = iter(pending)
        batch: list[_Ready] = []
        for outcome in self._place.readers.map(
            read_pixels, [(one.path, card, one.turn) for one in pending]
        ):
            if outcome is not None:
                photo = next(waiting)
                if isinstance(outcome[1], PhotoError):
                    self._skip(photo.photo_id, photo.path, outcome[1])
                else:
                    batch.append(_Ready(photo, outcome[1]))
            if len(batch) == self._batch:
                yield batch
                batch = []
            else:
                yield []
        yield batch

    def _send(self, batch: list[_Ready]) -> "Future[np.ndarray]":
        crops = np.stack([ready.pixels.crop for ready in batch if ready.pixels.crop is not None])
        folder, name = self._place.paths.encoders, self._encoder.name
        return self.crew.submit(encode, folder, name, self._threads, crops)

    def _land(self, most: int) -> Iterator[None]:
        """Store the batches that are encoded, waiting until at most so many are on their way."""
        while self._flights and (len(self._flights) > most or self._flights[0][1].done()):
            batch, flight = self._flights[0]
            if self.crew.wait(flight):
                self._flights.popleft()
                self._store(batch, self.crew.take(STEP, flight))
            yield

    def _store(self, batch: list[_Ready], vectors: np.ndarray) -> None:
        catalogue = self._place.catalogue
        for ready in batch:
            self._place.thumbnails.put(ready.of.content_hash, ready.pixels.thumbnail)
        ids = [ready.of.photo_id for ready in batch]
        with catalogue.connection.write() as db:
            catalogue.photos.set_pixels(
                (ready.of.photo_id, ready.pixels.perceptual_hash) for ready in batch
            )
            catalogue.vectors.add(self._encoder.id, zip(ids, vectors, strict=True))
            now = catalogue.marks.of(ids)
            there = (ready.of for ready in batch if ready.of.photo_id in now)
            outdate(db, (i for i, _, _, turn in there if now[i].turn != turn))  # turned meanwhile
        self.made += len(batch)
        self._place.announce(Changes(photos=frozenset(ids)))

    def _skip(self, photo_id: int, path: str, problem: PhotoError) -> None:
        if Path(path).exists():
            self._place.catalogue.photos.give_up(photo_id, problem.reason)
        elif Path(path).parent.is_dir():  # else the drive may be unplugged: a scan can tell
            self._place.catalogue.photos.set_missing([photo_id], missing=True)
        self.skipped += 1
        self._place.announce(Changes(photos=frozenset({photo_id})))
