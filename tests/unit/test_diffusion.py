"""A layer learnt from the neighbour graph, in closed form."""

import numpy as np

from ssl_core.scores.knn_probe import knn_accuracy
from ssl_core.scores.prototype_probe import prototype_accuracy
from ssl_core.train.methods.diffusion import diffused_layer
from ssl_core.vectors import normalise


def kinds(photos: int = 240, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Six kinds in eight directions, under loud noise in 24 others that the kinds do not share."""
    generator = np.random.default_rng(seed)
    labels = np.arange(photos) % 6
    middles = np.random.default_rng(9).standard_normal((6, 8)) * 1.6
    signal = middles[labels] + generator.standard_normal((photos, 8)) * 0.5
    return np.hstack([signal, generator.standard_normal((photos, 24)) * 0.9]), labels


def test_it_helps_most_where_there_is_one_label_and_photos_it_never_saw_too() -> None:
    vectors, labels = kinds()
    layer, mean = diffused_layer(vectors), normalise(vectors).mean(axis=0)
    fresh, fresh_labels = kinds(seed=1)
    for rows, names in ((vectors, labels), (fresh, fresh_labels)):
        learnt = (normalise(rows) - mean) @ layer.T
        before, after = (prototype_accuracy(each, names, 1) for each in (rows, learnt))
        assert after > before + 0.03
        assert knn_accuracy(learnt, names, 5) >= knn_accuracy(rows, names, 5) - 0.005


def test_the_layer_stretches_but_never_folds() -> None:
    vectors, _ = kinds(40)
    layer = diffused_layer(vectors)
    assert layer.shape == (32, 32)
    np.testing.assert_allclose(layer, layer.T, atol=1e-5)
    stretched = np.linalg.eigvalsh(layer)
    assert stretched.min() > stretched.max() / 6


def test_soft_photos_are_followed_more_closely() -> None:
    vectors, _ = kinds()
    firm, loose = (np.linalg.eigvalsh(diffused_layer(vectors, soft=soft)) for soft in (True, False))
    assert firm.max() / firm.min() > 1.05 * loose.max() / loose.min()


def test_photos_that_are_all_alike_are_no_trouble() -> None:
    assert np.isfinite(diffused_layer(np.ones((20, 5)))).all()
