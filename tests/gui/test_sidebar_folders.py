"""The folders inside the added ones, in the sidebar."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.entries import MOST_FOLDERS, folder_entries
from gallery_app.gui.models.sidebar import BADGE, KEY
from gallery_app.library import Library


def line(window: MainWindow, path: Path) -> QModelIndex | None:
    """Return the line of a folder, if it has one."""
    tree = window.sidebar.tree
    lines = tree._every(QModelIndex())
    return next((one for one in lines if one.data(KEY) == f"folder:{path}"), None)


def test_a_folder_unfolds_and_shows_the_photos_of_one_inside(
    qtbot: QtBot, window: MainWindow, library: Library
):
    added = library.folders()[0].path
    qtbot.waitUntil(lambda: line(window, added / "Red") is not None)
    tree, outer, red = window.sidebar.tree, line(window, added), line(window, added / "Red")
    assert (red.data(), red.data(BADGE), red.parent()) == ("Red", 8, outer)
    assert not tree.isExpanded(outer)
    tree.setCurrentIndex(outer)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert tree.isExpanded(outer)
    tree.scrollTo(red)
    spot = tree.visualRect(red).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 8)
    window.gestures.edits.tag("New", library.photo_ids()[:1])  # the lines are made anew
    qtbot.waitUntil(lambda: "New" in [known.data() for known in tree._every(QModelIndex())])
    assert tree.isExpanded(line(window, added))
    assert tree.currentIndex() == line(window, added / "Red")


def test_the_outermost_of_very_many_folders_have_lines(library: Library):
    added = library.folders()[0]
    outer = [(added.path / f"{n:04}", 2) for n in range(MOST_FOLDERS)]
    inner = [(path / "deep", 1) for path, _ in outer]
    entry = folder_entries([added], sorted([*outer, *inner])).below[0]
    assert len(entry.below) == MOST_FOLDERS
    assert not any(each.below for each in entry.below)
