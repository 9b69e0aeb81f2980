"""Look for what may be wrong with the user's own tags."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import ancestors
from gallery_app.domain.teaching import Mistake, Split, TagHealth, Twins
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import Known, Taught, in_library, learn

if TYPE_CHECKING:
    from ssl_core.tagging.health import Halves, Pair, Slip

STEP = "Looking over your tags"


def tag_health(place: Surroundings, encoder: Encoder) -> Job[TagHealth]:
    """Return doubts about the user's tags, the most doubtful first."""
    names = place.catalogue.tags.names()
    confirmed = set(place.catalogue.verdicts.pairs(Verdict.YES))
    known, slips, halves, pairs = yield from in_library(place, encoder, STEP, examine)
    tags = [names[tag] for tag in known]
    return TagHealth(
        tuple(
            Mistake(s.row, tags[s.tag], s.probability, tags[s.instead] if s.instead >= 0 else "")
            for s in slips
            if (known[s.tag], s.row) not in confirmed
        ),
        tuple(
            Split(tags[h.tag], tuple(h.first), tuple(h.second))
            for h in halves
            if not has_children(tags[h.tag], tags)
        ),
        tuple(
            Twins(tags[p.first], tags[p.second], p.mixed)
            for p in pairs
            if not _related(tags[p.first], tags[p.second])
        ),
    )


def examine(
    known: Known, lessons: Taught
) -> tuple[list[int], list["Slip"], list["Halves"], list["Pair"]]:
    """Examine the tags; in the computing process.

    Returns:
        Ids of the tags, and what was found, with photo ids in place of rows.
    """
    from ssl_core.tagging.health import slips, splits, twins

    tagging = learn(known, lessons)
    ids = known.ids
    return (
        lessons.tags,
        [slip._replace(row=int(ids[slip.row])) for slip in slips(tagging)],
        [
            halves._replace(first=ids[halves.first].tolist(), second=ids[halves.second].tolist())
            for halves in splits(known.neighbourhood, tagging)
        ],
        twins(tagging),
    )


def has_children(tag: str, tags: Iterable[str]) -> bool:
    """Whether a tag is split already: "Places" is meant to hold both Paris and London."""
    return any(tag in ancestors(other) for other in tags)


def _related(one: str, other: str) -> bool:
    """Photos of "Places/Paris" are photos of "Places"; nobody wonders at that."""
    return one in ancestors(other) or other in ancestors(one)
