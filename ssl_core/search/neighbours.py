"""Exact cosine neighbours, block by block: memory stays bounded and no index can go stale."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.vectors import normalise

BLOCK_CELLS = 8_000_000
"""Cosines held at once: 32 MB of float32."""


class Neighbours(NamedTuple):
    """The k nearest photos of each of Q photos, nearest first.

    Attributes:
        indices: ``(Q, k) int64``, rows of the searched vectors.
        cosines: ``(Q, k) float32`` in [-1, 1], falling along each row.
    """

    indices: NDArray[np.int64]
    cosines: NDArray[np.float32]


def nearest(query: NDArray[np.floating], vectors: NDArray[np.floating], k: int) -> Neighbours:
    """Find the ``k`` rows of ``vectors`` most like each row of ``query``.

    Args:
        query: ``(Q, D)``; need not be normalised.
        vectors: ``(N, D)``; rows of zeros have cosine 0 with everything.
        k: Neighbours wanted; with fewer than ``k`` vectors all of them come back.

    Returns:
        Neighbours of width ``min(k, N)``.

    Raises:
        VectorsError: A vector holds values that are not finite.
    """
    wanted, searched = normalise(query), normalise(vectors)
    return _search(wanted, searched, min(k, len(searched)), skip_self=False)


def graph(vectors: NDArray[np.floating], k: int) -> Neighbours:
    """Find the ``k`` nearest other photos of every photo.

    Args:
        vectors: ``(N, D)`` as for `nearest`.
        k: Neighbours wanted, the photo itself not counted.

    Returns:
        Neighbours of width ``min(k, N - 1)``, for N rows.
    """
    rows = normalise(vectors)
    return _search(rows, rows, max(0, min(k, len(rows) - 1)), skip_self=True)


def _search(query: NDArray, rows: NDArray, k: int, *, skip_self: bool) -> Neighbours:
    indices = np.empty((len(query), k), dtype=np.int64)
    cosines = np.empty((len(query), k), dtype=np.float32)
    step = max(1, BLOCK_CELLS // max(1, len(rows)))
    for start in range(0, len(query) if k else 0, step):
        block = query[start : start + step] @ rows.T
        if skip_self:
            own = np.arange(len(block))
            block[own, start + own] = -np.inf
        stop = start + len(block)
        indices[start:stop], cosines[start:stop] = _best(block, k)
    return Neighbours(indices, np.clip(cosines, -1, 1))


def _best(block: NDArray, k: int) -> tuple[NDArray, NDArray]:
    if k < block.shape[1]:
        found = np.sort(np.argpartition(block, -k, axis=1)[:, -k:], axis=1)
    else:
        found = np.tile(np.arange(k), (len(block), 1))
    values = np.take_along_axis(block, found, axis=1)
    order = np.argsort(-values, axis=1, kind="stable")
    return np.take_along_axis(found, order, axis=1), np.take_along_axis(values, order, axis=1)
