"""A neighbour graph that grows with the library is the one built anew."""

import numpy as np
import pytest

from gallery_app.jobs.tagging.taught import Known, _rows_now
from ssl_core.search.growing import grow_graph
from ssl_core.search.neighbours import graph
from ssl_core.tagging.propagate import neighbourhood
from ssl_core.vectors import normalise

ROWS = normalise(np.random.default_rng(3).normal(size=(120, 8)))


def same(one, other):
    np.testing.assert_array_equal(one.indices, other.indices)
    np.testing.assert_allclose(one.cosines, other.cosines, atol=1e-6)


@pytest.mark.parametrize("new", [0, 1, 7, 60])
def test_new_photos_are_found_and_find(new):
    before = graph(ROWS[: 120 - new], 6).indices
    near = np.concatenate([before, np.full((new, 6), -1)])
    same(grow_graph(ROWS, near), graph(ROWS, 6))


def test_photos_that_lost_a_neighbour_are_searched_again():
    ids = np.arange(100, 220)
    known = Known((1, 0), ids, ids, neighbourhood(ROWS))
    stayed = np.delete(np.arange(120), [4, 50])
    near = _rows_now(known, np.append(ids[stayed], 300))
    assert near.shape == (119, 10)
    assert (near[-1] == -1).all()
    whole = (near >= 0).all(axis=1)
    assert 20 < whole.sum() < 118
    old = known.neighbourhood.near[stayed[whole[:-1]]]
    np.testing.assert_array_equal(ids[stayed][near[whole]], ids[old])
