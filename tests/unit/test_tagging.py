import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit

from ssl_core.tagging.answers import collect
from ssl_core.tagging.calibrate import Link, companionship, familiarity, rivalry, surest
from ssl_core.tagging.evidence import surprise
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.logistic import AVERAGE, STRENGTH, logistic
from ssl_core.tagging.propagate import neighbourhood
from ssl_core.tagging.rehearsal import blend, rehearse
from ssl_core.tagging.ridge import Ridge


def kinds(count=4, each=25, seed=0, spread=0.5):
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(count), each)
    middles = random.normal(size=(count, 16))
    return middles[labels] + spread * random.normal(size=(len(labels), 16)), labels


VECTORS, LABELS = kinds()
KNOWN = neighbourhood(VECTORS)
COUNT = len(LABELS)


def rows(*photos):
    return np.array(photos, dtype=np.int64)


def asked(positives, negatives=None, known=KNOWN, exclusive=()):
    negatives = negatives or [rows()] * len(positives)
    return suggest(known, collect(positives, negatives, exclusive, known.copies))


def test_one_example_of_each_tags_the_rest():
    chances = asked([rows(25 * tag) for tag in range(4)]).probabilities
    assert (chances.argmax(axis=1) == LABELS).mean() > 0.95


@pytest.mark.parametrize("count", [2, 3])
def test_few_tags_that_share_a_whole_library_are_likely(count):
    vectors, labels = kinds(count, 12)
    known = neighbourhood(vectors)
    chances = asked([rows(12 * tag, 12 * tag + 1) for tag in range(count)], known=known)
    own = chances.probabilities[np.arange(len(labels)), labels]
    assert np.median(own) > 0.6


def test_copies_of_tagged_photos_are_likely():
    vectors, labels = kinds(3, 8, spread=0.01)
    known = neighbourhood(vectors)
    chances = asked([rows(8 * tag) for tag in range(3)], known=known).probabilities
    assert chances[np.arange(len(labels)), labels].min() > 0.6


def test_one_tag_with_one_example_ranks_its_kind_first():
    chances = asked([rows(3)]).probabilities[:, 0]
    assert set(np.argsort(-chances)[:20]) <= set(range(25))
    assert chances[LABELS != 0].max() < 0.5
    assert chances[LABELS == 0].mean() > 0.5


def test_what_the_user_said_is_certain():
    chances = asked([rows(0, 1), rows(30)], [rows(30), rows(2, 1)]).probabilities
    assert chances[[0, 1, 30], [0, 0, 1]].tolist() == [1, 1, 1]
    assert chances[[30, 2, 1], [0, 1, 1]].tolist() == [0, 0, 0]


def test_yes_wins_over_no():
    assert asked([rows(5)], [rows(5)]).probabilities[5, 0] == 1


def test_a_part_teaches_in_place_of_its_photo():
    vectors, labels = kinds(3)
    mixed = (vectors[:25] + vectors[25:50]) / 2  # photos of two kinds at once
    part = vectors[:1] + 0.01  # what is in the box on the first of them
    known = neighbourhood(np.concatenate([mixed, vectors, part]))
    kind, other, third = (25 + np.flatnonzero(labels == label) for label in range(3))

    def chances(example, within):
        said = [example, third[:1]], [rows(), rows()], (), known.copies, within
        return suggest(known, collect(*said)).probabilities[:, 0]

    by_part = chances(rows(100), [rows(0), rows()])
    by_whole = chances(rows(0), None)
    assert by_part[0] == by_whole[0] == 1  # it carries the tag either way
    assert by_part[kind].mean() > 2 * by_part[other].mean()
    told_apart = (each[kind].mean() - each[other].mean() for each in (by_part, by_whole))
    assert next(told_apart) > next(told_apart)


def test_the_whole_of_a_photo_says_nothing_of_what_is_in_its_part():
    yes, no = [rows(0), rows(30)], [rows(), rows()]
    alone = asked(yes, no).probabilities
    with_part = suggest(KNOWN, collect(yes, no, (), KNOWN.copies, [rows(), rows(60)]))
    assert with_part.probabilities[60].tolist() == pytest.approx([alone[60, 0], 1], abs=0.05)
    others = np.delete(np.arange(COUNT), 60)
    assert np.abs(with_part.probabilities[others] - alone[others]).max() < 0.1
    assert with_part.held_out.shape == (3, 2)
    answers = collect([rows(0)], [rows(7)], (), None, [rows(0, 7, 9)])
    assert answers.within[:, 0].tolist() == [False, True, True]  # yes, then within, then no
    assert not answers.no.any()


