"""Heads: many shots of one moment have one vote, or each would pass for a group."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import Neighbours

SAME_SHOT = 0.985
"""Cosine of centred vectors from which two photos are shots of one moment."""

LEAST_LEFT = 0.5
"""Where fewer photos would be left, the copies are what the library consists of: all are kept."""


def heads(near: Neighbours) -> NDArray[np.int64]:
    """Find the photo that stands for each photo.

    Args:
        near: Nearest others of each of N photos, by centred vectors.

    Returns:
        ``(N,)`` row of the photo that each photo is a copy of, itself for most. Every copy is like
        its head itself, so no chain of small steps joins photos that differ.
    """
    count = len(near.indices)
    alike = near.cosines >= SAME_SHOT
    result = np.arange(count)
    free = np.ones(count, dtype=bool)
    for row in np.argsort(-alike.sum(axis=1), kind="stable"):
        if not alike[row].any():
            break
        if free[row]:
            copies = near.indices[row][alike[row]]
            copies = copies[free[copies]]
            result[copies] = row
            free[copies] = free[row] = False
    left = (result == np.arange(count)).sum()
    return result if left >= LEAST_LEFT * count else np.arange(count)
