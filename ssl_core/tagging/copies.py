"""Which photos are one: near duplicates and shots of one burst, found along the neighbour graph."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from ssl_core.search.bursts import BURST_COSINE, BURST_SECONDS
from ssl_core.search.duplicates import RULES

IDENTICAL = 0.999
"""Photos with a higher cosine are one, whatever else is known of them."""

BLOCK = 4096


def copies(
    vectors: NDArray[np.float32],
    near: NDArray[np.int64],
    hashes: NDArray[np.uint64] | None = None,
    taken: NDArray[np.float64] | None = None,
) -> NDArray[np.int64]:
    """Number the photos so that those which are one have one number.

    Args:
        vectors: ``(N, d)`` unit rows around the gallery's mean.
        near: ``(N, k)`` rows of the neighbours of each photo.
        hashes: ``(N,)`` from `ssl_core.search.duplicates.perceptual_hash`; 0 where unknown.
        taken: ``(N,)`` seconds; NaN where unknown.

    Returns:
        ``(N,) int64``.
    """
    count = len(vectors)
    if not near.size:
        return np.arange(count)
    cosines = _cosines(vectors, near)
    same = cosines >= IDENTICAL
    if hashes is not None:
        bits = np.bitwise_count(hashes[:, None] ^ hashes[near])
        known = (hashes[:, None] != 0) & (hashes[near] != 0)
        for most, least in RULES:
            same |= known & (bits <= most) & (cosines >= least)
    if taken is not None:
        apart = np.abs(taken[:, None] - taken[near])
        same |= (apart <= BURST_SECONDS) & (cosines >= BURST_COSINE)
    one, place = np.nonzero(same)
    pairs = csr_array((np.ones(len(one), bool), (one, near[one, place])), shape=(count, count))
    return connected_components(pairs, directed=False)[1].astype(np.int64)


def _cosines(vectors: NDArray[np.float32], near: NDArray[np.int64]) -> NDArray[np.float32]:
    parts = [
        np.einsum(
            "nd,nkd->nk", vectors[start : start + BLOCK], vectors[near[start : start + BLOCK]]
        )
        for start in range(0, len(vectors), BLOCK)
    ]
    return np.concatenate(parts)
