"""Large words, long names and right-to-left: nothing is cut off, nothing is out of reach."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gallery_app.gui import theme
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.views.buttons import ZERO_WIDTH_SPACE
from gallery_app.gui.views.chips import Chip
from gallery_app.gui.views.timeline import BARS
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.conftest import make_library
from tests.gui.room import outside
from tests.photos import noise, save_photo

NAME = "photo_" + "n" * 190 + ".jpg"
TAG = "Holidays/" + "a very long tag " * 12


@pytest.fixture
def long_names(tmp_path: Path) -> Iterator[Library]:
    """A library with one photo, whose name and tag are far too long."""
    save_photo(tmp_path / "photos" / NAME, noise())
    library = make_library(tmp_path / "library")
    finish(library.add_folders([tmp_path / "photos"]))
    library.tag(TAG.strip(), library.photo_ids())
    library.curation.make_album("An album " * 20, library.photo_ids())
    yield library
    library.close()


@pytest.fixture
def large_words(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Words one and a half times as large, as some desktops have them."""
    monkeypatch.setattr(theme, "text_scale", lambda: 1.5)
    theme._style.cache_clear()
    qapp.setFont(theme.font(theme.BODY))
    yield
    monkeypatch.undo()
    theme._style.cache_clear()
    qapp.setFont(theme.font(theme.BODY))


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """Everything from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def show_photo(qtbot: QtBot, window: MainWindow) -> None:
    wall = window.screens.wall_page.wall
    qtbot.waitUntil(lambda: window.models.wall.row(0) is not None)
    wall.select_photo(window.models.wall.ids[0])
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(Chip)))
    qtbot.wait(50)


def test_long_names_stay_in_the_inspector(
    qtbot: QtBot, long_names: Library, open_window: Callable[[Library], MainWindow]
):
    window = open_window(long_names)
    show_photo(qtbot, window)
    assert not outside(window.inspector)
    told = [label.text().replace(ZERO_WIDTH_SPACE, "") for label in all_labels(window.inspector)]
    assert NAME in told


def test_long_titles_leave_the_window_its_width(
    qtbot: QtBot, long_names: Library, open_window: Callable[[Library], MainWindow]
):
    window = open_window(long_names)
    show_photo(qtbot, window)
    width = window.width()
    photo = window.models.wall.ids[0]
    for spot in (Spot(title="Album " * 60), Spot(Screen.SIMILAR, photo_id=photo)):
        window.models.place.go(spot)
        qtbot.wait(100)
        assert window.width() == width
        assert not outside(window.top)
        assert not outside(window.screens.similar)


def test_large_words_have_room(
    qtbot: QtBot,
    large_words: None,
    library: Library,
    open_window: Callable[[Library], MainWindow],
):
    window = open_window(library)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() > 0)
    window.models.place.go(Spot(Screen.REVIEW))
    qtbot.waitUntil(lambda: window.models.review.total > 0)
    qtbot.wait(50)
    for made in window.screens.review.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.fontMetrics().horizontalAdvance(made.text())
            assert made.height() >= made.fontMetrics().height()
    assert not outside(window.screens.review)


def test_the_other_way_round(
    qtbot: QtBot,
    mirrored: None,
    long_names: Library,
    open_window: Callable[[Library], MainWindow],
):
    window = open_window(long_names)
    show_photo(qtbot, window)
    assert window.sidebar.x() > window.inspector.x()
    assert not outside(window.inspector)


def test_the_wall_the_other_way_round(qtbot: QtBot, mirrored: None, window: MainWindow):
    wall = window.screens.wall_page.wall
    first, second = (wall.visualRect(wall.model().index(row, 0)) for row in (0, 1))
    assert first.left() > second.left()
    assert first.top() == second.top()
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    qtbot.keyClick(wall, Qt.Key.Key_Left)
    assert wall.currentIndex().row() == 1
    head = wall.plan.header_rect(0)
    tick = QPoint(wall.viewport().width() - wall.plan.left - 10, head.center().y())
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    rest = wall.plan.header_rect(1).translated(0, -wall.verticalOffset())
    tick.setY(rest.center().y())
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    both = len(wall.plan.photos_of(0)) + len(wall.plan.photos_of(1))
    assert len(wall.selected_ids()) == both  # the tick adds


def test_large_words_have_room_in_viewer_and_timeline(
    qtbot: QtBot,
    large_words: None,
    library: Library,
    open_window: Callable[[Library], MainWindow],
):
    window = open_window(library)
    show_photo(qtbot, window)
    timeline = window.screens.wall_page.timeline
    assert timeline.height() - BARS >= QFontMetrics(theme.font(theme.CAPTION)).height()
    qtbot.keyClick(window.screens.wall_page.wall, Qt.Key.Key_Return)
    viewer = window.screens.viewer
    qtbot.waitUntil(viewer.isVisible)
    qtbot.wait(50)
    assert viewer.entry.geometry().right() < viewer.width()


def all_labels(panel: QWidget) -> list[QLabel]:
    return [part for part in panel.findChildren(QLabel) if part.isVisible()]
