"""The review screen and its questions, by keys and mouse."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gallery_app.domain.part import Part
from gallery_app.domain.suggestion import REVIEW_FROM, Suggestion, Verdict
from gallery_app.domain.tag import leaf
from gallery_app.domain.teaching import acceptance
from gallery_app.errors import UserError
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.deck import Deck, suggested
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.models.review import AHEAD, Review
from gallery_app.gui.views.review.histogram import Histogram
from gallery_app.library import Library
from gallery_app.teaching import Teaching

PATIENCE = 90


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow):
    """The review screen, with questions."""
    window.models.place.go(Spot(Screen.REVIEW))
    qtbot.waitUntil(lambda: len(window.models.review.ahead) > 2)
    return window.screens.review


@pytest.fixture
def review(qtbot: QtBot, bridge: Bridge) -> Review:
    """The questions alone, checked by Qt's tester."""
    made = Review(bridge)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    with qtbot.waitSignal(made.loaded):
        made.load()
    return made


def rows(review: Review) -> list[Suggestion]:
    return [review.row(row) for row in range(review.rowCount())]


def test_which_part_speaks_for_the_tag(
    qtbot: QtBot, window: MainWindow, page, monkeypatch: pytest.MonkeyPatch
):
    telling = Part(0, 0, 0.5, 1)
    answers = [telling, None, UserError("Not now.")]

    def where(photo_id: int, tag: str) -> Part | None:
        answer = answers.pop(0)
        if isinstance(answer, UserError):
            raise answer
        return answer

    monkeypatch.setattr(window.models.bridge.library.teaching, "where", where)
    question, [first, second] = page.question, window.models.review.ahead[:2]
    qtbot.keyClick(page, Qt.Key.Key_W)
    qtbot.waitUntil(question.marks.isVisible)
    assert question.marks.marks == ((telling, f"mostly this part: {leaf(first.tag)}"),)
    qtbot.keyClick(page, Qt.Key.Key_Right)
    assert not question.marks.isVisible()
    question.show_telling(first.photo_id, first.tag, telling)  # comes too late
    assert not question.marks.isVisible()
    assert second.photo_id != first.photo_id
    qtbot.mouseClick(question.where, Qt.MouseButton.LeftButton)
    assert question.where.text() == "Looking…"
    qtbot.waitUntil(lambda: question.where.text() == "No part stands out")
    assert not question.marks.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: question.where.text() == "Which part?   W")
    assert window.toast.words == "Not now."


def test_answers_by_keys(qtbot: QtBot, window: MainWindow, page, library: Library):
    review = window.models.review
    first, second = review.ahead[:2]
    qtbot.keyClick(page, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: first.photo_id in library.photo_ids(f"tag:{first.tag}"))
    assert review.ahead[0] == second
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: second not in library.suggestions())
    qtbot.keyClick(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: second in library.suggestions())
    assert review.ahead[0] == second
    qtbot.keyClick(page, Qt.Key.Key_S)
    assert review.done == 2
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert review.ahead[0] != second or review.at == 1


def test_quick_answers_keep_their_order(qtbot: QtBot, window: MainWindow, page, library: Library):
    first = window.models.review.ahead[0]
    for _ in range(5):
        qtbot.keyClick(page, Qt.Key.Key_Y)
        qtbot.keyClick(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not window.bridge.writing)
    assert first in library.suggestions()


def test_taking_back_leaves_alone_what_was_done_elsewhere(
    qtbot: QtBot, window: MainWindow, page, library: Library
):
    review = window.models.review
    first = review.ahead[0]
    qtbot.keyClick(page, Qt.Key.Key_Y)
    elsewhere = library.photo_ids("blue")[-1]
    window.gestures.edits.tag("Holiday", [elsewhere])
    with qtbot.waitSignal(window.bridge.failed) as told:
        qtbot.keyClick(page, Qt.Key.Key_Z)
    assert "tagged 1 photo “Holiday”" in told.args[0]
    assert library.photo_ids("tag:Holiday") == [elsewhere]
    assert (review.verdict(0), review.at) == (Verdict.YES, 1)
    assert first.photo_id in library.photo_ids(f"tag:{first.tag}")

    window.gestures["undo"].trigger()
    qtbot.keyClick(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: first in library.suggestions())
    assert (review.verdict(0), review.at) == (None, 0)


