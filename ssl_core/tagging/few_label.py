"""Tags from a handful of labels: ridge regression on vectors smoothed over the neighbour graph.

The user says "yes" and now and then "no"; everything else is unknown. Ridge towards zero on centred
vectors is a regularised prototype with one label and a linear classifier with many. How much to
smooth and to regularise is settled by leave-one-out on the user's own answers: every setting votes
with its likelihood.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.calibrate import background, fit_steepness, probabilities, rivalry
from ssl_core.tagging.propagate import Neighbourhood
from ssl_core.tagging.ridge import Ridge

PENALTIES = (0.03, 0.1, 0.3, 1.0)
DEFAULT_SETTING = (1, 2)
"""Level and penalty (as positions) before any tag has two examples."""

MOST_HELD_OUT = 500
"""Leave-one-out answers used for calibration; more add cost and no certainty."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the machine thinks of every photo and tag.

    Attributes:
        probabilities: ``(N, T) float32`` in [0, 1]; exactly 1 and 0 where the user said yes and no.
        steepness: The fitted calibration (see `ssl_core.tagging.calibrate`).
        positives: For each tag its examples, ascending, without repeats.
        vectors: ``(N, d)`` unit rows in which likeness is judged.
    """

    probabilities: NDArray[np.float32]
    steepness: float
    positives: tuple[NDArray[np.int64], ...]
    vectors: NDArray[np.float32]

    def because(self, photo: int, tag: int, count: int = 3) -> list[int]:
        """List the examples of a tag that are most like a photo, most alike first."""
        examples = self.positives[tag]
        examples = examples[examples != photo]
        likeness = self.vectors[examples] @ self.vectors[photo]
        return [int(row) for row in examples[np.argsort(-likeness, kind="stable")[:count]]]


@dataclass(frozen=True, slots=True)
class _Answers:
    """The user's answers as one table; rows are the photos with any answer, ascending."""

    photos: NDArray[np.int64]
    yes: NDArray[np.bool_]
    no: NDArray[np.bool_]


def suggest(
    known: Neighbourhood,
    positives: Sequence[NDArray[np.integer]],
    negatives: Sequence[NDArray[np.integer]],
) -> Tagging:
    """Estimate for every photo and tag how likely the photo deserves the tag.

    Args:
        known: The prepared library of N photos.
        positives: For each of T tags the photos said to carry it; a tag without any gets 0.
        negatives: For each tag the photos said not to carry it. "Yes" wins over "no".

    Returns:
        The tagging. The order of the answers, and repeats among them, make no difference.
    """
    answers = _collect(positives, negatives)
    shown = tuple(np.unique(np.asarray(rows, dtype=np.int64)) for rows in positives)
    rivals, tested, targets = rivalry(answers.yes), _testable(answers.yes), _targets(answers)
    ensemble = _Ensemble(known, answers.photos)
    ensemble.vote(targets, tested, rivals)
    only_no = ~answers.yes.any(axis=1, keepdims=True)
    # A bare "no" tells nothing of the other tags: there the target is what the rest predicts.
    targets = np.where(only_no & ~answers.no, ensemble.held_out(targets), targets)
    scores = ensemble.scores(targets)
    none = background(scores)
    steepness, _ = fit_steepness(ensemble.held_out(targets), tested, rivals, none)
    chances = probabilities(scores, rivals, steepness, none)
    chances[:, ~answers.yes.any(axis=0)] = 0
    chances[answers.photos] = np.where(answers.no, 0, chances[answers.photos])
    chances[answers.photos] = np.where(answers.yes, 1, chances[answers.photos])
    return Tagging(chances, steepness, shown, known.plain)


def _collect(
    positives: Sequence[NDArray[np.integer]], negatives: Sequence[NDArray[np.integer]]
) -> _Answers:
    every = [np.asarray(rows, dtype=np.int64) for rows in (*positives, *negatives)]
    photos = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *every]))
    yes = np.zeros((len(photos), len(positives)), dtype=bool)
    no = np.zeros_like(yes)
    for table, columns in ((yes, positives), (no, negatives)):
        for tag, rows in enumerate(columns):
            table[np.searchsorted(photos, rows), tag] = True
    return _Answers(photos, yes, no & ~yes)


def _testable(yes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The "yes" answers whose tag keeps an example without them, of `MOST_HELD_OUT` photos."""
    tested = yes & (yes.sum(axis=0) > 1)
    rows = np.flatnonzero(tested.any(axis=1))
    kept = np.zeros((len(yes), 1), dtype=bool)
    kept[rows[:: max(1, -(-len(rows) // MOST_HELD_OUT))]] = True
    return tested & kept


def _targets(answers: _Answers) -> NDArray[np.float32]:
    """1 for yes, 0 for no; between, how often the tag goes with those the photo carries."""
    yes = answers.yes.astype(np.float32)
    together = yes.T @ yes
    goes_with = together / (np.diagonal(together)[:, None] + 1)
    expected = np.minimum(yes @ goes_with, 1)
    return np.where(answers.yes, 1, np.where(answers.no, 0, expected)).astype(np.float32)


class _Ensemble:
    """One ridge for each level of smoothing and each penalty, averaged by their votes."""

    def __init__(self, known: Neighbourhood, photos: NDArray[np.int64]) -> None:
        self._levels = known.levels
        self._fits = [Ridge(level[photos]) for level in known.levels]
        self._votes = np.zeros((len(known.levels), len(PENALTIES)), dtype=np.float32)
        self._votes[DEFAULT_SETTING] = 1

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
            [fit_steepness(fit.held_out(targets, each), tested, rivals)[1] for each in PENALTIES]
            for fit in self._fits
        ])
        likelihood = np.exp(costs.min() - costs)
        self._votes = (likelihood / likelihood.sum()).astype(np.float32)

    def held_out(self, targets: NDArray[np.float32]) -> NDArray[np.float32]:
        """Leave-one-out scores of the answered photos, ``(L, T)``."""
        result = np.zeros_like(targets)
        for fit, votes in zip(self._fits, self._votes, strict=True):
            for penalty, vote in zip(PENALTIES, votes, strict=True):
                result += vote * fit.held_out(targets, penalty)
        return result

    def scores(self, targets: NDArray[np.float32]) -> NDArray[np.float32]:
        """Scores of all photos, ``(N, T)``."""
        result = np.zeros((len(self._levels[0]), targets.shape[1]), dtype=np.float32)
        for fit, level, votes in zip(self._fits, self._levels, self._votes, strict=True):
            weights = np.zeros((level.shape[1], targets.shape[1]), dtype=np.float32)
            for penalty, vote in zip(PENALTIES, votes, strict=True):
                weights += vote * fit.weights(targets, penalty)
            result += level @ weights
        return result
