"""How well photos with a tag are found from one another, and whether another encoder does better.

Of the scores from a handful of tags this one tells encoders apart by far the soonest (measured in
``docs/training.md``): every pair of tagged photos counts, not only each photo's best guess.
"""

import numpy as np
from numpy.typing import NDArray

_SURE = 0.95
# Each photo is both asked and found. Drawing anew only those asked leaves out half the noise, and
# drawing both gives intervals up to twice too wide with few photos (docs/training.md).
_BOTH_PARTS = np.sqrt(2)


def tag_precision(
    rows: NDArray[np.floating], carried: NDArray[np.bool_], groups: NDArray[np.integer]
) -> NDArray[np.float64]:
    """Average precision of each photo: 1 where all that share a tag with it are nearest.

    Args:
        rows: ``(N, D)`` of tagged photos, from `ssl_core.vectors.centre`.
        carried: ``(N, T)`` which photo carries which tag.
        groups: ``(N,)`` copies of one another share a number; they are not looked for.

    Returns:
        ``(N,)`` in [0, 1]; NaN where nothing can be found.
    """
    order = np.argsort(-(rows @ rows.T), axis=1, kind="stable")
    others = groups[:, None] != groups[order]
    tags = carried.astype(np.float32)
    hits = others & np.take_along_axis(tags @ tags.T > 0, order, axis=1)
    found, seen = np.cumsum(hits, axis=1), np.cumsum(others, axis=1)
    total = (hits * found / np.maximum(seen, 1)).sum(axis=1)
    with np.errstate(invalid="ignore"):
        return total / found[:, -1]


def gain(
    first: NDArray[np.floating],
    second: NDArray[np.floating],
    groups: NDArray[np.integer],
    *,
    draws: int = 4000,
    seed: int = 0,
) -> tuple[float, float, float]:
    """Estimate how much more precise a second encoder is, by the paired bootstrap.

    Photos are drawn anew with replacement (Efron & Tibshirani 1993), copies together, because they
    do not speak for themselves.

    Args:
        first: ``(N,)`` `tag_precision` of each photo, N at least 1.
        second: ``(N,)`` of the same photos with the other encoder.
        groups: ``(N,)`` copies of one another share a number.
        draws: How often.
        seed: Of the draws.

    Returns:
        The mean difference, and the ends of its 95 % interval.
    """
    _, place, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    gains = np.bincount(place, weights=second - first)
    mean = gains.sum() / sizes.sum()
    generator = np.random.default_rng(seed)
    means = np.empty(draws)
    for draw in range(draws):
        drawn = generator.integers(len(gains), size=len(gains))
        means[draw] = gains[drawn].sum() / sizes[drawn].sum()
    ends = np.quantile(means, [(1 - _SURE) / 2, (1 + _SURE) / 2])
    low, high = mean + _BOTH_PARTS * (ends - mean)
    return float(mean), float(low), float(high)
