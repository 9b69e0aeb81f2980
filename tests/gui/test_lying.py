"""Photos on their side: found, set upright, left, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.lying import LyingPhotos
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.views.lying_cards import answer_rects
from gallery_app.library import Library
from tests.gui.test_models import watched


@pytest.fixture
def library(library: Library) -> Library:
    """The library, with four photos that an encoder has seen lying."""
    photos = library.photos(library.photo_ids("red")[:4])
    seen = [
        (photo.content_hash, place % 3 + 1, 0.99 - place / 10) for place, photo in enumerate(photos)
    ]
    library._catalogue.turned.put(seen, "upright")
    return library


def test_they_are_answered_by_click_and_key(
    qtbot: QtBot, library: Library, open_window: Callable[[Library], MainWindow]
):
    window = open_window(library)
    first, second, third, fourth = (turned.photo_id for turned in library.curation.on_their_side())
    window.models.place.go(Spot(Screen.LYING))
    page = window.screens.lying
    cards, model = page.cards, window.models.lying
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert page.every.text() == "Set all 4 upright"
    area = cards.visualRect(model.index(0, 0)).adjusted(8, 8, -8, -8)
    yes, _no = answer_rects(area, Qt.LayoutDirection.LeftToRight)
    qtbot.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=yes.center())
    qtbot.waitUntil(lambda: library.photos([first])[0].turn == 1)
    assert model.ids == [second, third, fourth]
    qtbot.keyClick(cards, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(library.curation.on_their_side()) == 2)
    assert library.photos([second])[0].turn == 0
    qtbot.waitUntil(window.toast.undo.isVisible)
    qtbot.mouseClick(window.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: model.ids == [second, third, fourth])
    qtbot.mouseClick(page.every, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not library.curation.on_their_side())
    assert [photo.turn for photo in library.photos([second, third, fourth])] == [2, 3, 1]
    assert page.currentIndex() == 1


def test_without_an_encoder_that_can_tell_it_says_what_to_do(
    qtbot: QtBot, library: Library, open_window: Callable[[Library], MainWindow]
):
    library.curation.leave_lying([turned.photo_id for turned in library.curation.on_their_side()])
    window = open_window(library)
    window.models.place.go(Spot(Screen.LYING))
    page = window.screens.lying
    qtbot.waitUntil(lambda: page.isVisible() and page.currentIndex() == 1)
    qtbot.mouseClick(page.nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "geometric" in page.nothing._sentence.text())


def test_the_model_follows_the_library(qtbot: QtBot, bridge: Bridge, library: Library):
    model = LyingPhotos(bridge)
    watched(model)
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    words = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.endswith("upright after a quarter turn right, 99% sure")
    model.answered([model.ids[1], model.ids[3]])
    assert model.rowCount() == 2
    model.refresh()
    qtbot.waitUntil(lambda: model.rowCount() == 4)
