"""What to ask next: typical photos of what no tag covers, then uncertain ones that tell of many.

Every photo has a need, how unsure its best tag is. `ssl_core.tagging.design` finds the photos whose
answers tell most of those in need. Without tags these are typical photos of dense regions, as
TypiClust (Hacohen et al. 2022) finds by clusters.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.design import most_telling
from ssl_core.tagging.few_label import Tagging
from ssl_core.tagging.propagate import Neighbourhood
from ssl_core.tagging.rehearsal import rehearse
from ssl_core.vectors import normalise

LEVEL, REHEARSED = 1, 2
"""Levels of smoothing: in which a photo tells of its likes, and on which a gain is rehearsed."""

POSSIBLE = 0.15
"""A tag of at least this probability is worth naming in a question."""

ENOUGH = 0.005
"""A rise of the share of right answers that ten more questions should bring."""


FADING = 6.0
"""Examples a tag at which half of a rehearsed gain comes true. The machine's own guesses, which it
rehearses on, are easier to learn than the truth, the more so the more it knows."""


class Ask(NamedTuple):
    """Photos to ask about.

    Attributes:
        rows: Best first.
        tags: For each row the columns of the tags it may deserve, most likely first.
        right: Share of the unanswered photos whose best tag is expected to be right.
        gain: By how much the answers are expected to raise it.
    """

    rows: list[int]
    tags: list[list[int]]
    right: float
    gain: float


def ask_next(known: Neighbourhood, tagging: Tagging, count: int = 10) -> Ask:
    """Choose the photos whose answers help most.

    Args:
        known: The library.
        tagging: What is known so far; of no tags at first.
        count: Most photos to choose; of copies and bursts only one comes.
    """
    answered = np.zeros(len(known.plain), dtype=bool)
    answered[tagging.answers.photos] = True
    best = tagging.probabilities.max(axis=1, initial=0)
    need = np.where(answered, 0, 1 - best).astype(np.float32)
    right = float(best[~answered].mean()) if not answered.all() else 1.0
    unit = normalise(known.levels[LEVEL])
    rows = most_telling(unit, need, answered, known.copies, count)
    likeness = np.clip(unit @ unit[rows].T, 0, 1)
    met = need @ (1 - np.prod(1 - likeness, axis=1))
    covered = float(met) / max(1, int((~answered).sum()))
    tags = [_possible(tagging.probabilities[row]) for row in rows]
    return Ask(rows, tags, right, _gain(known, tagging, len(rows), covered))


def _gain(known: Neighbourhood, tagging: Tagging, count: int, covered: float) -> float:
    """Rehearse with more examples and with those there are; before two tags, what is covered."""
    examples = tagging.answers.yes.sum(axis=0)
    used = np.flatnonzero(examples)
    if len(used) < 2:
        return covered
    guesses = tagging.probabilities[:, used].argmax(axis=1)
    now, then = (
        rehearse(known.levels[REHEARSED], guesses, examples[used] + more)
        for more in (0, max(1, round(count / len(used))))
    )
    # With more tags than questions only some tags get one more example.
    gain = max(0.0, then - now) * min(1.0, count / len(used))
    return gain * FADING / (FADING + float(examples[used].mean()))


def _possible(chances: NDArray[np.float32]) -> list[int]:
    order = np.argsort(-chances, kind="stable")
    return [int(tag) for tag in order[:3] if chances[tag] >= POSSIBLE]
