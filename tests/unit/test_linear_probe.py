"""The linear probe finds what there is to find, and nothing else."""

import numpy as np

from ssl_core.scores.linear_probe import linear_accuracy


def test_kinds_in_clear_directions_are_named_and_noise_is_not() -> None:
    generator = np.random.default_rng(0)
    labels = np.arange(60) % 3
    clear = np.eye(3)[labels] * 3 + generator.standard_normal((60, 3)) * 0.2
    assert linear_accuracy(clear, labels, 5) > 0.95
    noise = generator.standard_normal((60, 3))
    assert 0.15 < linear_accuracy(noise, labels, 5) < 0.55
