"""Group the library's photos; ids and names of groups stay where the groups overlap."""

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

STEP = "Grouping photos"


def cluster(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Cluster the vectors of an encoder and store the groups.

    Returns:
        How many groups there are.
    """
    ids, vectors = place.catalogue.vectors.load(encoder.id, encoder.dim)
    old = {c.id: set(c.photo_ids) for c in place.catalogue.clusters.all(encoder.id)}
    next_id = place.catalogue.clusters.next_id()
    groups = yield from place.computer.run(STEP, group, ids, vectors, old, next_id)
    place.catalogue.clusters.replace(encoder.id, groups)
    place.announce(Changes(clusters=True))
    return len(groups)


def group(
    ids: np.ndarray, vectors: np.ndarray, old: dict[int, set[int]], next_id: int
) -> list[tuple[int, list[int]]]:
    """Cluster (N, D) vectors; runs in the computing process.

    Returns:
        (cluster id, photo ids, most typical first); an id lives on where the photos overlap.
    """
    from ssl_core.cluster.density import cluster as find_clusters
    from ssl_core.cluster.lineage import match

    members = [ids[rows].tolist() for rows in find_clusters(vectors).members()]
    cluster_ids = match(old, [set(photo_ids) for photo_ids in members], next_id)
    return list(zip(cluster_ids, members, strict=True))
