"""Tags: one spelling, one key, and the merge of three sides."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gallery_app.domain.tag import ancestors, clean_tag, leaf, tag_key, three_way
from gallery_app.errors import UserError

LEVEL = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], exclude_characters="/|"),
    min_size=1,
    max_size=8,
)
TAG = st.lists(LEVEL, min_size=1, max_size=3).map("/".join)
TAGS = st.sets(st.sampled_from(["a", "A", "b", "B", "c/d", "C/D", "é", "É"]))


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (" Places / Paris ", "Places/Paris"),
        ("New \t  York", "New York"),
        ("Cafe\u0301", "Café"),
        ("a.b, c; d", "a.b, c; d"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("क्\u200dष", "क्\u200dष"),
    ],
)
def test_a_tag_is_spelt_one_way(text: str, tag: str):
    assert clean_tag(text) == tag


@pytest.mark.parametrize("text", ["", " ", "/", "a/", "/a", "a//b", "a/ /b"])
def test_every_level_needs_a_name(text: str):
    with pytest.raises(UserError, match="needs a name"):
        clean_tag(text)


@pytest.mark.parametrize("text", ["a|b", "a\x00b", "a/b\x7f", "\ud800"])
def test_separators_of_others_and_control_characters_are_refused(text: str):
    with pytest.raises(UserError, match="leave out"):
        clean_tag(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paris", "paris"),
        ("STRASSE", "Straße"),
        ("É", "e\u0301"),
        ("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
        (" A / b", "a/B"),
    ],
)
def test_equal_tags_have_one_key(one: str, other: str):
    assert tag_key(one) == tag_key(other)


@given(TAG)
def test_cleaning_and_keys_are_final(text: str):
    tag = clean_tag(text)
    assert clean_tag(tag) == tag == unicodedata.normalize("NFC", tag)
    assert tag_key(unicodedata.normalize("NFD", tag)) == tag_key(tag)


def test_levels():
    assert (leaf("A/B/C"), leaf("A")) == ("C", "A")
    assert (ancestors("A/B/C"), ancestors("A")) == (("A", "A/B"), ())


def keys(tags: set[str]) -> set[str]:
    return {tag_key(tag) for tag in tags}


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ({"A"}, {"A"}, {"A", "B"}, {"A", "B"}),  # they added
        ({"A"}, {"A", "B"}, {"A"}, {"A", "B"}),  # we added
        ({"A", "B"}, {"A"}, {"A", "B"}, {"A"}),  # we removed
        ({"A", "B"}, {"A", "B"}, {"A"}, {"A"}),  # they removed
        ({"A"}, set(), set(), set()),  # both removed
        (set(), {"A"}, {"a"}, {"A"}),  # both added: our spelling
        ({"a"}, {"A"}, {"a"}, {"A"}),  # we spelt it anew
    ],
)
def test_three_way(base: set[str], ours: set[str], theirs: set[str], merged: set[str]):
    assert three_way(base, ours, theirs) == merged


@given(TAGS, TAGS, TAGS)
def test_every_tag_is_merged_as_the_table_says(base: set[str], ours: set[str], theirs: set[str]):
    merged = three_way(base, ours, theirs)
    assert len(keys(merged)) == len(merged)
    for key in keys(base | ours | theirs):
        old, mine, other = (key in keys(tags) for tags in (base, ours, theirs))
        wanted = mine if mine != old else other  # the side that changed decides
        assert (key in keys(merged)) == wanted


@given(TAGS, TAGS)
def test_a_side_that_changed_nothing_does_not_matter(base: set[str], theirs: set[str]):
    assert keys(three_way(base, base, theirs)) == keys(theirs)
    assert keys(three_way(base, theirs, base)) == keys(theirs)
    assert three_way(base, theirs, theirs) <= base | theirs


def test_our_spelling_wins():
    assert three_way({"a"}, {"A"}, {"a"}) == {"A"}
