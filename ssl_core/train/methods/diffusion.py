"""Learning on the stored vectors in closed form: what neighbours share, said of any photo."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import graph
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.search.whiten import whitening
from ssl_core.vectors import centre

Square = NDArray[np.float64]

# Chosen on two of the four photo sets at a time and tried on the other two: docs/training.md.
_KIN = 10
_SHRINKAGE = 0.5
_NEAR = 10
_SHARE, _ROUNDS = 0.5, 3
_RIDGE = 0.5
_WHITE = 2.0


def diffused_layer(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Learn a linear layer under which photos of one kind lie closer.

    1. W: directions in which neighbours differ are shortened (`ssl_core.search.whiten`).
    2. Smoothing over the neighbour graph of what comes out (Zhou et al. 2004).
    3. B: ridge regression from the vectors to the smoothed ones, so that new photos are placed too.
    4. Both side by side, W's part twice as heavy: ``|M x|² = 2 |W x|² + |B' x|²``.

    Args:
        vectors: ``(N, D)`` raw; up to some ten thousand, since all are compared with all.

    Returns:
        M, ``(D, D)`` symmetric, to be applied to normalised vectors less their mean.
    """
    rows = centre(vectors)
    white = whitening(rows, _KIN, _SHRINKAGE)
    kin = centre(rows @ white)
    placed = _ridge(rows, smooth(adjacency(graph(kin, _NEAR)), kin, _SHARE, _ROUNDS))
    weights = _WHITE / _size(rows @ white), 1 / _size(rows @ placed)
    beside = weights[0] * white @ white.T + weights[1] * placed @ placed.T
    values, directions = np.linalg.eigh(beside * _size(rows))
    return ((directions * np.sqrt(values.clip(0))) @ directions.T).astype(np.float32)


def _ridge(rows: NDArray[np.float32], targets: NDArray[np.float32]) -> Square:
    """Return B, ``(D, D)``, with ``rows @ B`` near the targets."""
    inner = (rows.T @ rows).astype(np.float64)
    inner += _RIDGE * np.trace(inner) / len(inner) * np.eye(len(inner))
    return np.asarray(np.linalg.solve(inner, (rows.T @ targets).astype(np.float64)))


def _size(rows: NDArray[np.floating]) -> float:
    """Return the sum of all squares, never zero."""
    return max(float(np.sum(rows * rows)), 1e-12)
