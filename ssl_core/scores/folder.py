"""An encoder's scores on a folder of photos, with no library about."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.folder import embed_photos
from ssl_core.scores.copies import changed
from ssl_core.scores.knn_probe import knn_accuracy
from ssl_core.scores.label_free import effective_rank, kept_neighbours, view_agreement
from ssl_core.scores.prototype_probe import prototype_accuracy

_SHOTS = (1, 5)


def score_photos(
    photos: list[Path], embedder: Embedder, left_out: Callable[[str], None], *, classes: bool
) -> dict[str, float]:
    """Encode photos, and a changed copy of each, and score the vectors.

    Args:
        photos: The files.
        embedder: The encoder.
        left_out: Called with a sentence for each file that cannot be opened.
        classes: Whether a photo's folder is its true class.

    Returns:
        ``photos``, ``view_agreement``, ``kept_neighbours``, ``rank``; with classes also
        leave-one-out ``knn_5``, and ``prototypes_1`` and ``prototypes_5`` (labels a class) where
        every class has enough.

    Raises:
        EncoderError: No photo can be opened, or the encoder fails.
    """
    found = embed_photos(photos, embedder, left_out)
    opened = [Path(path) for path in found.paths]
    generator = np.random.default_rng(0)
    views = embed_photos(opened, embedder, left_out, lambda photo: changed(photo, generator))
    scores = {
        "photos": float(len(opened)),
        "view_agreement": view_agreement(found.vectors, views.vectors),
        "kept_neighbours": float(kept_neighbours(found.vectors, views.vectors).mean()),
        "rank": effective_rank(found.vectors),
    }
    if classes:
        scores |= label_scores(found.vectors, np.array([path.parent.name for path in opened]))
    return scores


def label_scores(vectors: NDArray[np.float32], names: NDArray[np.str_]) -> dict[str, float]:
    """Score vectors against the true classes: ``(N, D)`` and ``(N,)`` names."""
    _, labels, counts = np.unique(names, return_inverse=True, return_counts=True)
    scores = {"knn_5": knn_accuracy(vectors, labels, 5)}
    for shots in _SHOTS:
        if counts.min() > shots:
            scores[f"prototypes_{shots}"] = prototype_accuracy(vectors, labels, shots)
    return scores
