"""The neighbour graph as the weights between photos."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ssl_core.search.neighbours import Neighbours

ISOLATED_BELOW = 0.2
"""A neighbour with a lower cosine is none: odd photos keep to themselves."""

_HALVINGS = 40
_HUGE = 1e6


def links(near: Neighbours) -> csr_array:
    """Weigh neighbours as UMAP does (McInnes et al. 2018, sections 3.1 and 3.2).

    Each photo measures distance by how far its own neighbours are, so that a dense kind and a
    sparse one are linked alike; a link counts where either photo makes it ("fuzzy union").

    Args:
        near: k nearest others of each of N photos.

    Returns:
        ``(N, N)`` symmetric, weights in [0, 1]. Photos of cosine below `ISOLATED_BELOW` are not
        linked: a photo like no other has no links.
    """
    count, width = near.indices.shape
    if not width:
        return csr_array((count, count), dtype=np.float32)
    weights = np.where(near.cosines < ISOLATED_BELOW, 0, _memberships(near.cosines))
    starts = np.arange(0, count * width + 1, width)
    one_way = csr_array((weights.ravel(), near.indices.ravel(), starts), shape=(count, count))
    both = csr_array(one_way + one_way.T - one_way.multiply(one_way.T), dtype=np.float32)
    both.eliminate_zeros()
    return both


def _memberships(cosines: NDArray[np.float32]) -> NDArray[np.float64]:
    """``exp(-(d - nearest) / scale)``, the scale such that each row sums to log2(k)."""
    apart = np.sqrt(np.maximum(2 - 2 * cosines.astype(np.float64), 0))
    beyond = apart - apart[:, :1]
    wanted = np.log2(max(cosines.shape[1], 2))
    low, high = np.zeros(len(cosines)), np.full(len(cosines), _HUGE)
    scale = np.ones(len(cosines))
    for _ in range(_HALVINGS):
        too_wide = np.exp(-beyond / scale[:, None]).sum(axis=1) > wanted
        high, low = np.where(too_wide, scale, high), np.where(too_wide, low, scale)
        scale = np.where(high < _HUGE, (low + high) / 2, 2 * scale)
    return np.exp(-beyond / scale[:, None])
