"""How well vectors separate labels, with nothing to train."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import graph
from ssl_core.vectors import centre


def knn_accuracy(vectors: NDArray[np.floating], labels: NDArray[np.integer], k: int = 10) -> float:
    """Score by leave-one-out: each photo gets the label that most of its neighbours carry.

    Votes weigh ``exp((cosine - 1) / 0.07)`` (Wu et al. 2018, sec. 3.4).

    Args:
        vectors: ``(N, D)`` raw vectors, N at least 2.
        labels: ``(N,)`` class of each photo, from 0.
        k: Neighbours asked.

    Returns:
        Share of photos labelled right, in [0, 1].
    """
    near = graph(centre(vectors), k)
    votes = np.zeros((len(labels), int(labels.max()) + 1), dtype=np.float32)
    rows = np.repeat(np.arange(len(labels)), near.indices.shape[1])
    weights = np.exp((near.cosines - 1) / 0.07)
    np.add.at(votes, (rows, labels[near.indices].ravel()), weights.ravel())
    return float((votes.argmax(axis=1) == labels).mean())
