"""Every screen of the window, with real keys and clicks on a real library."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from gallery_app.gui.dialogs.shortcuts import Shortcuts
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.library import Library
from tests.conftest import make_library
from tests.gui.conftest import make_photos


def go(window: MainWindow, screen: Screen, photo_id: int = 0) -> None:
    window.models.place.go(Spot(screen, photo_id=photo_id))


def test_search_narrows_the_wall_and_a_bad_query_says_where(qtbot: QtBot, window: MainWindow):
    search = window.top.search
    qtbot.keyClick(window.screens.wall_page.wall, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "2021")
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 8)
    search.clear()
    qtbot.keyClicks(search, "tag:")
    qtbot.waitUntil(lambda: search.property("wrong") is True)
    qtbot.keyClick(search, Qt.Key.Key_Backspace)
    qtbot.keyClicks(search, ":x colour:red")
    qtbot.waitUntil(lambda: "“colour:” is not a search word" in search.trouble)
    search.clear()
    qtbot.keyClicks(search, "nothing-like-it")
    qtbot.waitUntil(lambda: window.screens.wall_page.currentIndex() == 1)
    assert search.property("wrong") is False


def test_the_zoom_slider_scales_at_once_and_settles_flush(qtbot: QtBot, window: MainWindow):
    wall = window.screens.wall_page.wall
    window.top.zoom.setValue(300)
    assert (wall.zoom, wall.plan.side) == (300, 300)
    qtbot.waitUntil(lambda: wall.plan.side != 300)
    qtbot.waitUntil(lambda: wall.plan == wall.plan.settled())
    qtbot.keyClick(wall, Qt.Key.Key_Minus)
    assert window.top.zoom.value() == wall.zoom == 240


def test_a_group_is_named_and_tagged_with_enter(qtbot: QtBot, window: MainWindow, library: Library):
    go(window, Screen.CLUSTERS)
    cards = window.screens.clusters.cards
    qtbot.waitUntil(lambda: cards.model().rowCount() > 0)
    cards.setCurrentIndex(cards.model().index(0, 0))
    group = library.clusters()[0]
    qtbot.keyClick(cards, Qt.Key.Key_Return)
    editor = cards.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Paint")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: library.clusters()[0].name == "Paint")
    assert set(library.photo_ids("tag:Paint")) == set(group.photo_ids)


def test_similar_photos_down_to_a_cut(qtbot: QtBot, window: MainWindow, library: Library):
    source = library.photo_ids("red")[0]
    window.screens.wall_page.wall.select_photo(source)
    qtbot.keyClick(window.screens.wall_page.wall, Qt.Key.Key_L)
    page, model = window.screens.similar, window.models.similar
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    scale, button = page.scale, Qt.MouseButton.LeftButton
    qtbot.mouseClick(scale, button, pos=QPoint(round(scale.x_of(1)), 30))
    most = model.rowCount()
    qtbot.mousePress(scale, button, pos=QPoint(round(scale.x_of(0.5)), 30))
    qtbot.mouseMove(scale, QPoint(round(scale.x_of(0.05)), 30))
    qtbot.mouseRelease(scale, button, pos=QPoint(round(scale.x_of(0.05)), 30))
    assert scale.distance == pytest.approx(0.05)
    assert 0 < model.rowCount() < most
    assert all(model.cosines[row] >= 0.95 for row in range(model.rowCount()))
    assert model.caption(0) == f"{1 - library.similar(source)[0][1]:.2f}"
    scale.setFocus()
    qtbot.keyClick(scale, Qt.Key.Key_End)
    assert model.rowCount() == most
    qtbot.keyClick(page.wall, Qt.Key.Key_Escape)
    assert window.models.place.spot.screen == Screen.WALL


def test_similar_says_what_takes_long(
    qtbot: QtBot, window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch
):
    began, answer = Event(), Event()
    similar = library.similar

    def slow(photo_id: int, limit: int) -> list[tuple[int, float]]:
        began.set()
        answer.wait(60)
        return similar(photo_id, limit)

    monkeypatch.setattr(library, "similar", slow)
    page = window.screens.similar
    window.models.place.go(Spot(Screen.SIMILAR, photo_id=library.photo_ids()[0]))
    qtbot.waitUntil(began.is_set)
    qtbot.waitUntil(
        lambda: page._nothing.isVisible() and "Comparing" in page._nothing._title.text()
    )
    answer.set()
    qtbot.waitUntil(page.wall.isVisible)


def test_the_viewer_steps_zooms_and_returns(qtbot: QtBot, window: MainWindow):
    wall, viewer, ids = window.screens.wall_page.wall, window.screens.viewer, window.models.wall.ids
    wall.select_photo(ids[4])
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    assert window.models.place.spot.photo_id == ids[4]
    qtbot.waitUntil(lambda: window.models.previews.image(ids[4]) is not None)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert window.models.selection.ids == (ids[5],)
    qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert viewer.canvas.scale > 1
    qtbot.keyClick(viewer, Qt.Key.Key_F)
    assert viewer.canvas.scale == 1
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert window.models.place.spot.screen == Screen.WALL
    assert wall.selected_ids() == [ids[5]]


def test_problems_are_listed(qtbot: QtBot, window: MainWindow):
    go(window, Screen.PROBLEMS)
    model = window.models.problems
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert model.index(0).data() == "broken.jpg"


def test_panels_hide_and_every_key_is_listed(qtbot: QtBot, window: MainWindow):
    wall = window.screens.wall_page.wall
    qtbot.keyClick(wall, Qt.Key.Key_I)
    assert not window.inspector.isVisible()
    qtbot.keyClick(wall, Qt.Key.Key_I)
    assert window.inspector.isVisible()
    qtbot.keyClick(wall, Qt.Key.Key_F1)
    assert window.findChildren(Shortcuts)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_theme_follows_the_choice(window: MainWindow, qapp: QApplication, mode: str):
    window.gestures[mode].trigger()
    assert (qapp.palette().window().color().lightness() < 128) == (mode == "dark")


def test_the_window_comes_back_as_it_was_left(
    window: MainWindow, library: Library, open_window: Callable[[Library], MainWindow]
):
    window.top.zoom.setValue(222)
    window.gestures["sidebar"].trigger()
    window.close()
    again = open_window(library)
    assert again.screens.wall_page.wall.zoom == 222
    assert not again.sidebar.isVisible()


def test_a_dropped_folder_fills_an_empty_library(
    qtbot: QtBot, tmp_path: Path, open_window: Callable[[Library], MainWindow]
):
    library = make_library(tmp_path / "empty")
    window = open_window(library)
    page = window.screens.first_run
    qtbot.waitUntil(page.isVisible)
    assert not window.sidebar.isVisible()

    folder = make_photos(tmp_path / "photos")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    page.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 24)
    # The counts that end the first-run page are read after the wall's rows, so they may come later.
    qtbot.waitUntil(lambda: window.screens.currentWidget() is window.screens.wall_page)
    assert window.sidebar.isVisible()
    qtbot.waitUntil(lambda: bool(library.clusters()))
    qtbot.waitUntil(lambda: not window.bridge.jobs)
    window.close()
    library.close()
