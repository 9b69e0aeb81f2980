"""Which photos are one: near duplicates and shots of one burst, found along the neighbour graph."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from ssl_core.search.duplicates import RULES
from ssl_core.search.neighbours import Neighbours

IDENTICAL = 0.999
"""Photos with a higher cosine are one, whatever else is known of them."""

BURST_SECONDS = 10.0
BURST_COSINE = 0.8


def copies(
    neighbours: Neighbours,
    hashes: NDArray[np.uint64] | None = None,
    taken: NDArray[np.float64] | None = None,
) -> NDArray[np.int64]:
    """Number the photos so that those which are one have one number.

    Args:
        neighbours: ``(N, k)`` of the centred vectors.
        hashes: ``(N,)`` from `ssl_core.search.duplicates.perceptual_hash`; 0 where unknown.
        taken: ``(N,)`` seconds; NaN where unknown.

    Returns:
        ``(N,) int64``.
    """
    count, width = neighbours.indices.shape
    if not count or not width:
        return np.arange(count)
    other = neighbours.indices
    same = neighbours.cosines >= IDENTICAL
    if hashes is not None:
        bits = np.bitwise_count(hashes[:, None] ^ hashes[other])
        known = (hashes[:, None] != 0) & (hashes[other] != 0)
        for most, least in RULES:
            same |= known & (bits <= most) & (neighbours.cosines >= least)
    if taken is not None:
        apart = np.abs(taken[:, None] - taken[other])
        same |= (apart <= BURST_SECONDS) & (neighbours.cosines >= BURST_COSINE)
    one, place = np.nonzero(same)
    links = csr_array((np.ones(len(one), bool), (one, other[one, place])), shape=(count, count))
    return connected_components(links, directed=False)[1].astype(np.int64)
