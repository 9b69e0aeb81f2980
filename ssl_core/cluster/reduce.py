"""From raw vectors to the few dimensions in which density means something."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from ssl_core.search.principal import compress
from ssl_core.vectors import centre, normalise

FINE, COARSE = 128, 16
SHARE, ROUNDS = 0.9, 20
CODES = 64
"""Communities are told apart in this many dimensions; more of them share the room."""


def describe(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Centre and compress raw vectors ``(N, D)`` to ``(N, d) float32`` unit rows, d <= `FINE`."""
    return normalise(compress(centre(vectors), FINE))


def reduce(weights: csr_array, community: NDArray[np.int64]) -> NDArray[np.float32]:
    """Place each photo by the communities that it and its surroundings belong to.

    A walk over the links starts at the photo, and at each step returns with `1 - SHARE`; the place
    is the community it is found in, on average. Photos in the heart of a community come to lie
    together, those between two in between, and a community that was cut without need overlaps
    with its other half, so that density joins them again.

    Args:
        weights: ``(N, N)`` from `links`.
        community: ``(N,)`` from `communities`.

    Returns:
        ``(N, d) float32``, d at most `COARSE`. The same weights give the same places.
    """
    own = _codes(int(community.max(initial=-1)) + 1)[community]
    degree = np.asarray(weights.sum(axis=1)).ravel()
    step = csr_array(diags_array(SHARE / np.maximum(degree, 1e-12)) @ weights, dtype=np.float32)
    places = own
    for _ in range(ROUNDS):
        places = step @ places + (1 - SHARE) * own
    return compress(places, COARSE)


def _codes(count: int) -> NDArray[np.float32]:
    """One direction for each community; nearly orthogonal where there are too many."""
    if count <= CODES:
        return np.eye(count, dtype=np.float32)
    random = np.random.default_rng(0).normal(size=(count, CODES))
    return normalise(random.astype(np.float32))
