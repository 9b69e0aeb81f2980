"""Explain why a photo may or may not deserve a tag."""

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.teaching import Why, Witness
from gallery_app.errors import NotUnderstoodError, UserError
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import Known, Taught, in_library, learn

STEP = "Looking for reasons"

_Told = list[tuple[int, float]]


def why(place: Surroundings, encoder: Encoder, photo_id: int, tag_id: int) -> Job[Why]:
    """Return the probability of a tag for a photo, and the photos that made it.

    Raises:
        UserError: The tag has no example, or the photo no vector yet.
    """
    tag = place.catalogue.tags.names()[tag_id]
    found = yield from in_library(place, encoder, STEP, explain, photo_id, tag_id, tag)
    if found is None:
        raise NotUnderstoodError
    chance, speaking, against = found
    return Why(
        photo_id,
        tag,
        chance,
        tuple(Witness(*told) for told in speaking),
        tuple(Witness(*told) for told in against),
    )


def explain(
    known: Known, lessons: Taught, photo_id: int, tag_id: int, tag: str
) -> tuple[float, _Told, _Told] | None:
    """Explain one pair; in the computing process. None when the photo has no vector.

    Raises:
        UserError: The tag has no example.
    """
    if tag_id not in lessons.tags:
        raise UserError(f"“{tag}” has no example yet; tag a photo with it first.")
    ids = known.ids.tolist()
    if photo_id not in ids:
        return None
    row, column = ids.index(photo_id), lessons.tags.index(tag_id)
    tagging = learn(known, lessons)

    def told(rows: list[int]) -> _Told:
        rows = [each for each in rows if ids[each] != photo_id]  # a part of it says nothing new
        return list(zip((ids[each] for each in rows), tagging.likeness(row, rows), strict=True))

    return (
        float(tagging.probabilities[row, column]),
        told(tagging.because(row, column)),
        told(tagging.against(row, column)),
    )
