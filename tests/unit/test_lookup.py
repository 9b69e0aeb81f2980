"""Numbers are found where they stand."""

import numpy as np

from gallery_app.domain.lookup import Lookup


def test_places_are_in_the_order_asked_and_strangers_have_none():
    lookup = Lookup(np.array([7, 3, 9]))
    assert lookup.places([9, 4, 7, 100]).tolist() == [2, 0]


def test_nothing_stands_among_none():
    assert Lookup(np.empty(0, np.int64)).places([1]).tolist() == []
    assert Lookup(np.array([1])).places([]).tolist() == []
