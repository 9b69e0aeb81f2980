"""Smooth vectors over the neighbour graph, so that a label reaches the photos like it.

Smoothing the vectors rather than the labels (simple graph convolution, Wu et al. 2019, eq. 8, with
the restart of Zhou et al. 2004) keeps the tagger linear, with its leave-one-out in closed form.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from ssl_core.search.neighbours import Neighbours, graph
from ssl_core.search.principal import compress
from ssl_core.vectors import centre, normalise

NEIGHBOURS = 10
WIDTH = 256
LEVELS = ((0.5, 6), (0.8, 12), (0.9, 20))
"""(share from the neighbours, rounds): small groups want little smoothing, large ones much."""

TEMPERATURE = 0.1
ISOLATED_BELOW = 0.2
"""A neighbour with a lower cosine is none: odd photos keep to themselves."""


class Neighbourhood(NamedTuple):
    """What the whole library, labelled or not, says about every photo.

    Attributes:
        plain: ``(N, d) float32`` unit rows, for "why": cosine here is likeness of two photos.
        levels: For each of `LEVELS`, ``(N, d) float32``: zero mean, mean squared length 1.
    """

    plain: NDArray[np.float32]
    levels: tuple[NDArray[np.float32], ...]


def neighbourhood(
    vectors: NDArray[np.floating], neighbours: Neighbours | None = None
) -> Neighbourhood:
    """Prepare a library for tagging; do it once, it does not depend on any tag.

    Args:
        vectors: ``(N, D)`` raw vectors.
        neighbours: `ssl_core.search.neighbours.graph` of the centred vectors, width 10 or so, if it
            is at hand; built here otherwise.
    """
    plain = normalise(compress(centre(vectors), WIDTH))
    links = adjacency(graph(plain, NEIGHBOURS) if neighbours is None else neighbours)
    return Neighbourhood(
        plain, tuple(_standard(_smooth(links, plain, share, rounds)) for share, rounds in LEVELS)
    )


def adjacency(neighbours: Neighbours) -> csr_array:
    """Turn neighbour lists into the symmetric, degree-normalised weights D^-1/2 W D^-1/2.

    W is ``exp((cosine - 1) / 0.1)``, joined where either photo lists the other.

    Returns:
        ``(N, N)`` sparse float32 with eigenvalues in [-1, 1].
    """
    count, width = neighbours.indices.shape
    weights = np.exp((neighbours.cosines - 1) / TEMPERATURE)
    weights[neighbours.cosines < ISOLATED_BELOW] = 0
    starts = np.arange(0, count * width + 1, max(width, 1)) if width else np.zeros(count + 1, int)
    one_way = csr_array((weights.ravel(), neighbours.indices.ravel(), starts), shape=(count, count))
    both = one_way.maximum(one_way.T)
    degree = np.asarray(both.sum(axis=1)).ravel()
    scale = diags_array(1 / np.sqrt(np.maximum(degree, 1e-12)), dtype=np.float32)
    return csr_array(scale @ both @ scale, dtype=np.float32)


def _smooth(
    links: csr_array, vectors: NDArray[np.float32], share: float, rounds: int
) -> NDArray[np.float32]:
    smoothed = vectors
    for _ in range(rounds):
        smoothed = share * (links @ smoothed) + (1 - share) * vectors
    return normalise(smoothed)


def _standard(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(vectors):
        return vectors
    around = vectors - vectors.mean(axis=0)
    spread = float(np.sqrt(np.square(around).sum(axis=1).mean()))
    return around / np.float32(max(spread, 1e-6))