def test_what_ctrl_z_undoes_is_asked_again(
    qtbot: QtBot, window: MainWindow, page, library: Library
):
    review = window.models.review
    first, second = review.ahead[:2]
    qtbot.keyClick(page, Qt.Key.Key_Y)
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: review.at == 1)
    assert [review.verdict(row) for row in (0, 1)] == [Verdict.YES, None]
    assert second in library.suggestions()
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: review.at == 0)
    assert first in library.suggestions()
    elsewhere = library.photo_ids("blue")[-1]
    qtbot.keyClick(page, Qt.Key.Key_Y)
    window.gestures.edits.tag("Holiday", [elsewhere])
    qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not library.photo_ids("tag:Holiday"))
    assert (review.verdict(0), review.at) == (Verdict.YES, 1)


def test_taking_back_what_was_undone_already_takes_back_no_more(
    qtbot: QtBot, window: MainWindow, page, library: Library
):
    elsewhere = library.photo_ids("blue")[-1]
    library.tag("Holiday", [elsewhere])
    qtbot.keyClick(page, Qt.Key.Key_Y)
    window.gestures["undo"].trigger()
    qtbot.keyClick(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not window.bridge.writing)
    assert library.photo_ids("tag:Holiday") == [elsewhere]
    assert window.models.review.at == 0


def test_every_question_says_why(qtbot: QtBot, window: MainWindow, page):
    review = window.models.review
    asked = review.row(review.at)
    speakers = review.because(asked)
    assert [photo.id for photo in speakers] == list(asked.because) != []
    assert page.question.why.sizeHint().width() > 0


def test_the_wall_answers_what_is_selected(
    qtbot: QtBot, window: MainWindow, page, library: Library
):
    qtbot.keyClick(page, Qt.Key.Key_G)
    wall, review = page.question.wall, window.models.review
    qtbot.waitUntil(wall.isVisible)
    before = rows(review)
    for row in (1, 3):
        spot = wall.visualRect(review.index(row)).center() - QPoint(0, 10)
        held = Qt.KeyboardModifier.ControlModifier if row == 3 else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, held, spot)
    assert wall.chosen == [1, 3]
    top = wall.verticalScrollBar().value()
    qtbot.keyClick(wall, Qt.Key.Key_N)
    heard = review.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.endswith(f"{review.photo(review.row(1).photo_id).path.name}, no")
    assert [review.verdict(row) for row in range(4)] == [None, Verdict.NO, None, Verdict.NO]
    assert rows(review) == before
    assert wall.verticalScrollBar().value() == top
    assert review.at == 4
    refused = {(before[row].photo_id, before[row].tag) for row in (1, 3)}

    def still_open() -> set[tuple[int, str]]:
        return refused & {(one.photo_id, one.tag) for one in library.suggestions()}

    qtbot.waitUntil(lambda: not still_open())
    qtbot.keyClick(wall, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: still_open() == refused)


def test_all_is_selected_that_is_open_read_or_not(
    qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("gallery_app.gui.models.review.PAGE", 4)
    monkeypatch.setattr("gallery_app.gui.models.review.NEAR", 1)
    review, page, every = window.models.review, window.screens.review, library.suggestions()
    window.models.place.go(Spot(Screen.REVIEW))
    qtbot.waitUntil(lambda: review.total == len(every))
    qtbot.keyClick(page, Qt.Key.Key_Y)  # what is answered stays so
    qtbot.keyClick(page, Qt.Key.Key_G)
    wall, control = page.question.wall, Qt.KeyboardModifier.ControlModifier
    qtbot.waitUntil(wall.isVisible)
    assert review.rowCount() < len(every)
    qtbot.keyClick(wall, Qt.Key.Key_A, control)
    assert wall.number == len(every) - 1
    assert page._chosen.text() == f"{len(every) - 1} selected, answered together"
    spot = wall.visualRect(review.index(3)).center() - QPoint(0, 10)
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, control, spot)
    assert wall.number == len(every) - 2
    here = review.rowCount()  # the wall may have asked for some itself
    review.fetchMore()
    qtbot.waitUntil(lambda: review.rowCount() > here or not review.canFetchMore())
    assert wall.number == len(every) - 2
    histogram = sum(review.histogram())

    qtbot.keyClick(wall, Qt.Key.Key_N)
    assert (review.done, review.total, review.at) == (len(every) - 1, len(every), 3)
    assert (wall.chosen, wall.everything) == ([3], False)
    assert sum(review.histogram()) == 1 < histogram
    qtbot.waitUntil(lambda: not window.bridge.writing)
    assert library.suggestions() == [every[3]]
    review.refresh()
    qtbot.waitUntil(lambda: review.tags == ((every[3].tag, 1),))
    assert (review.done, review.total) == (len(every) - 1, len(every))

    qtbot.keyClick(wall, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: library.suggestions() == every[1:])
    review.refresh()
    qtbot.waitUntil(lambda: review.total == len(every))
    assert review.done == 1
    qtbot.keyClick(wall, Qt.Key.Key_A, control)
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    assert not wall.everything


