"""Lay the library out as a map, and place new photos on it."""

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.jobs.job import Job
from gallery_app.jobs.stored import with_vectors
from gallery_app.jobs.surroundings import Surroundings


def draw_map(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Lay all photos out anew.

    Returns:
        How many there are.
    """
    ids, places = yield from place.computer.run(
        "Drawing the map", with_vectors, place.paths.catalogue, encoder, find_places
    )
    place.catalogue.map_places.put(encoder.id, ids.tolist(), places, anew=True)
    place.announce(Changes(places=True))
    return len(ids)


def place_new(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Place the photos that came since the map was drawn beside what they are most like.

    Returns:
        How many were new.
    """
    new = place.catalogue.map_places.unplaced(encoder.id)
    if new:
        known = place.catalogue.map_places.load(encoder.id)
        ids, found = yield from place.computer.run(
            "Placing new photos on the map",
            with_vectors,
            place.paths.catalogue,
            encoder,
            find_beside,
            new,
            *known,
        )
        place.catalogue.map_places.put(encoder.id, ids.tolist(), found)
        place.announce(Changes(places=True))
    return len(new)


def find_places(ids: np.ndarray, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lay (N, D) vectors out; runs in the computing process.

    Returns:
        The ids, and (N, 2) places.
    """
    from ssl_core.cluster.layout import lay_out

    return ids, lay_out(vectors)


def find_beside(
    ids: np.ndarray, vectors: np.ndarray, new: list[int], placed: np.ndarray, places: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Place new photos beside those with a place; runs in the computing process.

    Returns:
        The ids of the new ones, and their (N, 2) places; none where nothing placed is left.
    """
    from ssl_core.cluster.layout import place_beside
    from ssl_core.cluster.reduce import describe

    old = np.isin(placed, ids)
    if not old.any():
        return ids[:0], places[:0]
    fine, rows = describe(vectors), np.flatnonzero(np.isin(ids, new))
    among = np.searchsorted(ids, placed[old])
    return ids[rows], place_beside(fine[rows], fine[among], places[old])
