"""Directions in which neighbours differ count less."""

import numpy as np

from ssl_core.search.whiten import whiten, whitening
from ssl_core.vectors import centre


def pairs() -> np.ndarray:
    """Forty kinds of six photos, which differ in the last two of eight directions only."""
    generator = np.random.default_rng(0)
    rows = np.repeat(generator.standard_normal((40, 8)), 6, axis=0)
    rows[:, 6:] = generator.standard_normal((240, 2)) * 0.5
    return centre(rows)


def test_what_neighbours_differ_in_is_shortened() -> None:
    layer = whitening(pairs(), 5, 0.3)
    np.testing.assert_allclose(layer, layer.T, atol=1e-6)
    kept, shortened = np.diag(layer)[:6], np.diag(layer)[6:]
    assert shortened.max() < 0.7 * kept.min()


def test_shrunk_all_the_way_nothing_changes() -> None:
    np.testing.assert_allclose(whitening(pairs(), 5, 1.0), np.eye(8), atol=1e-6)


def test_photos_all_alike_stay_as_they_are() -> None:
    same = np.ones((9, 4), np.float32) / 2
    np.testing.assert_allclose(whiten(same), same, atol=1e-6)
