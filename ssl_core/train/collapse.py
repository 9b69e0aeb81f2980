"""Collapse: the network says the same of every photo, and the loss may still look fine."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.vectors import normalise

# A random network already has vectors that hardly differ, so a run is judged by its own start.
_LOST = 0.01
_ALIKE = 1e-3


def spread(vectors: NDArray[np.floating]) -> float:
    """How far apart vectors are: variance of the normalised rows, summed over all values.

    Args:
        vectors: ``(N, D)``.

    Returns:
        0 when all point the same way, 1 when they cancel out.
    """
    return float(normalise(vectors).var(axis=0, dtype=np.float64).sum())


def collapsed(first: float, now: float) -> bool:
    """Whether a run that started with one `spread` and has another now has collapsed."""
    return now < _ALIKE and now < first * _LOST
