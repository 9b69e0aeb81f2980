"""Ask me: from ten answers to accepted tags and back, by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.teaching import Asking, Question
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.dialogs.runs import RunsDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.asking import AGAIN, CHOICES, AskMe
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.library import Library


@pytest.fixture
def quick(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions at once, about the untagged photos.

    The fixture's photos are so alike that the machine takes them for copies and asks nothing;
    what it really asks is tested in tests/flows/test_teaching.py.
    """

    def ask(_self: object, count: int):
        yield from ()
        left = library.photo_ids("is:untagged")[:count]
        questions = tuple(Question(one, (kind_of(library, one),), "it is") for one in left)
        return Asking(questions, 0.5, 0.1, enough=False)

    monkeypatch.setattr(type(library.teaching), "ask", ask)


@pytest.fixture
def asking(qtbot: QtBot, quick: None, bridge: Bridge) -> AskMe:
    """A session alone."""
    made = AskMe(bridge)
    with qtbot.waitSignal(made.measured):
        made.start()
    return made


def kind_of(library: Library, photo_id: int) -> str:
    return f"Colours/{library.photos([photo_id])[0].path.parent.name}"


def open_ask(qtbot: QtBot, window: MainWindow):
    window.gestures["ask"].trigger()
    qtbot.waitUntil(lambda: window.models.asking.question is not None)
    return window.screens.ask


@pytest.mark.usefixtures("quick")
def test_from_ten_answers_to_accepted_tags_and_back(
    qtbot: QtBot, window: MainWindow, library: Library
):
    page, asking = open_ask(qtbot, window), window.models.asking
    untagged = set(library.photo_ids("is:untagged"))
    asked = []
    for _ in range(10):
        qtbot.waitUntil(lambda: asking.question is not None)
        photo_id = asking.question.photo_id
        place = asking.choices.index(kind_of(library, photo_id))
        qtbot.keyClick(page, Qt.Key(Qt.Key.Key_1 + place))
        assert asking.chosen == [kind_of(library, photo_id)]
        qtbot.keyClick(page, Qt.Key.Key_Return)
        asked.append(photo_id)
        # Nobody answers faster than it is written, and the curve counts what is.
        qtbot.waitUntil(lambda: not window.bridge.writing)
    assert len(set(asked)) == 10 == asking.done
    assert all(library.tags_of([one])[one][0].tag == kind_of(library, one) for one in asked)
    assert library.photos(asked)[0].rating is None  # the digits rated nothing
    qtbot.waitUntil(lambda: len(asking.curve) > 1)

    qtbot.mouseClick(page.to_review, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.gestures.work.learnt):
        window.gestures["suggest"].trigger()
    review, card = window.models.review, window.screens.review.threshold
    qtbot.waitUntil(lambda: 0 < review.total <= len(untagged) - 10)
    card.histogram.asking.move_to(0.3)
    card.histogram.accepting.move_to(0.3)
    qtbot.mouseClick(card.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.teaching.runs() != [])
    [run] = library.teaching.runs()
    accepted = untagged - set(asked) - set(library.photo_ids("is:untagged"))
    assert run.photos == len(accepted) > 0
    assert {t.tag for one in accepted for t in library.tags_of([one])[one]} <= {
        kind_of(library, one) for one in untagged
    }

    window.gestures["runs"].trigger()
    qtbot.waitUntil(lambda: window.findChild(RunsDialog) is not None)
    dialog = window.findChild(RunsDialog)
    qtbot.mouseClick(dialog.takes[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.teaching.runs() == [])
    assert set(library.photo_ids("is:untagged")) == untagged - set(asked)
    window.gestures["undo"].trigger()
    qtbot.waitUntil(lambda: library.teaching.runs() == [run])


@pytest.mark.usefixtures("quick")
def test_a_typed_tag_a_skip_and_back(qtbot: QtBot, window: MainWindow, library: Library):
    page, asking = open_ask(qtbot, window), window.models.asking
    first = asking.question
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.entry.hasFocus() or not window.isActiveWindow()
    qtbot.keyClicks(page.entry, "colours/violet")
    qtbot.keyClick(page.entry, Qt.Key.Key_Return)
    assert asking.chosen == ["colours/violet"]
    qtbot.mouseClick(page.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: library.photo_ids("tag:violet") == [first.photo_id])
    assert "colours/violet" in asking.choices
    second = asking.question
    qtbot.keyClick(page, Qt.Key.Key_S)
    third = asking.question
    assert len({first.photo_id, second.photo_id, third.photo_id}) == 3
    for back in (second, first):
        qtbot.keyClick(page, Qt.Key.Key_Z)
        assert asking.question == back
    qtbot.waitUntil(lambda: library.photo_ids("tag:violet") == [])


def test_none_of_these_refuses_what_the_question_names(
    qtbot: QtBot, asking: AskMe, library: Library
):
    told: list[tuple] = []
    asking.answered.connect(lambda *answer: told.append(answer))
    question = asking.question
    asking.none_of_these()
    assert question is not None
    assert told == [(Verdict.NO, tag, [question.photo_id]) for tag in question.tags]
    assert told


def test_looking_again_keeps_what_is_in_view(qtbot: QtBot, asking: AskMe):
    for _ in range(AGAIN - 1):
        asking.skip()
    with qtbot.waitSignal(asking.measured):
        asking.skip()
        present, ahead = asking.question, asking.ahead[:2]
    assert asking.question == present
    assert list(asking.ahead[:2]) == list(ahead)


def test_it_says_when_more_answers_gain_little(
    qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
):
    photo_id = library.photo_ids()[0]

    def enough(_self: object, _count: int):
        yield from ()
        return Asking((Question(photo_id, (), "typical"),), 0.97, 0.001, enough=True)

    monkeypatch.setattr(type(library.teaching), "ask", enough)
    page = open_ask(qtbot, window)
    assert "gain little" in page.gain.text()
    assert "97%" in page.curve.accessibleDescription()
    assert len(window.models.asking.choices) <= CHOICES
    window.models.place.go(Spot(Screen.WALL))
