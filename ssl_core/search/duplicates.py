"""Near duplicates: copies that were resized, recompressed, brightened, blurred or lightly cropped.

Two tests must agree: the perceptual hash (same layout of light and dark) and the vectors (same
content). Thresholds are from 600 edited copies of 30 photos among 200 others, EfficientNet-lite0:
every resized, recompressed, lit, blurred or 10 % cropped copy is found, no different photo is.
Mirrored, turned, framed and heavily cropped copies are not found.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ssl_core.vectors import normalise

SIDE = 32
"""The hash looks at the photo shrunk to this many pixels a side."""

KEPT = 8
"""Lowest frequencies kept in each direction: 64 bits."""

RULES = ((4, 0.55), (10, 0.8), (18, 0.88))
"""(most differing bits, least cosine): the further the layout, the surer the content must be."""

BLOCK_CELLS = 4_000_000


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
    first, second, cosine = _copies(normalise(vectors), np.asarray(hashes, dtype=np.uint64))
    copies: dict[int, dict[int, float]] = {}
    for one, other, alike in zip(first.tolist(), second.tolist(), cosine.tolist(), strict=True):
        copies.setdefault(one, {})[other] = alike
        copies.setdefault(other, {})[one] = alike
    return _stars(copies)


def _waves() -> NDArray[np.float64]:
    """The first rows of the DCT-II matrix, ``(KEPT, SIDE)``."""
    frequency, place = np.arange(KEPT)[:, None], np.arange(SIDE)[None]
    return np.cos(np.pi * frequency * (place + 0.5) / SIDE)


def _copies(
    rows: NDArray[np.float32], hashes: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """All pairs that pass one of the rules, each once, with their cosine."""
    found = [(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.float32))]
    loosest = max(bits for bits, _ in RULES)
    step = max(1, BLOCK_CELLS // max(1, len(rows)))
    for start in range(0, len(rows), step):
        block = hashes[start : start + step, None] ^ hashes[None, start:]
        bits = np.bitwise_count(block)
        one, other = np.nonzero(np.triu(bits <= loosest, k=1))
        cosine = np.einsum("nd,nd->n", rows[start + one], rows[start + other])
        apart = bits[one, other]
        passed = np.any([(apart <= most) & (cosine >= least) for most, least in RULES], axis=0)
        found.append((start + one[passed], start + other[passed], cosine[passed]))
    first, second, cosines = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return first, second, cosines


def _stars(copies: dict[int, dict[int, float]]) -> list[tuple[int, ...]]:
    """Take the photo with most copies and its copies as a group, then go on with the rest."""
    groups: list[tuple[float, tuple[int, ...]]] = []
    taken: set[int] = set()
    for centre in sorted(copies, key=lambda row: (-len(copies[row]), row)):
        if centre in taken:
            continue
        free = {row: alike for row, alike in copies[centre].items() if row not in taken}
        if not free:
            continue
        members = sorted(free, key=lambda row: (-free[row], row))
        taken.update((centre, *members))
        groups.append((sum(free.values()) / len(free), (centre, *members)))
    return [members for _, members in sorted(groups, key=lambda group: (-group[0], group[1]))]
