"""Group the library's photos; ids and names of groups stay where the groups overlap."""

from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path

import numpy as np

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.domain.cluster import (
    SHOWN_LEVEL,
    FoundCluster,
    KnownClusters,
    Member,
    is_dismissed,
    with_own,
)
from gallery_app.jobs.job import Job
from gallery_app.jobs.stored import with_vectors
from gallery_app.jobs.surroundings import Surroundings

STEP = "Grouping photos"

_Found = tuple[list[FoundCluster], list[tuple[int, int]]]


def cluster(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Cluster the vectors of an encoder and store the groups.

    Returns:
        How many groups there are at the level shown first.
    """
    catalogue = place.paths.catalogue
    number = yield from place.computer.run(
        STEP, with_vectors, catalogue, encoder, group_and_store, catalogue, encoder.id
    )
    place.announce(Changes(clusters=True))
    return number


def group_and_store(ids: np.ndarray, vectors: np.ndarray, catalogue: Path, encoder_id: int) -> int:
    """Store what `group` returns, where it is computed: the window is spared the many rows.

    Returns:
        How many groups there are at the level shown first.
    """
    with closing(Connection(catalogue)) as connection:
        store = Catalogue(connection).clusters
        groups, closest = group(ids, vectors, store.known(encoder_id))
        store.replace(encoder_id, groups, closest)
    return sum(1 for each in groups if each.level == SHOWN_LEVEL)


def group(ids: np.ndarray, vectors: np.ndarray, known: KnownClusters) -> _Found:
    """Cluster (N, D) vectors at all levels.

    Returns:
        The clusters, an id living on where the photos overlap; (photo, cluster it is most like) of
        the photos in none, at the level shown first.
    """
    from ssl_core.cluster.closest import closest
    from ssl_core.cluster.density import SHOWN, cluster_levels
    from ssl_core.cluster.reduce import describe

    fine = describe(vectors)
    rows_of = _Rows(ids, fine)
    found: list[FoundCluster] = []
    next_id = known.next_id
    for position, clustering in enumerate(cluster_levels(vectors)):
        level = position - SHOWN + SHOWN_LEVEL
        groups = [ids[rows].tolist() for rows in clustering.members()]
        of_level, next_id = _named(groups, known, level, next_id)
        found += [
            FoundCluster(cluster_id, level, rows_of.members(photos))
            for cluster_id, photos in of_level
        ]
    shown = [each for each in found if each.level == SHOWN_LEVEL]
    labels = _labels(ids, shown)
    near, _ = closest(fine, labels)
    beside = np.flatnonzero((labels < 0) & (near >= 0))
    return found, [(int(ids[row]), shown[near[row]].id) for row in beside]


class _Rows:
    """From photos to their rows, and to how typical they are of their cluster."""

    def __init__(self, ids: np.ndarray, fine: np.ndarray) -> None:
        self._ids, self._fine = ids, fine
        self._row = {int(photo): row for row, photo in enumerate(ids)}

    def members(self, photos: Iterable[int]) -> tuple[Member, ...]:
        """Return photos that have a vector, most typical first."""
        from ssl_core.cluster.closest import typicality

        rows = np.array(sorted(self._row[each] for each in photos if each in self._row), int)
        typical = typicality(self._fine[rows])
        order = np.argsort(-typical, kind="stable")
        return tuple((int(self._ids[rows[i]]), float(typical[i])) for i in order)


def _named(
    groups: list[list[int]], known: KnownClusters, level: int, next_id: int
) -> tuple[list[tuple[int, Collection[int]]], int]:
    """Give the groups of one level their ids, and to the user's edits what they ask for."""
    from ssl_core.cluster.lineage import match

    left, own = with_own(groups, known.own.get(level, {}))
    left = [each for each in left if len(each) >= _smallest(groups)]
    left = [each for each in left if not is_dismissed(set(each), known.dismissed)]
    matched = match(known.found.get(level, {}), [set(each) for each in left], next_id)
    named: dict[int, Collection[int]] = {**own, **dict(zip(matched, left, strict=True))}
    kept = [
        (cluster_id, [each for each in photos if each not in known.refused.get(cluster_id, ())])
        for cluster_id, photos in named.items()
    ]
    return [(i, photos) for i, photos in kept if photos], max([next_id, *(i + 1 for i in named)])


def _smallest(groups: list[list[int]]) -> int:
    return min(map(len, groups), default=0)


def _labels(ids: np.ndarray, clusters: list[FoundCluster]) -> np.ndarray:
    of_photo = {photo: i for i, each in enumerate(clusters) for photo, _ in each.members}
    return np.array([of_photo.get(int(photo), -1) for photo in ids], np.int64)
