"""Would each tagged photo get its tags from the other tagged photos? Many tags a photo."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_NEIGHBOURS = 5
_TEMPERATURE = 0.07
_BLOCK = 1024


def foretellable(
    carried: NDArray[np.bool_], groups: NDArray[np.integer], least: int
) -> NDArray[np.bool_]:
    """Choose the tags that enough photos carry; copies of one photo count once.

    Args:
        carried: ``(N, T)`` which photo carries which tag.
        groups: ``(N,)`` copies of one another share a number.
        least: Fewest different photos.

    Returns:
        ``(T,)``.
    """
    carriers = [len(np.unique(groups[column])) for column in carried.T]
    return np.array(carriers, dtype=np.int64) >= least


def prototype_hits(
    rows: NDArray[np.floating], carried: NDArray[np.bool_], groups: NDArray[np.integer]
) -> NDArray[np.float64]:
    """Score each photo by the nearest tag means, made without it and its copies.

    Args:
        rows: ``(N, D)`` of tagged photos, from `ssl_core.vectors.centre`.
        carried: ``(N, T)`` which photo carries which tag; each tag is on two groups or more.
        groups: ``(N,)`` copies of one another share a number.

    Returns:
        ``(N,)`` R-precision in [0, 1]: of a photo with R tags, the share of them among the R
        likeliest. With one tag it is 1 where the best is right. NaN without tags.
    """
    unit = rows.astype(np.float64)
    sums = carried.T.astype(np.float64) @ unit
    scores = unit @ _unit(sums).T
    for photo, mates in _with_copies(groups):
        for tag in np.flatnonzero(carried[mates].any(axis=0)):
            others = sums[tag] - unit[mates[carried[mates, tag]]].sum(axis=0)
            scores[photo, tag] = unit[photo] @ _unit(others)
    return _r_precision(scores, carried)


def neighbour_hits(
    rows: NDArray[np.floating], carried: NDArray[np.bool_], groups: NDArray[np.integer]
) -> NDArray[np.float64]:
    """Score each photo by the tags of its five nearest tagged photos, its copies left out.

    Votes weigh ``exp((cosine - 1) / 0.07)`` (Wu et al. 2018, sec. 3.4).

    Returns:
        ``(N,)`` as for `prototype_hits`, which also describes the arguments.
    """
    votes = np.zeros(carried.shape)
    asked = min(_NEIGHBOURS, len(rows))
    for start in range(0, len(rows), _BLOCK):
        block = slice(start, start + _BLOCK)
        cosines = rows[block] @ rows.T
        cosines[groups[block, None] == groups[None]] = -np.inf
        near = np.argpartition(-cosines, asked - 1, axis=1)[:, :asked]
        weights = np.exp((np.take_along_axis(cosines, near, axis=1) - 1) / _TEMPERATURE)
        votes[block] = np.einsum("nk,nkt->nt", weights, carried[near])
    return _r_precision(np.where(votes > 0, votes, -np.inf), carried)


def _with_copies(groups: NDArray[np.integer]) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield each photo with all photos of its group, itself among them."""
    order = np.argsort(groups, kind="stable")
    starts = np.flatnonzero(np.diff(groups[order], prepend=groups.min(initial=0) - 1))
    for mates in np.split(order, starts[1:]):
        for photo in mates:
            yield int(photo), mates


def _r_precision(scores: NDArray[np.floating], carried: NDArray[np.bool_]) -> NDArray[np.float64]:
    order = np.argsort(-scores, axis=1, kind="stable")
    count = carried.sum(axis=1)
    chosen = np.arange(scores.shape[1]) < count[:, None]
    hits = np.take_along_axis(carried & np.isfinite(scores), order, axis=1) & chosen
    return np.where(count, hits.sum(axis=1) / np.maximum(count, 1), np.nan)


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)
