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
    ready: list[tuple[PendingPart, np.ndarray]] = []
    waiting = iter(pending)
    asked = [(one.path, one.part.turned(one.turn), card, one.turn) for one in pending]
    for outcome in place.readers.map(read_part, asked):
        if outcome is None:
            yield Progress(STEP, len(ready), len(pending))
        else:
            one = next(waiting)
            if not isinstance(outcome[1], PhotoError):
                ready.append((one, outcome[1]))
    for start in range(0, len(ready), _BATCH):
        some = ready[start : start + _BATCH]
        crops = np.stack([crop for _, crop in some])
        asked_of = place.paths.encoders, encoder.name, None, crops
        vectors = yield from place.searcher.run(STEP, encode, *asked_of)
        for (one, _), vector in zip(some, vectors, strict=True):
            place.catalogue.parts.add(encoder.id, one.photo_id, one.part, vector)
