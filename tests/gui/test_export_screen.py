"""The export's dialog: what it is of, what it would change, and what waits."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gallery_app.gui.dialogs.export import ExportDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.conftest import make_library
from tests.photos import noise, save_photo

LEFT = Qt.MouseButton.LeftButton


def test_the_export_is_shown_before_it_is_written(qtbot: QtBot, window: MainWindow, prepared: Path):
    dialog = open_export(qtbot, window)
    assert "9 files would be written" in dialog.summary.text()
    assert dialog.table.model().rowCount() >= 9
    assert not list(prepared.parent.rglob("*.xmp"))
    dialog.reject()


def test_an_export_is_of_all_photos_those_shown_or_those_selected(qtbot: QtBot, window: MainWindow):
    wall = window.screens.wall_page.wall
    dialog = open_export(qtbot, window)
    assert dialog.scopes["all"].isChecked()
    assert dialog.scopes["all"].text() == "Whole library · 24 photos"
    assert dialog.scopes["shown"].text() == "Shown now: everything"
    assert not dialog.scopes["shown"].isEnabled()
    assert dialog.scopes["selected"].text() == "Selected · 0"
    assert not dialog.scopes["selected"].isEnabled()
    dialog.reject()

    window.models.place.search("tag:red")
    qtbot.waitUntil(lambda: window.models.wall.total == 3)
    wall.select_photo(window.models.wall.ids[1])
    dialog = open_export(qtbot, window)
    assert dialog.scopes["shown"].text() == "Shown now: tag:red · 3"
    qtbot.mouseClick(dialog.scopes["shown"], Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    qtbot.waitUntil(lambda: "3 files would be written" in dialog.summary.text())
    qtbot.keyClick(dialog.scopes["shown"], Qt.Key.Key_Down)
    assert dialog.scopes["selected"].isChecked()
    assert dialog.scopes["selected"].text() == "Selected · 1"
    qtbot.waitUntil(lambda: "1 file would be written" in dialog.summary.text())
    assert dialog.scopes["selected"].hasFocus()
    dialog.reject()


def open_export(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    wall = window.screens.wall_page.wall
    window.activateWindow()  # the offscreen platform does not when a dialog closes
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(wall, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(shown_dialogs(window)))
    [dialog] = shown_dialogs(window)
    qtbot.waitUntil(dialog.write.isEnabled)
    return dialog


def shown_dialogs(window: MainWindow) -> list[ExportDialog]:
    return [dialog for dialog in window.findChildren(ExportDialog) if dialog.isVisible()]


@pytest.fixture
def tagged(tmp_path: Path) -> Iterator[Library]:
    """Two tagged photos in folders of their own."""
    for name in ("here", "away"):
        save_photo(tmp_path / "photos" / name / f"{name}.jpg", noise(seed=ord(name[0])))
    library = make_library(tmp_path / "library")
    finish(library.add_folders([tmp_path / "photos"]))
    library.tag("Paris", library.photo_ids())
    yield library
    library.close()


def test_what_waits_is_listed_opened_and_tried_again(
    qtbot: QtBot,
    tmp_path: Path,
    tagged: Library,
    open_window: Callable[[Library], MainWindow],
):
    photos, drawer = tmp_path / "photos", tmp_path / "drawer"
    shutil.move(photos / "away", drawer)
    window = open_window(tagged)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 2)
    dialog = open_export(qtbot, window)
    assert not dialog.waiting.isVisible()
    assert "1 file would be written" in dialog.summary.text()
    qtbot.mouseClick(dialog.write, LEFT)
    qtbot.waitUntil(dialog.waiting.isVisible)
    assert dialog.waiting.title.text() == "WAITING TO BE WRITTEN · 1"
    assert "not there" in dialog.waiting.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    qtbot.keyClick(dialog.waiting.list, Qt.Key.Key_Return)
    spot = window.models.place.spot
    assert (spot.screen, spot.photo_id) == (Screen.VIEWER, *tagged.photo_ids("away.jpg"))
    window.models.place.back()

    dialog = open_export(qtbot, window)
    qtbot.waitUntil(dialog.waiting.isVisible)
    shutil.move(drawer, photos / "away")
    qtbot.mouseClick(dialog.waiting.retry, LEFT)
    qtbot.waitUntil(lambda: not dialog.waiting.isVisible())
    assert dialog.summary.text() == "1 file written, 0 up to date."
    assert sorted(path.name for path in photos.rglob("*.xmp")) == ["away.jpg.xmp", "here.jpg.xmp"]
    dialog.reject()
    with qtbot.waitSignal(window.gestures.edits.undone):
        window.gestures["undo"].trigger()
    assert [path.name for path in photos.rglob("*.xmp")] == ["here.jpg.xmp"]
    assert tagged.browsing.waiting(1)[0] == 1
    window.close()
