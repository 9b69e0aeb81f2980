"""What is asked next, and what looks wrong with the user's tags."""

import numpy as np
import pytest

from ssl_core.search.duplicates import RULES
from ssl_core.tagging.answers import collect
from ssl_core.tagging.ask_next import FADING, ask_next
from ssl_core.tagging.copies import copies
from ssl_core.tagging.design import PENALTY, most_telling
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.health import slips, splits, twins
from ssl_core.tagging.propagate import neighbourhood
from ssl_core.vectors import normalise
from tests.unit.test_tagging import kinds, rows

VECTORS, LABELS = kinds(5, 30, seed=2, spread=0.4)
KNOWN = neighbourhood(VECTORS)


def learnt(*yes, known=KNOWN):
    return suggest(known, collect(yes, [rows()] * len(yes), (), known.copies))


def test_the_first_questions_cover_every_kind():
    asked = ask_next(KNOWN, learnt(), count=5)
    assert sorted(LABELS[asked.rows]) == [0, 1, 2, 3, 4]
    assert asked.tags == [[]] * 5
    assert asked.right == 0
    assert asked.gain > 0


def test_kinds_without_a_tag_come_first():
    asked = ask_next(KNOWN, learnt(rows(0, 1, 2), rows(30, 31, 32)), count=3)
    assert sorted(LABELS[asked.rows]) == [2, 3, 4]


def test_nothing_answered_is_asked_again_and_copies_once():
    vectors = np.concatenate([VECTORS, VECTORS[:30]])
    known = neighbourhood(vectors)
    tagging = learnt(rows(0), known=known)
    asked = ask_next(known, tagging, count=200)
    assert len(asked.rows) == len(VECTORS) - 1
    assert not {0, 150} & set(asked.rows)
    assert len(np.unique(known.copies[asked.rows])) == len(asked.rows)


def test_more_answers_gain_less():
    few = ask_next(KNOWN, learnt(*(rows(30 * kind) for kind in range(5)))).gain
    many = ask_next(KNOWN, learnt(*(np.arange(20) + 30 * kind for kind in range(5)))).gain
    assert many <= few
    everything = ask_next(KNOWN, learnt(*(np.arange(30) + 30 * kind for kind in range(5))))
    assert (everything.rows, everything.right) == ([], 1.0)


def test_nothing_to_ask_in_an_empty_library():
    known = neighbourhood(np.empty((0, 4)))
    assert ask_next(known, learnt(known=known)).rows == []


def test_a_slip_is_found_with_the_tag_that_suits_better():
    found = slips(learnt(np.append(np.arange(8), 45), np.arange(30, 38), np.arange(60, 68)))
    assert (found[0].row, found[0].tag, found[0].instead) == (45, 0, 1)
    assert found[0].probability < 0.2
    assert slips(learnt(np.arange(8), np.arange(30, 38))) == []


def test_a_tag_of_two_kinds_looks_like_two():
    mixed, other = np.concatenate([np.arange(7), np.arange(60, 66)]), np.arange(30, 40)
    for tags in ([mixed, other], [mixed]):
        [halves] = splits(KNOWN, learnt(*tags))
        assert halves.tag == 0
        parts = sorted(halves.first), sorted(halves.second)
        assert parts == (mixed[:7].tolist(), mixed[7:].tolist())


@pytest.mark.parametrize("kind", range(5))
def test_a_tag_of_one_kind_is_one(kind):
    own = np.arange(12) + 30 * kind
    others = [np.arange(12) + 30 * each for each in range(5) if each != kind]
    assert splits(KNOWN, learnt(own)) == splits(KNOWN, learnt(own, *others)) == []


def test_a_rehearsed_gain_is_promised_less_the_more_examples_there_are(monkeypatch):
    tagging = learnt(*(np.arange(3) + 30 * kind for kind in range(3)))
    promised = ask_next(KNOWN, tagging).gain
    monkeypatch.setattr("ssl_core.tagging.ask_next.FADING", 1e9)
    rehearsed = ask_next(KNOWN, tagging).gain
    assert promised > 0
    assert rehearsed == pytest.approx(promised * (1 + 3 / FADING))


def test_two_tags_of_one_kind_look_like_one():
    [pair] = twins(learnt(np.arange(8), np.arange(10, 16), np.arange(60, 70)))
    assert (pair.first, pair.second) == (0, 1)
    assert twins(learnt(np.arange(8), np.arange(60, 70))) == []


def test_bursts_and_copies_are_one():
    angles = np.array([0.0, 0.3, 1.5, 1.5001, 3.0])
    unit = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    near = np.array([[1, 2], [0, 2], [3, 1], [2, 1], [3, 2]])
    assert len(set(copies(unit, near))) == 4
    taken = np.array([0.0, 8.0, np.nan, np.nan, 9.0])
    assert copies(unit, near, taken=taken)[0] == copies(unit, near, taken=taken)[1]
    late = np.array([0.0, 60.0, np.nan, np.nan, 9.0])
    assert copies(unit, near, taken=late)[0] != copies(unit, near, taken=late)[1]
    hashes = np.array([1, 3, 0, 0, 1 << 60], np.uint64)
    assert RULES[0][0] >= 1
    by_hash = copies(unit, near, hashes=hashes)
    assert by_hash[0] == by_hash[1] != by_hash[4]


@pytest.mark.parametrize("count", [1, 2])
def test_tiny_libraries_are_no_trouble(count):
    known = neighbourhood(np.ones((count, 3)))
    tagging = learnt(rows(0), known=known)
    assert slips(tagging) == []
    assert splits(known, tagging) == []
    assert twins(tagging) == []
    assert ask_next(known, tagging).rows == list(range(1, count))


def test_the_most_telling_photos_lower_the_variance_most_one_after_the_other():
    random = np.random.default_rng(3)
    vectors = normalise(random.normal(size=(30, 6)).astype(np.float32))
    need = random.random(30).astype(np.float32)
    answered = np.arange(30) < 4
    need[answered] = 0

    def uncertainty(shown):
        form = np.linalg.inv(vectors[shown].T @ vectors[shown] + PENALTY * np.eye(6))
        return float(need @ ((vectors @ form) * vectors).sum(axis=1))

    shown = [0, 1, 2, 3]
    for row in most_telling(vectors, need, answered, np.arange(30), 4):
        others = [each for each in range(30) if each not in shown]
        assert row == min(others, key=lambda each: uncertainty([*shown, each]))
        shown.append(row)
