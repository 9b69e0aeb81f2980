"""Duplicates: found, the best kept, taken back, called none; by click and by key."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gallery_app.files import wastebasket
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models import tidying
from gallery_app.gui.models.duplicates import DuplicateGroups
from gallery_app.gui.models.place import Screen
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.gui.test_models import watched
from tests.photos import noise, save_photo

TRASH = "trash"


@pytest.fixture
def library(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """The library with two photos that are there twice, and a wastebasket that is a folder."""
    for name, tint in (("boat.jpg", (255, 255, 0)), ("sea.jpg", (0, 255, 255))):
        shot = Image.blend(noise(seed=77), Image.new("RGB", (96, 64), tint), 0.7)
        photo = save_photo(tmp_path / "more" / name, shot)
        (tmp_path / "more/deep").mkdir(exist_ok=True)
        shutil.copy(photo, tmp_path / "more/deep" / name)
    finish(library.add_folders([tmp_path / "more"]))
    (tmp_path / TRASH).mkdir()
    monkeypatch.setattr(wastebasket, "send2trash", lambda file: shutil.move(file, tmp_path / TRASH))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return library


@pytest.fixture
def window(
    qtbot: QtBot, library: Library, open_window: Callable[[Library], MainWindow]
) -> MainWindow:
    """The window on its duplicates."""
    made = open_window(library)
    made.gestures["duplicates"].trigger()
    qtbot.waitUntil(lambda: made.models.duplicates.rowCount() == 2)
    assert made.models.place.spot.screen == Screen.DUPLICATES
    return made


def answer(qtbot: QtBot, window: MainWindow, role: QMessageBox.ButtonRole) -> str:
    """Answer the question; return it."""
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    asked = next(each for each in box.buttons() if box.buttonRole(each) == role)
    words = box.text()
    qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    return words


def test_another_copy_is_chosen_the_rest_thrown_away_and_taken_back(
    qtbot: QtBot, window: MainWindow, library: Library, tmp_path: Path
):
    cards, model = window.screens.duplicates.cards, window.models.duplicates
    group = model.row(0)
    kept = next(i for i in group.ids if i != model.kept(0))
    gone = model.kept(0)
    library.tag("Boat", [gone])
    spots = cards.delegate.areas(cards.visualRect(model.index(0)), group)
    cell = spots.cells[group.ids.index(kept)]
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert model.kept(0) == kept
    keep = spots.keep.center()
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=keep)
    answer(qtbot, window, QMessageBox.ButtonRole.RejectRole)
    assert not list((tmp_path / TRASH).iterdir())
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=keep)
    words = answer(qtbot, window, QMessageBox.ButtonRole.AcceptRole)
    assert words == "Move 1 file to the wastebasket?"
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert [file.name for file in (tmp_path / TRASH).iterdir()] == [group.copies[0].photo.path.name]
    assert "Boat" in {tag.tag for tag in library.tags_of([kept])[kept]}
    assert not library.photos([gone])
    qtbot.waitUntil(window.toast.undo.isVisible)
    qtbot.mouseClick(window.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(library.photos([gone])))
    assert library.photos([gone])[0].missing
    assert "Boat" not in {tag.tag for tag in library.tags_of([kept])[kept]}
    qtbot.waitUntil(lambda: "restore from there" in window.toast._words.text())


def test_keys_choose_and_refuse_and_the_sidebar_counts(
    qtbot: QtBot, window: MainWindow, library: Library
):
    cards, model = window.screens.duplicates.cards, window.models.duplicates
    qtbot.waitUntil(lambda: window.models.sidebar.duplicates == 2)
    before = model.kept(0)
    first = model.row(0).ids.index(before) == 0
    qtbot.keyClick(cards, Qt.Key.Key_Right if first else Qt.Key.Key_Left)
    assert model.kept(0) != before
    qtbot.keyClick(cards, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(library.duplicates()) == 1)
    assert model.rowCount() == 1
    qtbot.waitUntil(lambda: window.models.sidebar.duplicates == 1)
    window.gestures["undo"].trigger()
    qtbot.waitUntil(lambda: model.rowCount() == 2)


def test_the_best_of_all_exact_groups_is_kept_by_a_job(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tidying, "AT_ONCE", 1)
    page = window.screens.duplicates
    assert page.every.text() == "Keep the best of 2 exact groups…"
    qtbot.mouseClick(page.every, Qt.MouseButton.LeftButton)
    words = answer(qtbot, window, QMessageBox.ButtonRole.AcceptRole)
    assert words == "Move 2 files to the wastebasket?"
    qtbot.waitUntil(lambda: page.currentIndex() == 1)
    assert len(list((tmp_path / TRASH).iterdir())) == 2
    assert page.nothing._title.text() == "No duplicates"
    qtbot.waitUntil(lambda: window.toast.words == "Moved 2 photos to the wastebasket")


def test_the_model_says_what_stays(qtbot: QtBot, bridge: Bridge, library: Library):
    model = DuplicateGroups(bridge)
    watched(model)
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert model.index(0).data() == "2 exact copies"
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(" is kept")
    model.settled(model.row(1).ids[:1])
    assert model.rowCount() == 1
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
