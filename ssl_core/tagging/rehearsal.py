"""How often will the best tag be right? Rehearsed on the library itself, then tested on the user.

With one label a tag nothing can be held out. But the machine can rehearse: take its own guesses for
true, label other photos by them, as many as the user did, learn from those, and look how often both
agree. Two learners that are right with probability a agree about as often as a**(1 / 1.4).
"""

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.ridge import Ridge

ROUNDS = 4
PHOTOS = 4000
"""Photos looked at; more say the same."""

PENALTY = 0.1
POWER = 1.4
"""Of the agreement. Chosen on two photo sets at a time it came out at 1.3 to 1.5 ..."""

POWER_OF_ONE = 0.3
"""... and at 1.6 to 1.7 with one label a tag, which both learners may be misled by."""

FULL_TRUST = 60.0
"""Held-out answers that count as much as the rehearsal."""


def rehearse(
    level: NDArray[np.float32], guesses: NDArray[np.int64], examples: NDArray[np.int64]
) -> float:
    """Estimate the share of photos whose best tag is right.

    Args:
        level: ``(N, d)`` vectors that the tagger learns on.
        guesses: ``(N,)``: the best tag of each photo.
        examples: ``(T,)``: how many examples the user gave of each.

    Returns:
        In (0, 1).
    """
    if not len(level):
        return 0.5
    rows = np.arange(0, len(level), -(-len(level) // PHOTOS))
    vectors, best = level[rows], guesses[rows]
    agreed = [_agreement(vectors, best, examples, seed) for seed in range(ROUNDS)]
    power = POWER + POWER_OF_ONE / max(1.0, float(examples.mean())) ** 2
    return float(np.clip(np.mean(agreed), 0.01, 0.99) ** power)


def blend(rehearsed: float, held_out_right: float, trust: float) -> float:
    """Mix the rehearsal with the share of held-out answers that were right.

    Args:
        rehearsed: From `rehearse`.
        held_out_right: In [0, 1].
        trust: How many answers that rests on, each counted less where it left a tag with little.
    """
    weight = trust / (trust + FULL_TRUST)
    tested = (held_out_right * trust + rehearsed) / (trust + 1)
    odds = (1 - weight) * _log_odds(rehearsed) + weight * _log_odds(tested)
    return float(1 / (1 + np.exp(-odds)))


def _agreement(
    vectors: NDArray[np.float32], best: NDArray[np.int64], examples: NDArray[np.int64], seed: int
) -> float:
    order = np.random.default_rng(seed).permutation(len(best))
    # The place of each photo among those of its tag, in random order.
    by_tag = order[np.argsort(best[order], kind="stable")]
    starts = np.searchsorted(best[by_tag], best[by_tag])
    shown = by_tag[np.arange(len(by_tag)) - starts < examples[best[by_tag]]]
    targets = (best[shown, None] == np.arange(len(examples))).astype(np.float32)
    learnt = (vectors @ Ridge(vectors[shown]).weights(targets, PENALTY)).argmax(axis=1)
    others = np.ones(len(best), dtype=bool)
    others[shown] = False
    return float((learnt == best)[others].mean()) if others.any() else 0.5


def _log_odds(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return float(np.log(share / (1 - share)))
