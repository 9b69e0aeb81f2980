"""Let unlabelled photos help: vectors smoothed over the neighbour graph carry a label further.

Smoothing the vectors rather than the labels keeps the tagger linear, with its leave-one-out in
closed form, and measures better from two labels on.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ssl_core.search.neighbours import Neighbours, graph
from ssl_core.search.principal import compress
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.tagging.copies import copies
from ssl_core.vectors import centre, normalise

NEIGHBOURS = 10
WIDTH = 256
LEVELS = ((0.5, 6), (0.8, 12), (0.9, 20))
"""(share from the neighbours, rounds): small groups want little smoothing, large ones much."""


class Neighbourhood(NamedTuple):
    """What the whole library, labelled or not, says about every photo.

    Attributes:
        plain: ``(N, d) float32`` unit rows, for "why": cosine here is likeness of two photos.
        levels: For each of `LEVELS`, ``(N, d) float32``: zero mean, mean squared length 1.
        links: ``(N, N)`` sparse, from `ssl_core.search.smooth.adjacency`.
        copies: ``(N,)``: photos with one number are one, see `ssl_core.tagging.copies`.
    """

    plain: NDArray[np.float32]
    levels: tuple[NDArray[np.float32], ...]
    links: csr_array
    copies: NDArray[np.int64]


def neighbourhood(
    vectors: NDArray[np.floating],
    neighbours: Neighbours | None = None,
    *,
    hashes: NDArray[np.uint64] | None = None,
    taken: NDArray[np.float64] | None = None,
) -> Neighbourhood:
    """Prepare a library for tagging; do it once, it does not depend on any tag.

    Args:
        vectors: ``(N, D)`` raw vectors.
        neighbours: `ssl_core.search.neighbours.graph` of the centred vectors, width 10 or so, if it
            is at hand; built here otherwise.
        hashes: Perceptual hashes, see `ssl_core.tagging.copies.copies`.
        taken: Capture times, likewise.
    """
    plain = normalise(compress(centre(vectors), WIDTH))
    found = graph(plain, NEIGHBOURS) if neighbours is None else neighbours
    links = adjacency(found)
    levels = tuple(_standard(smooth(links, plain, share, rounds)) for share, rounds in LEVELS)
    return Neighbourhood(plain, levels, links, copies(found, hashes, taken))


def _standard(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(vectors):
        return vectors
    around = vectors - vectors.mean(axis=0)
    spread = float(np.sqrt(np.square(around).sum(axis=1).mean()))
    return around / np.float32(max(spread, 1e-6))
