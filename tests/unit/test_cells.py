import numpy as np

from ssl_core.search import cells
from ssl_core.search.cells import near_graph
from ssl_core.search.neighbours import graph


def photos(count, seed=0):
    random = np.random.default_rng(seed)
    middles = random.normal(size=(40, 32))
    return middles[random.integers(0, 40, count)] + 0.4 * random.normal(size=(count, 32))


def test_a_small_library_is_searched_exactly():
    vectors = photos(300)
    exact, found = graph(vectors, 7), near_graph(vectors, 7)
    assert (exact.indices == found.indices).all()


def test_a_large_library_is_searched_nearly_exactly(monkeypatch):
    monkeypatch.setattr(cells, "EXACT_UP_TO", 100)
    monkeypatch.setattr(cells, "PHOTOS_A_CELL", 40)
    vectors = photos(3000)
    exact, found = graph(vectors, 10), near_graph(vectors, 10)
    assert found.indices.shape == (3000, 10)
    assert (found.indices != np.arange(3000)[:, None]).all()
    assert (np.diff(found.cosines) <= 0).all()
    hits = [len(set(a) & set(b)) for a, b in zip(exact.indices, found.indices, strict=True)]
    assert np.mean(hits) > 9.5


def test_copies_never_bring_a_photo_to_itself(monkeypatch):
    monkeypatch.setattr(cells, "EXACT_UP_TO", 10)
    monkeypatch.setattr(cells, "PHOTOS_A_CELL", 20)
    vectors = np.repeat(photos(6), 30, axis=0)
    found = near_graph(vectors, 5)
    assert (found.indices != np.arange(180)[:, None]).all()
    assert np.allclose(found.cosines, 1, atol=1e-5)
