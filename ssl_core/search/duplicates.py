"""Near duplicates: copies that were resized, recompressed, brightened, blurred or lightly cropped.

Two tests must agree: the perceptual hash (same layout of light and dark) and the vectors (same
content). Thresholds are from 600 edited copies of 30 photos among 200 others, EfficientNet-lite0:
every resized, recompressed, lit, blurred or 10 % cropped copy is found, no different photo is.
Mirrored, turned, framed and heavily cropped copies are not found.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ssl_core.vectors import normalise

_Rows = NDArray[np.float32]
_Hashes = NDArray[np.uint64]
_Pairs = NDArray[np.int32]

SIDE = 32
"""The hash looks at the photo shrunk to this many pixels a side."""

KEPT = 8
"""Lowest frequencies kept in each direction: 64 bits."""

RULES = ((4, 0.55), (10, 0.8), (18, 0.88))
"""(most differing bits, least cosine): the further the layout, the surer the content must be."""

BLOCK_CELLS = 400_000
"""Pairs of hashes compared at a time: they stay in the processor's cache, twice as fast."""

CHUNK = 1 << 18
"""Pairs whose vectors are compared at a time."""

SKETCHED, SAMPLE = 64, 4096
"""Numbers that say most of a vector, and vectors asked which those are."""

WORTH_SKETCHING = 10_000
"""Photos from which on it pays."""


def perceptual_hash(photo: Image.Image) -> int:
    """Hash the layout of light and dark (pHash: the signs of the lowest DCT frequencies).

    Args:
        photo: Upright thumbnail, any mode that converts to grey, any size from 1 x 1.

    Returns:
        64 bits, in [0, 2**64). Copies differ in few bits; unrelated photos in about 32.
    """
    small = photo.convert("L").resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    waves = _waves()
    lowest = waves @ np.asarray(small, dtype=np.float64) @ waves.T
    # The mean brightness is left out of the median: it would only measure exposure.
    bits = lowest.ravel() > np.median(lowest.ravel()[1:])
    return int.from_bytes(np.packbits(bits).tobytes(), "big")


def near_duplicates(
    vectors: NDArray[np.floating], hashes: NDArray[np.uint64]
) -> list[tuple[int, ...]]:
    """Group the photos that are copies of one another.

    Every member is a copy of the group's first photo itself, so no chain of small steps joins
    photos that differ.

    Args:
        vectors: ``(N, D)`` raw vectors.
        hashes: ``(N,)`` from `perceptual_hash`.

    Returns:
        Groups of two or more rows, the most alike first; each photo is in one group at most. A
        group starts with its most central photo, then goes on by likeness to it.
    """
    pairs, cosines = _copies(normalise(vectors), np.asarray(hashes, dtype=np.uint64))
    return _stars(_Likes(pairs, cosines, len(vectors)))


def _waves() -> NDArray[np.float64]:
    """The first rows of the DCT-II matrix, ``(KEPT, SIDE)``."""
    frequency, place = np.arange(KEPT)[:, None], np.arange(SIDE)[None]
    return np.cos(np.pi * frequency * (place + 0.5) / SIDE)


def _copies(rows: _Rows, hashes: _Hashes) -> tuple[_Pairs, _Rows]:
    """All pairs that pass one of the rules, each once, in order, with their cosine."""
    found = [(np.empty((2, 0), np.int32), np.empty(0, np.float32))]
    least_of = np.full(65, np.inf, np.float32)
    for most, least in reversed(RULES):
        least_of[: most + 1] = least
    sketch = _Sketch(rows) if len(rows) >= WORTH_SKETCHING else None
    for near in _alike_layouts(hashes):
        pairs = near
        if sketch is not None:
            pairs = near[:, sketch.most(near) >= least_of[_apart(hashes, near)]]
        cosine = _cosines(rows, pairs)
        passed = cosine >= least_of[_apart(hashes, pairs)]
        found.append((pairs[:, passed], cosine[passed]))
    return np.concatenate([p for p, _ in found], axis=1), np.concatenate([c for _, c in found])


def _apart(hashes: _Hashes, pairs: _Pairs) -> NDArray[np.uint8]:
    return np.bitwise_count(hashes[pairs[0]] ^ hashes[pairs[1]])


