"""Tagging in the window, with real keys and clicks on a real library."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gallery_app.gui.dialogs.tag_ticks import TagTicksDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.photo_wall import PHOTOS_MIME
from gallery_app.gui.models.sidebar import TAG
from gallery_app.gui.views.chips import Chip
from gallery_app.gui.views.inspector import CHIPS
from gallery_app.gui.views.suggestion_row import SuggestionRow
from gallery_app.library import Library


def tags_of(library: Library, photo_id: int) -> list[str]:
    return [known.tag for known in library.tags_of([photo_id]).get(photo_id, [])]


def click_photo(qtbot: QtBot, window: MainWindow, row: int, *, shift: bool = False) -> int:
    wall = window.screens.wall_page.wall
    spot = wall.visualRect(wall.model().index(row, 0)).center()
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, keys, spot)
    return window.models.wall.ids[row]


def type_tag(qtbot: QtBot, window: MainWindow, words: str) -> None:
    qtbot.keyClick(window.screens.wall_page.wall, Qt.Key.Key_T)
    qtbot.waitUntil(window.inspector.entry.hasFocus)
    qtbot.keyClicks(window.inspector.entry, words)
    qtbot.keyClick(window.inspector.entry, Qt.Key.Key_Return)


def test_photos_are_tagged_by_typing_and_untagged_by_undo(
    qtbot: QtBot, window: MainWindow, library: Library
):
    first = click_photo(qtbot, window, 0)
    click_photo(qtbot, window, 2, shift=True)
    assert len(window.models.selection.ids) == 3

    type_tag(qtbot, window, " Places /Paris")
    qtbot.waitUntil(lambda: "Places/Paris" in tags_of(library, first))
    qtbot.waitUntil(window.toast.isVisible)
    assert window.toast.words == "Tagged 3 photos “Paris”"

    qtbot.mouseClick(window.toast.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Places/Paris" not in tags_of(library, first))
    qtbot.waitUntil(lambda: "Undone" in window.toast.words)


def test_a_tag_that_is_none_is_refused_with_a_sentence(
    qtbot: QtBot, window: MainWindow, library: Library
):
    click_photo(qtbot, window, 0)
    before = library.tags()
    type_tag(qtbot, window, "Places//Paris")
    assert "is not a tag" in window.toast.words
    assert library.tags() == before


def test_a_chip_takes_its_tag_off(qtbot: QtBot, window: MainWindow, library: Library):
    tagged = library.photo_ids("tag:Colours/Red")[0]
    window.screens.wall_page.wall.select_photo(tagged)
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(Chip)))
    chip = window.inspector.findChildren(Chip)[0]
    assert "Tagged by you" in chip.toolTip()
    qtbot.mouseClick(chip.findChildren(QToolButton)[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tags_of(library, tagged))


def test_the_tick_button_accepts_a_suggestion(qtbot: QtBot, window: MainWindow, library: Library):
    question = library.suggestions()[0]
    window.screens.wall_page.wall.select_photo(question.photo_id)
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(SuggestionRow)))
    row = window.inspector.findChildren(SuggestionRow)[0]
    qtbot.mouseClick(row.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: question.tag in tags_of(library, question.photo_id))


def test_the_cross_button_refuses_for_good(qtbot: QtBot, window: MainWindow, library: Library):
    question = library.suggestions()[0]
    window.screens.wall_page.wall.select_photo(question.photo_id)
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(SuggestionRow)))
    row = window.inspector.findChildren(SuggestionRow)[0]
    qtbot.mouseClick(row.no, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: question.tag not in [s.tag for s in library.suggestions_of(question.photo_id)]
    )


def test_photos_dropped_on_a_tag_are_tagged(qtbot: QtBot, window: MainWindow, library: Library):
    wall, sidebar = window.models.wall, window.models.sidebar
    qtbot.waitUntil(lambda: sidebar.rowCount() == 3)
    parents = sidebar.index(2, 0)
    red = next(
        index
        for above in [sidebar.index(row, 0, parents) for row in range(sidebar.rowCount(parents))]
        for index in [sidebar.index(row, 0, above) for row in range(sidebar.rowCount(above))]
        if index.data(TAG) == "Colours/Red"
    )
    row = wall.row_of(library.photo_ids("blue")[0])
    data = wall.mimeData([wall.index(row)])
    assert data.hasFormat(PHOTOS_MIME)
    assert sidebar.dropMimeData(data, Qt.DropAction.CopyAction, -1, -1, red)
    qtbot.waitUntil(lambda: "Colours/Red" in tags_of(library, wall.ids[row]))


def test_a_click_on_the_tick_adds_to_the_selection(qtbot: QtBot, window: MainWindow):
    wall = window.screens.wall_page.wall
    click_photo(qtbot, window, 0)
    corner = wall.visualRect(wall.model().index(3, 0)).topLeft() + QPoint(16, 16)
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert wall.selected_ids() == [window.models.wall.ids[0], window.models.wall.ids[3]]


def test_many_tags_are_shown_in_part_and_all_of_them_on_asking(
    qtbot: QtBot, window: MainWindow, library: Library
):
    ids = list(window.models.wall.ids[:3])
    for number in range(CHIPS + 2):
        library.tag(f"Many/{number:02}", ids[: 1 + number % 2])
    click_photo(qtbot, window, 0)
    click_photo(qtbot, window, 2, shift=True)
    qtbot.waitUntil(lambda: len(window.inspector._tags.findChildren(Chip)) == CHIPS)
    carried = len(library.browsing.carried_by(ids))
    more = window.inspector._tags.findChild(QPushButton)
    assert more.text() == f"{carried - CHIPS} more…"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(TagTicksDialog) is not None)
    window.findChild(TagTicksDialog).close()


def test_what_several_photos_carry_is_counted(library: Library):
    first, second, third = library.photo_ids()[-3:]
    library.tag("Boat", [first, second])
    library.tag("Sea", [second, third, first])
    carried = {
        tag: (photos, how) for tag, photos, how in library.browsing.carried_by([first, second])
    }
    assert carried["Boat"] == carried["Sea"] == (2, ("hand",))
    assert library.browsing.carried_by([]) == []


def test_what_was_undone_is_redone(qtbot: QtBot, window: MainWindow, library: Library):
    photo, wall = click_photo(qtbot, window, 0), window.screens.wall_page.wall
    type_tag(qtbot, window, "Paris")
    qtbot.waitUntil(lambda: "Paris" in tags_of(library, photo))
    wall.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for redo in ((Qt.Key.Key_Z, both), (Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)):
        qtbot.keyClick(wall, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: "Paris" not in tags_of(library, photo))
        qtbot.keyClick(wall, *redo)
        qtbot.waitUntil(lambda: "Paris" in tags_of(library, photo))
        qtbot.waitUntil(lambda: window.toast.words == "Redone: tagged 1 photo “Paris”")
    qtbot.keyClick(wall, *redo)
    qtbot.waitUntil(lambda: window.toast.words == "There is nothing to redo.")
