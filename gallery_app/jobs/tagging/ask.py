"""Choose the photos whose answers would help most."""

from typing import TYPE_CHECKING

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.teaching import Asking, Question
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import Known, Taught, in_library, learn

if TYPE_CHECKING:
    from ssl_core.tagging.ask_next import Ask

STEP = "Looking for what to ask"

Chosen = tuple[list[int], list[list[int]], "Ask", bool]


def ask(place: Surroundings, encoder: Encoder, count: int) -> Job[Asking]:
    """Return the next questions."""
    names = place.catalogue.tags.names()
    chosen = yield from in_library(place, encoder, STEP, choose, count)
    ids, ids_of_tags, found, enough = chosen
    questions = []
    for photo_id, possible in zip(ids, ids_of_tags, strict=True):
        tags = tuple(names[tag] for tag in possible)
        questions.append(Question(photo_id, tags, _reason(tags)))
    return Asking(tuple(questions), found.right, found.gain, enough)


def choose(known: Known, lessons: Taught, count: int) -> Chosen:
    """Choose photos; in the computing process.

    Returns:
        Their ids, those of their possible tags, what `ssl_core` says of them, and whether more
        answers would gain little.
    """
    from ssl_core.tagging.ask_next import ENOUGH, ask_next

    found = ask_next(known.neighbourhood, learn(known, lessons), count)
    tags = [[lessons.tags[column] for column in columns] for columns in found.tags]
    return known.ids[found.rows].tolist(), tags, found, found.gain < ENOUGH


def _reason(tags: tuple[str, ...]) -> str:
    if not tags:
        return "typical of photos that no tag covers yet"
    if len(tags) == 1:
        return f"perhaps {tags[0]}; your answer also settles photos like it"
    return f"{tags[0]} or {tags[1]}? Your answer also settles photos like it"