def test_a_no_lowers_the_photos_like_it_and_leaves_other_tags_alone():
    vectors, _ = kinds(2, 40, spread=1.2)  # kinds further apart stay at the most there is
    known = neighbourhood(vectors)
    before = asked([rows(0), rows(45)], known=known).probabilities
    after = asked([rows(0), rows(45)], [rows(10, 11, 12), rows()], known=known).probabilities
    assert after[13:40, 0].mean() < before[13:40, 0].mean()
    assert (after[40:].argmax(axis=1) == 1).mean() >= (before[40:].argmax(axis=1) == 1).mean()


def test_tags_that_meet_are_not_rivals():
    # Every example of "Places" is also one of "Places/Paris": both can be near certain at once.
    both = asked([rows(0, 1, 2, 3, 4, 5), rows(0, 1, 2, 3, 4, 5), rows(30, 40)]).probabilities
    assert both[6:25, :2].mean() > 0.7
    kinds_apart = asked([rows(0, 1, 2), rows(30, 31, 32), rows(60, 70)]).probabilities
    assert kinds_apart[5:25, 1:].max() < 0.3


def test_tags_never_seen_together_on_the_same_kind_may_go_together():
    yes = [rows(0), rows(3), rows(30), rows(60)]
    chances, apart = (asked(yes, exclusive=marked).probabilities for marked in ((), [[[0], [1]]]))
    together = chances[4:25, :2].sum(axis=1).mean()
    assert together > 1.2 * apart[4:25, :2].sum(axis=1).mean()
    assert (chances[31:50].argmax(axis=1) == 2).all()


def test_companions_are_tags_whose_scores_rise_and_fall_together():
    first = np.linspace(-1, 1, 50, dtype=np.float32)
    scores = np.stack([first, first + 0.1, -first, np.zeros(50, np.float32)], axis=1)
    once, often = (companionship(scores, np.repeat(np.eye(4, dtype=bool), n, 0)) for n in (1, 10))
    assert once[0, 1] == pytest.approx(0.9 * 40 / 41)
    assert once[0, 2] == once[0, 3] == 0
    assert often[0, 1] == pytest.approx(0.9 * 40 / 50)


def test_a_tag_without_examples_is_never_suggested():
    chances = asked([rows(0), rows(), rows(30)], [rows(), rows(7), rows()]).probabilities
    assert (chances[:, 1] == 0).all()
    assert asked([]).probabilities.shape == (COUNT, 0)
    assert (asked([rows()]).probabilities == 0).all()


def test_why_names_the_examples_most_like_the_photo():
    tagging = asked([rows(0, 1, 30, 55), rows(80)])
    assert set(tagging.because(2, 0, count=2)) == {0, 1}
    assert tagging.because(30, 0) != tagging.because(2, 0)
    assert 30 not in tagging.because(30, 0)
    assert tagging.because(80, 1) == []


answers = st.lists(
    st.tuples(st.integers(0, COUNT - 1), st.integers(0, 2), st.booleans()), min_size=1, max_size=25
)


def split(given):
    yes = [
        rows(*[photo for photo, tag, said in given if tag == each and said]) for each in range(3)
    ]
    no = [
        rows(*[photo for photo, tag, said in given if tag == each and not said])
        for each in range(3)
    ]
    return yes, no


@given(answers, st.randoms())
@settings(max_examples=40)
def test_order_and_repeats_make_no_difference(given_answers, shuffle):
    mixed = [*given_answers, given_answers[0]]
    shuffle.shuffle(mixed)
    one, other = asked(*split(given_answers)), asked(*split(mixed))
    assert (one.probabilities == other.probabilities).all()


@given(answers, st.integers(0, COUNT - 1), st.integers(0, 2))
@settings(max_examples=40)
def test_a_yes_never_lowers_that_photo(given_answers, photo, tag):
    before = asked(*split(given_answers)).probabilities[photo, tag]
    after = asked(*split([*given_answers, (photo, tag, True)])).probabilities[photo, tag]
    assert after >= before
    assert after == 1


@given(answers, st.integers(0, COUNT - 1), st.integers(0, 2))
@settings(max_examples=40)
def test_a_no_is_final(given_answers, photo, tag):
    yes, no = split([each for each in given_answers if each[:2] != (photo, tag)])
    no[tag] = np.append(no[tag], photo)
    assert asked(yes, no).probabilities[photo, tag] == 0


