"""Learn the user's tags from a few photos and propose them for the others."""

from contextlib import closing
from pathlib import Path

import numpy as np

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.clock import now
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import Known, Taught, in_library, learn

STEP = "Learning your tags"
LEAST = 0.01  # less probable pairs are not stored
MOST = 300_000  # pairs stored, the most probable ones: a catalogue of 1,000 tags stays small
_EXPLAINED_FROM = 0.3  # more probable pairs come with the tagged photos that speak for them

_Row = tuple[int, int, float, tuple[int, ...]]


def suggest(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Fit the tagger on tags and verdicts and store what it proposes in place of the last run.

    Returns:
        How many (photo, tag) pairs were proposed.
    """
    model = f"{encoder.name} + few-label, {now()}"
    asked = place.paths.catalogue, model
    count = yield from in_library(place, encoder, STEP, propose_and_store, *asked)
    place.announce(Changes(suggestions=True))
    return count


def propose_and_store(known: Known, lessons: Taught, catalogue: Path, model: str) -> int:
    """Store what `propose` returns, but for tags that photos carry; in the computing process.

    There, because to receive and to sort 300,000 rows holds the window up for half a second.

    Returns:
        How many pairs there are.
    """
    rows = propose(known, lessons)
    with closing(Connection(catalogue)) as connection:
        store = Catalogue(connection)
        carried = store.tags.carried()
        open_rows = [row for row in rows if (row[1], row[0]) not in carried]
        return store.suggestions.replace(open_rows, model)


def propose(known: Known, lessons: Taught) -> list[_Row]:
    """Score every photo for every tag.

    Returns:
        (photo id, tag id, probability, nearest tagged photos) of the pairs to propose.
    """
    tagging = learn(known, lessons)
    photos, columns = np.nonzero(tagging.probabilities[: known.photos] >= LEAST)
    chances = tagging.probabilities[photos, columns]
    if len(chances) > MOST:
        kept = np.argpartition(-chances, MOST)[:MOST]
        photos, columns, chances = photos[kept], columns[kept], chances[kept]
    rows = zip(photos.tolist(), columns.tolist(), chances.tolist(), strict=True)
    return [
        (
            int(known.ids[photo]),
            lessons.tags[column],
            chance,
            tuple(known.ids[tagging.because(photo, column)].tolist())
            if chance >= _EXPLAINED_FROM
            else (),
        )
        for photo, column, chance in rows
    ]
