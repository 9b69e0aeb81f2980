"""Let unlabelled photos help: vectors smoothed over the neighbour graph carry a label further.

Smoothing the vectors rather than the labels keeps the tagger linear, with its leave-one-out in
closed form, and measures better from two labels on.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.cells import near_graph
from ssl_core.search.growing import grow_graph
from ssl_core.search.principal import compress
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.search.whiten import whiten
from ssl_core.tagging.copies import copies
from ssl_core.vectors import centre, normalise

NEIGHBOURS = 10
WIDTH = 256
POWER = 0.8
"""Of every value of a vector, its sign kept: few large values drown the many small ones less."""

LEVELS = ((0.0, 0), (0.5, 6), (0.8, 12), (0.9, 20))
"""(share from the neighbours, rounds): many labels want little smoothing, few much."""


class Neighbourhood(NamedTuple):
    """What the whole library, labelled or not, says about every photo.

    Attributes:
        plain: ``(N, d) float32`` unit rows, for "why": cosine here is likeness of two photos.
        levels: For each of `LEVELS`, ``(N, d) float32``: zero mean, mean squared length 1.
        near: ``(N, k)``: rows of the neighbours of each photo, for `neighbourhood` to go on from.
        copies: ``(N,)``: photos with one number are one, see `ssl_core.tagging.copies`.
    """

    plain: NDArray[np.float32]
    levels: tuple[NDArray[np.float32], ...]
    near: NDArray[np.int64]
    copies: NDArray[np.int64]


def neighbourhood(
    vectors: NDArray[np.floating],
    near: NDArray[np.int64] | None = None,
    *,
    hashes: NDArray[np.uint64] | None = None,
    taken: NDArray[np.float64] | None = None,
) -> Neighbourhood:
    """Prepare a library for tagging; do it once, it does not depend on any tag.

    Args:
        vectors: ``(N, D)`` raw vectors.
        near: Neighbours found for the library as it was before, in today's rows, -1 for what is
            gone; all -1 for new photos. Only those are searched for.
        hashes: Perceptual hashes, see `ssl_core.tagging.copies.copies`.
        taken: Capture times, likewise.
    """
    unit = normalise(vectors)
    plain = normalise(compress(centre(np.sign(unit) * np.abs(unit) ** POWER), WIDTH))
    white = whiten(plain)
    if near is None or near.shape[1] < NEIGHBOURS:  # a library of a few photos had shorter lists
        found = near_graph(white, NEIGHBOURS)
    else:
        found = grow_graph(white, near)
    weights = adjacency(found)
    levels = tuple(_standard(smooth(weights, white, share, rounds)) for share, rounds in LEVELS)
    one = copies(plain, found.indices, hashes, taken)
    return Neighbourhood(plain, levels, found.indices, one)


def _standard(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(vectors):
        return vectors
    around = vectors - vectors.mean(axis=0)
    spread = float(np.sqrt(np.square(around).sum(axis=1).mean()))
    return around / np.float32(max(spread, 1e-6))