TWINS, TWIN_LABELS = kinds(3, 20, seed=5)
WITH_COPY = neighbourhood(np.concatenate([TWINS, TWINS[7:8] * 1.5]))


@given(st.lists(st.tuples(st.integers(0, 59), st.integers(0, 2)), min_size=1, max_size=12))
@settings(max_examples=30)
def test_copies_count_once(given_answers):
    said = [rows(*[photo for photo, tag in given_answers if tag == each]) for each in range(3)]
    said[0] = np.append(said[0], 7)
    with_copy = [np.append(said[0], 60), *said[1:]]
    one, both = (asked(each, known=WITH_COPY).probabilities for each in (said, with_copy))
    np.testing.assert_allclose(np.delete(one, 60, 0), np.delete(both, 60, 0), atol=1e-4)


def test_exclusive_tags_share_a_photo_like_rivals():
    # Both tags once met on photo 0, so that without the mark they would go together.
    yes = [rows(0, 1, 2), rows(0, 30, 31)]
    free = asked(yes).probabilities
    apart = asked(yes, exclusive=[[[0], [1]]]).probabilities
    assert free.sum(axis=1).max() > 1.2
    others = np.delete(apart, 0, 0)
    assert others.sum(axis=1).max() <= 1 + 1e-5
    assert (apart[[1, 2], 1] == 0).all()
    assert (apart[[30, 31], 0] == 0).all()


@given(answers)
@settings(max_examples=40)
def test_probabilities_are_probabilities(given_answers):
    chances = asked(*split(given_answers)).probabilities
    assert chances.dtype == np.float32
    assert np.isfinite(chances).all()
    assert chances.min() >= 0
    assert chances.max() <= 1


@pytest.mark.parametrize("count", [1, 2, 3, 12])
@pytest.mark.parametrize("fill", [0.0, 1.0])
def test_identical_zero_and_lonely_photos_give_no_nan(count, fill):
    known = neighbourhood(np.full((count, 4), fill))
    chances = asked([rows(0)], known=known).probabilities
    assert chances.shape == (count, 1)
    assert np.isfinite(chances).all()
    assert np.isfinite(asked([rows(0), rows(count - 1)], known=known).probabilities).all()


def test_an_empty_library():
    assert asked([rows()], known=neighbourhood(np.empty((0, 4)))).probabilities.shape == (0, 1)


def test_ridge_leave_one_out_is_that_of_refitting():
    random = np.random.default_rng(4)
    examples, targets = random.normal(size=(11, 5)), random.normal(size=(11, 3))
    held_out = Ridge(examples).held_out(targets, 0.7)
    for row in range(11):
        rest = np.arange(11) != row
        gram = examples[rest].T @ examples[rest] + 0.7 * np.eye(5)
        slow = examples[row] @ np.linalg.solve(gram, examples[rest].T @ targets[rest])
        np.testing.assert_allclose(held_out[row], slow)


def test_logistic_regression_is_at_the_least_of_its_loss():
    random = np.random.default_rng(5)
    yes = random.random((40, 3)) < 0.2
    examples = random.normal(size=(40, 8)).astype(np.float32) / 3 + yes[:, :1] / 4
    weights = logistic(Ridge(examples), yes, np.ones_like(yes))
    slope = examples.T @ (expit(examples @ weights + AVERAGE) - yes) + weights / STRENGTH
    assert np.abs(slope).max() < 0.01 * np.abs(examples.T @ (expit(AVERAGE) - yes)).max()


def test_logistic_regression_leaves_out_what_was_not_asked():
    examples = np.eye(3, dtype=np.float32)
    yes = np.array([[True], [False], [False]])
    told = np.array([[True], [True], [False]])
    weights = logistic(Ridge(examples), yes, told)
    assert weights[0, 0] > 0 > weights[1, 0]
    assert weights[2, 0] == pytest.approx(0, abs=1e-6)


def test_link_is_a_softmax_for_rivals_and_separate_for_companions():
    scores = np.array([[2.0, 1.0, -1.0]], dtype=np.float32)
    sure = np.ones(1, np.float32)
    got = Link(rivalry(np.eye(3, dtype=bool)), 0.0)(scores, sure, 1.5)
    weights = np.exp(1.5 * scores)
    np.testing.assert_allclose(got, weights / (weights.sum() + 8 / 9), rtol=1e-5)
    half = Link(rivalry(np.eye(3, dtype=bool)), 0.0)(scores, sure / 2, 1.5)
    np.testing.assert_allclose(half, got / 2, rtol=1e-5)
    companions = rivalry(np.ones((9, 2), dtype=bool))
    assert companions[0, 1] == pytest.approx(0.1)
    assert (np.diagonal(companions) == 0).all()


