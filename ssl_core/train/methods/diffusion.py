"""Learning on the stored vectors in closed form: what neighbours share, said of any photo."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import graph
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.vectors import centre

Square = NDArray[np.float64]

# Chosen on two of the four photo sets at a time and tried on the other two: docs/training.md.
_KIN = 20
_NEAR = 10
_SHARE, _ROUNDS = 0.8, 5
_SHRINKAGE = 0.5
_RIDGE = 0.5
_OWN = 3.0


def diffused_layer(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Learn a linear layer under which photos of one kind lie closer.

    1. Relevant component analysis (Bar-Hillel et al. 2005), mutual neighbours in place of its
       labelled chunks: directions in which neighbours differ are shortened.
    2. Smoothing over the neighbour graph of what comes out (Zhou et al. 2004).
    3. Ridge regression from the vectors to the smoothed ones, so that new photos are placed too.
    4. The vector as it was is kept beside what was learnt: ``|M x|² = 3 |x|² + |B' x|²``.

    Args:
        vectors: ``(N, D)`` raw; up to some ten thousand, since all are compared with all.

    Returns:
        M, ``(D, D)`` symmetric, to be applied to normalised vectors less their mean.
    """
    rows = centre(vectors)
    relevant = centre(rows @ relevant_components(rows))
    links = adjacency(graph(relevant, _NEAR))
    learnt = _ridge(rows, smooth(links, relevant, _SHARE, _ROUNDS))
    learnt *= float(np.linalg.norm(rows)) / max(float(np.linalg.norm(rows @ learnt)), 1e-12)
    beside = _OWN * np.eye(len(learnt)) + learnt @ learnt.T
    return _power(beside, 0.5).astype(np.float32)


def relevant_components(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """Whiten by the shrunk covariance of the differences of mutual neighbours.

    Args:
        rows: ``(N, D)`` from `ssl_core.vectors.centre`.

    Returns:
        ``(D, D)`` symmetric.
    """
    first, second = _mutual_pairs(rows)
    between = (rows[first] - rows[second]).astype(np.float64)
    within = between.T @ between / max(len(between), 1)
    even = np.trace(within) / len(within) * np.eye(len(within))
    return _power((1 - _SHRINKAGE) * within + _SHRINKAGE * even, -0.5).astype(np.float32)


def _mutual_pairs(rows: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return each pair of photos that have one another among their neighbours, once."""
    found = graph(rows, _KIN).indices
    first = np.repeat(np.arange(len(rows)), found.shape[1])
    second = found.ravel()
    mutual = (found[second] == first[:, None]).any(axis=1) & (first < second)
    return first[mutual], second[mutual]


def _ridge(rows: NDArray[np.float32], targets: NDArray[np.float32]) -> Square:
    """Return B, ``(D, D)``, with ``rows @ B`` near the targets."""
    inner = (rows.T @ rows).astype(np.float64)
    inner += _RIDGE * np.trace(inner) / len(inner) * np.eye(len(inner))
    return np.asarray(np.linalg.solve(inner, (rows.T @ targets).astype(np.float64)))


def _power(symmetric: Square, power: float) -> Square:
    """Raise a symmetric matrix without negative eigenvalues to a power."""
    values, directions = np.linalg.eigh(symmetric)
    powers: Square = np.power(values.clip(1e-12), power)
    return np.asarray((directions * powers) @ directions.T, np.float64)
