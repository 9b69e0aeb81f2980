"""Sections, timeline, ticks and drags, with real keys and clicks on a real library."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gallery_app.domain.arrangement import Grouping
from gallery_app.gui.dialogs.tag_ticks import TagTicksDialog
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.section_titles import section_title
from gallery_app.gui.views.buttons import ARROW
from gallery_app.library import Library
from tests.gui.test_models import watched
from tests.gui.test_window_tags import click_photo, tags_of

Key, Mods = Qt.Key, Qt.KeyboardModifier


def titles(window: MainWindow) -> list[str]:
    shown = window.models.wall.arrangement
    return [section_title(section.key, shown.grouping) for section in shown.sections]


def test_sections_by_key_and_in_the_next_session(
    qtbot: QtBot, window: MainWindow, library: Library, open_window
):
    wall = window.screens.wall_page.wall
    assert titles(window) == ["May 2022", "May 2021", "May 2020"]
    assert window.gestures["by-month"].isChecked()
    for key, wanted in (
        (Key.Key_3, [f"photos{ARROW}Blue", f"photos{ARROW}Green", f"photos{ARROW}Red"]),
        (
            Key.Key_5,
            [f"Colours{ARROW}Blue", f"Colours{ARROW}Green", f"Colours{ARROW}Red", "Untagged"],
        ),
        (Key.Key_0, []),
    ):
        qtbot.keyClick(wall, key, Mods.AltModifier)
        qtbot.waitUntil(lambda wanted=wanted: titles(window) == wanted)
    qtbot.keyClick(wall, Key.Key_1, Mods.AltModifier)
    qtbot.waitUntil(lambda: len(titles(window)) == 24)
    assert titles(window)[0] == "Tuesday, 17 May 2022"
    window.close()
    again = open_window(library)
    qtbot.waitUntil(lambda: again.models.wall.arrangement.grouping is Grouping.DAY)


def test_the_timeline_leads_there_and_narrows(qtbot: QtBot, window: MainWindow):
    page = window.screens.wall_page
    line, wall = page.timeline, page.wall
    window.top.zoom.setValue(400)
    qtbot.waitUntil(lambda: wall.plan == wall.plan.settled() and wall.plan.side > 300)
    assert line.isVisible()
    left = QPoint(22, 30)
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=left)
    assert wall.shown_rows()[0] == 16  # the oldest month comes last on the wall
    may = 2021 * 12 + 4
    right = QPoint(round(line._span(may, may + 1).left()) + 2, 30)
    qtbot.mousePress(line, Qt.MouseButton.LeftButton, pos=left)
    qtbot.mouseMove(line, right)
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton, pos=right)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == 16)
    assert window.models.place.spot.query == "2020-05..2021-05"
    qtbot.keyClick(wall, Key.Key_T, Mods.ControlModifier)
    assert not line.isVisible()


def test_ticks_for_a_selection(qtbot: QtBot, window: MainWindow, library: Library):
    red = library.photo_ids("tag:Red")
    row = window.models.wall.row_of(red[-1])
    ids = {click_photo(qtbot, window, row), click_photo(qtbot, window, row + 1, shift=True)}
    carried = ids & set(red)
    qtbot.keyClick(window.screens.wall_page.wall, Key.Key_T, Mods.ShiftModifier)
    dialog = window.findChildren(TagTicksDialog)[0]
    watched(dialog._model)
    qtbot.waitUntil(lambda: dialog._model.rowCount() > 0)

    def tick() -> Qt.CheckState:
        index = dialog._shown.index(0, 0)
        return index.data(Qt.ItemDataRole.CheckStateRole)

    qtbot.keyClicks(dialog.entry, "red")
    assert dialog._shown.rowCount() == 1
    assert tick() == Qt.CheckState.PartiallyChecked
    assert len(carried) == 1
    qtbot.keyClick(dialog.entry, Key.Key_Down)
    qtbot.keyClick(dialog.list, Key.Key_Space)
    qtbot.waitUntil(lambda: tick() == Qt.CheckState.Checked)
    assert all("Colours/Red" in tags_of(library, photo) for photo in ids)
    qtbot.keyClick(dialog.list, Key.Key_Space)
    qtbot.waitUntil(lambda: tick() == Qt.CheckState.Unchecked)
    dialog.entry.clear()
    qtbot.keyClicks(dialog.entry, "New one")
    qtbot.keyClick(dialog.entry, Key.Key_Return)
    qtbot.waitUntil(lambda: all("New one" in tags_of(library, photo) for photo in ids))


def test_a_drag_carries_files_for_other_programs(
    qtbot: QtBot, window: MainWindow, library: Library
):
    model = window.models.wall
    data = model.mimeData([model.index(row) for row in (0, 5)])
    wanted = [photo.path for photo in library.photos([model.ids[0], model.ids[5]])]
    assert [url.toLocalFile() for url in data.urls()] == list(map(str, wanted))
    model._pages.clear()  # scrolled out of sight long ago
    data = model.mimeData([model.index(0), model.index(5)])
    qtbot.waitUntil(lambda: [url.toLocalFile() for url in data.urls()] == list(map(str, wanted)))
