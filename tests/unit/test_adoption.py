"""A new encoder is taken for better only beyond noise."""

import numpy as np

from ssl_core.scores.adoption import compare, kept_neighbours


def test_a_copy_that_says_the_same_keeps_all_neighbours() -> None:
    vectors = np.random.default_rng(0).standard_normal((40, 8)).astype(np.float32)
    assert kept_neighbours(vectors, vectors).tolist() == [1.0] * 40


def test_a_copy_that_says_anything_keeps_no_more_than_chance() -> None:
    vectors, copies = np.random.default_rng(0).standard_normal((2, 400, 8)).astype(np.float32)
    assert abs(kept_neighbours(vectors, copies).mean() - 10 / 399) < 0.01


def test_only_a_gain_beyond_noise_is_better() -> None:
    generator = np.random.default_rng(0)
    old = generator.random(500)
    same = compare(old, old + generator.normal(0, 0.3, 500))
    assert same.low < 0 < same.high
    assert not same.better
    gained = compare(old, old + 0.1 + generator.normal(0, 0.3, 500))
    assert gained.better
    assert gained.low < gained.new - gained.old < gained.high
