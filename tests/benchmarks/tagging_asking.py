"""How many labels it takes when Handful asks, against labels drawn at random; and what it promises.

The labels needed are read off the mean curve of all runs, between its points: the first moment at
which one noisy run touches the goal would flatter.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging import ask_next as settings
from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import Tagging, suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from tests.benchmarks.labelled_sets import LabelledSet

PART = 0.9
"""Share of the photos that each run sees, so that several runs say something."""

DRAWS = 4
"""Random labellings in each run."""

RANDOM_LABELS = 10
FEWEST, ROUNDS = 5, 15
"""Handful learns after so many answers, as in the window; of large budgets after a fifteenth."""

ENOUGH = 0.75
"""Of the budget, where asking ends."""

PROMISED = 10
"""Answers of which the gain is promised."""

STAGES = ((0, 1), (1, 2), (2, 5), (5, np.inf))
"""Answers a tag so far, to tell early promises from late ones."""


class Walk(NamedTuple):
    """A run of questions, a point after each round of answers.

    Attributes:
        answers: So far.
        right: Share right of the photos without an answer.
        tags: So far.
        promised: Gain of the next ten.
        budget: How many labels are drawn at random.
        each: Share right with so many of each class, which who labels cannot draw ...
        every: ... and with as many of all photos.
    """

    answers: NDArray[np.int64]
    right: NDArray[np.float64]
    tags: NDArray[np.int64]
    promised: NDArray[np.float64]
    budget: int
    each: float
    every: float


def walks(
    photos: LabelledSet, seed: int, choices: Sequence[Mapping[str, float]] = ({},)
) -> list[Walk]:
    """Ask up to `ENOUGH` of the budget, once for each choice of numbers in `ask_next`."""
    random = np.random.default_rng(seed)
    rows = random.permutation(len(photos.labels))[: int(PART * len(photos.labels))]
    known, labels = neighbourhood(photos.vectors[rows]), photos.labels[rows]
    members = [np.flatnonzero(labels == one) for one in np.unique(labels)]
    budget = RANDOM_LABELS * len(members)
    each = [
        np.concatenate([random.permutation(own)[:RANDOM_LABELS] for own in members])
        for _ in range(DRAWS)
    ]
    every = [random.permutation(len(labels))[:budget] for _ in range(DRAWS)]
    reached = [
        float(np.mean([_right(_learn(known, labels, drawn), labels, drawn) for drawn in draws]))
        for draws in (each, every)
    ]
    found = []
    for choice in choices:
        with patch.dict(vars(settings), choice):
            found.append(Walk(*_ask(known, labels, budget), budget, *reached))
    return found


def share(runs: Sequence[Walk], *, of_each: bool = True) -> float:
    """Labels needed when asked as a share of the random ones; 1 when all asked are too few."""
    goal = float(np.mean([run.each if of_each else run.every for run in runs]))
    right = np.maximum.accumulate(np.mean([run.right for run in runs], axis=0))
    if right[-1] < goal:
        return 1.0
    after = int(np.argmax(right >= goal))
    around = slice(after - 1, after + 1)
    return float(np.interp(goal, right[around], runs[0].answers[around])) / runs[0].budget


def promise_table(runs: Mapping[str, Sequence[Walk]]) -> Iterator[str]:
    """The promised gain of ten answers beside the true one in points, by answers a tag."""
    stages = [f"{low} to {high}" if high < np.inf else f"{low} or more" for low, high in STAGES]
    yield f"| answers a tag: | {' | '.join(stages)} |"
    yield "|---" * (len(stages) + 1) + "|"
    for name, mine in runs.items():
        figures = np.concatenate([_promises(run) for run in mine])
        told = [_told(figures, low, high) for low, high in STAGES]
        yield f"| {name} | {' | '.join(told)} |"


def _told(figures: NDArray, low: float, high: float) -> str:
    mine = figures[(figures[:, 0] >= low) & (figures[:, 0] < high), 1:]
    return "{:.1f} → {:.1f}".format(*100 * mine.mean(axis=0)) if len(mine) else "–"


def _promises(run: Walk) -> NDArray[np.float64]:
    """``(R, 3)``: answers a tag, promised gain, true gain."""
    gained = np.interp(run.answers + PROMISED, run.answers, run.right) - run.right
    figures = np.stack([run.answers / np.maximum(run.tags, 1), run.promised, gained], axis=1)
    return figures[run.answers + PROMISED <= run.answers[-1]]


def _ask(known: Neighbourhood, labels: NDArray, budget: int) -> Iterator[NDArray]:
    """Answer what Handful asks; yield the columns of a `Walk`."""
    asked, points = np.empty(0, np.int64), []
    step = max(FEWEST, budget // ROUNDS)
    while True:
        tagging = _learn(known, labels, asked)
        asking = settings.ask_next(known, tagging, max(step, PROMISED))
        gain = asking.gain * PROMISED / max(step, PROMISED)
        tags = tagging.probabilities.shape[1]
        points.append((len(asked), _right(tagging, labels, asked), tags, gain))
        if len(asked) >= ENOUGH * budget:
            return map(np.array, zip(*points, strict=True))
        asked = np.append(asked, asking.rows[:step])


def _learn(known: Neighbourhood, labels: NDArray, shown: NDArray) -> Tagging:
    yes = [shown[labels[shown] == each] for each in np.unique(labels[shown])]
    return suggest(known, collect(yes, [shown[:0]] * len(yes), (), known.copies))


def _right(tagging: Tagging, labels: NDArray, shown: NDArray) -> float:
    """Share of the photos without a label whose best tag is right."""
    if not len(shown):
        return 0.0
    rest = np.setdiff1d(np.arange(len(labels)), shown)
    best = tagging.probabilities[rest].argmax(axis=1)
    return float((np.unique(labels[shown])[best] == labels[rest]).mean())
