"""Communities: photos that are linked with each other more than with the rest."""

import random

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu

_ROUNDS = 4


def communities(weights: csr_array, resolution: float) -> NDArray[np.int64]:
    """Find communities by modularity (Leiden algorithm, Traag et al. 2019).

    Args:
        weights: ``(N, N)`` symmetric, from `links`.
        resolution: 1 is plain modularity; more makes more and smaller communities.

    Returns:
        ``(N,)`` community of each photo, from 0. The same weights give the same communities.
    """
    import igraph  # noqa: PLC0415  (small libraries are not grouped and need not load it)

    upper = triu(weights, k=1).tocoo()
    graph = igraph.Graph(n=weights.shape[0], edges=np.stack([upper.row, upper.col], axis=1))
    igraph.set_random_number_generator(random.Random(0))  # draws only ties
    found = graph.community_leiden(
        objective_function="modularity",
        weights=upper.data.tolist(),
        resolution=resolution,
        n_iterations=_ROUNDS,
    )
    return np.array(found.membership, dtype=np.int64)
