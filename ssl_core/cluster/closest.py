"""Which group a photo is most like, and how much; new photos find their place by it."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.vectors import normalise

NOISE = -1

LEAST_TYPICAL = 0.05


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


def typicality(members: NDArray[np.float32]) -> NDArray[np.float32]:
    """Cosine of each member ``(n, d)`` of a group with the middle of the rest; 1 if it is alone."""
    if len(members) == 1:
        return np.ones(1, dtype=np.float32)
    rest = normalise(members.sum(axis=0) - members)
    return np.asarray(np.einsum("nd,nd->n", members, rest), dtype=np.float32)


def likeness(fine: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """`typicality` of each photo in its group; 1 for noise."""
    result = np.ones(len(fine), dtype=np.float32)
    for group in range(int(labels.max(initial=NOISE)) + 1):
        result[labels == group] = typicality(fine[labels == group])
    return result


def places(
    fine: NDArray[np.float32], labels: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.bool_]]:
    """Find the group that new photos belong to.

    Args:
        fine: ``(N, d)`` unit rows of all photos, new ones too.
        labels: ``(N,)`` groups from 0, at least one; -1 for new photos and noise.
        rows: ``(M,)`` the new photos.

    Returns:
        ``(M,)`` the most alike group; the cosine with its middle; whether the photo is as typical
        as all but the least typical `LEAST_TYPICAL` of the group's members.
    """
    centres = middles(fine, labels)
    cosines = fine[rows] @ centres.T
    near = cosines.argmax(axis=1)
    own = np.einsum("nd,nd->n", fine, centres[labels])
    fences = np.array([
        np.quantile(own[labels == group], LEAST_TYPICAL) for group in range(len(centres))
    ])
    best = cosines.max(axis=1)
    return near, best, best >= fences[near]
