"""How many labels it takes when Handful asks, against labels drawn at random."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.answers import collect
from ssl_core.tagging.ask_next import ask_next
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from tests.benchmarks.labelled_sets import LabelledSet

BATCH = 10
LOOK = 5
"""Answers after which it is looked whether that is enough; Handful learns after ten."""

PART = 0.9
"""Share of the photos that each run sees, so that several runs say something."""

RANDOM_LABELS = 10


class Asked(NamedTuple):
    """One run: the share of best tags that random labels get right, asked ones that do, drawn."""

    wanted: float
    needed: int
    drawn: int


def labels_needed(photos: LabelledSet, seed: int) -> Asked:
    """Count how many asked labels reach what random ones do, at most twice as many."""
    random = np.random.default_rng(seed)
    rows = random.permutation(len(photos.labels))[: int(PART * len(photos.labels))]
    known, labels = neighbourhood(photos.vectors[rows]), photos.labels[rows]
    drawn = np.concatenate([
        random.permutation(np.flatnonzero(labels == each))[:RANDOM_LABELS]
        for each in np.unique(labels)
    ])
    wanted, asked = _right(known, labels, drawn), np.empty(0, np.int64)
    while len(asked) < 2 * len(drawn):
        rows = ask_next(known, _learn(known, labels, asked), BATCH).rows
        for start in range(0, len(rows), LOOK):
            asked = np.append(asked, rows[start : start + LOOK])
            if _right(known, labels, asked) >= wanted:
                return Asked(wanted, len(asked), len(drawn))
    return Asked(wanted, len(asked), len(drawn))


def _learn(known: Neighbourhood, labels: NDArray, shown: NDArray):
    classes = np.unique(labels[shown])
    yes = [shown[labels[shown] == each] for each in classes]
    return suggest(known, collect(yes, [shown[:0]] * len(yes), (), known.copies))


def _right(known: Neighbourhood, labels: NDArray, shown: NDArray) -> float:
    """Share of the photos without a label whose best tag is right."""
    rest = np.setdiff1d(np.arange(len(labels)), shown)
    best = _learn(known, labels, shown).probabilities[rest].argmax(axis=1)
    return float((np.unique(labels[shown])[best] == labels[rest]).mean())
