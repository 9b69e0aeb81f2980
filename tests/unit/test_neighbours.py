import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ssl_core.errors import VectorsError
from ssl_core.search import neighbours
from ssl_core.search.neighbours import graph, nearest
from ssl_core.search.principal import compress
from ssl_core.search.smooth import adjacency, smooth
from ssl_core.vectors import normalise


def slow_nearest(query, vectors, k):
    wanted, rows = normalise(query), normalise(vectors)
    return [sorted(range(len(rows)), key=lambda row: -float(one @ rows[row]))[:k] for one in wanted]


@given(count=st.integers(1, 23), k=st.integers(1, 30), seed=st.integers(0, 99))
@settings(max_examples=40)
def test_nearest_is_what_sorting_everything_finds(count, k, seed):
    random = np.random.default_rng(seed)
    query, vectors = random.normal(size=(5, 7)), random.normal(size=(count, 7))
    found = nearest(query, vectors, k)
    assert found.indices.tolist() == slow_nearest(query, vectors, k)
    assert found.indices.shape == (5, min(k, count))
    assert (np.diff(found.cosines, axis=1) <= 0).all()


def test_blocks_change_nothing(monkeypatch):
    vectors = np.random.default_rng(0).normal(size=(101, 13))
    whole = graph(vectors, 9)
    monkeypatch.setattr(neighbours, "BLOCK_CELLS", 700)
    parts = graph(vectors, 9)
    assert (whole.indices == parts.indices).all()
    np.testing.assert_allclose(whole.cosines, parts.cosines, atol=1e-6)


def test_graph_never_lists_the_photo_itself_even_among_identical_ones():
    found = graph(np.ones((6, 3)), 3)
    assert not (found.indices == np.arange(6)[:, None]).any()
    np.testing.assert_allclose(found.cosines, 1, atol=1e-6)


@pytest.mark.parametrize("count", [0, 1])
def test_a_library_without_neighbours(count):
    found = graph(np.ones((count, 3)), 5)
    assert found.indices.shape == (count, 0)
    assert adjacency(found).shape == (count, count)


def test_zero_rows_are_like_nothing_and_nan_is_refused():
    vectors = np.array([[1.0, 0], [0, 0], [1, 1]])
    assert nearest(vectors[:1], vectors, 3).cosines[0].tolist()[-1] == 0
    vectors[1, 0] = np.nan
    with pytest.raises(VectorsError, match="not finite"):
        graph(vectors, 1)


def test_smoothing_pulls_a_kind_together_and_leaves_the_odd_one_alone():
    random = np.random.default_rng(1)
    kind = normalise([1, 0, 0, 0] + 0.3 * random.normal(size=(20, 4)))
    rows = np.concatenate([kind, normalise(np.array([[-1.0, 0.1, 0, 0]]))])
    smoothed = smooth(adjacency(graph(rows, 5)), rows, 0.9, 20)
    assert (smoothed[:20] @ smoothed[:20].T).min() > (kind @ kind.T).min() + 0.2
    np.testing.assert_allclose(smoothed[20], rows[20], atol=1e-5)


def test_links_are_symmetric_with_eigenvalues_within_one():
    links = adjacency(graph(np.random.default_rng(2).normal(size=(30, 4)), 5)).toarray()
    np.testing.assert_allclose(links, links.T, rtol=1e-5)
    assert np.abs(np.linalg.eigvalsh(links)).max() <= 1 + 1e-5


def test_compress_keeps_the_distances_of_flat_data():
    random = np.random.default_rng(3)
    flat = (random.normal(size=(40, 3)) @ random.normal(size=(3, 12))).astype(np.float32)
    small = compress(flat, 3)
    assert small.shape == (40, 3)
    apart = np.linalg.norm(flat[:1] - flat, axis=1)
    np.testing.assert_allclose(
        np.linalg.norm(small[:1] - small, axis=1), apart, rtol=1e-3, atol=1e-4
    )
    assert compress(flat[:0], 3).shape == (0, 3)
    assert (compress(flat, 3) == small).all()
