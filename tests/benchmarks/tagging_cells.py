"""One labelled set: Handful and the textbook methods on the same draws of labels."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.scores.tagging_scores import calibration_error, top1
from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import Tagging, suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from ssl_core.vectors import centre
from tests.benchmarks.labelled_sets import LabelledSet
from tests.benchmarks.textbook import METHODS

SHOTS = (1, 2, 5, 10)
SURE = 0.95


class Draw(NamedTuple):
    """Figures of one draw of labels.

    Attributes:
        top1: Percent of the other photos whose best tag is right, by method.
        error: Expected calibration error.
        asked: Photos without a label.
        accepted: Of these, how many are accepted at `SURE`.
        right: Of those, how many are right.
        strangers: AUROC of the best probability, one class left out.
    """

    top1: dict[str, float]
    error: float
    asked: int
    accepted: int
    right: int
    strangers: float


Cell = list[Draw]
"""One set and number of labels, ten draws or as many as were asked for."""


def measure(photos: LabelledSet, seeds: int) -> dict[int, Cell]:
    """Draw labels and try every method on the same draws, for each of `SHOTS`."""
    known, rows = neighbourhood(photos.vectors), centre(photos.vectors)
    return {
        shots: [try_all(photos, known, rows, shots, seed) for seed in range(seeds)]
        for shots in SHOTS
    }


def try_all(
    photos: LabelledSet, known: Neighbourhood, rows: NDArray, shots: int, seed: int
) -> Draw:
    """Try every method on one draw."""
    labels = photos.labels
    shown, rest, chances = suggested(labels, known, shots, seed)
    found = {"Handful": 100 * top1(chances, labels[rest])}
    for name, method in METHODS.items():
        found[name] = 100 * float((method(rows, shown, labels) == labels)[rest].mean())
    error = calibration_error(chances, labels[rest])
    strangers = stranger_score(photos, known, shots, seed)
    return Draw(found, error, len(rest), *accept(chances, labels[rest]), strangers)


def suggested(
    labels: NDArray, known: Neighbourhood, shots: int, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Draw labels and suggest: the labelled rows, the others, and their probabilities."""
    shown = draw(labels, shots, seed)
    rest = np.setdiff1d(np.arange(len(labels)), shown)
    return shown, rest, handful(known, shown, labels, np.unique(labels)).probabilities[rest]


def draw(labels: NDArray, shots: int, seed: int) -> NDArray[np.int64]:
    """Pick the labelled photos: ``shots`` of each class at random."""
    random = np.random.default_rng(seed)
    classes = range(labels.max() + 1)
    return np.concatenate([
        random.permutation(np.flatnonzero(labels == each))[:shots] for each in classes
    ])


def handful(known: Neighbourhood, shown: NDArray, labels: NDArray, classes: NDArray) -> Tagging:
    """Suggest with nothing but a few "yes" for each tag."""
    yes = [shown[labels[shown] == each] for each in classes]
    return suggest(known, collect(yes, [shown[:0]] * len(yes), (), known.copies))


def stranger_score(photos: LabelledSet, known: Neighbourhood, shots: int, seed: int) -> float:
    """AUROC of the best probability: photos of the tags against those of a class left out."""
    classes = np.unique(photos.labels)
    left_out = classes[seed % len(classes)]
    shown = draw(photos.labels, shots, seed)
    shown = shown[photos.labels[shown] != left_out]
    tagging = handful(known, shown, photos.labels, classes[classes != left_out])
    rest = np.setdiff1d(np.arange(len(photos.labels)), shown)
    best = tagging.probabilities[rest].max(axis=1)
    stranger = photos.labels[rest] == left_out
    return _auroc(best[~stranger], best[stranger])


def accept(chances: NDArray, labels: NDArray) -> tuple[int, int]:
    """Accept the most that is said to be 95 % right; return how many, and how many are right."""
    best = chances.max(axis=1)
    order = np.argsort(-best, kind="stable")
    promised = np.cumsum(best[order]) / np.arange(1, len(order) + 1)
    taken = order[: int((promised >= SURE).sum())]
    return len(taken), int((chances.argmax(axis=1) == labels)[taken].sum())


def mean_top1(cell: Cell, name: str) -> float:
    """Percent of the best tags that are right, mean of the draws."""
    return float(np.mean([each.top1[name] for each in cell]))


def over_best(cell: Cell) -> float:
    """Points of top-1 over the best textbook method."""
    return mean_top1(cell, "Handful") - max(mean_top1(cell, name) for name in METHODS)


def accepted(cell: Cell) -> tuple[float, float | None]:
    """Share of photos accepted at `SURE`, and share of these that is right, if there are any."""
    asked, taken, right = (sum(column) for column in list(zip(*cell, strict=True))[2:5])
    return taken / asked, right / taken if taken else None


def _auroc(known: NDArray, strangers: NDArray) -> float:
    order = np.concatenate([known, strangers]).argsort().argsort() + 1.0
    above = order[: len(known)].sum() - len(known) * (len(known) + 1) / 2
    return float(above / (len(known) * len(strangers)))
