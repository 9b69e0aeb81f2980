"""Learning on the stored vectors in closed form: what neighbours share, said of any photo."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import graph
from ssl_core.search.principal import components
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.search.whiten import NEIGHBOURS, SHRINKAGE, whitening
from ssl_core.vectors import centre

Square = NDArray[np.float64]

# The whitening is the tagger's. Width and share of the unseen were chosen on halves of two photo
# sets, how much is smoothed on all four; nothing was on DINOv2: docs/measurements.md.
_SHOWN = 256
_UNSEEN = 0.7
_NEAR = 10
_SHARE, _ROUNDS = 0.8, 5
_RIDGE = 0.5
# Of soft photos the encoder tells less, so more is to be had from the gallery. On sharp ones the
# same takes up to a point of 5-NN from three of four sets: docs/training.md.
_SOFT_SHRINKAGE, _SOFT_RIDGE = 0.1, 0.1


def diffused_layer(vectors: NDArray[np.floating], *, soft: bool = False) -> NDArray[np.float32]:
    """Learn a linear layer under which photos of one kind lie closer.

    1. W: along the principal components, directions in which neighbours differ are shortened
       (`ssl_core.search.whiten`). All others are a little shortened too, evenly: what a few hundred
       photos seem to say of them does not hold for the next photos.
    2. Smoothing over the neighbour graph of what comes out (Zhou et al. 2004).
    3. B: ridge regression from the vectors to the smoothed ones, so that new photos are placed too.
    4. Both side by side, equally heavy: ``|M x|² = |W x|² + |B' x|²``.

    Args:
        vectors: ``(N, D)`` raw; up to some ten thousand, since all are compared with all.
        soft: Whether the photos are (`ssl_core.train.data.sharpness`); the layer then follows them
            more closely: it shrinks less in 1 and 3.

    Returns:
        M, ``(D, D)`` symmetric, to be applied to normalised vectors less their mean.
    """
    shrinkage, ridge = (_SOFT_SHRINKAGE, _SOFT_RIDGE) if soft else (SHRINKAGE, _RIDGE)
    rows = centre(vectors)
    white = _whitening(rows, shrinkage)
    kin = centre(rows @ white)
    placed = _ridge(rows, smooth(adjacency(graph(kin, _NEAR)), kin, _SHARE, _ROUNDS), ridge)
    beside = white @ white.T / _size(rows @ white) + placed @ placed.T / _size(rows @ placed)
    values, directions = np.linalg.eigh(beside * _size(rows))
    return ((directions * np.sqrt(values.clip(0))) @ directions.T).astype(np.float32)


def _whitening(rows: NDArray[np.float32], shrinkage: float) -> NDArray[np.float32]:
    """Return W, ``(D, D)`` symmetric."""
    axes = components(rows, _SHOWN)
    within = whitening(rows @ axes, NEIGHBOURS, shrinkage)
    unseen = np.eye(len(axes), dtype=np.float32) - axes @ axes.T
    return np.asarray(axes @ within @ axes.T + _UNSEEN * unseen, np.float32)


def _ridge(rows: NDArray[np.float32], targets: NDArray[np.float32], weight: float) -> Square:
    """Return B, ``(D, D)``, with ``rows @ B`` near the targets."""
    inner = (rows.T @ rows).astype(np.float64)
    inner += weight * np.trace(inner) / len(inner) * np.eye(len(inner))
    return np.asarray(np.linalg.solve(inner, (rows.T @ targets).astype(np.float64)))


def _size(rows: NDArray[np.floating]) -> float:
    """Return the sum of all squares, never zero."""
    return max(float(np.sum(rows * rows)), 1e-12)