def _alike_layouts(hashes: _Hashes) -> Iterator[_Pairs]:
    """Yield the pairs of photos that no rule excludes by their hashes, in order, in chunks.

    Every hash is compared with every other: with 18 of 64 bits free to differ no index over bands
    of bits leaves out enough (four bands of 16 bits still leave a sixth of all pairs).
    """
    loosest = max(bits for bits, _ in RULES)
    step = max(1, BLOCK_CELLS // max(1, len(hashes)))
    differing = np.empty(step * len(hashes), np.uint64)
    bits, near = np.empty(len(differing), np.uint8), np.empty(len(differing), bool)
    waiting: list[_Pairs] = []
    number = 0
    for start in range(0, len(hashes), step):
        block, rest = hashes[start : start + step, None], hashes[None, start + 1 :]
        width, size = rest.shape[1], len(block) * rest.shape[1]
        np.bitwise_xor(block, rest, out=differing[:size].reshape(len(block), width))
        np.bitwise_count(differing[:size], out=bits[:size])
        np.less_equal(bits[:size], loosest, out=near[:size])
        row, column = np.divmod(np.flatnonzero(near[:size]), max(1, width))
        once = column >= row  # the block's first photo is compared from the second on
        pairs = np.stack([row[once], column[once] + 1]) + start
        waiting.append(pairs.astype(np.int32))
        number += pairs.shape[1]
        if number >= CHUNK:
            yield np.concatenate(waiting, axis=1)
            waiting, number = [], 0
    if number:
        yield np.concatenate(waiting, axis=1)


class _Sketch:
    """Bounds on cosines from the directions in which vectors differ most (PCA, uncentred).

    A cosine is at most that of the sketches plus the product of what they leave out
    (Cauchy-Schwarz): of real photos a fifteenth is left to be compared in full.
    """

    def __init__(self, rows: _Rows) -> None:
        some = rows[:: -(-len(rows) // SAMPLE)]
        _, directions = np.linalg.eigh(some.T @ some)
        self._short = rows @ directions[:, -SKETCHED:]
        self._rest = np.sqrt(np.maximum(1 - np.square(self._short).sum(axis=1), 0))

    def most(self, pairs: _Pairs) -> _Rows:
        """Return what the cosines of pairs are at most, and a little for rounding."""
        rest = self._rest[pairs[0]] * self._rest[pairs[1]]
        return _products(self._short, pairs) + rest + np.float32(1e-4)


def _cosines(rows: _Rows, pairs: _Pairs) -> _Rows:
    """Return the cosines of pairs, to six digits: the last bits depend on how they are computed."""
    firsts, first = np.unique(pairs[0], return_inverse=True)
    seconds, second = np.unique(pairs[1], return_inverse=True)
    if 4 * len(first) > len(firsts) * len(seconds):  # thousands that look alike
        return np.round((rows[firsts] @ rows[seconds].T)[first, second], 6)
    return np.round(_products(rows, pairs), 6)


def _products(rows: _Rows, pairs: _Pairs) -> _Rows:
    """Return the products of pairs of rows, so many at a time that they stay in the cache."""
    products = np.empty(pairs.shape[1], np.float32)
    step = max(1, BLOCK_CELLS // max(1, rows.shape[1]))
    for start in range(0, len(products), step):
        one, other = pairs[:, start : start + step]
        products[start : start + step] = np.einsum("nd,nd->n", rows[one], rows[other])
    return products


class _Likes:
    """Pairs of copies, in order, to be looked up from either side.

    Args:
        pairs: ``(2, P)``: rows, ascending; and higher ones, ascending for the same first.
        cosines: ``(P,)``.
        number: Of photos.
    """

    def __init__(self, pairs: _Pairs, cosines: _Rows, number: int) -> None:
        first, second = pairs
        back, numbers = np.argsort(second, kind="stable"), np.arange(number + 1)
        self._above = second, cosines, np.searchsorted(first, numbers)
        self._below = first[back], cosines[back], np.searchsorted(second[back], numbers)
        ends = self._above[2], self._below[2]
        self.counts = np.diff(ends[0]) + np.diff(ends[1])

    def of(self, row: int) -> tuple[NDArray[np.int32], _Rows]:
        """Return the copies of a photo, ascending, and their cosines with it."""
        parts = [
            (others[ends[row] : ends[row + 1]], cosines[ends[row] : ends[row + 1]])
            for others, cosines, ends in (self._below, self._above)
        ]
        return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


def _stars(likes: _Likes) -> list[tuple[int, ...]]:
    """Take the photo with most copies and its copies as a group, then go on with the rest."""
    groups: list[tuple[float, tuple[int, ...]]] = []
    taken = np.zeros(len(likes.counts), bool)
    order = np.argsort(-likes.counts, kind="stable")
    for centre in order[: np.count_nonzero(likes.counts)].tolist():
        if taken[centre]:
            continue
        members, alike = likes.of(centre)
        free = ~taken[members]
        members, alike = members[free], alike[free]
        if not len(members):
            continue
        taken[centre] = taken[members] = True
        best_first = np.lexsort((members, -alike))
        mean = float(alike.mean(dtype=np.float64))
        groups.append((mean, (centre, *members[best_first].tolist())))
    return [members for _, members in sorted(groups, key=lambda group: (-group[0], group[1]))]
