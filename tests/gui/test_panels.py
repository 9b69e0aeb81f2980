"""The panels beside the screens, and what the wall says when it is empty."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.library import Library


def drag_handle(window: MainWindow, by: int) -> None:
    """Drag the line between sidebar and screens."""
    handle = window.split.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 100))
    QTest.mouseMove(handle, QPoint(by, 100))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 100))


def test_panels_keep_their_widths_on_every_screen_and_at_the_next_start(
    qtbot: QtBot, window: MainWindow, library: Library, open_window: Callable
):
    usual = window.sidebar.width()
    window.models.place.go(Spot(Screen.REVIEW))  # without the inspector
    assert window.sidebar.width() == usual
    drag_handle(window, 40)
    wide = window.sidebar.width()
    assert wide > usual + 20
    window.models.place.go(Spot())
    window.resize(window.width() - 100, window.height())
    assert window.sidebar.width() == wide
    window.close()
    again = open_window(library)
    qtbot.waitUntil(lambda: again.models.wall.rowCount() > 0)
    again.resize(1280, 800)  # the screen of tests is smaller, and windows start within it
    assert again.sidebar.width() == wide


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("is:picked", "P picks the selected photos"),
        ('album:"Empty one"', "press B"),
        ("tag:Empty", "press T"),
        ("tag:Empty is:picked", "Search for something else"),
    ],
)
def test_an_empty_wall_says_how_photos_come_there(
    qtbot: QtBot, window: MainWindow, library: Library, query: str, words: str
):
    library.curation.make_album("Empty one")
    library.tag("Empty", [photo := library.photo_ids()[0]])
    library.untag("Empty", [photo])
    window.models.place.go(Spot(query=query))
    page = window.screens.wall_page
    qtbot.waitUntil(lambda: page.currentIndex() == 1)
    assert any(words in said.text() for said in page.currentWidget().findChildren(QLabel))


def test_a_wall_at_its_top_stays_there_when_panels_come_and_go(qtbot: QtBot, window: MainWindow):
    wall = window.screens.wall_page.wall
    wall.zoom_to(256)
    qtbot.waitUntil(lambda: wall._anchor is None and wall.verticalScrollBar().maximum() > 0)
    wall.verticalScrollBar().setValue(0)
    for _ in range(3):
        window.gestures["inspector"].trigger()
        qtbot.wait(50)
        assert wall.verticalScrollBar().value() == 0
