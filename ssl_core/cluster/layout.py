"""A place in the plane for every photo: what is alike lies together, and axes mean nothing."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, triu

from ssl_core.cluster.density import NEIGHBOURS
from ssl_core.cluster.reduce import describe
from ssl_core.search.cells import near_graph
from ssl_core.search.links import links
from ssl_core.search.neighbours import nearest
from ssl_core.search.principal import compress

FEWEST = 10
"""With fewer photos two principal components say all there is to say."""

MOST_LAID_OUT = 20_000
"""The others are placed among them."""

EPOCHS, RATE, PUSHES, STRONGEST = 200, 0.5, 5, 4.0
A, B = 1.577, 0.895
"""UMAP's curve 1 / (1 + A d^2B) of how linked two photos look, for a least distance of 0.1."""

AROUND = 5
"""Neighbours in whose middle a photo is placed that was not laid out itself."""


def lay_out(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Lay photos out by their neighbour graph (UMAP, McInnes et al. 2018, section 3.2).

    It starts from two principal components. Photos beyond `MOST_LAID_OUT`, and those linked with
    no other, are placed in the middle of what they are most like.

    Args:
        vectors: ``(N, D)`` raw vectors of one encoder.

    Returns:
        ``(N, 2) float32`` in [-1, 1]. The same vectors in the same order have the same places.
    """
    fine = describe(vectors)
    places = compress(fine, 2)
    places = np.pad(places, ((0, 0), (0, 2 - places.shape[1])))
    seen = np.arange(len(fine))[:: -(-len(fine) // MOST_LAID_OUT) or 1]
    if len(seen) >= FEWEST:
        weights = links(near_graph(fine[seen], NEIGHBOURS))
        linked = np.flatnonzero(np.asarray(weights.sum(axis=1)).ravel() > 0)
        if len(linked) >= FEWEST:
            seen, weights = seen[linked], weights[linked][:, linked]
            laid = _umap(weights, places[seen])
            places = place_beside(fine, fine[seen], laid)
            places[seen] = laid
    return _fitted(places)


def place_beside(
    vectors: NDArray[np.floating], placed: NDArray[np.floating], places: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Place photos in the middle of the few placed ones that they are most like.

    Args:
        vectors: ``(N, d)`` from `describe`.
        placed: ``(M, d)`` of the same `describe`, M at least 1.
        places: ``(M, 2)`` where these lie.

    Returns:
        ``(N, 2) float32``.
    """
    near = nearest(vectors, placed, AROUND)
    weights = np.maximum(near.cosines, 1e-3)[:, :, None]
    middle = (places[near.indices] * weights).sum(axis=1) / weights.sum(axis=1)
    return np.asarray(middle, dtype=np.float32)


def _umap(weights: csr_array, start: NDArray[np.float32]) -> NDArray[np.float32]:
    """Pull linked photos together and push others apart, all at once in each epoch.

    igraph's layout_umap pushes too little: of 2,000 made photos in 40 kinds, 66 % of the ten
    nearest on its map were of one's own kind, and 99 % on this one, in the same time.
    """
    upper = triu(weights, k=1).tocoo()
    dice = np.random.default_rng(0)
    places, count = 10.0 * _fitted(start).astype(np.float64), len(start)
    for epoch in range(EPOCHS):
        drawn = dice.random(len(upper.data), dtype=np.float32) < upper.data
        one, other = upper.row[drawn], upper.col[drawn]
        pulled, pull = np.concatenate([one, other]), _pull(places[one] - places[other])
        pushed = np.repeat(pulled, PUSHES)
        push = _push(places[pushed] - places[dice.integers(0, count, len(pushed))])
        moves = _sums(pulled, np.concatenate([pull, -pull]), count) + _sums(pushed, push, count)
        places += RATE * (1 - epoch / EPOCHS) * moves
    return places.astype(np.float32)


def _pull(apart: NDArray[np.float64]) -> NDArray[np.float64]:
    squared = (apart**2).sum(axis=1, keepdims=True) + 1e-9
    force = -2 * A * B * squared ** (B - 1) / (1 + A * squared**B)
    return np.clip(force * apart, -STRONGEST, STRONGEST)


def _push(apart: NDArray[np.float64]) -> NDArray[np.float64]:
    squared = (apart**2).sum(axis=1, keepdims=True)
    force = 2 * B / ((0.001 + squared) * (1 + A * squared**B))
    return np.clip(force * apart, -STRONGEST, STRONGEST)


def _sums(rows: NDArray, moves: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.stack([np.bincount(rows, moves[:, axis], count) for axis in (0, 1)], axis=1)


def _fitted(places: NDArray[np.float32]) -> NDArray[np.float32]:
    """Move and scale to [-1, 1], the same along both axes."""
    if not len(places):
        return places
    low, high = places.min(axis=0), places.max(axis=0)
    reach = float((high - low).max()) / 2
    return (places - (low + high) / 2) / (reach if reach > 1e-6 else 1)
