"""Find the least certain members of tags."""

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.suggestion import Suggestion
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import Known, Taught, in_library, learn

STEP = "Looking for doubtful photos"
MOST = 500
FEWEST = 3  # a tag with fewer examples cannot be doubted

_Member = tuple[int, int, float, tuple[int, ...]]


def fringe(place: Surroundings, encoder: Encoder, tag_id: int | None) -> Job[list[Suggestion]]:
    """Return the photos that carry a tag, the least certain first; None is every tag."""
    names = place.catalogue.tags.names()
    found = yield from in_library(place, encoder, STEP, judge, tag_id)
    return [
        Suggestion(photo_id, names[tag], chance, because=because)
        for photo_id, tag, chance, because in found
    ]


def judge(known: Known, lessons: Taught, tag_id: int | None) -> list[_Member]:
    """Judge each example of tags with a few by all others; in the computing process.

    Returns:
        (photo id, tag id, probability, nearest other examples), the least probable first, at most
        `MOST`.
    """
    tagging = learn(known, lessons)
    yes = tagging.answers.yes
    members = [
        (float(tagging.held_out[place, column]), int(tagging.answers.photos[place]), int(column))
        for place, column in np.argwhere(yes & (yes.sum(axis=0) >= FEWEST))
        if tag_id in {None, lessons.tags[column]}
    ]
    return [
        (
            int(known.ids[row]),
            lessons.tags[column],
            chance,
            tuple(known.ids[tagging.because(row, column)].tolist()),
        )
        for chance, row, column in sorted(members)[:MOST]
    ]
