"""The language of the search bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_app.domain.query import KINDS, STATES, QueryError, Term, parse_query, quoted

VALUES = dict.fromkeys(KINDS, "Italy") | {"cluster": "7", "rating": "..3", "is": "picked"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_takes_a_value_and_a_minus(kind: str):
    value = VALUES[kind]
    assert parse_query(f"{kind}:{value}") == (Term(kind, value),)
    assert parse_query(f"-{kind.upper()}:{value}") == (Term(kind, value, negated=True),)


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_known(state: str):
    assert parse_query(f"is:{state} -is:{state.upper()}") == (
        Term("is", state),
        Term("is", state, negated=True),
    )


@pytest.mark.parametrize(
    ("text", "value"), [("3", "3..3"), ("-1", "-1..-1"), ("3..5", "3..5"), ("..2", "..2")]
)
def test_ratings_are_one_or_a_range(text: str, value: str):
    assert parse_query(f"rating:{text}") == (Term("rating", value),)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019..2021", "2019..2021"),
        ("2019-05", "2019-05..2019-05"),
        ("2019-05-31", "2019-05-31..2019-05-31"),
        ("2019", "2019..2019"),
        ("2019..", "2019.."),
        ("..2021-02", "..2021-02"),
    ],
)
def test_dates(text: str, value: str):
    assert parse_query(f"{text} -{text}") == (
        Term("taken", value),
        Term("taken", value, negated=True),
    )


@pytest.mark.parametrize("word", ["..", "20199", "2019-5", "-", "sunset", "tag", "Mum's", "a-b"])
def test_other_words_are_names(word: str):
    assert parse_query(word) == (Term("name", word),)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('tag:"New York"', "New York"),
        ('"tag:New York"', "New York"),
        ('tag:"Places/New York"', "Places/New York"),
        ("tag:Mum's", "Mum's"),
        ('tag:"12"" vinyl"', '12" vinyl'),
        ("tag:Köln/Süd", "Köln/Süd"),
    ],
)
def test_quotes_keep_a_value_together(text: str, value: str):
    assert parse_query(f" {text}  -{text}") == (
        Term("tag", value),
        Term("tag", value, negated=True),
    )


def test_an_empty_query_has_no_terms():
    assert parse_query(" \t\n ") == ()


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ('sunset tag:"New York', 11, "not closed"),
        ("tag:a colour:red", 6, "“colour:” is not a search word; use one of tag:, "),
        ("colour colour:red", 7, "“colour:”"),
        ("tag:a  -tag:", 7, "after “tag:”"),
        ("a folder:", 2, "after “folder:”"),
        ("a rating:good", 2, "from -1 (rejected) to 5"),
        ("rating:6", 0, "from -1 (rejected) to 5"),
        ("rating:..", 0, "from -1 (rejected) to 5"),
        ("a is:lost", 2, "use untagged, picked, rejected, missing, located"),
        ("cluster:²", 0, "whole number"),
        ("cluster:12345678901234567890", 0, "whole number"),
        ("x tag:a//b", 2, "is not a tag"),
        ("x suggested:a|b", 2, "is not a tag"),
    ],
)
def test_a_mistake_names_the_word_and_where_it_is(text: str, position: int, says: str):
    with pytest.raises(QueryError, match=r"^[A-Z“].*[.]$") as caught:
        parse_query(text)
    assert caught.value.position == position
    assert says in str(caught.value)


@given(st.text(min_size=1))
def test_quoted_text_is_one_word_again(text: str):
    [term] = parse_query(f"folder:{quoted('/' + text + '/')}")
    assert term == Term("folder", f"/{text}/")


@given(st.text())
def test_any_text_is_a_query_or_a_mistake_with_a_place_in_it(text: str):
    position = 0
    try:
        parse_query(text)
    except QueryError as error:
        position = error.position
    assert 0 <= position < max(1, len(text))
