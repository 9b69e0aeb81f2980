"""The score that decides, beside a slow reference; and whether its interval is honest."""

import numpy as np
import pytest

from ssl_core.scores.tag_precision import gain, tag_precision
from ssl_core.vectors import centre

Gallery = tuple[np.ndarray, np.ndarray, np.ndarray]


def gallery(seed: int, photos: int = 40) -> Gallery:
    """Make photos with one to four tags; every fifth is a copy of the one before."""
    generator = np.random.default_rng(seed)
    carried = generator.random((photos, 4)) < 0.3
    carried[:, 0] |= ~carried.any(axis=1)
    rows = carried @ np.eye(4, 24) + generator.standard_normal((photos, 24)) / 5
    groups = np.arange(photos) - (np.arange(photos) % 5 == 4)
    return centre(rows[groups]), carried[groups], groups


def blurred(rows: np.ndarray, seed: int, by: float) -> np.ndarray:
    return centre(rows + by * np.random.default_rng(seed).standard_normal(rows.shape))


def slowly(rows: np.ndarray, carried: np.ndarray, groups: np.ndarray) -> list[float]:
    found = []
    for photo in range(len(rows)):
        others = np.flatnonzero(groups != groups[photo])
        others = others[np.argsort(-(rows[others] @ rows[photo]), kind="stable")]
        alike = (carried[others] & carried[photo]).any(axis=1)
        places = np.flatnonzero(alike) + 1
        found.append(np.mean(np.arange(1, len(places) + 1) / places))
    return found


def test_precision_agrees_with_a_slow_reference() -> None:
    assert tag_precision(*gallery(0)) == pytest.approx(slowly(*gallery(0)))


def test_a_photo_that_nothing_can_be_found_from_is_left_open() -> None:
    carried = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], bool)
    found = tag_precision(np.eye(4), carried, np.array([0, 0, 1, 2]))
    assert np.isnan(found).tolist() == [False, False, False, True]


def test_a_better_encoder_is_told_from_a_worse_and_from_itself() -> None:
    good, carried, groups = gallery(2, 60)
    best = tag_precision(good, carried, groups)
    poor = tag_precision(blurred(good, 3, 0.3), carried, groups)
    mean, low, high = gain(poor, best, groups)
    assert 0 < low < mean < high
    assert gain(best, poor, groups)[2] < 0
    assert gain(best, best, groups) == (0, 0, 0)


def test_of_encoders_that_are_alike_few_are_called_better() -> None:
    called = []
    for seed in range(200):
        rows, carried, groups = gallery(seed, 30)
        alike = [
            tag_precision(blurred(rows, each, 0.15), carried, groups)
            for each in (2 * seed, 2 * seed + 1)
        ]
        _, low, high = gain(*alike, groups, draws=300)
        called.append((low > 0) - (high < 0))
    assert np.count_nonzero(called) <= 20  # 5 % of 200 are 10


def test_copies_say_no_more_than_one_photo() -> None:
    first, second = np.random.default_rng(2).random((2, 10))
    alone = gain(first, second, np.arange(10))
    copied = [np.repeat(part, 10) for part in (first, second)]
    assert gain(*copied, np.arange(100) // 10) == pytest.approx(alone)
    _, low, high = gain(*copied, np.arange(100))
    assert high - low < 0.5 * (alone[2] - alone[1])
