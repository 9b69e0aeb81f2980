"""Put new photos into the groups there are, without finding groups anew."""

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.domain.cluster import SHOWN_LEVEL, KnownClusters, Member
from gallery_app.jobs.job import Job
from gallery_app.jobs.stored import with_vectors
from gallery_app.jobs.surroundings import Surroundings

STEP = "Placing new photos in groups"

_Places = tuple[list[tuple[int, Member]], list[tuple[int, int]]]


def assign(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Put the photos that came since the last run where they belong.

    Returns:
        How many were new.
    """
    clusters = place.catalogue.clusters
    new = clusters.unplaced(encoder.id)
    if new:
        known = clusters.known(encoder.id)
        joined, closest = yield from place.computer.run(
            STEP, with_vectors, place.paths.catalogue, encoder, find_places, new, known
        )
        clusters.place(encoder.id, joined, closest)
        place.announce(Changes(clusters=True))
    return len(new)


def find_places(
    ids: np.ndarray, vectors: np.ndarray, new: list[int], known: KnownClusters
) -> _Places:
    """Find the places of new photos at each level; runs in the computing process.

    A photo joins the cluster whose middle it is most like, if it is as typical of it as all but the
    least typical twentieth of the members are.

    Returns:
        (cluster, (photo, typicality)) that join; (photo, cluster it is most like) of those that do
        not, at the level shown first.
    """
    from ssl_core.cluster.closest import places
    from ssl_core.cluster.reduce import describe

    fine = describe(vectors)
    row_of = {int(photo): row for row, photo in enumerate(ids)}
    rows = np.array([row_of[photo] for photo in new if photo in row_of], np.int64)
    joined: list[tuple[int, Member]] = []
    closest: list[tuple[int, int]] = []
    for level in sorted({*known.found, *known.own}):
        clusters = {**known.found.get(level, {}), **known.own.get(level, {})}
        cluster_ids = sorted(i for i, photos in clusters.items() if not photos.isdisjoint(row_of))
        labels = np.full(len(ids), -1)
        for label, cluster_id in enumerate(cluster_ids):
            labels[[row_of[i] for i in clusters[cluster_id] if i in row_of]] = label
        found = places(fine, labels, rows)
        for row, label, cosine, is_in in zip(rows, *found, strict=True):
            photo, cluster_id = int(ids[row]), cluster_ids[label]
            if is_in and photo not in known.refused.get(cluster_id, ()):
                joined.append((cluster_id, (photo, float(cosine))))
            elif level == SHOWN_LEVEL:
                closest.append((photo, cluster_id))
    return joined, closest
