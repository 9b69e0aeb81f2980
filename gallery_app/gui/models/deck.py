"""What the review screen asks about, read in one go beside the window."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from gallery_app.domain.photo import Photo
from gallery_app.domain.suggestion import Suggestion
from gallery_app.gui.bridge import Library

FROM = 0.3
"""Less probable suggestions are not looked at; their reasons are not kept either."""


@dataclass(frozen=True)
class Deck:
    """Questions, and what is shown with them.

    Attributes:
        questions: The surest first; in the fringe view the most doubtful.
        photos: The photos of the questions and of their reasons, by id.
        others: Every suggestion for a photo, of whatever tag, by photo.
        acceptable: What accepting in bulk would turn into tags.
        answers: Answers that the probabilities rest on.
        tags: Tags to review, each with how many questions there are.
    """

    questions: Sequence[Suggestion] = ()
    photos: dict[int, Photo] = field(default_factory=dict)
    others: dict[int, list[Suggestion]] = field(default_factory=dict)
    acceptable: Sequence[Suggestion] = ()
    answers: int = 0
    tags: tuple[tuple[str, int], ...] = ()

    @cached_property
    def chances(self) -> NDArray[np.float64]:
        """(A,) the probabilities of ``acceptable``, ascending."""
        return np.sort(np.array([one.probability for one in self.acceptable], np.float64))

    @cached_property
    def pairs(self) -> frozenset[tuple[int, str]]:
        """Photo and tag of ``acceptable``."""
        return frozenset((one.photo_id, one.tag) for one in self.acceptable)


def suggested(library: Library, tag: str) -> Deck:
    """Read the suggestions of a tag, or of all for ""."""
    found = library.suggestions(minimum=FROM)
    others: dict[int, list[Suggestion]] = {}
    for one in found:
        others.setdefault(one.photo_id, []).append(one)
    questions = [one for one in found if tag in {"", one.tag}]
    only = tag or None
    answers = library.teaching.answers(only) if questions else 0
    deck = Deck(
        questions,
        _photos(library, questions),
        others,
        library.teaching.acceptable(only, FROM) if questions else (),
        answers,
        tuple(Counter(one.tag for one in found).most_common()),
    )
    _ = deck.chances, deck.pairs  # computed here, beside the window
    return deck


def doubted(library: Library, members: Sequence[Suggestion]) -> Deck:
    """Read what is shown with members of tags that may not belong."""
    tags = tuple((known.tag, known.photos) for known in library.tags() if known.photos)
    return Deck(members, _photos(library, members), tags=tags)


def _photos(library: Library, questions: Sequence[Suggestion]) -> dict[int, Photo]:
    ids = {one.photo_id for one in questions}
    ids.update(*(one.because for one in questions))
    return {photo.id: photo for photo in library.photos(sorted(ids))}
