"""What the review screen asks about: all questions as numbers, and the next few in full."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from gallery_app.domain.lookup import Numbers
from gallery_app.domain.photo import Photo
from gallery_app.domain.questions import Questions, of_suggestions
from gallery_app.domain.suggestion import Suggestion
from gallery_app.gui.bridge import Library

FROM = 0.3
"""Less probable suggestions are not looked at; their reasons are not kept either."""


@dataclass(frozen=True)
class Deck:
    """All questions.

    Attributes:
        questions: The surest first; in the fringe view the most doubtful.
        answers: Answers that the probabilities rest on.
        tags: Tags to review, each with how many questions there are.
        members: Of the fringe view, the questions in full, in their order.
    """

    questions: Questions = field(default_factory=Questions)
    answers: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    members: Sequence[Suggestion] = ()


@dataclass(frozen=True)
class Page:
    """Some of them, with what is shown.

    Attributes:
        rows: Those that are still open.
        photos: Their photos and those of their reasons, by id.
        others: Every suggestion for their photos, of whatever tag, by photo.
    """

    rows: Sequence[Suggestion]
    photos: dict[int, Photo]
    others: dict[int, list[Suggestion]]


def suggested(library: Library, tag: str) -> Deck:
    """Read the suggestions of a tag, or of all for ""."""
    found = library.teaching.questions(tag or None, FROM)
    answers = library.teaching.answers(tag or None) if len(found.photos) else 0
    return Deck(found, answers, tuple(library.teaching.questions_by_tag(FROM)))


def doubted(library: Library, members: Sequence[Suggestion]) -> Deck:
    """Read what is shown with members of tags that may not belong."""
    tags = tuple((known.tag, known.photos) for known in library.tags() if known.photos)
    return Deck(of_suggestions(members), tags=tags, members=members)


def page(library: Library, deck: Deck, places: Numbers, beside: Sequence[int] = ()) -> Page:
    """Read the questions at some places.

    Args:
        library: To read from.
        deck: All questions.
        places: Where they stand.
        beside: Photos of which the other suggestions are wanted, too.
    """
    others: dict[int, list[Suggestion]] = {}
    if deck.members:
        rows = [deck.members[place] for place in places.tolist()]
    else:
        asked = [deck.questions.pair(place) for place in places.tolist()]
        ids = sorted({*beside, *(photo_id for photo_id, _ in asked)})
        found = library.teaching.suggestions_for(ids, FROM)
        for one in found:
            others.setdefault(one.photo_id, []).append(one)
        full = {(one.photo_id, one.tag): one for one in found}
        rows = [full[pair] for pair in asked if pair in full]
    wanted = {one.photo_id for one in rows}
    wanted.update(*(one.because for one in rows))
    photos = {photo.id: photo for photo in library.photos(sorted(wanted))}
    return Page([one for one in rows if one.photo_id in photos], photos, others)
