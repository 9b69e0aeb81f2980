"""How good suggestions are, and how honest their probabilities."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

BINS = 15


class Accepted(NamedTuple):
    """What "accept all above a threshold" would do.

    Attributes:
        coverage: Share of photos whose best suggestion is at or above it.
        precision: Share of those that are right; 1 when there are none.
    """

    coverage: float
    precision: float


def top1(probabilities: NDArray[np.floating], labels: NDArray[np.integer]) -> float:
    """Share of photos whose best suggestion is right: ``(N, T)`` against ``(N,)``."""
    return float((probabilities.argmax(axis=1) == labels).mean())


def calibration_error(
    probabilities: NDArray[np.floating], labels: NDArray[np.integer], bins: int = BINS
) -> float:
    """Expected calibration error of the best suggestion (Guo et al. 2017, eq. 3).

    Args:
        probabilities: ``(N, T)`` in [0, 1].
        labels: ``(N,)`` right tag of each photo.
        bins: Equal bins of probability.

    Returns:
        Mean gap between what is claimed and what is right, in [0, 1].
    """
    best = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    place = np.minimum((best * bins).astype(int), bins - 1)
    gaps = np.bincount(place, weights=best - right, minlength=bins)
    return float(np.abs(gaps).sum() / len(labels))


def average_precision(scores: NDArray[np.floating], relevant: NDArray[np.bool_]) -> float:
    """Mean precision at each relevant photo, best score first: ``(N,)`` against ``(N,)``.

    Returns:
        In [0, 1]; 0 when nothing is relevant.
    """
    hits = relevant[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(precision[hits].mean()) if hits.any() else 0.0


def mean_average_precision(scores: NDArray[np.floating], relevant: NDArray[np.bool_]) -> float:
    """Mean over tags of `average_precision`: ``(N, T)`` against ``(N, T)``."""
    columns = zip(scores.T, relevant.T, strict=True)
    return float(np.mean([average_precision(one, truth) for one, truth in columns]))


def accepted_at(
    probabilities: NDArray[np.floating], labels: NDArray[np.integer], threshold: float
) -> Accepted:
    """Coverage and precision of accepting every best suggestion from ``threshold`` up."""
    sure = probabilities.max(axis=1) >= threshold
    right = probabilities.argmax(axis=1) == labels
    return Accepted(float(sure.mean()), float(right[sure].mean()) if sure.any() else 1.0)
