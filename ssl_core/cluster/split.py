"""One group in parts: as its photos lie, or as the user's tags tell them apart."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ssl_core.cluster.density import cluster
from ssl_core.cluster.reduce import describe
from ssl_core.vectors import normalise

_ROUNDS = 20


def split(
    vectors: NDArray[np.floating], examples: Sequence[NDArray[np.int64]] = ()
) -> NDArray[np.int64]:
    """Split the photos of a group.

    Args:
        vectors: ``(N, D)`` raw vectors of its photos, N at least 2.
        examples: Rows that stand for each part, e.g. those with each of two tags. Without them the
            group is clustered by itself, and halved (spherical k-means) where that finds no parts.

    Returns:
        ``(N,)`` part of each photo, from 0 and each with a photo, unless all photos are the same.
    """
    fine = describe(vectors)
    if examples:
        parts = normalise(np.stack([fine[rows].mean(axis=0) for rows in examples]))
        found = (fine @ parts.T).argmax(axis=1)
        for part, rows in enumerate(examples):
            found[rows] = part
        return found
    closest = cluster(vectors).closest
    return closest if closest.max() > 0 else _halves(fine)


def _halves(fine: NDArray[np.float32]) -> NDArray[np.int64]:
    # Columns of `describe` are principal components: the first tells most photos apart.
    halves = (fine[:, 0] > np.median(fine[:, 0])).astype(np.int64)
    for _ in range(_ROUNDS):
        if halves.min() == halves.max():
            break
        middles = normalise(np.stack([fine[halves == half].mean(axis=0) for half in (0, 1)]))
        halves = (fine @ middles.T).argmax(axis=1)
    return halves
