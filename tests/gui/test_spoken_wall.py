"""The wall as a screen reader meets it: items with names, places and states."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.spoken_wall import Cell
from gallery_app.gui.views.wall import Wall
from gallery_app.library import Library

Event, Text = QAccessible.Event, QAccessible.Text


def heard(wall: Wall) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(wall)


def items(wall: Wall) -> list[QAccessibleInterface]:
    spoken = heard(wall)
    return [spoken.child(place) for place in range(spoken.childCount())]


def names(wall: Wall) -> list[str]:
    return [item.text(Text.Name) for item in items(wall)]


def huge(qtbot: QtBot, bridge: Bridge) -> Wall:
    model = PhotoWall(bridge)
    view = Wall(model, Thumbnails(bridge))
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 600)
    model.show_ids(range(100_000))
    view.show()
    return view


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Event]]]:
    """What a screen reader is told: the name of the thing and the event."""
    events: list[tuple[str, Event]] = []

    def tell(event: QAccessibleEvent) -> None:
        thing = QAccessible.queryAccessibleInterface(event.object())
        events.append((thing.text(Text.Name), event.type()))

    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    QAccessible.setActive(True)
    yield events
    QAccessible.setActive(False)


def test_each_photo_in_sight_has_a_name_and_a_place(
    qtbot: QtBot, window: MainWindow, library: Library
):
    wall, ids = window.screens.wall_page.wall, list(window.models.wall.ids)
    library.curation.rate(4, ids[:1])
    library.tag("Sea", ids[:1])
    qtbot.waitUntil(lambda: "Sea" in names(wall)[0])
    first = library.photos(ids[:1])[0]
    assert names(wall)[0].startswith(f"{first.path.name}, ")
    assert "17 May 2022" in names(wall)[0]
    assert "4 stars" in names(wall)[0]
    spoken = heard(wall)
    assert (spoken.role(), spoken.childCount()) == (QAccessible.Role.List, len(wall.shown_rows()))
    second = items(wall)[1]
    assert second.text(Text.Description) == "2 of 24"
    assert second.role() == QAccessible.Role.ListItem
    assert spoken.indexOfChild(second) == 1
    assert second.parent().object() is wall
    middle = second.rect().center()
    assert second.rect().size() == wall.visualRect(wall.model().index(1)).size()
    assert spoken.childAt(middle.x(), middle.y()).object() is second.object()


def test_states_follow_keys_and_selection(qtbot: QtBot, window: MainWindow):
    wall = window.screens.wall_page.wall
    wall.select_photo(window.models.wall.ids[0])
    wall.setFocus()
    qtbot.waitUntil(wall.hasFocus)
    qtbot.keyClick(wall, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    states = [item.state() for item in items(wall)[:3]]
    assert [bool(state.selected) for state in states] == [True, True, False]
    assert [bool(state.focused) for state in states] == [False, True, False]
    assert heard(wall).focusChild().text(Text.Name) == names(wall)[1]
    assert not states[0].offscreen


def test_what_changes_is_told(
    qtbot: QtBot, window: MainWindow, told: list[tuple[str, Event]], library: Library
):
    wall, ids = window.screens.wall_page.wall, list(window.models.wall.ids)
    wall.setFocus()
    qtbot.waitUntil(wall.hasFocus)
    wall.select_photo(ids[0])
    told.clear()
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    second = names(wall)[1]
    assert (second, Event.Focus) in told
    assert (second, Event.SelectionAdd) in told
    qtbot.keyClick(wall, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    library.tag("Sea", ids[1:2])
    qtbot.waitUntil(lambda: (f"{second}, Sea", Event.NameChanged) in told)
    told.clear()
    window.top.search.setFocus()
    wall.setFocus()
    qtbot.waitUntil(lambda: (f"{second}, Sea", Event.Focus) in told)


def test_a_hundred_thousand_photos_have_items_for_those_in_sight_only(qtbot: QtBot, bridge: Bridge):
    wall = huge(qtbot, bridge)
    shown = len(wall.shown_rows())
    assert heard(wall).childCount() == shown < 60
    for top in range(0, 20_000, 500):
        wall.verticalScrollBar().setValue(top)
        assert items(wall)[-1].text(Text.Description).endswith(" of 100,000")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(wall.findChildren(Cell)) <= 3 * shown


def test_an_item_ends_with_its_photo(qtbot: QtBot, bridge: Bridge, qapp: QApplication):
    wall = huge(qtbot, bridge)
    known = QAccessible.uniqueId(items(wall)[0])
    assert QAccessible.accessibleInterface(known).isValid()
    wall.model().show_ids(range(5))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QAccessible.accessibleInterface(known) is None
    assert [item.text(Text.Description) for item in items(wall)][-1] == "5 of 5"
