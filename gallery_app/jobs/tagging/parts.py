"""Have tagged parts of photos encoded, once for each encoder."""

from typing import TYPE_CHECKING

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError
from gallery_app.files.reader import read_part
from gallery_app.jobs.encoders import card_of, encode
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

if TYPE_CHECKING:
    from gallery_app.catalogue.parts import PendingPart

STEP = "Looking at parts of photos"
_BATCH = 8  # the searching process, which encodes them, is not kept from questions for long


def understand_parts(place: Surroundings, encoder: Encoder) -> Job[None]:
    """Encode the tagged parts that the encoder has not seen; those that cannot be read wait."""
    pending = place.catalogue.parts.pending(encoder.id)
    if not pending:
        return
    card = card_of(place, encoder.name)
    waiting, seen = iter(pending), 0
    ready: list[tuple[PendingPart, np.ndarray]] = []
    asked = [(one.path, one.part.turned(one.turn), card, one.turn) for one in pending]
    for outcome in place.readers.map(read_part, asked):
        if outcome is None:
            yield Progress(STEP, seen, len(pending))
            continue
        one, seen = next(waiting), seen + 1
        if not isinstance(outcome[1], PhotoError):
            ready.append((one, outcome[1]))
        if len(ready) == _BATCH:
            yield from _encode(place, encoder, ready)
            ready = []
    if ready:
        yield from _encode(place, encoder, ready)


def _encode(
    place: Surroundings, encoder: Encoder, ready: list[tuple["PendingPart", np.ndarray]]
) -> Job[None]:
    crops = np.stack([crop for _, crop in ready])
    folder = place.paths.encoders
    vectors = yield from place.searcher.run(STEP, encode, folder, encoder.name, None, crops)
    for (one, _), vector in zip(ready, vectors, strict=True):
        place.catalogue.parts.add(encoder.id, one.photo_id, one.part, vector, one.turn)
