"""Clusters by density; a photo that is like no group stays noise."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ssl_core.cluster.reduce import describe, reduce
from ssl_core.search.neighbours import Neighbours
from ssl_core.vectors import normalise

FEWEST = 10
"""With fewer photos there is nothing to group."""

NOISE = -1

LEAST_LIKENESS = 0.2
"""Cosine with its group below which a photo is noise; costs under 0.01 of agreement anywhere."""

SAME_PLACE = 1e-3
"""Photos closer than this in the reduced space are never split: they are the same shot."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """The groups of one run.

    Attributes:
        labels: ``(N,) int64``: -1 for noise, else 0, 1, 2 ... from the largest group down.
        typicality: ``(N,) float32``: cosine with the middle of the rest of the photo's group, at
            least `LEAST_LIKENESS`; 0 for noise.
    """

    labels: NDArray[np.int64]
    typicality: NDArray[np.float32]

    def members(self) -> list[NDArray[np.int64]]:
        """Rows of each group, most typical first; equally typical ones in row order."""
        order = np.argsort(-self.typicality, kind="stable")
        groups = range(int(self.labels.max(initial=NOISE)) + 1)
        return [order[self.labels[order] == group] for group in groups]


def smallest_group(count: int) -> int:
    """Say how many photos make a group in a library: 3 of 36, 6 of 144, 14 of 750, 50 of 10,000."""
    return max(3, round(np.sqrt(count) / 2))


def cluster(vectors: NDArray[np.floating], neighbours: Neighbours | None = None) -> Clustering:
    """Group the photos of a library.

    HDBSCAN (Campello et al. 2013), excess of mass. Measured on four photo sets against "leaf": the
    same agreement with the classes, and half to two thirds of the noise.

    Args:
        vectors: ``(N, D)`` raw vectors of one encoder.
        neighbours: The neighbour graph of the centred vectors, if at hand.

    Returns:
        The clustering; the same vectors give the same groups.
    """
    count = len(vectors)
    if count < FEWEST:
        return Clustering(np.full(count, NOISE), np.zeros(count, dtype=np.float32))
    group = smallest_group(count)
    fine = describe(vectors)
    found = _density(reduce(fine, group, neighbours), group)
    labels = _by_size(_only_alike(found, _likeness(fine, found), group))
    return Clustering(labels, np.where(labels == NOISE, np.float32(0), _likeness(fine, labels)))


def _density(places: NDArray[np.float32], group: int) -> NDArray[np.int64]:
    from hdbscan import HDBSCAN  # noqa: PLC0415  (a second to import; small libraries skip it)

    model = HDBSCAN(
        min_cluster_size=group,
        min_samples=1,
        cluster_selection_epsilon=SAME_PLACE,
        approx_min_span_tree=False,
        core_dist_n_jobs=1,
    )
    return np.asarray(model.fit_predict(places.astype(np.float64)), dtype=np.int64)


def _by_size(labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Renumber from the largest group down; equal ones by their first photo."""
    names, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    order = order[names[order] != NOISE]
    renamed = np.full(int(labels.max(initial=0)) + 2, NOISE)
    renamed[names[order]] = np.arange(len(order))
    return renamed[labels]


def _only_alike(
    labels: NDArray[np.int64], likeness: NDArray[np.float32], group: int
) -> NDArray[np.int64]:
    """Drop members unlike the rest of their group, and groups that this leaves too small.

    The smoothing draws scattered photos together; the vectors before it tell them apart.
    """
    kept = np.where(likeness < LEAST_LIKENESS, NOISE, labels)
    sizes = np.bincount(kept[kept != NOISE], minlength=int(labels.max()) + 2)
    return np.where((kept != NOISE) & (sizes[kept] >= group), kept, NOISE)


def _likeness(fine: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float32]:
    """Cosine of each photo with the middle of the rest of its group; 1 for noise."""
    result = np.ones(len(fine), dtype=np.float32)
    for group in range(int(labels.max(initial=NOISE)) + 1):
        members = fine[labels == group]
        rest = normalise(members.sum(axis=0) - members)
        result[labels == group] = np.einsum("nd,nd->n", members, rest)
    return result