def test_link_survives_extreme_scores():
    scores = np.array([[1e4, -1e4], [-1e4, -1e4]], dtype=np.float32)
    got = Link(rivalry(np.eye(2, dtype=bool)), 0.0)(scores, np.ones(2, np.float32), 40.0)
    np.testing.assert_allclose(got, [[1, 0], [0, 0]], atol=1e-6)


def test_one_tag_for_photos_of_every_kind_is_no_overflow():
    chances = asked([rows(0, 25, 50, 75), rows(), rows()]).probabilities
    assert np.isfinite(chances).all()


def test_the_best_tag_is_claimed_as_often_as_it_is_right():
    random = np.random.default_rng(1)
    scores = random.normal(size=(500, 4)).astype(np.float32)
    link, familiar = Link(rivalry(np.eye(4, dtype=bool)), 0.0), np.ones(500, np.float32)
    for right in (0.5, 0.7, 0.9):
        steepness = link.steepness(scores, familiar, right)
        claimed = link(scores, familiar, steepness).max(axis=1).mean()
        assert claimed == pytest.approx(right, abs=0.01)


def test_familiar_is_what_lies_where_the_tagged_lie():
    belonging = np.array([0.4, -0.2, -4.0], np.float32)
    held_out = np.full(60, 0.3, np.float32) + np.linspace(-0.3, 0.3, 60, dtype=np.float32)
    known = familiarity(belonging, held_out, np.ones(60, np.float32))
    assert (known[:2] > 0.9).all()
    assert known[2] < 0.01
    assert np.isfinite(familiarity(belonging, held_out[:0], held_out[:0])).all()


def test_nothing_is_sure_with_few_examples_and_tags_that_mix():
    assert surest(1.0, 1) == surest(1.0, 0) == 0.97
    assert surest(0.5, 1) < surest(0.5, 5) < surest(0.9, 5)
    belonging = np.full(3, 9.0, np.float32)
    nothing = belonging[:0]
    assert familiarity(belonging, nothing, nothing, 0.9).max() == pytest.approx(0.9)


def test_rehearsal_knows_clear_kinds_from_mixed_ones():
    random = np.random.default_rng(0)
    clear, mixed = (kinds(4, 60, spread=spread)[0].astype(np.float32) for spread in (0.3, 3.0))
    guesses, examples = np.repeat(np.arange(4), 60), np.full(4, 2)
    assert rehearse(clear, guesses, examples) > 0.9
    assert rehearse(mixed, random.permutation(guesses), examples) < 0.4
    assert rehearse(clear[:0], guesses[:0], examples) == 0.5


def test_answers_speak_louder_the_more_there_are():
    assert blend(0.5, 0.9, 0.0) == pytest.approx(0.5)
    assert 0.5 < blend(0.5, 0.9, 10) < blend(0.5, 0.9, 1000) < 0.9
    assert blend(0.5, 0.2, 100) < 0.5


def test_steeper_evidence_is_less_surprising():
    carried = np.eye(2, dtype=bool)[np.repeat([0, 1], 30)]
    rivals = rivalry(carried)
    right = carried.astype(np.float32)
    wrong = np.where(np.arange(60)[:, None] % 3 == 0, 1 - right, right)
    assert surprise(right, carried, rivals) < surprise(wrong, carried, rivals)
    assert surprise(right, np.zeros_like(carried), rivals) >= 0


def test_probabilities_are_honest_on_overlapping_kinds():
    vectors, labels = kinds(6, 120, seed=3, spread=1.6)
    known = neighbourhood(vectors)
    random = np.random.default_rng(0)
    shown = [random.permutation(np.flatnonzero(labels == tag))[:6] for tag in range(6)]
    chances = asked(shown, known=known).probabilities
    rest = np.setdiff1d(np.arange(len(labels)), np.concatenate(shown))
    best = chances[rest].max(axis=1)
    right = chances[rest].argmax(axis=1) == labels[rest]
    assert 0.3 < right.mean() < 0.98
    assert abs(best.mean() - right.mean()) < 0.15
