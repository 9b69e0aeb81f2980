"""Clusters by density; a photo that is like no group stays noise."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from ssl_core.cluster.closest import NOISE, closest, likeness
from ssl_core.cluster.communities import communities
from ssl_core.cluster.heads import heads
from ssl_core.cluster.reduce import describe, reduce
from ssl_core.search.cells import near_graph
from ssl_core.search.links import links

FEWEST = 10
"""With fewer photos there is nothing to group."""

LEVELS = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Resolutions, coarse to fine."""

SHOWN = 2
"""The level shown first: plain modularity."""

NEIGHBOURS = 15

LEAST_LIKENESS = 0.2
"""Cosine with its group below which a photo is noise."""

SAME_PLACE = 0.05
"""Groups closer than this in the reduced space are one; two communities are 1.4 apart."""

MOST_SEEN = 20_000
"""Density looks at this many photos; the others join what they are most like (6 s, not 24)."""


@dataclass(frozen=True, slots=True)
class Clustering:
    """The groups of one level.

    Attributes:
        labels: ``(N,) int64``: -1 for noise, else 0, 1, 2 ... from the largest group down.
        typicality: ``(N,) float32``: cosine with the middle of the rest of the photo's group, at
            least `LEAST_LIKENESS`; 0 for noise.
        closest: ``(N,) int64``: the photo's group; for noise the one it is most like. -1 only
            where there are no groups.
    """

    labels: NDArray[np.int64]
    typicality: NDArray[np.float32]
    closest: NDArray[np.int64]

    def members(self) -> list[NDArray[np.int64]]:
        """Rows of each group, most typical first; equally typical ones in row order."""
        order = np.argsort(-self.typicality, kind="stable")
        groups = range(int(self.labels.max(initial=NOISE)) + 1)
        return [order[self.labels[order] == group] for group in groups]


def smallest_group(count: int) -> int:
    """Say how many photos make a group in a library: 3 of 36, 6 of 144, 14 of 750, 50 of 10,000."""
    return max(3, round(np.sqrt(count) / 2))


def cluster(vectors: NDArray[np.floating]) -> Clustering:
    """Group the photos of a library at the level shown first; see `cluster_levels`."""
    return cluster_levels(vectors, [LEVELS[SHOWN]])[0]


def cluster_levels(
    vectors: NDArray[np.floating], resolutions: Iterable[float] = LEVELS
) -> list[Clustering]:
    """Group the photos of a library, coarse to fine.

    Bursts share one vote, photos are placed by the communities of the neighbour graph around them,
    and HDBSCAN (Campello et al. 2013, excess of mass) finds the groups there; docs/clusters.md
    has what was measured and tried.

    Args:
        vectors: ``(N, D)`` raw vectors of one encoder.
        resolutions: One for each level; see `communities`.

    Returns:
        One clustering a level. The same photos in any order have the same groups.
    """
    if len(vectors) < FEWEST:
        return [_nothing(len(vectors)) for _ in resolutions]
    order = _by_content(vectors)
    fine = describe(vectors[order])
    head, weights = _votes(fine)
    back = np.argsort(order)
    return [_level(fine, head, weights, resolution, back) for resolution in resolutions]


def _by_content(vectors: NDArray[np.floating]) -> NDArray[np.int64]:
    """An order that depends on the photos alone, so that theirs does not matter."""
    rows = np.ascontiguousarray(vectors)
    digests = [blake2b(row.tobytes(), digest_size=8).digest() for row in rows]
    return np.argsort(np.array(digests, dtype="S8"), kind="stable")


def _votes(fine: NDArray[np.float32]) -> tuple[NDArray[np.int64], csr_array]:
    """Who votes for each photo, ``(N,)`` positions among the heads; the links of the heads."""
    near = near_graph(fine, NEIGHBOURS)
    own, head = np.unique(heads(near), return_inverse=True)
    if len(own) < len(fine):
        near = near_graph(fine[own], NEIGHBOURS)
    return head, links(near)


def _level(
    fine: NDArray[np.float32],
    head: NDArray[np.int64],
    weights: csr_array,
    resolution: float,
    back: NDArray[np.int64],
) -> Clustering:
    group = max(3, round(smallest_group(weights.shape[0]) / np.sqrt(resolution)))
    places = reduce(weights, communities(weights, resolution))
    found = _density(places, _linked(weights), group, SAME_PLACE / max(1, resolution) ** 2)
    found = found[head]
    near, how_near = closest(fine, found)
    # What density leaves between groups joins the one it is most like.
    found = np.where((found == NOISE) & (how_near >= LEAST_LIKENESS), near, found)
    labels = _by_size(_only_alike(found, likeness(fine, found), group))
    typicality = np.where(labels == NOISE, np.float32(0), likeness(fine, labels))
    near = np.where(labels == NOISE, closest(fine, labels)[0], labels)
    return Clustering(labels[back], typicality[back], near[back])


def _linked(weights: csr_array) -> NDArray[np.bool_]:
    return np.asarray(weights.sum(axis=1)).ravel() > 0


def _density(
    places: NDArray[np.float32], linked: NDArray[np.bool_], group: int, same: float
) -> NDArray[np.int64]:
    """Groups of ``(M, d)`` places; photos without links, and those not looked at, are noise."""
    found = np.full(len(places), NOISE)
    seen = np.flatnonzero(linked)
    seen = seen[:: -(-len(seen) // MOST_SEEN) or 1]
    if len(seen) > group:
        share = len(seen) / linked.sum()
        found[seen] = _hdbscan(places[seen], max(3, round(group * share)), same)
    return found


def _hdbscan(places: NDArray[np.float32], group: int, same: float) -> NDArray[np.int64]:
    from hdbscan import HDBSCAN  # noqa: PLC0415  (a second to import; small libraries skip it)

    model = HDBSCAN(
        min_cluster_size=group,
        min_samples=1,
        cluster_selection_epsilon=same,
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
    labels: NDArray[np.int64], alike: NDArray[np.float32], group: int
) -> NDArray[np.int64]:
    """Drop members unlike the rest of their group, and groups that this leaves too small."""
    kept = np.where(alike < LEAST_LIKENESS, NOISE, labels)
    sizes = np.bincount(kept[kept != NOISE], minlength=int(labels.max(initial=0)) + 2)
    return np.where((kept != NOISE) & (sizes[kept] >= group), kept, NOISE)


def _nothing(count: int) -> Clustering:
    noise = np.full(count, NOISE)
    return Clustering(noise, np.zeros(count, dtype=np.float32), noise.copy())
