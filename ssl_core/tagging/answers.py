"""The user's answers as one table. "Yes", now and then "no"; everything else is unknown."""

from collections.abc import Sequence
from itertools import permutations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Answers(NamedTuple):
    """What the user said.

    Attributes:
        photos: ``(L,) int64``: rows of the photos with any answer, ascending.
        yes: ``(L, T) bool``.
        no: ``(L, T) bool``; never where ``yes`` or ``within`` is.
        within: ``(L, T) bool``: the photo carries the tag, but only a part of it is an example.
        exclusive: ``(T, T) bool``: no photo carries both tags; symmetric, false on the diagonal.
        copies: ``(L,) int64``: answered photos with one number are one photo and share one vote.
    """

    photos: NDArray[np.int64]
    yes: NDArray[np.bool_]
    no: NDArray[np.bool_]
    within: NDArray[np.bool_]
    exclusive: NDArray[np.bool_]
    copies: NDArray[np.int64]


class Votes(NamedTuple):
    """Answers with near duplicates merged into one: M votes.

    Attributes:
        voter: ``(L,)``: which vote each answered photo belongs to.
        yes: ``(M, T) bool``.
        no: ``(M, T) bool``; "yes" to one copy wins over "no" to another.
        within: ``(M, T) bool``: neither; the tag is carried all the same.
    """

    voter: NDArray[np.int64]
    yes: NDArray[np.bool_]
    no: NDArray[np.bool_]
    within: NDArray[np.bool_]

    @property
    def carried(self) -> NDArray[np.bool_]:
        """Which photo carries which tag, ``(M, T) bool``."""
        return self.yes | self.within

    def mean(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Average ``(L, d)`` rows of answered photos into ``(M, d)`` rows of votes.

        Where only a part of a photo is an example, its row is 0: that has no say in a regression.
        """
        total = np.zeros((len(self.yes), rows.shape[1]), dtype=np.float32)
        np.add.at(total, self.voter, rows)
        total[~(self.yes | self.no).any(axis=1)] = 0
        return total / np.bincount(self.voter, minlength=len(total)).astype(np.float32)[:, None]


def collect(
    positives: Sequence[NDArray[np.integer]],
    negatives: Sequence[NDArray[np.integer]],
    exclusive: Sequence[Sequence[Sequence[int]]] = (),
    copies: NDArray[np.int64] | None = None,
    within: Sequence[NDArray[np.integer]] | None = None,
) -> Answers:
    """Gather answers; their order, and repeats among them, make no difference.

    Args:
        positives: For each of T tags the photos said to carry it.
        negatives: For each tag the photos said not to carry it. "Yes" wins over "no".
        exclusive: Lists of branches, each of tags that may go together, of which a photo carries
            tags of one at most: a "yes" in one branch is a "no" to all others.
        copies: ``(N,)`` numbers from `ssl_core.tagging.copies`; all photos differ when left out.
        within: For each tag the photos that carry it, but are no example of it: a part of each is,
            with a row of its own among ``positives``. None when left out.
    """
    within = within or [np.empty(0, dtype=np.int64)] * len(positives)
    every = [np.asarray(rows, dtype=np.int64) for rows in (*positives, *negatives, *within)]
    photos = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *every]))
    yes, no, inside = (np.zeros((len(photos), len(positives)), dtype=bool) for _ in range(3))
    for table, columns in ((yes, positives), (no, negatives), (inside, within)):
        for tag, rows in enumerate(columns):
            table[np.searchsorted(photos, rows), tag] = True
    apart = np.zeros((len(positives), len(positives)), dtype=bool)
    for branches in exclusive:
        for one, other in permutations(branches, 2):
            apart[np.ix_(one, other)] = True
    no |= (yes | inside) @ apart
    groups = photos if copies is None else copies[photos]
    return Answers(photos, yes, no & ~yes & ~inside, inside & ~yes, apart, groups)


def votes(answers: Answers) -> Votes:
    """Merge the answers to near duplicates."""
    _, voter = np.unique(answers.copies, return_inverse=True)
    count = int(voter.max()) + 1 if len(voter) else 0
    yes, no, inside = (np.zeros((count, answers.yes.shape[1]), dtype=bool) for _ in range(3))
    for table, said in ((yes, answers.yes), (no, answers.no), (inside, answers.within)):
        np.logical_or.at(table, voter, said)
    return Votes(voter, yes, no & ~yes & ~inside, inside & ~yes)
