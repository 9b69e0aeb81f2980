"""Find which new photos are shots of one burst."""

import os
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import numpy as np

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.jobs.job import Job
from gallery_app.jobs.stored import with_vectors
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.search.bursts import BURST_SECONDS, bursts
from ssl_core.vectors import centre

STEP = "Finding bursts"

Runs = list[list[tuple[int, float]]]
Bursts = list[tuple[int, ...]]


def find_bursts(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Look at the photos that came since the last time, and at those taken seconds from them.

    Returns:
        How many were new.
    """
    store = place.catalogue.bursts
    new = store.unseen(encoder.id)
    if new:
        seen, found = yield from place.computer.run(STEP, look, place.paths.catalogue, encoder, new)
        store.put(seen.union(new), found)
        place.announce(Changes(bursts=bool(seen)))
    return len(new)


def look(catalogue: Path, encoder: Encoder, new: list[int]) -> tuple[set[int], Bursts]:
    """Find the bursts that new photos are part of; in the computing process.

    Returns:
        The photos looked at, and those of each burst.
    """
    with closing(Connection(catalogue)) as connection:
        runs = runs_with(new, Catalogue(connection).bursts.timed(encoder.id))
    found = with_vectors(catalogue, encoder, find, runs) if runs else []
    return {photo for run in runs for photo, _ in run}, found


def runs_with(new: list[int], timed: list[tuple[int, str, float]]) -> Runs:
    """Return the runs of shots of one folder, seconds apart, that hold a new one.

    Args:
        new: Photos.
        timed: (photo, path, seconds), in order of time.
    """
    folders: dict[str, Runs] = defaultdict(list)
    for photo, path, seconds in timed:
        runs = folders[path.rpartition(os.sep)[0]]
        if not runs or seconds - runs[-1][-1][1] > BURST_SECONDS:
            runs.append([])
        runs[-1].append((photo, seconds))
    wanted = set(new)
    return [
        run
        for runs in folders.values()
        for run in runs
        if len(run) > 1 and not wanted.isdisjoint(photo for photo, _ in run)
    ]


def find(ids: np.ndarray, vectors: np.ndarray, runs: Runs) -> Bursts:
    """Find the bursts in runs of shots.

    Args:
        ids: (N,) photos, ascending.
        vectors: (N, D) raw.
        runs: (photo, seconds) of each run.
    """
    fine = centre(vectors)
    found: Bursts = []
    row_of = {photo: row for row, photo in enumerate(ids.tolist())}
    for run in runs:
        shots = [(photo, seconds) for photo, seconds in run if photo in row_of]
        rows = [row_of[photo] for photo, _ in shots]
        groups = bursts(fine[rows], np.array([seconds for _, seconds in shots]))
        found += [tuple(shots[place][0] for place in group) for group in groups]
    return found
