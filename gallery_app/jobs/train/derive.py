"""A new encoder that is a layer on an old one takes over what the old one has seen: in seconds."""

from pathlib import Path

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.progress import Progress
from gallery_app.jobs.encoders import card_of
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.embed.learnt_layer import LearntLayer, load_layer

STEP = "Carrying vectors over"
_CHUNK = 2048


def derive(place: Surroundings, made: Path, old: Encoder, new: Encoder) -> Job[int]:
    """Compute the new encoder's vectors from the old one's, if it is a layer on it.

    Args:
        place: Of the library.
        made: The folder that the training wrote the new encoder to.
        old: The encoder that the training started from.
        new: The new one.

    Returns:
        How many vectors there are now.
    """
    layer = load_layer(made, new.name)
    if layer is None or layer.base != card_of(place, old.name).sha256:
        return 0
    ids, vectors = place.catalogue.vectors.load(old.id, old.dim)
    fresh = ~np.isin(ids, [one.photo_id for one in place.catalogue.vectors.pending(old.id)])
    ids, vectors = ids[fresh], vectors[fresh]
    for start in range(0, len(ids), _CHUNK):
        yield Progress(STEP, start, len(ids))
        chunk = slice(start, start + _CHUNK)
        rows = yield from place.computer.run(STEP, apply, layer, vectors[chunk])
        place.catalogue.vectors.add(new.id, zip(ids[chunk].tolist(), rows, strict=True))
    return len(ids)


def apply(layer: LearntLayer, vectors: np.ndarray) -> np.ndarray:
    """Apply a layer; runs in the computing process."""
    return layer(vectors)
