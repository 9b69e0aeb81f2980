import numpy as np
import pytest

from ssl_core.cluster.density import cluster, smallest_group


def kinds(count, each, seed=0, width=24, spread=0.15):
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


def test_a_photo_like_no_other_stays_noise():
    vectors, _ = kinds(4, 30)
    odd = np.eye(26)[24:]
    found = cluster(np.concatenate([np.pad(vectors, ((0, 0), (0, 2))), odd]))
    assert found.labels[-2:].tolist() == [-1, -1]
    assert found.typicality[-2:].tolist() == [0, 0]
    assert (found.labels[:-2] >= 0).all()


def test_scattered_photos_are_no_groups():
    vectors, _ = kinds(12, 15, width=400, spread=0.3)
    scattered = np.random.default_rng(9).normal(size=(60, 400))
    noise = cluster(np.concatenate([vectors, scattered])).labels < 0
    assert noise[180:].mean() > 0.8
    assert noise[:180].mean() < 0.05


def test_the_same_photos_give_the_same_clusters():
    vectors, _ = kinds(8, 20, spread=0.6)
    one, two = cluster(vectors), cluster(vectors.copy())
    assert (one.labels == two.labels).all()
    assert (one.typicality == two.typicality).all()


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


@pytest.mark.parametrize("count", [0, 1, 2, 9])
def test_a_few_photos_are_no_clusters(count):
    found = cluster(np.random.default_rng(0).normal(size=(count, 5)))
    assert (found.labels == -1).all()
    assert len(found.labels) == len(found.typicality) == count
    assert found.members() == []


@pytest.mark.parametrize("count", [10, 11, 13, 40])
@pytest.mark.parametrize("fill", [0.0, 1.0])
def test_identical_photos_do_not_break_it(count, fill):
    found = cluster(np.full((count, 6), fill))
    assert np.isfinite(found.typicality).all()


def test_copies_of_a_shot_are_never_split():
    found = cluster(np.repeat(np.eye(4), 10, axis=0)).labels.reshape(4, 10)
    assert (found == found[:, :1]).all()
    assert len(set(found[:, 0])) == 4


def test_group_size_grows_with_the_library():
    assert [smallest_group(count) for count in (10, 36, 144, 10_000)] == [3, 3, 6, 50]
