"""From raw vectors to the few dimensions in which density means something."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import Neighbours, graph
from ssl_core.search.principal import compress
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.vectors import centre, normalise

FINE, COARSE = 128, 16
SHARE, ROUNDS = 0.9, 20
MOST_NEIGHBOURS = 15


def describe(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Centre and compress raw vectors ``(N, D)`` to ``(N, d) float32`` unit rows, d <= `FINE`."""
    return normalise(compress(centre(vectors), FINE))


def reduce(
    fine: NDArray[np.float32], group: int, neighbours: Neighbours | None = None
) -> NDArray[np.float32]:
    """Smooth over the neighbour graph and compress to the space in which groups are found.

    The smoothing is what makes groups: on four photo sets PCA alone reached an adjusted mutual
    information of 0.35 in the mean, with the smoothing 0.46.

    Args:
        fine: ``(N, d)`` from `describe`.
        group: Size of the smallest group looked for; no more neighbours than that are mixed.
        neighbours: The neighbour graph of the centred vectors, if at hand; built here otherwise.

    Returns:
        ``(N, d) float32``, d at most `COARSE`. The same vectors give the same numbers.
    """
    width = min(MOST_NEIGHBOURS, group)
    near = graph(fine, width) if neighbours is None else neighbours
    links = adjacency(Neighbours(near.indices[:, :width], near.cosines[:, :width]))
    return compress(smooth(links, fine, SHARE, ROUNDS), COARSE)
