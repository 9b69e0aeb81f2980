"""Marks, albums and saved searches, with real keys and clicks on a real library."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from gallery_app.gui.dialogs.name import NameDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.completions import Completions, word_at
from gallery_app.gui.models.sidebar import ALBUM
from gallery_app.gui.views.marks import MarkBar
from gallery_app.library import Library
from tests.gui.test_window_tags import click_photo

Key = Qt.Key


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, keys=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.screens.wall_page.wall, key, keys)


def name_it(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.waitUntil(lambda: bool(window.findChildren(NameDialog)))
    dialog = window.findChildren(NameDialog)[-1]
    dialog.entry.clear()
    qtbot.keyClicks(dialog.entry, words)
    qtbot.keyClick(dialog.entry, Key.Key_Return)
    window.activateWindow()  # which a desktop does by itself
    qtbot.waitUntil(window.isActiveWindow)


def test_stars_pick_and_rejection_by_key(qtbot: QtBot, window: MainWindow, library: Library):
    first = click_photo(qtbot, window, 0)
    second = click_photo(qtbot, window, 1, shift=True)

    def marks() -> list[tuple[int | None, bool]]:
        return [(p.rating, p.picked) for p in library.photos([first, second])]

    press(qtbot, window, Key.Key_4)
    qtbot.waitUntil(lambda: marks() == [(4, False)] * 2)
    press(qtbot, window, Key.Key_P)
    qtbot.waitUntil(lambda: marks() == [(4, True)] * 2)
    press(qtbot, window, Key.Key_X)
    qtbot.waitUntil(lambda: marks() == [(-1, False)] * 2)
    qtbot.waitUntil(lambda: window.models.wall.row(0).photo.rating == -1)
    for wanted in ([(4, True)] * 2, [(4, False)] * 2, [(None, False)] * 2):
        press(qtbot, window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda wanted=wanted: marks() == wanted)


def test_the_stars_in_the_inspector(qtbot: QtBot, window: MainWindow, library: Library):
    photo = click_photo(qtbot, window, 0)

    def stars(given: int) -> list[QToolButton]:
        """Return the buttons of the one bar that shows so many stars."""
        shown = [bar.findChildren(QToolButton) for bar in window.inspector.findChildren(MarkBar)]
        told = f"{given} of 5 stars are given"
        return shown[0] if [bar[0].accessibleDescription() for bar in shown] == [told] else []

    for before, given in ((0, 3), (3, 2)):  # the last star given takes itself away
        qtbot.waitUntil(lambda before=before: bool(stars(before)))
        qtbot.mouseClick(stars(before)[2], Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda given=given: library.photos([photo])[0].rating == given)
        qtbot.waitUntil(lambda given=given: window.models.wall.row(0).photo.rating == given)


def test_photos_go_into_a_new_album_and_out_again(
    qtbot: QtBot, window: MainWindow, library: Library
):
    ids = [click_photo(qtbot, window, 0), click_photo(qtbot, window, 1, shift=True)]
    press(qtbot, window, Key.Key_B)
    name_it(qtbot, window, "Best of 2022")
    qtbot.waitUntil(lambda: library.photo_ids('album:"best of 2022"') == ids)
    said = "Put 2 photos into the album “Best of 2022”"
    qtbot.waitUntil(lambda: window.toast.words == said)

    tree, model = window.sidebar.tree, window.models.sidebar
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    entry = model.index(0, 0, model.index(1, 0))
    assert entry.data(ALBUM) == library.curation.albums()[0].id
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(entry).center()
    )
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 2)
    click_photo(qtbot, window, 0)
    press(qtbot, window, Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 1)
    press(qtbot, window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 2)


def test_photos_dropped_on_an_album_go_into_it(qtbot: QtBot, window: MainWindow, library: Library):
    window.gestures.curating.make("Drop")
    wall, sidebar = window.models.wall, window.models.sidebar
    qtbot.waitUntil(lambda: sidebar.rowCount() == 4)
    album = sidebar.index(0, 0, sidebar.index(1, 0))
    data = wall.mimeData([wall.index(3)])
    assert sidebar.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, album)
    qtbot.waitUntil(lambda: library.photo_ids("album:drop") == [wall.ids[3]])


def test_a_search_is_saved_renamed_and_deleted(qtbot: QtBot, window: MainWindow, library: Library):
    window.models.place.search("tag:red")
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 3)
    press(qtbot, window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    name_it(qtbot, window, "Reds")
    qtbot.waitUntil(lambda: [a.query for a in library.curation.albums()] == ["tag:red"])
    album = library.curation.albums()[0]
    assert album.photos == 3
    window.gestures.rename_album(album.id, album.name)
    name_it(qtbot, window, "All reds")
    qtbot.waitUntil(lambda: library.curation.albums()[0].name == "All reds")
    window.gestures.curating.delete(album.id)
    qtbot.waitUntil(lambda: not library.curation.albums())


@pytest.mark.parametrize(
    ("text", "caret", "word"),
    [
        ("tag:a b", 5, (0, 5)),
        ("tag:a  b", 6, (6, 6)),
        ('x tag:"New Y', 12, (2, 12)),
        ("", 0, (0, 0)),
    ],
)
def test_the_word_at_the_caret(text: str, caret: int, word: tuple[int, int]):
    assert word_at(text, caret) == word


def test_what_the_search_bar_offers(qtbot: QtBot, window: MainWindow, library: Library):
    library.curation.make_album("New York")
    offer = window.models.completions.offer
    qtbot.waitUntil(lambda: offer("album:", 6) == ['album:"New York"'])
    assert offer("x ta", 4) == ["tag:", "is:untagged"]
    assert offer("-is:un", 6) == ["-is:untagged"]
    assert offer("tag:re", 6) == ["tag:Colours/Red", "tag:Colours/Green"]
    assert offer("gre", 3) == ["tag:Colours/Green"]
    assert offer("rating:", 7)[0] == "rating:5"
    assert offer("2019 ", 5) == []
    assert isinstance(window.models.completions, Completions)


def test_a_completion_takes_the_place_of_its_word(qtbot: QtBot, window: MainWindow):
    search = window.top.search
    search.setFocus()
    qtbot.keyClicks(search, "2020 tag:re")
    popup = search._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Down)
    qtbot.keyClick(popup, Key.Key_Return)
    assert search.text() == "2020 tag:Colours/Red "
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 3)


def test_a_removed_folder_comes_back_by_undo(qtbot: QtBot, window: MainWindow, library: Library):
    [folder] = library.folders()
    tagged = set(library.photo_ids("tag:Colours"))
    window.sidebar.tree.folder_menu_asked.emit(folder.id, QPoint(40, 40))
    menu = QApplication.activePopupWidget()
    qtbot.keyClick(menu, Key.Key_Up)  # the last line
    qtbot.keyClick(menu, Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert "Undo" in box.informativeText()
    qtbot.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not library.photo_ids())
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 0)
    qtbot.waitUntil(window.toast.undo.isVisible)
    qtbot.mouseClick(window.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: set(library.photo_ids("tag:Colours")) == tagged)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 24)
    vectors = library._catalogue.vectors  # made anew by themselves
    qtbot.waitUntil(lambda: vectors.count(1) == 24)


def test_a_turned_photo_is_looked_at_again_soon(qtbot: QtBot, window: MainWindow, library: Library):
    window.gestures.work._turning.setInterval(1)
    first = click_photo(qtbot, window, 0)
    stamp = library._catalogue.vectors.stamp(1)
    for key, keys in (
        (Key.Key_BracketRight, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
    ):
        with qtbot.waitSignal(window.gestures.work.learnt):
            press(qtbot, window, key, keys)
        assert library._catalogue.vectors.pending(1) == []
        assert library._catalogue.vectors.stamp(1) != stamp
        stamp = library._catalogue.vectors.stamp(1)
    assert library.photos([first])[0].turn == 0