def test_none_of_these_refuses_all_that_is_suggested(
    qtbot: QtBot, window: MainWindow, page, library: Library
):
    photo_id = window.models.review.ahead[0].photo_id
    qtbot.keyClick(page, Qt.Key.Key_0)

    def left() -> list[Suggestion]:
        return [one for one in library.suggestions_of(photo_id) if one.probability >= 0.3]

    qtbot.waitUntil(lambda: left() == [])
    assert library.photos([photo_id])[0].rating is None  # the gesture of key 0 did not see it
    qtbot.keyClick(page, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: left() != [])


def test_accepting_above_the_threshold(qtbot: QtBot, window: MainWindow, page, library: Library):
    review, card = window.models.review, page.threshold
    middle = sorted(known.probability for known in library.suggestions())[review.total // 2]
    card.histogram.accepting.move_to(middle - 0.01)
    least = card.histogram.threshold
    above = [known for known in library.suggestions() if known.probability >= least]
    told = acceptance([known.probability for known in above], library.teaching.answers())
    assert card.accept.text() == f"Accept {len(above)} above {least:.2f}"
    assert f"{told.least:,}–{told.most:,} expected to be wrong" in card.expected.text()
    qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not set(above) & set(library.suggestions()))


def test_accepting_keeps_the_place(qtbot: QtBot, window: MainWindow, page, library: Library):
    review, before = window.models.review, rows(window.models.review)
    least = int(before[4].probability * 100) / 100  # as fine as the handle moves
    accepted = sum(one.probability >= least for one in before)
    review.go(accepted + 2)
    page.threshold.histogram.accepting.move_to(least)
    qtbot.mouseClick(page.threshold.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: review.done == accepted)
    assert review.at == accepted + 2
    assert rows(review)[: accepted + 3] == before[: accepted + 3]
    assert {review.verdict(row) for row in range(accepted)} == {Verdict.YES}
    assert review.above(least).count == 0
    qtbot.mouseClick(window.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set(before) <= set(library.suggestions()))
    with qtbot.waitSignal(review.moved):
        review.refresh()
    assert (review.done, review.at) == (0, accepted + 2)


def test_the_lower_handle_chooses_what_is_asked(qtbot: QtBot, window: MainWindow, page):
    review, histogram = window.models.review, page.threshold.histogram
    where = QPoint(round(histogram.x_of(0.6)), 40)
    qtbot.mousePress(histogram, Qt.MouseButton.LeftButton, pos=where)
    qtbot.mouseRelease(histogram, Qt.MouseButton.LeftButton, pos=where)
    assert review.least == histogram.least == pytest.approx(0.6, abs=0.01)
    assert f"down to {histogram.least:.2f}" in page.threshold.left.text()
    before = rows(review)
    middle = before[len(before) // 2].probability
    review.ask_from(middle)
    assert rows(review) == [one for one in before if one.probability >= middle] != before


def test_the_fringe_lists_members_by_doubt(
    qtbot: QtBot, window: MainWindow, page, library: Library, monkeypatch: pytest.MonkeyPatch
):
    review = window.models.review
    wrong = library.photo_ids("blue")[-1]
    library.tag("Colours/Red", [wrong])
    members = [
        Suggestion(one, "Colours/Red", 0.1) for one in (wrong, *library.photo_ids("red")[:2])
    ]

    def fringe(_self: object, tag: str | None):
        yield from ()
        return members if tag is None else []

    monkeypatch.setattr(type(library.teaching), "fringe", fringe)
    with qtbot.waitSignal(review.loaded):
        page.kinds.setCurrentIndex(1)
    assert rows(review) == members
    assert not page.threshold.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: library.tags_of([wrong])[wrong] == [])


