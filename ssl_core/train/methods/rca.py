"""Learning on the stored vectors in closed form: what differs among neighbours matters less."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import graph
from ssl_core.vectors import centre

_NEAR = 20
# How much the covariance is drawn towards a multiple of the identity.
_SHRINKAGE = 0.5


def relevant_components(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Relevant component analysis (Bar-Hillel et al. 2005, eq. 1), without its labelled chunks.

    Mutual neighbours stand in for photos that are known to be of one kind; directions in which
    these differ are shortened: ``W = (shrunk covariance of their differences) ** -1/2``.

    Args:
        vectors: ``(N, D)`` raw.

    Returns:
        ``(D, D)``, to be applied to normalised vectors less their mean.
    """
    rows = centre(vectors)
    first, second = _mutual_pairs(rows, _NEAR)
    if not len(first):
        return np.eye(rows.shape[1], dtype=np.float32)
    between = (rows[first] - rows[second]).astype(np.float64)
    within = between.T @ between / len(between)
    even = np.trace(within) / len(within) * np.eye(len(within))
    lengths, directions = np.linalg.eigh((1 - _SHRINKAGE) * within + _SHRINKAGE * even)
    # Scaled, so that lengths stay near those of the vectors.
    scale = np.sqrt(lengths.mean() / lengths.clip(1e-12))
    return ((directions * scale) @ directions.T).astype(np.float32)


def _mutual_pairs(
    rows: NDArray[np.float32], near: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each pair of photos that have one another among their neighbours, once."""
    found = graph(rows, near).indices
    first = np.repeat(np.arange(len(rows)), found.shape[1])
    second = found.ravel()
    mutual = (found[second] == first[:, None]).any(axis=1) & (first < second)
    return first[mutual], second[mutual]
