"""Questions as columns: where pairs stand, and what is left."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gallery_app.domain.questions import Questions, Some, of_suggestions
from gallery_app.domain.suggestion import Suggestion

PAIRS = st.tuples(st.integers(1, 9), st.sampled_from(["Cat", "Dog", "Sea"]))


@given(st.lists(PAIRS, unique=True), st.lists(PAIRS, unique=True), st.integers(0, 10))
def test_places_and_what_is_left(asked: list, known: list, least: int):
    found = of_suggestions([Suggestion(*pair, place / 10) for place, pair in enumerate(asked)])
    assert [found.pair(place) for place in range(len(asked))] == asked
    assert [found.pair(place) for place in found.places(known)] == [
        pair for pair in known if pair in asked
    ]
    assert found.left(least / 10, known).tolist() == [
        place for place, pair in enumerate(asked) if place >= least and pair not in known
    ]


def test_none_are_none():
    assert Questions().places([(1, "Cat")]).tolist() == []
    assert Questions().left(0, [(1, "Cat")]).tolist() == []


@given(st.lists(PAIRS, unique=True), st.lists(PAIRS, unique=True), st.data())
def test_some_are_found_among_others(asked: list, others: list, data: st.DataObject):
    places = data.draw(
        st.lists(st.sampled_from(range(len(others))), unique=True) if others else st.just([])
    )
    found, chosen = (
        of_suggestions([Suggestion(*pair, 0.5) for pair in pairs]) for pairs in (asked, others)
    )
    some = Some(chosen, np.array(places, np.int64))
    pairs = [others[place] for place in places]
    assert sorted(found.pair(place) for place in found.places_of(some)) == sorted(
        pair for pair in pairs if pair in asked
    )
    assert found.left(0, (), [some]).tolist() == [
        place for place, pair in enumerate(asked) if pair not in pairs
    ]
    by_tag = some.by_tag()
    assert sorted((photo, tag) for tag, photos in by_tag.items() for photo in photos) == sorted(
        pairs
    )
