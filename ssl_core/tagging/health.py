"""What may be wrong with the user's own tags: slips, tags that are two, tags that are one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.few_label import Tagging
from ssl_core.tagging.propagate import Neighbourhood
from ssl_core.vectors import normalise

DOUBTFUL = 0.1
"""A "yes" that the other answers give less than this may be a slip."""

FEWEST = 5
"""A tag with fewer examples is not judged."""

SPLIT_AT = 0.15
"""By how much (cosine) each of two parts must be nearer to another tag than to the other part.
Parts on different sides of the library (cosine below 0) are far enough without another tag."""

FEWEST_TO_SPLIT = 8
PART = 0.2
"""Least share of a tag's examples that is a part."""

LOOKS_LIKE = 0.1
"""Two tags are compared when the photos of one look this much like the other."""

MIXED_AT = 0.7
LEVEL = 1
ROUNDS = 20


class Slip(NamedTuple):
    """A "yes" that may be wrong.

    Attributes:
        row: The photo.
        tag: The column.
        probability: Judged from all other answers.
        instead: The column that suits better, or -1.
    """

    row: int
    tag: int
    probability: float
    instead: int


class Halves(NamedTuple):
    """The rows of the two tags that one tag looks like, larger part first."""

    tag: int
    first: list[int]
    second: list[int]


class Pair(NamedTuple):
    """Two columns that look like one tag, and how far they mix, 0 to 1."""

    first: int
    second: int
    mixed: float


def slips(tagging: Tagging) -> list[Slip]:
    """List the "yes" answers that all other answers speak against, the most doubtful first."""
    yes, blind = tagging.answers.yes, tagging.held_out
    judged = yes & (yes.sum(axis=0) >= FEWEST)
    found = []
    for place, tag in np.argwhere(judged & (blind < DOUBTFUL)):
        others = np.where(yes[place], 0, blind[place])
        best = int(others.argmax())
        instead = best if others[best] > blind[place, tag] else -1
        row = int(tagging.answers.photos[place])
        found.append(Slip(row, int(tag), float(blind[place, tag]), instead))
    return sorted(found, key=lambda slip: slip.probability)


def splits(known: Neighbourhood, tagging: Tagging) -> list[Halves]:
    """List the tags whose examples fall into two kinds, as far apart as other tags are."""
    unit = normalise(known.levels[LEVEL])
    yes, photos = tagging.answers.yes, tagging.answers.photos
    middles = normalise(yes.T.astype(np.float32) @ unit[photos])
    found: list[tuple[float, Halves]] = []
    for tag, said in enumerate(yes.T):
        rows = photos[said]
        if len(np.unique(known.copies[rows])) < FEWEST_TO_SPLIT:
            continue
        first, parts = _halve(unit[rows])
        if min(first.mean(), 1 - first.mean()) < PART:
            continue
        # Photos with several tags say nothing of what is another kind.
        others = middles[~(yes[said].any(axis=0))]
        nearest = (parts @ others.T).max(axis=1, initial=SPLIT_AT)
        clear = float(nearest.min() - parts[0] @ parts[1])
        if clear >= SPLIT_AT:
            halves = sorted((rows[first].tolist(), rows[~first].tolist()), key=len, reverse=True)
            found.append((clear, Halves(tag, *halves)))
    return [halves for _, halves in sorted(found, key=lambda one: -one[0])]


def twins(tagging: Tagging) -> list[Pair]:
    """List pairs of tags whose photos cannot be told apart, the most mixed first."""
    yes, blind = tagging.answers.yes, tagging.held_out
    counts = yes.sum(axis=0)
    looks = (yes.T.astype(np.float32) @ blind) / np.maximum(counts, 1)[:, None]
    judged = counts >= FEWEST
    near = np.maximum(looks, looks.T) >= LOOKS_LIKE
    pairs = []
    for one, other in np.argwhere(np.triu(near & judged[:, None] & judged, k=1)):
        apart = _told_apart(yes[:, [one, other]], blind[:, [one, other]])
        if 1 - apart >= MIXED_AT:
            pairs.append(Pair(*_larger_first(one, other, counts), 1 - apart))
    return sorted(pairs, key=lambda pair: -pair.mixed)


def _told_apart(yes: NDArray[np.bool_], blind: NDArray[np.float32]) -> float:
    """How much more the second tag is claimed, beside the first, on its own photos: 0 to 1."""
    only = yes[:, 0] != yes[:, 1]
    if not (only & yes[:, 0]).any() or not (only & yes[:, 1]).any():
        return 0.0
    share = blind[:, 1] / np.maximum(blind.sum(axis=1), 1e-9)
    return float(share[only & yes[:, 1]].mean() - share[only & yes[:, 0]].mean())


def _larger_first(one: int, other: int, counts: NDArray[np.int64]) -> tuple[int, int]:
    return (int(one), int(other)) if counts[one] >= counts[other] else (int(other), int(one))


def _halve(unit: NDArray[np.float32]) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """Split rows in two by 2-means; return who is in the first part, and both middles."""
    around = unit - unit.mean(axis=0)
    first = around @ np.linalg.svd(around, full_matrices=False)[2][0] > 0
    parts = np.zeros((2, unit.shape[1]), np.float32)
    for _ in range(ROUNDS):
        if first.all() or not first.any():
            break
        parts = normalise(np.stack([unit[first].mean(axis=0), unit[~first].mean(axis=0)]))
        nearer = unit @ parts.T
        before, first = first, nearer[:, 0] >= nearer[:, 1]
        if (first == before).all():
            break
    return first, parts