def test_learning_changes_only_what_is_not_in_view(
    qtbot: QtBot, review: Review, library: Library, monkeypatch: pytest.MonkeyPatch
):
    review.answer(Verdict.SKIP)
    before = rows(review)
    found = library.teaching.questions(None, REVIEW_FROM)
    order = np.r_[0, len(found.photos) - 1 : 0 : -1]
    columns = "photos", "tags", "chances", "acceptable"
    shuffled = replace(found, **{name: getattr(found, name)[order] for name in columns})
    monkeypatch.setattr(Teaching, "questions", lambda *_a: shuffled)
    with qtbot.waitSignal(review.moved):
        review.refresh()
    assert rows(review)[: 1 + AHEAD] == before[: 1 + AHEAD]
    assert {(one.photo_id, one.tag) for one in rows(review)} == {
        (one.photo_id, one.tag) for one in before
    }
    assert review.verdict(0) is Verdict.SKIP


def test_learning_does_not_keep_other_questions_from_coming(
    qtbot: QtBot, review: Review, library: Library, monkeypatch: pytest.MonkeyPatch
):
    tag, read, asked = "Colours/Red", threading.Event(), []

    def slow(library: Library, tag: str) -> Deck:
        asked.append(tag)
        if len(asked) == 1:
            assert read.wait(PATIENCE)
        return suggested(library, tag)

    monkeypatch.setattr("gallery_app.gui.models.review.suggested", slow)
    with qtbot.waitSignal(review.loaded):
        review.load(tag)
        qtbot.waitUntil(lambda: asked == [tag])
        with qtbot.waitSignal(review.moved):
            review.refresh()
        assert review.tag == ""
        read.set()
    assert review.tag == tag
    assert {one.tag for one in rows(review)} == {tag}
    qtbot.waitUntil(lambda: asked == [tag, "", tag])  # the deck may be of before


def test_histogram_and_count_leave_out_what_is_answered(review: Review):
    total = sum(review.histogram())
    assert total == review.above(0).count > 3
    sure = review.row(0).probability
    assert review.above(sure).count == 1
    review.answer(Verdict.NO)
    assert sum(review.histogram()) == total - 1
    assert review.above(sure).count == 0
    review.take_back()
    assert sum(review.histogram()) == total


def test_the_thresholds_are_dragged_and_stepped(qtbot: QtBot):
    histogram = Histogram()
    qtbot.addWidget(histogram)
    histogram.resize(300, 120)
    histogram.show()
    histogram.show_counts([1] * 35)
    with qtbot.waitSignal(histogram.moved):
        qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=QPoint(230, 50))
    assert histogram.threshold == pytest.approx(0.85)
    qtbot.keyClick(histogram.accepting, Qt.Key.Key_Right)
    assert histogram.threshold == pytest.approx(0.86)
    with qtbot.waitSignal(histogram.settled):
        qtbot.keyClick(histogram.asking, Qt.Key.Key_Left)
    assert histogram.least == pytest.approx(0.49)
    histogram.asking.move_to(0.95)
    assert histogram.least == histogram.threshold == pytest.approx(0.86)
    histogram.accepting.move_to(7.0)
    assert histogram.threshold == 1.0


def test_questions_are_read_by_the_page(
    qtbot: QtBot, bridge: Bridge, library: Library, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("gallery_app.gui.models.review.PAGE", 2)
    monkeypatch.setattr("gallery_app.gui.models.review.NEAR", 1)
    made, every = Review(bridge), library.suggestions()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    with qtbot.waitSignal(made.loaded):
        made.load()
    assert len(every) > 5
    assert made.total == len(every)
    assert rows(made)[:2] == every[:2]
    gone = every.pop()
    library.answer(Verdict.NO, gone.tag, [gone.photo_id])
    while made.at < made.total:
        qtbot.waitUntil(lambda: made.at < made.rowCount() or made.at == made.total)
        made.answer(Verdict.SKIP)
    assert rows(made) == every
    assert made.done == made.total == len(every)


def test_columns_tell_what_the_suggestions_do(library: Library):
    library.teaching.set_exclusive("Colours", on=True)
    least, tag = 0.3, "Colours/Red"
    for only in (None, tag):
        found = library.teaching.questions(only, least)
        asked = library.suggestions(only, least)
        assert found.chances.tolist() == [one.probability for one in asked]
        pairs = [found.pair(place) for place in range(len(asked))]
        assert pairs == [(one.photo_id, one.tag) for one in asked]
        kept = {(one.photo_id, one.tag) for one in library.teaching.acceptable(only, least)}
        assert {pair for pair, taken in zip(pairs, found.acceptable, strict=True) if taken} == kept
    assert library.teaching.questions_by_tag(least)[0][1] >= len(asked)
