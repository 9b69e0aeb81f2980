"""Lay the library out as a map, and place new photos on it."""

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings


def draw_map(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Lay all photos out anew.

    Returns:
        How many there are.
    """
    ids, vectors = place.catalogue.vectors.load(encoder.id, encoder.dim)
    places = yield from place.computer.run("Drawing the map", find_places, vectors)
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
        ids, vectors = place.catalogue.vectors.load(encoder.id, encoder.dim)
        placed, places = place.catalogue.map_places.load(encoder.id)
        rows = np.flatnonzero(np.isin(ids, new))
        old = np.isin(placed, ids)
        if old.any():
            among = np.searchsorted(ids, placed[old])
            found = yield from place.computer.run(
                "Placing new photos on the map", find_beside, vectors, rows, among, places[old]
            )
            place.catalogue.map_places.put(encoder.id, ids[rows].tolist(), found)
            place.announce(Changes(places=True))
    return len(new)


def find_places(vectors: np.ndarray) -> np.ndarray:
    """Lay (N, D) vectors out; runs in the computing process."""
    from ssl_core.cluster.layout import lay_out

    return lay_out(vectors)


def find_beside(
    vectors: np.ndarray, rows: np.ndarray, placed: np.ndarray, places: np.ndarray
) -> np.ndarray:
    """Place some rows of (N, D) vectors beside others; runs in the computing process."""
    from ssl_core.cluster.layout import place_beside
    from ssl_core.cluster.reduce import describe

    fine = describe(vectors)
    return place_beside(fine[rows], fine[placed], places)
