"""A tag's menu in the sidebar: another name, and gone."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.gui.dialogs.name import NameDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Spot
from gallery_app.gui.models.sidebar import TAG
from gallery_app.gui.views.tag_menu import TagMenu
from gallery_app.library import Library


def shown(window: MainWindow) -> list[str]:
    """Return the tags that the sidebar lists."""
    tree = window.sidebar.tree
    return [one.data(TAG) for one in tree._every(QModelIndex()) if one.data(TAG)]


def choose(qtbot: QtBot, window: MainWindow, tag: str, words: str) -> None:
    """Choose an entry of a tag's menu."""
    tree = window.sidebar.tree
    qtbot.waitUntil(lambda: tag in shown(window))
    line = next(one for one in tree._every(QModelIndex()) if one.data(TAG) == tag)
    tree.scrollTo(line)
    tree._ask_menu(tree.visualRect(line).center())
    qtbot.waitUntil(lambda: window.findChild(TagMenu) is not None)
    menu = window.findChild(TagMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.findChild(TagMenu) is None)


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        ("Warm/Crimson", ["Colours", "Colours/Blue", "Colours/Green", "Warm", "Warm/Crimson"]),
        ("Colours/Blue", ["Colours", "Colours/Blue", "Colours/Green"]),  # two become one
    ],
)
def test_a_tag_is_renamed_and_the_wall_follows(
    qtbot: QtBot, window: MainWindow, library: Library, name: str, tags: list[str]
):
    photos = set(library.photo_ids("tag:Colours/Red"))
    window.models.place.go(Spot(query="tag:Colours/Red", title="Red"))
    choose(qtbot, window, "Colours/Red", "Rename or move…")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameDialog)
    assert dialog.entry.text() == dialog.entry.selectedText() == "Colours/Red"
    qtbot.keyClicks(dialog.entry, name)
    qtbot.keyClick(dialog.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(window) == tags)
    assert photos <= set(library.photo_ids(f"tag:{name}"))
    qtbot.waitUntil(lambda: window.models.place.spot.query == f"tag:{name}")
    qtbot.waitUntil(window.toast.undo.isVisible)
    qtbot.mouseClick(window.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Colours/Red" in shown(window))
    assert set(library.photo_ids("tag:Colours/Red")) == photos


def test_a_tag_is_deleted_and_comes_back_by_undo(
    qtbot: QtBot, window: MainWindow, library: Library
):
    choose(qtbot, window, "Colours", "Delete the tag")
    qtbot.waitUntil(lambda: shown(window) == [])
    window.gestures["undo"].trigger()
    qtbot.waitUntil(lambda: "Colours/Red" in shown(window))


def test_a_tag_that_was_undone_is_listed_no_more(
    qtbot: QtBot, window: MainWindow, library: Library
):
    window.gestures.edits.tag("Mistake", library.photo_ids()[:1])
    qtbot.waitUntil(lambda: "Mistake" in shown(window))
    window.gestures["undo"].trigger()
    qtbot.waitUntil(lambda: "Mistake" not in shown(window))
