"""Regressions at every strength of smoothing and of penalty, which vote on the scores.

How much to smooth and to regularise is settled by leave-one-out on the user's own answers: every
setting of the ridge regression votes with its likelihood. A logistic regression of each tag against
the rest joins them: it ranks tags that go together better, ridge regression those that do not.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.evidence import surprise
from ssl_core.tagging.logistic import logistic
from ssl_core.tagging.ridge import Ridge

PENALTIES = (0.03, 0.1, 0.3, 1.0, 3.0)

MOST_SMOOTHED = 3
"""The level that votes, at all penalties, before any tag has two examples; the logistic one's."""

CAUTION = 4.0
"""The likelihood of a setting counts to this root: held-out answers are no independent witnesses,
and several settings together do better than the best one."""

LOGISTIC_SHARE = 0.3
"""Of the logistic regression in the scores. With half of it the best tag is right less often."""

COMPARED_ON = 10_000
"""Photos on which the spreads of both scores are compared; more say the same."""


class Ensemble:
    """One ridge for each level of smoothing and each penalty, averaged by their votes."""

    def __init__(self, examples: list[NDArray[np.float32]]) -> None:
        """Decompose the examples, ``(L, d)`` at each level of smoothing."""
        self._fits = [Ridge(level) for level in examples]
        self._votes = np.zeros((len(examples), len(PENALTIES)), dtype=np.float32)
        self._votes[MOST_SMOOTHED] = 1 / len(PENALTIES)

    def vote(
        self,
        targets: NDArray[np.float32],
        tested: NDArray[np.bool_],
        rivals: NDArray[np.float32],
    ) -> None:
        """Weigh each setting by its likelihood on the held-out answers."""
        if not tested.any():
            return
        costs = np.array([
            [surprise(fit.held_out(targets, each), tested, rivals) for each in PENALTIES]
            for fit in self._fits
        ])
        likelihood = np.exp((costs.min() - costs) / CAUTION)
        self._votes = (likelihood / likelihood.sum()).astype(np.float32)

    def held_out(self, targets: NDArray[np.float32]) -> NDArray[np.float32]:
        """Leave-one-out scores of the answered photos by ridge regression alone, ``(L, T)``."""
        result = np.zeros_like(targets)
        for fit, shares in zip(self._fits, self._votes, strict=True):
            for penalty, vote in zip(PENALTIES, shares, strict=True):
                result += vote * fit.held_out(targets, penalty)
        return result

    def scores(
        self,
        levels: Sequence[NDArray[np.float32]],
        targets: NDArray[np.float32],
        yes: NDArray[np.bool_],
        told: NDArray[np.bool_],
    ) -> NDArray[np.float32]:
        """Score all photos.

        Args:
            levels: ``(N, d)`` at each level of smoothing.
            targets: ``(L, T + S)`` for ridge regression; the last S columns are for it alone.
            yes: ``(L, T)`` for logistic regression.
            told: ``(L, T)``: entries that count for it.

        Returns:
            ``(N, T + S)``; the logistic regression is brought to the length of the others first.
        """
        weights = [self._weights(place, targets) for place in range(len(self._fits))]
        own = logistic(self._fits[MOST_SMOOTHED], yes, told)
        some = [level[:: max(1, len(level) // COMPARED_ON)] for level in levels]
        tags = slice(yes.shape[1])
        length = float(np.linalg.norm(_apply(some, weights)[:, tags]))
        scale = length / max(float(np.linalg.norm(some[MOST_SMOOTHED] @ own)), 1e-6)
        for part in weights:
            part[:, tags] *= 1 - LOGISTIC_SHARE
        weights[MOST_SMOOTHED][:, tags] += np.float32(LOGISTIC_SHARE * scale) * own
        return _apply(levels, weights)

    def _weights(self, place: int, targets: NDArray[np.float32]) -> NDArray[np.float32]:
        weights = np.zeros((self._fits[place].right.shape[1], targets.shape[1]), dtype=np.float32)
        for penalty, vote in zip(PENALTIES, self._votes[place], strict=True):
            weights += vote * self._fits[place].weights(targets, penalty)
        return weights


def _apply(
    levels: Sequence[NDArray[np.float32]], weights: Sequence[NDArray[np.float32]]
) -> NDArray[np.float32]:
    result = levels[0] @ weights[0]
    for level, part in zip(levels[1:], weights[1:], strict=True):
        result += level @ part
    return result
