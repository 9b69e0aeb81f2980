"""A neighbour graph that grows with the library: only new photos are searched for."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.cells import near_graph
from ssl_core.search.neighbours import Neighbours, nearest

MOST_NEW = 0.2
"""With a larger share of new photos a new graph is as quick."""


def grow_graph(vectors: NDArray[np.float32], near: NDArray[np.int64]) -> Neighbours:
    """Find the nearest others of every photo, given those known before.

    Args:
        vectors: ``(N, d)`` unit rows.
        near: ``(N, k)``: rows of the neighbours known so far; rows with a -1 are searched anew, and
            may enter the lists of all others.

    Returns:
        Neighbours of width k. Exact while the vectors of the photos known before stay as they were.
    """
    width = near.shape[1]
    fresh = np.flatnonzero((near < 0).any(axis=1))
    if len(fresh) > MOST_NEW * len(near):
        return near_graph(vectors, width)
    candidates = [near]
    if len(fresh):
        searched = np.full((len(near), width + 1), -1)
        searched[fresh] = nearest(vectors[fresh], vectors, width + 1).indices
        entered = fresh[nearest(vectors, vectors[fresh], width).indices]
        candidates += [searched, entered]
    return _best(vectors, np.concatenate(candidates, axis=1), width)


def _best(vectors: NDArray[np.float32], candidates: NDArray[np.int64], width: int) -> Neighbours:
    ordered = np.sort(candidates, axis=1)
    own = np.arange(len(ordered))[:, None]
    useless = (ordered < 0) | (ordered == own)
    useless[:, 1:] |= ordered[:, 1:] == ordered[:, :-1]
    cosines = np.empty(ordered.shape, dtype=np.float32)
    for start in range(0, len(ordered), 2048):
        part = slice(start, start + 2048)
        cosines[part] = np.einsum("nd,nkd->nk", vectors[part], vectors[ordered[part]])
    cosines[useless] = -np.inf
    order = np.argsort(-cosines, axis=1, kind="stable")[:, :width]
    kept = np.take_along_axis(cosines, order, axis=1)
    return Neighbours(np.take_along_axis(ordered, order, axis=1), np.clip(kept, -1, 1))
