"""Choose the photos whose answers would help most."""

from typing import TYPE_CHECKING

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.teaching import Asking, Question
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import Known, Taught, in_library, learn, taught

if TYPE_CHECKING:
    from ssl_core.tagging.ask_next import Ask

STEP = "Looking for what to ask"


def ask(place: Surroundings, encoder: Encoder, count: int) -> Job[Asking]:
    """Return the next questions."""
    lessons = taught(place)
    names = place.catalogue.tags.names()
    chosen = yield from in_library(place, encoder, STEP, choose, lessons, count)
    ids, found, enough = chosen
    questions = []
    for photo_id, columns in zip(ids, found.tags, strict=True):
        tags = tuple(names[lessons.tags[column]] for column in columns)
        questions.append(Question(photo_id, tags, _reason(tags)))
    return Asking(tuple(questions), found.right, found.gain, enough)


def choose(known: Known, lessons: Taught, count: int) -> tuple[list[int], "Ask", bool]:
    """Choose photos; in the computing process.

    Returns:
        Their ids, what `ssl_core` says of them, and whether more answers would gain little.
    """
    from ssl_core.tagging.ask_next import ENOUGH, ask_next

    found = ask_next(known.neighbourhood, learn(known, lessons), count)
    return known.ids[found.rows].tolist(), found, found.gain < ENOUGH


def _reason(tags: tuple[str, ...]) -> str:
    if not tags:
        return "typical of photos that no tag covers yet"
    if len(tags) == 1:
        return f"perhaps {tags[0]}; your answer also settles photos like it"
    return f"{tags[0]} or {tags[1]}? Your answer also settles photos like it"
