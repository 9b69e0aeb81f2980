"""Bursts: shots of one moment, seconds apart and alike."""

from collections import deque

import numpy as np
from numpy.typing import NDArray

BURST_SECONDS = 10.0
BURST_COSINE = 0.8

OPEN = 8
"""Bursts that a shot may still join. Cameras side by side take several at once, not hundreds."""


def bursts(vectors: NDArray[np.float32], taken: NDArray[np.float64]) -> list[tuple[int, ...]]:
    """Find the bursts among shots of one folder.

    A shot joins the burst whose last shot is at most `BURST_SECONDS` before it and whose first it
    is most like, from `BURST_COSINE` on. Being like the first, no chain of small steps joins
    photos that differ.

    Args:
        vectors: ``(N, d)`` unit rows around the gallery's mean.
        taken: ``(N,)`` seconds.

    Returns:
        Rows of each burst of two or more, in the order in which they were taken.
    """
    found: list[list[int]] = []
    open_: deque[list[int]] = deque(maxlen=OPEN)
    for row in np.argsort(taken, kind="stable").tolist():
        while open_ and taken[row] - taken[open_[0][-1]] > BURST_SECONDS:
            open_.popleft()
        joined = _most_alike(vectors, row, open_)
        if joined is None:
            joined = []
            found.append(joined)
        else:
            open_.remove(joined)
        joined.append(row)
        open_.append(joined)  # the one that goes on longest is last
    return [tuple(rows) for rows in found if len(rows) > 1]


def _most_alike(
    vectors: NDArray[np.float32], row: int, among: deque[list[int]]
) -> list[int] | None:
    if not among:
        return None
    cosines = vectors[[rows[0] for rows in among]] @ vectors[row]
    best = int(cosines.argmax())
    return among[best] if cosines[best] >= BURST_COSINE else None
