"""What there is to ask, as columns: a library may have 100,000 questions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from gallery_app.domain.lookup import Lookup, Numbers
from gallery_app.domain.suggestion import Suggestion

Pair = tuple[int, str]


@dataclass(frozen=True)
class Questions:
    """Pairs of photo and tag in the order in which they are asked.

    Attributes:
        photos: (Q,) photo ids.
        tags: (Q,) positions in ``names``.
        chances: (Q,) probabilities.
        names: Tag paths.
        acceptable: (Q,) whether accepting in bulk would make a tag of it.
    """

    photos: Numbers = field(default_factory=lambda: np.empty(0, np.int64))
    tags: Numbers = field(default_factory=lambda: np.empty(0, np.int64))
    chances: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    names: tuple[str, ...] = ()
    acceptable: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, bool))

    def pair(self, place: int) -> Pair:
        """Return the photo and the tag that stand at a place."""
        return int(self.photos[place]), self.names[self.tags[place]]

    def places(self, pairs: Iterable[Pair]) -> Numbers:
        """Return where these pairs stand; those that are not asked about have no place."""
        number = self._number
        wanted = [photo * len(number) + number[tag] for photo, tag in pairs if tag in number]
        return self._lookup.places(wanted)

    def places_of(self, some: "Some") -> Numbers:
        """Return where some of other questions stand here; those not asked about have no place."""
        number = self._number
        here = np.array([number.get(name, -1) for name in some.asked.names], np.int64)
        tags = here[some.asked.tags[some.places]]
        wanted = some.asked.photos[some.places] * len(number) + tags
        return self._lookup.places(wanted[tags >= 0])

    def left(self, least: float, known: Iterable[Pair], unread: Iterable["Some"] = ()) -> Numbers:
        """Return the places, in order, of what is at least so probable and not known yet.

        Args:
            least: The least probability.
            known: Pairs that are known.
            unread: More of them, as columns.
        """
        left = self.chances >= least
        left[self.places(known)] = False
        for some in unread:
            left[self.places_of(some)] = False
        return np.flatnonzero(left)

    @cached_property
    def _number(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.photos * len(self.names) + self.tags)


@dataclass(frozen=True)
class Some:
    """Some of the questions.

    Attributes:
        asked: All of them.
        places: (N,) where these stand.
    """

    asked: Questions
    places: Numbers

    def by_tag(self) -> dict[str, list[int]]:
        """Return the photos of each tag."""
        tags = self.asked.tags[self.places]
        order = np.argsort(tags, kind="stable")
        tags, photos = tags[order], self.asked.photos[self.places][order]
        edges = [*np.flatnonzero(np.diff(tags, prepend=-1)).tolist(), len(photos)]
        return {
            self.asked.names[tags[start]]: photos[start:end].tolist()
            for start, end in pairwise(edges)
        }


def of_suggestions(found: Sequence[Suggestion]) -> Questions:
    """Put suggestions into columns; none of them is to be accepted in bulk."""
    names = tuple(dict.fromkeys(one.tag for one in found))
    number = {name: place for place, name in enumerate(names)}
    return Questions(
        np.array([one.photo_id for one in found], np.int64),
        np.array([number[one.tag] for one in found], np.int64),
        np.array([one.probability for one in found], np.float64),
        names,
        np.zeros(len(found), bool),
    )
