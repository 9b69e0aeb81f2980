import numpy as np
import pytest

from ssl_core.scores.cluster_scores import agreement, noise_share
from ssl_core.scores.knn_probe import knn_accuracy
from ssl_core.scores.label_free import effective_rank, kept_neighbours, lidar, view_agreement
from ssl_core.scores.prototype_probe import prototype_accuracy
from ssl_core.scores.tagging_scores import (
    accepted_at,
    average_precision,
    calibration_error,
    mean_average_precision,
    top1,
)

CHANCES = np.array([[0.9, 0.1], [0.6, 0.4], [0.3, 0.7], [0.2, 0.8]])
LABELS = np.array([0, 1, 1, 1])


def test_top1_counts_the_best_suggestion():
    assert top1(CHANCES, LABELS) == 0.75


def test_calibration_error_by_hand():
    # Each alone in its bin: |.9-1| + |.6-0| + |.7-1| + |.8-1|, over 4.
    assert calibration_error(CHANCES, LABELS) == pytest.approx(1.2 / 4)
    assert calibration_error(CHANCES, LABELS, bins=1) == pytest.approx(0.0)
    assert calibration_error(np.array([[1.0, 0]]), np.array([0])) == 0


def test_accepting_from_a_threshold():
    assert accepted_at(CHANCES, LABELS, 0.7) == (0.75, 1.0)
    assert accepted_at(CHANCES, LABELS, 0.6) == (1.0, 0.75)
    assert accepted_at(CHANCES, LABELS, 0.99) == (0.0, 1.0)


def test_average_precision_by_hand():
    scores, relevant = np.array([0.9, 0.8, 0.7, 0.6]), np.array([True, False, True, False])
    assert average_precision(scores, relevant) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(scores, np.zeros(4, bool)) == 0
    both = np.stack([relevant, ~relevant], axis=1)
    expected = ((1 + 2 / 3) / 2 + (1 / 2 + 2 / 4) / 2) / 2
    assert mean_average_precision(np.stack([scores, scores], 1), both) == pytest.approx(expected)


def test_agreement_ignores_names_and_noise_is_counted():
    classes = np.repeat([0, 1, 2], 10)
    assert agreement((classes + 1) % 3, classes) == pytest.approx(1)
    assert agreement(np.random.default_rng(0).permutation(classes), classes) < 0.2
    assert noise_share(np.array([-1, 0, 0, -1])) == 0.5
    assert noise_share(np.empty(0, int)) == 0


def test_knn_accuracy_of_clear_and_of_meaningless_vectors():
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(4), 25)
    clear = np.eye(4)[labels] + 0.1 * random.normal(size=(100, 4))
    assert knn_accuracy(clear, labels) == 1
    assert knn_accuracy(random.normal(size=(100, 4)), labels) < 0.5


def test_view_agreement_and_rank_have_closed_forms() -> None:
    photos = np.eye(6)
    assert view_agreement(photos, photos * 3) == 1
    assert view_agreement(photos, np.roll(photos, 1, axis=0)) == 0
    assert effective_rank(photos) == pytest.approx(6, rel=1e-4)
    assert effective_rank(np.ones((6, 4))) == pytest.approx(1, rel=1e-4)


def slow_lidar(views: np.ndarray) -> float:
    """Thilak et al., eq. 1 to 3, with the symmetric root and class by class."""
    views = views / np.linalg.norm(views, axis=2, keepdims=True)
    photos, copies, width = views.shape
    middle = views.mean(axis=(0, 1))
    between, within = np.zeros((width, width)), 1e-4 * np.eye(width)
    for photo in views:
        mean = photo.mean(axis=0)
        between += np.outer(mean - middle, mean - middle) / photos
        for view in photo:
            within += np.outer(view - mean, view - mean) / (photos * copies)
    values, vectors = np.linalg.eigh(within)
    root = vectors @ np.diag(values**-0.5) @ vectors.T
    spectrum = np.linalg.eigvalsh(root @ between @ root).clip(min=0)
    shares = spectrum / spectrum.sum() + 1e-7
    return float(np.exp(-(shares * np.log(shares)).sum()))


@pytest.mark.parametrize(("photos", "copies", "width"), [(12, 3, 5), (6, 4, 40)])
def test_lidar_is_the_paper_s(photos: int, copies: int, width: int) -> None:
    generator = np.random.default_rng(0)
    views = generator.standard_normal((photos, 1, width))
    views = views + 0.2 * generator.standard_normal((photos, copies, width))
    # The slow one gives every unused direction its epsilon too.
    assert lidar(views) == pytest.approx(slow_lidar(views), rel=1e-3)
    alike = np.broadcast_to(generator.standard_normal(width), views.shape)
    noise = alike + 1e-3 * generator.standard_normal(views.shape)
    noise[..., 0] += 3 * np.arange(photos)[:, None]
    assert lidar(noise) < lidar(views)


def test_prototypes_of_clear_classes_are_always_right_and_of_noise_by_chance() -> None:
    generator = np.random.default_rng(0)
    labels = np.arange(90) % 3
    clear = np.eye(3)[labels] + generator.normal(0, 0.01, (90, 3))
    assert prototype_accuracy(clear, labels, 1) == 1
    noise = generator.standard_normal((90, 20))
    assert 0.2 < prototype_accuracy(noise, labels, 5) < 0.5


def test_a_copy_that_says_the_same_keeps_all_neighbours() -> None:
    vectors = np.random.default_rng(0).standard_normal((40, 8)).astype(np.float32)
    assert kept_neighbours(vectors, vectors).tolist() == [1.0] * 40


def test_a_copy_that_says_anything_keeps_no_more_than_chance() -> None:
    vectors, copies = np.random.default_rng(0).standard_normal((2, 400, 8)).astype(np.float32)
    assert abs(kept_neighbours(vectors, copies).mean() - 10 / 399) < 0.01
