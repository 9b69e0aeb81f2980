import io
import itertools
import tracemalloc

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from ssl_core.search import duplicates
from ssl_core.search.duplicates import near_duplicates, perceptual_hash


def photo(seed, size=(240, 180)):
    noise = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    return Image.fromarray(noise).resize(size, Image.Resampling.BICUBIC)


def recompressed(original):
    file = io.BytesIO()
    original.save(file, "JPEG", quality=30)
    return Image.open(file)


COPIES = {
    "smaller": lambda original: original.resize((80, 60)),
    "recompressed": recompressed,
    "brighter": lambda original: ImageEnhance.Brightness(original).enhance(1.2),
    "grey": lambda original: original.convert("L"),
    "blurred": lambda original: original.filter(ImageFilter.GaussianBlur(2)),
    "palette": lambda original: original.convert("P"),
}


@pytest.mark.parametrize("edit", COPIES.values(), ids=COPIES)
def test_the_hash_survives_edits(edit):
    for seed in range(5):
        one, other = perceptual_hash(photo(seed)), perceptual_hash(edit(photo(seed)))
        assert (one ^ other).bit_count() <= 10


def test_different_photos_have_distant_hashes():
    hashes = [perceptual_hash(photo(seed)) for seed in range(12)]
    assert min((a ^ b).bit_count() for a, b in itertools.combinations(hashes, 2)) > 10
    assert all(0 <= each < 2**64 for each in hashes)


@pytest.mark.parametrize("size", [(1, 1), (1, 400), (400, 1)])
def test_any_size_can_be_hashed(size):
    assert 0 <= perceptual_hash(photo(0, size)) < 2**64


def hashes_apart(*bits):
    """Hashes that differ from 0 in the given numbers of low bits."""
    return np.array([(1 << count) - 1 for count in bits], dtype=np.uint64)


def at_cosines(*cosines):
    """Vectors with the given cosines to (1, 0)."""
    return np.array([[value, (1 - value**2) ** 0.5] for value in cosines])


@pytest.mark.parametrize(
    ("bits", "cosine", "copies"),
    [(2, 0.6, True), (2, 0.5, False), (8, 0.85, True), (8, 0.7, False), (30, 1.0, False)],
)
def test_layout_and_content_must_agree(bits, cosine, copies):
    groups = near_duplicates(at_cosines(1, cosine), hashes_apart(0, bits))
    assert groups == ([(0, 1)] if copies else [])


def test_no_chain_joins_photos_that_differ():
    # Each is a copy of the next, the ends are not copies of each other.
    groups = near_duplicates(at_cosines(1, 1, 1), hashes_apart(0, 15, 30))
    assert groups == [(1, 0, 2)]
    long = near_duplicates(at_cosines(*[1] * 6), hashes_apart(0, 12, 24, 36, 48, 60))
    assert all(len(group) <= 3 for group in long)
    assert len(set(itertools.chain(*long))) == sum(map(len, long))


def test_best_group_first_and_blocks_change_nothing(monkeypatch):
    vectors = at_cosines(1, 1, -1, -0.97)
    hashes = np.array([0, 0, 2**64 - 1, 2**64 - 1], dtype=np.uint64)
    assert near_duplicates(vectors, hashes) == [(0, 1), (2, 3)]
    assert near_duplicates(vectors[::-1], hashes[::-1]) == [(2, 3), (0, 1)]
    monkeypatch.setattr(duplicates, "BLOCK_CELLS", 5)
    assert near_duplicates(vectors, hashes) == [(0, 1), (2, 3)]


def plainly(vectors, hashes):
    """Compare all pairs in full, one by one."""
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    copies = {row: {} for row in range(len(hashes))}
    for one, other in itertools.combinations(range(len(hashes)), 2):
        bits = (int(hashes[one]) ^ int(hashes[other])).bit_count()
        cosine = round(float(unit[one] @ unit[other]), 6)
        if any(bits <= most and cosine >= least for most, least in duplicates.RULES):
            copies[one][other] = copies[other][one] = cosine
    groups, taken = [], set()
    for centre in sorted(copies, key=lambda row: (-len(copies[row]), row)):
        free = {row: like for row, like in copies[centre].items() if row not in taken}
        if centre not in taken and free:
            members = (centre, *sorted(free, key=lambda row: (-free[row], row)))
            taken.update(members)
            groups.append((-sum(free.values()) / len(free), members))
    return [members for _, members in sorted(groups)]


def library(seed, number=140):
    """Vectors and hashes with copies of all degrees, and many equal hashes."""
    rng = np.random.default_rng(seed)
    original = rng.integers(0, number // 4, number)
    vectors = rng.normal(size=(number, 24))[original] + 0.5
    vectors += rng.normal(size=vectors.shape) * rng.choice([0.05, 0.4, 0.8], (number, 1))
    hashes = rng.integers(0, 2**64, number, dtype=np.uint64)[original]
    for _ in range(14):
        flip = rng.random(number) < 0.5
        hashes[flip] ^= np.uint64(1) << rng.integers(0, 64, number, dtype=np.uint64)[flip]
    hashes[rng.random(number) < 0.3] = 5
    return vectors.astype(np.float32), hashes


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("small", [False, True])
def test_the_quick_way_finds_what_the_plain_one_does(seed, small, monkeypatch):
    if small:  # a small library goes the way of a large one
        for name, value in {"WORTH_SKETCHING": 0, "SKETCHED": 5, "SAMPLE": 40}.items():
            monkeypatch.setattr(duplicates, name, value)
        monkeypatch.setattr(duplicates, "CHUNK", 50)
        monkeypatch.setattr(duplicates, "BLOCK_CELLS", 700)
    vectors, hashes = library(seed)
    expected = plainly(vectors, hashes)
    found = near_duplicates(vectors, hashes)
    assert {group[0]: set(group) for group in found} == {group[0]: set(group) for group in expected}
    assert max(map(len, expected)) > 3


def test_thousands_of_equal_hashes_do_not_fill_the_memory():
    number = 2000
    vectors = np.random.default_rng(0).normal(size=(number, 8)) + 9
    tracemalloc.start()
    [group] = near_duplicates(vectors, np.zeros(number, np.uint64))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(group) == number
    assert most < 80 * number**2 / 2  # bytes a pair


def test_empty_and_single_libraries():
    assert near_duplicates(np.ones((0, 2)), np.empty(0, np.uint64)) == []
    assert near_duplicates(np.ones((1, 2)), hashes_apart(3)) == []
