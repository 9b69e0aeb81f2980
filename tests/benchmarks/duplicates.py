"""How long near duplicates take among so many photos, beside comparing all pairs plainly.

``python -m tests.benchmarks.duplicates [--photos 100000] [--alike 3000]``; the photos are numbers
made here: 1280 values each, hashes of which 0.2 % of all pairs differ in 18 bits or fewer (as 2,500
real photos of four sets do), copies of one in ten, and some that all have one hash and look alike.
"""

import argparse
import time
import tracemalloc

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.duplicates import RULES, near_duplicates
from ssl_core.vectors import normalise

_DIM, _KINDS, _LAYOUTS = 1280, 64, 64
_BLOCK = 4_000_000


def main() -> None:
    """Time both ways and print what they found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--alike", type=int, default=3000)
    given = parser.parse_args()
    rng = np.random.default_rng(0)
    vectors, hashes = _made(given.photos, rng)
    quick = _report(f"{given.photos:,} photos", vectors, hashes)
    start = time.process_time()
    pairs = _plain(vectors, hashes)
    plain = time.process_time() - start
    print(f"  plainly, without grouping: {pairs} pairs in {plain:.1f} s: {plain / quick:.1f} times")
    alike = np.arange(given.alike) % given.photos
    near = vectors[alike] * 0.05 + 1
    _report(f"{given.alike:,} of one hash, alike", near, np.zeros(given.alike, np.uint64))


def _report(name: str, vectors: NDArray[np.float32], hashes: NDArray[np.uint64]) -> float:
    start = time.process_time()
    groups = near_duplicates(vectors, hashes)
    quick = time.process_time() - start
    held = sum(map(len, groups))
    print(f"{name}: {len(groups)} groups of {held} photos in {quick:.1f} s of processor")
    tracemalloc.start()
    near_duplicates(vectors, hashes)
    print(f"  at most {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB beside the vectors")
    tracemalloc.stop()
    return quick


def _made(number: int, rng: np.random.Generator) -> tuple[NDArray, NDArray]:
    spread = np.exp(-np.arange(_KINDS) / 20)[:, None] * rng.normal(size=(_KINDS, _DIM))
    kinds = rng.normal(size=(number, _KINDS)).astype(np.float32)
    vectors = kinds @ spread.astype(np.float32)
    vectors += rng.normal(size=_DIM).astype(np.float32) * 2
    vectors += rng.standard_normal((number, _DIM), np.float32) * 1.5
    layout = rng.normal(size=(number, _LAYOUTS)) @ rng.normal(size=(_LAYOUTS, 64)) > 0
    copies = rng.choice(number, number // 10, replace=False)
    of = rng.integers(0, number, len(copies))
    vectors[copies] = vectors[of] + 0.3 * rng.standard_normal((len(of), _DIM), np.float32)
    layout[copies] = layout[of] ^ (rng.random((len(of), 64)) < 0.05)
    return vectors, np.packbits(layout, axis=1).view(np.uint64).ravel()


def _plain(vectors: NDArray[np.float32], hashes: NDArray[np.uint64]) -> int:
    """Count the pairs that pass: all hashes first, then the vectors of every near pair in full.

    Of thousands that look alike it would fill the memory.
    """
    rows, found = normalise(vectors), 0
    loosest, step = max(bits for bits, _ in RULES), max(1, _BLOCK // len(rows))
    for start in range(0, len(rows), step):
        bits = np.bitwise_count(hashes[start : start + step, None] ^ hashes[None, start:])
        one, other = np.nonzero(np.triu(bits <= loosest, k=1))
        cosine = np.einsum("nd,nd->n", rows[start + one], rows[start + other])
        apart = bits[one, other]
        passed = [(apart <= most) & (cosine >= least) for most, least in RULES]
        found += int(np.any(passed, axis=0).sum())
    return found


if __name__ == "__main__":
    main()
