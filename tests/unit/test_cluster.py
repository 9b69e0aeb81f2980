import numpy as np
import pytest

from ssl_core.cluster import density
from ssl_core.cluster.density import LEVELS, cluster, cluster_levels, smallest_group


def kinds(count, each, seed=0, width=64, spread=0.5):
    random = np.random.default_rng(seed)
    middles = random.normal(size=(count, width))
    labels = np.repeat(np.arange(count), each)
    return middles[labels] + spread * random.normal(size=(count * each, width)), labels


@pytest.mark.parametrize(("count", "each"), [(12, 12), (3, 60), (20, 30)])
def test_clear_kinds_become_the_clusters(count, each):
    vectors, labels = kinds(count, each)
    found = cluster(vectors).labels
    assert found.max() + 1 == count
    assert (found < 0).mean() < 0.05
    for group in range(count):
        assert len(set(labels[found == group])) == 1


def test_a_photo_like_no_other_stays_noise_and_still_has_a_closest_group():
    vectors, _ = kinds(4, 30)
    odd = np.eye(66)[64:]
    found = cluster(np.concatenate([np.pad(vectors, ((0, 0), (0, 2))), odd]))
    assert found.labels[-2:].tolist() == [-1, -1]
    assert found.typicality[-2:].tolist() == [0, 0]
    assert (found.labels[:-2] >= 0).all()
    assert (found.closest >= 0).all()
    assert (found.closest[:-2] == found.labels[:-2]).all()


def test_scattered_photos_are_no_groups():
    vectors, _ = kinds(12, 15, width=400, spread=0.3)
    scattered = np.random.default_rng(9).normal(size=(60, 400))
    noise = cluster(np.concatenate([vectors, scattered])).labels < 0
    assert noise[180:].mean() > 0.8
    assert noise[:180].mean() < 0.05


def test_the_same_photos_give_the_same_clusters_in_any_order():
    vectors, _ = kinds(8, 20, spread=0.8)
    one, two = cluster(vectors), cluster(vectors.copy())
    assert (one.labels == two.labels).all()
    assert (one.typicality == two.typicality).all()
    for seed in range(3):
        order = np.random.default_rng(seed).permutation(len(vectors))
        turned = cluster(vectors[order])
        assert (turned.labels == one.labels[order]).all()
        assert (turned.closest == one.closest[order]).all()


def test_labels_run_from_the_largest_and_members_from_the_most_typical():
    vectors, labels = kinds(3, 40)
    kept = np.concatenate([
        np.flatnonzero(labels == kind)[:size] for kind, size in enumerate((10, 40, 25))
    ])
    found = cluster(vectors[kept])
    members = found.members()
    assert [len(group) for group in members] == [40, 25, 10]
    for group in members:
        assert (np.diff(found.typicality[group]) <= 0).all()
    assert sorted(np.concatenate(members)) == list(range(75))


@pytest.mark.parametrize("count", [0, 1, 2, 5, 9])
def test_a_few_photos_are_no_clusters(count):
    for found in cluster_levels(np.random.default_rng(0).normal(size=(count, 5))):
        assert (found.labels == -1).all()
        assert len(found.labels) == len(found.typicality) == len(found.closest) == count
        assert found.members() == []


def test_twenty_photos_of_two_kinds_are_two_groups():
    vectors, labels = kinds(2, 10)
    found = cluster(vectors).labels
    assert found.max() == 1
    assert (np.abs(np.diff(found))[labels[1:] == labels[:-1]] == 0).all()


@pytest.mark.parametrize(("count", "each"), [(2, 200), (3, 40), (4, 150)])
def test_few_kinds_are_not_split_into_many(count, each):
    vectors, _ = kinds(count, each)
    assert cluster(vectors).labels.max() + 1 == count


@pytest.mark.parametrize("count", [10, 11, 13, 40])
@pytest.mark.parametrize("fill", [0.0, 1.0])
def test_identical_photos_do_not_break_it(count, fill):
    found = cluster(np.full((count, 6), fill))
    assert np.isfinite(found.typicality).all()


def test_copies_of_a_shot_are_never_split():
    found = cluster(np.repeat(np.eye(4), 10, axis=0)).labels.reshape(4, 10)
    assert (found == found[:, :1]).all()
    assert len(set(found[:, 0])) == 4


def test_the_shots_of_a_burst_have_one_vote():
    vectors, _ = kinds(6, 40)
    random = np.random.default_rng(1)
    burst = np.tile(vectors[:1], (12, 1)) + 1e-3 * random.normal(size=(12, 64))
    head, weights = density._votes(density.describe(np.concatenate([vectors, burst])))
    assert weights.shape == (240, 240)
    assert set(head[240:]) == {head[0]}
    found = cluster(np.concatenate([vectors, burst])).labels
    assert found.max() + 1 == 6
    assert set(found[240:]) == {found[0]}


def test_levels_run_from_coarse_to_fine():
    big, _ = kinds(4, 1, seed=3)
    random = np.random.default_rng(4)
    small = np.repeat(big, 5, axis=0) + 0.25 * random.normal(size=(20, 64))
    vectors = np.repeat(small, 20, axis=0) + 0.4 * random.normal(size=(400, 64))
    counts = [found.labels.max() + 1 for found in cluster_levels(vectors)]
    assert len(counts) == len(LEVELS)
    assert counts == sorted(counts)
    assert 4 <= counts[0] < counts[-1]


def test_density_may_look_at_a_part_of_a_large_library(monkeypatch):
    monkeypatch.setattr(density, "MOST_SEEN", 150)
    vectors, labels = kinds(6, 100)
    found = cluster(vectors).labels
    assert found.max() + 1 == 6
    for group in range(6):
        assert len(set(labels[found == group])) == 1


def test_group_size_grows_with_the_library():
    assert [smallest_group(count) for count in (10, 36, 144, 10_000)] == [3, 3, 6, 50]
