"""Questions as columns: where pairs stand, and what is left."""

from hypothesis import given
from hypothesis import strategies as st

from gallery_app.domain.questions import Questions, of_suggestions
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
