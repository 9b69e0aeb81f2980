"""Split one group."""

from collections.abc import Sequence

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.cluster import Member
from gallery_app.errors import UserError
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

STEP = "Splitting the group"


def find_parts(
    place: Surroundings,
    encoder: Encoder,
    photo_ids: Sequence[int],
    examples: Sequence[Sequence[int]],
) -> Job[list[list[Member]]]:
    """Find the parts of a group, the biggest first; nothing is stored.

    Args:
        place: The library.
        encoder: Whose vectors tell the photos apart.
        photo_ids: The group.
        examples: Photos that stand for each part; without them the photos' looks decide.

    Raises:
        UserError: It cannot be split.
    """
    ids, vectors = place.catalogue.vectors.load(encoder.id, encoder.dim, photo_ids)
    parts = yield from place.computer.run(STEP, parts_of, ids, vectors, examples)
    if len(parts) < 2:
        raise UserError("This group cannot be split: its photos are all alike.")
    return parts


def parts_of(
    ids: np.ndarray, vectors: np.ndarray, examples: Sequence[Sequence[int]]
) -> list[list[Member]]:
    """Split photos with (N, D) vectors; runs in the computing process."""
    from ssl_core.cluster.closest import typicality
    from ssl_core.cluster.reduce import describe
    from ssl_core.cluster.split import split

    if len(ids) < 2:
        return []
    known = [np.flatnonzero(np.isin(ids, photos)) for photos in examples]
    labels = split(vectors, known)
    fine = describe(vectors)
    parts = []
    for rows in (np.flatnonzero(labels == part) for part in np.unique(labels)):
        typical = typicality(fine[rows])
        order = np.argsort(-typical, kind="stable")
        parts.append([(int(ids[rows[i]]), float(typical[i])) for i in order])
    return sorted(parts, key=len, reverse=True)
