"""A new encoder is taken for better only beyond noise."""

import numpy as np

from ssl_core.scores.adoption import compare, groups_of, recognised


def kinds(noise: float, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Ten kinds of 30 photos, and a noisier copy of each photo."""
    generator = np.random.default_rng(seed)
    middles = np.random.default_rng(0).standard_normal((10, 16))
    photos = np.repeat(middles, 30, axis=0) + 0.5 * generator.standard_normal((300, 16))
    return photos, photos + noise * generator.standard_normal((300, 16))


def test_what_tells_kinds_apart_is_better_and_what_does_not_is_not() -> None:
    photos, copies = kinds(1.0)
    groups = groups_of(photos)
    old = recognised(groups, photos, copies)
    assert 0.2 < old.mean() < 0.95
    clearer = recognised(groups, photos, (photos + copies) / 2)
    assert compare(old, clearer).better
    generator = np.random.default_rng(1)
    blind = recognised(groups, *generator.standard_normal((2, 300, 16)))
    assert blind.mean() < 0.2
    assert compare(old, blind).high < 0
    assert not compare(old, old).better


def test_two_equally_good_encoders_are_not_told_apart() -> None:
    photos, copies = kinds(1.0)
    groups = groups_of(photos)
    other = photos + np.random.default_rng(5).standard_normal((300, 16))
    found = compare(recognised(groups, photos, copies), recognised(groups, photos, other))
    assert not found.better
    assert found.low < found.new - found.old < found.high


def test_few_photos_are_no_trouble() -> None:
    photos = np.random.default_rng(0).standard_normal((3, 4))
    assert recognised(groups_of(photos), photos, photos).shape == (3,)
