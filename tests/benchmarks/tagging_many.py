"""Many tags a photo, positives only: mean average precision beside one-against-rest regression."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.scores.tagging_scores import mean_average_precision
from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from ssl_core.vectors import centre
from tests.benchmarks.labelled_sets import LabelledSet, Vectors
from tests.benchmarks.textbook import one_against_rest

FEWEST = 40
"""Photos that a tag needs to take part."""


class Gain(NamedTuple):
    """Mean average precision of one draw, percent."""

    ours: float
    theirs: float


def many_tags(sets: list[LabelledSet]) -> tuple[Vectors, NDArray[np.bool_]]:
    """Put sets together: ``(N, D)`` vectors, and ``(N, T)`` which photo carries which tag."""
    tags = [own for each in sets for own in each.tags]
    names, counts = np.unique([tag for own in tags for tag in own], return_counts=True)
    kept = names[counts >= FEWEST]
    vectors = np.concatenate([each.vectors for each in sets])
    return vectors, np.array([[tag in own for tag in kept] for own in tags])


def measure(vectors: Vectors, truth: NDArray[np.bool_], shots: int, seeds: int) -> list[Gain]:
    """Draw so many "yes" for each tag, and nothing else, and score how the rest is ranked."""
    known, rows = neighbourhood(vectors), centre(vectors)
    gains = []
    for seed in range(seeds):
        shown, said = draw(truth, shots, seed)
        theirs = one_against_rest(rows, shown, said)
        gains.append(Gain(ours(known, truth, shown, said), _score(theirs, truth, shown)))
    return gains


def draw(
    truth: NDArray[np.bool_], shots: int, seed: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Pick ``shots`` photos of each tag; return rows, and which of them is picked for which."""
    random = np.random.default_rng(seed)
    yes = [random.permutation(np.flatnonzero(own))[:shots] for own in truth.T]
    shown = np.unique(np.concatenate(yes))
    return shown, np.stack([np.isin(shown, own) for own in yes], axis=1)


def ours(known: Neighbourhood, truth: NDArray, shown: NDArray, said: NDArray[np.bool_]) -> float:
    """Mean average precision of Handful, percent."""
    yes = [shown[own] for own in said.T]
    answers = collect(yes, [shown[:0]] * len(yes), (), known.copies)
    return _score(suggest(known, answers).probabilities, truth, shown)


def _score(scores: NDArray, truth: NDArray, shown: NDArray) -> float:
    rest = np.setdiff1d(np.arange(len(truth)), shown)
    return 100 * mean_average_precision(scores[rest], truth[rest])
