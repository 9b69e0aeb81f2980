"""Tag health and the menu of a tag: keep, remove, change, split, merge, only one of these."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.teaching import Mistake, Split, TagHealth, Twins
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.sidebar import TAG
from gallery_app.gui.views.tag_menu import TagMenu
from gallery_app.library import Library


@pytest.fixture
def doubted(
    qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
) -> Callable:
    """Return what opens the screen on made-up doubts."""

    def opened(*, mistakes=(), splits=(), twins=()):
        def tag_health(_self: object):
            yield from ()
            return TagHealth(tuple(mistakes), tuple(splits), tuple(twins))

        monkeypatch.setattr(type(library.teaching), "tag_health", tag_health)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(window.models.health, mode, window)
        with qtbot.waitSignal(window.models.health.loaded):
            window.gestures["health"].trigger()
        return window.screens.health.cards

    return opened


def click(qtbot: QtBot, card, words: str) -> None:
    [made] = [one for one in card.buttons if words in one.text()]
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)


def tags(library: Library, photo_id: int) -> list[str]:
    return [known.tag for known in library.tags_of([photo_id])[photo_id]]


def test_a_mistake_is_taken_off_and_keeps_its_place(
    qtbot: QtBot, window: MainWindow, doubted, library: Library
):
    wrong = library.photo_ids("blue")[-1]
    library.tag("Colours/Red", [wrong])
    [card] = doubted(mistakes=[Mistake(wrong, "Colours/Red", 0.0, "")])
    click(qtbot, card, "Take off")
    qtbot.waitUntil(lambda: "Colours/Red" not in tags(library, wrong))
    assert window.models.health.settled(0) == "Taken off"
    assert window.screens.health.cards == [card]
    assert not card.buttons[0].isVisible()


def test_keeping_is_a_yes_and_changing_one_act(qtbot: QtBot, doubted, library: Library):
    one, other = library.photo_ids("red -is:untagged")[:2]
    first, second = doubted(
        mistakes=[
            Mistake(one, "Colours/Red", 0.1, ""),
            Mistake(other, "Colours/Red", 0.1, "Colours/Blue"),
        ]
    )
    click(qtbot, first, "Keep")
    click(qtbot, second, "Change to Blue")
    qtbot.waitUntil(lambda: tags(library, other) == ["Colours/Blue"])
    assert tags(library, one) == ["Colours/Red"]
    library.undo()
    assert tags(library, other) == ["Colours/Red"]
    assert "yes" in library.undo()[0]  # keeping was an answer


def test_the_second_part_gets_a_name(qtbot: QtBot, window: MainWindow, doubted, library: Library):
    reds = library.photo_ids("tag:red")
    [card] = doubted(splits=[Split("Colours/Red", tuple(reds[:2]), tuple(reds[2:]))])
    click(qtbot, card, "Name the second")
    entry = window.findChild(QLineEdit, "name")
    assert entry.text() == "Colours/Red/"
    qtbot.keyClick(entry, Qt.Key.Key_End)
    qtbot.keyClicks(entry, "Dark")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tags(library, reds[2]) == ["Colours/Red/Dark"])
    assert tags(library, reds[0]) == ["Colours/Red"]
    finished = library.answer(Verdict.YES, "Colours/Red", [reds[2]])  # nothing was refused
    assert finished.count == 1


def test_two_tags_become_one(qtbot: QtBot, doubted, library: Library):
    both = set(library.photo_ids("tag:red")) | set(library.photo_ids("tag:blue"))
    [card] = doubted(twins=[Twins("Colours/Red", "Colours/Blue", 0.5)])
    click(qtbot, card, "Make it all Red")
    qtbot.waitUntil(lambda: set(library.photo_ids("tag:red")) == both)
    assert library.photo_ids("tag:blue") == []
    library.undo()
    assert len(library.photo_ids("tag:blue")) == 3


def test_only_one_of_these_and_review_from_the_menu(
    qtbot: QtBot, window: MainWindow, library: Library
):
    tree = window.sidebar.tree

    def line(tag: str) -> QModelIndex:
        return next(one for one in tree._every(QModelIndex()) if one.data(TAG) == tag)

    def menu(tag: str) -> TagMenu:
        tree._ask_menu(tree.visualRect(line(tag)).center())
        qtbot.waitUntil(lambda: window.findChild(TagMenu) is not None)
        return window.findChild(TagMenu)

    qtbot.waitUntil(lambda: tree.model().rowCount() > 2)
    opened = menu("Colours")
    only = opened.actions()[-1]
    assert not only.isChecked()
    only.trigger()
    qtbot.waitUntil(lambda: library.teaching.exclusive() == ["Colours"])
    opened.close()
    qtbot.waitUntil(lambda: window.findChild(TagMenu) is None)
    opened = menu("Colours/Red")
    assert not any(action.isCheckable() for action in opened.actions())  # nothing lies below it
    opened.actions()[0].trigger()
    opened.close()
    qtbot.waitUntil(lambda: window.models.review.total > 0)
    assert window.models.review.tag == "Colours/Red"
