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
        no: ``(L, T) bool``; never where ``yes`` is.
        exclusive: ``(T, T) bool``: no photo carries both tags; symmetric, false on the diagonal.
        copies: ``(L,) int64``: answered photos with one number are one photo and share one vote.
    """

    photos: NDArray[np.int64]
    yes: NDArray[np.bool_]
    no: NDArray[np.bool_]
    exclusive: NDArray[np.bool_]
    copies: NDArray[np.int64]


class Votes(NamedTuple):
    """Answers with near duplicates merged into one: M votes.

    Attributes:
        voter: ``(L,)``: which vote each answered photo belongs to.
        yes: ``(M, T) bool``.
        no: ``(M, T) bool``; "yes" to one copy wins over "no" to another.
    """

    voter: NDArray[np.int64]
    yes: NDArray[np.bool_]
    no: NDArray[np.bool_]

    def mean(self, rows: NDArray[np.float32]) -> NDArray[np.float32]:
        """Average ``(L, d)`` rows of answered photos into ``(M, d)`` rows of votes."""
        total = np.zeros((len(self.yes), rows.shape[1]), dtype=np.float32)
        np.add.at(total, self.voter, rows)
        return total / np.bincount(self.voter, minlength=len(total)).astype(np.float32)[:, None]


def collect(
    positives: Sequence[NDArray[np.integer]],
    negatives: Sequence[NDArray[np.integer]],
    exclusive: Sequence[Sequence[Sequence[int]]] = (),
    copies: NDArray[np.int64] | None = None,
) -> Answers:
    """Gather answers; their order, and repeats among them, make no difference.

    Args:
        positives: For each of T tags the photos said to carry it.
        negatives: For each tag the photos said not to carry it. "Yes" wins over "no".
        exclusive: Lists of branches, each of tags that may go together, of which a photo carries
            tags of one at most: a "yes" in one branch is a "no" to all others.
        copies: ``(N,)`` numbers from `ssl_core.tagging.copies`; all photos differ when left out.
    """
    every = [np.asarray(rows, dtype=np.int64) for rows in (*positives, *negatives)]
    photos = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *every]))
    yes = np.zeros((len(photos), len(positives)), dtype=bool)
    no = np.zeros_like(yes)
    for table, columns in ((yes, positives), (no, negatives)):
        for tag, rows in enumerate(columns):
            table[np.searchsorted(photos, rows), tag] = True
    apart = np.zeros((len(positives), len(positives)), dtype=bool)
    for branches in exclusive:
        for one, other in permutations(branches, 2):
            apart[np.ix_(one, other)] = True
    no |= yes @ apart
    groups = photos if copies is None else copies[photos]
    return Answers(photos, yes, no & ~yes, apart, groups)


def votes(answers: Answers) -> Votes:
    """Merge the answers to near duplicates."""
    _, voter = np.unique(answers.copies, return_inverse=True)
    count = int(voter.max()) + 1 if len(voter) else 0
    yes = np.zeros((count, answers.yes.shape[1]), dtype=bool)
    no = np.zeros_like(yes)
    np.logical_or.at(yes, voter, answers.yes)
    np.logical_or.at(no, voter, answers.no)
    return Votes(voter, yes, no & ~yes)
