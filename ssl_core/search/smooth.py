"""Smooth vectors over the neighbour graph: photos of one kind move together.

Simple graph convolution (Wu et al. 2019, eq. 8) with the restart of Zhou et al. 2004.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from ssl_core.search.links import links
from ssl_core.search.neighbours import Neighbours
from ssl_core.vectors import normalise


def adjacency(neighbours: Neighbours) -> csr_array:
    """Turn neighbour lists into the symmetric, degree-normalised weights D^-1/2 W D^-1/2.

    W is that of `ssl_core.search.links`.

    Returns:
        ``(N, N)`` sparse float32 with eigenvalues in [-1, 1].
    """
    both = links(neighbours)
    degree = np.asarray(both.sum(axis=1)).ravel()
    scale = diags_array(1 / np.sqrt(np.maximum(degree, 1e-12)), dtype=np.float32)
    return csr_array(scale @ both @ scale, dtype=np.float32)


def smooth(
    weights: csr_array, vectors: NDArray[np.float32], share: float, rounds: int
) -> NDArray[np.float32]:
    """Mix each photo's vector with its neighbours' again and again, never losing its own.

    Args:
        weights: ``(N, N)`` from `adjacency`.
        vectors: ``(N, D)`` unit rows.
        share: Part taken from the neighbours in each round, in [0, 1).
        rounds: How often.

    Returns:
        ``(N, D) float32`` unit rows; a photo without neighbours keeps its own.
    """
    smoothed = vectors
    for _ in range(rounds):
        smoothed = share * (weights @ smoothed) + (1 - share) * vectors
    return normalise(smoothed)
