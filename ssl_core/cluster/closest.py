"""Which group a photo is most like, and how much; new photos find their place by it."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.vectors import normalise

NOISE = -1


def middles(fine: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the middle of each group.

    Args:
        fine: ``(N, d)`` unit rows.
        labels: ``(N,)`` groups from 0; -1 for noise. No group is empty.

    Returns:
        ``(G, d) float32`` unit rows.
    """
    count = int(labels.max(initial=NOISE)) + 1
    sums = np.zeros((count, fine.shape[1]), dtype=np.float32)
    for group in range(count):
        sums[group] = fine[labels == group].sum(axis=0)
    return normalise(sums)


def closest(
    fine: NDArray[np.float32], labels: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Find the group that each photo is most like, and the cosine with its middle.

    Returns:
        ``(N,)`` groups, -1 only where there are none; ``(N,) float32`` cosines, -1 likewise.
    """
    centres = middles(fine, labels)
    if not len(centres):
        return np.full(len(fine), NOISE), np.full(len(fine), -1, dtype=np.float32)
    cosines = fine @ centres.T
    return cosines.argmax(axis=1), cosines.max(axis=1)


def likeness(fine: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """Cosine of each photo with the middle of the rest of its group; 1 for noise."""
    result = np.ones(len(fine), dtype=np.float32)
    for group in range(int(labels.max(initial=NOISE)) + 1):
        members = fine[labels == group]
        rest = normalise(members.sum(axis=0) - members)
        result[labels == group] = np.einsum("nd,nd->n", members, rest)
    return result
