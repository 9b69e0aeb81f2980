"""Stacks of bursts on the wall, with real clicks and keys on a real library."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gallery_app.domain.arrangement import Grouping, by_date
from gallery_app.domain.burst import Shots, stacked
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.stacks import Rows
from gallery_app.gui.views.stack_marks import badge_rect
from gallery_app.gui.views.wall import Wall
from gallery_app.library import Library
from tests.gui.test_models import watched

Key, Mods = Qt.Key, Qt.KeyboardModifier
SHOTS = 4


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 4)), max_size=40), st.sets(st.integers())
)
def test_rows_and_photos_tell_each_other(rows: list[tuple[int, int]], opened: set[int]):
    dates = sorted((f"2024-05-{day:02}" for day, _ in rows), reverse=True)
    photos = by_date(range(1, len(dates) + 1), dates, Grouping.DAY)
    bursts = np.array([burst for _, burst in rows], np.int64)
    shots = np.flatnonzero(bursts > 1)
    found = stacked(photos, Shots(shots + 1, bursts[shots], np.zeros(len(shots), bool)))
    seen = Rows(found, opened)
    held = [list(seen.photos(range(row, row + 1))) for row in range(len(seen.ids))]
    assert [photo for photos in held for photo in photos] == list(found.ids)
    assert [photos[0] for photos in held] == list(seen.ids)
    assert [len(photos) > 1 for photos in held] == [
        (stack := seen.stack(row)) is not None and not seen.is_open(stack)
        for row in range(len(held))
    ]
    assert seen.closed(range(len(held))) == sum(len(photos) > 1 for photos in held)
    assert all(seen.row_of(photo) == row for row, photos in enumerate(held) for photo in photos)
    assert seen.row_of(0) == -1
    assert seen.sections.sum() == len(held)
    assert sum(month.photos for month in seen.months) == len(held)
    for row, photos in enumerate(held):
        assert seen.whole_rows(photos).tolist() == [row]
        assert seen.whole_rows(photos[1:]).tolist() == []
        run = seen.run(row)
        assert run is not None
        assert run.key == "2024-05"
    assert seen.whole_rows(list(found.ids)).tolist() == list(range(len(held)))


@pytest.fixture
def shot(library: Library) -> list[int]:
    """The shots of a burst, the first shot first: the newest photos but one."""
    ids = library.photo_ids()[1 : SHOTS + 1][::-1]
    library._catalogue.bursts.put(ids, [ids])
    return ids


@pytest.fixture
def stacked_window(qtbot: QtBot, library: Library, shot: list[int], open_window) -> MainWindow:
    made = open_window(library)
    model = made.models.wall
    watched(model)
    qtbot.waitUntil(lambda: model.rowCount() == model.total - SHOTS + 1)
    qtbot.waitUntil(lambda: model.row(0) is not None)
    return made


def click_badge(qtbot: QtBot, wall: Wall, row: int) -> None:
    cell = wall.visualRect(wall.model().index(row, 0))
    spot = badge_rect(cell, SHOTS).center()
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def select(qtbot: QtBot, wall: Wall, row: int) -> None:
    spot = wall.visualRect(wall.model().index(row, 0)).center()
    qtbot.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_stack_opens_in_place_and_closes(
    qtbot: QtBot, stacked_window: MainWindow, shot: list[int]
):
    model, wall = stacked_window.models.wall, stacked_window.screens.wall_page.wall
    before = list(model.ids)
    assert before[1] == shot[0]
    click_badge(qtbot, wall, 1)
    assert list(model.ids[1 : SHOTS + 1]) == [shot[0], *shot[:0:-1]]
    assert model.row(1) is not None
    select(qtbot, wall, 3)
    assert stacked_window.models.selection.ids == (model.ids[3],)
    qtbot.keyClick(wall, Key.Key_S)
    assert list(model.ids) == before
    assert wall.currentIndex().row() == 1
    assert stacked_window.models.selection.ids == ()  # one shot of a stack is not the stack
    qtbot.keyClick(wall, Key.Key_S)
    assert model.rowCount() == model.total
    click_badge(qtbot, wall, 1)
    assert list(model.ids) == before


def test_what_is_done_to_a_closed_stack_is_done_to_all_its_photos(
    qtbot: QtBot, stacked_window: MainWindow, library: Library, shot: list[int]
):
    window, wall = stacked_window, stacked_window.screens.wall_page.wall
    select(qtbot, wall, 1)
    assert set(window.models.selection.ids) == set(shot)
    assert window.top._count.text() == "4 of 24 selected, all shots of 1 stack"
    qtbot.keyClick(wall, Key.Key_5)
    qtbot.waitUntil(lambda: set(library.photo_ids("rating:5")) == set(shot))
    assert (
        wall
        .model()
        .data(wall.model().index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
        .split(", ")[1]
        == "Stack of 4 photos"
    )
    qtbot.keyClick(wall, Key.Key_S)
    assert set(window.models.selection.ids) == set(shot)
    assert window.top._count.text() == "4 of 24 selected"
    select(qtbot, wall, 0)
    qtbot.keyClick(wall, Key.Key_S)
    assert window.models.wall.rowCount() == 24


def test_another_cover_and_back(qtbot: QtBot, stacked_window: MainWindow, shot: list[int]):
    model, wall = stacked_window.models.wall, stacked_window.screens.wall_page.wall
    select(qtbot, wall, 1)
    with qtbot.waitSignal(stacked_window.gestures.edits.said):
        qtbot.keyClick(wall, Key.Key_S, Mods.ShiftModifier)
    qtbot.keyClick(wall, Key.Key_S)
    select(qtbot, wall, model.row_of(shot[2]))
    qtbot.keyClick(wall, Key.Key_S, Mods.ShiftModifier)
    qtbot.waitUntil(lambda: model.ids[1] == shot[2])
    assert stacked_window.models.selection.ids == (shot[2],)
    qtbot.keyClick(wall, Key.Key_S)
    assert model.ids[1] == shot[2]
    qtbot.keyClick(wall, Key.Key_Z, Mods.ControlModifier)
    qtbot.waitUntil(lambda: model.ids[1] == shot[0])


def test_a_wrong_stack_falls_apart_and_comes_back(
    qtbot: QtBot, stacked_window: MainWindow, shot: list[int]
):
    model, wall = stacked_window.models.wall, stacked_window.screens.wall_page.wall
    select(qtbot, wall, 1)
    qtbot.keyClick(wall, Key.Key_S, Mods.AltModifier)
    qtbot.waitUntil(lambda: model.rowCount() == 24)
    assert set(stacked_window.models.selection.ids) == set(shot)
    qtbot.waitUntil(lambda: "4 photos out of their bursts" in stacked_window.toast.words)
    qtbot.keyClick(wall, Key.Key_Z, Mods.ControlModifier)
    qtbot.waitUntil(lambda: model.ids[1] == shot[0] and model.rowCount() == 24 - SHOTS + 1)


def test_stacks_in_every_order_and_not_at_all(
    qtbot: QtBot, stacked_window: MainWindow, library: Library, open_window
):
    window, model = stacked_window, stacked_window.models.wall
    wall = window.screens.wall_page.wall
    for grouping in Grouping:
        window.gestures[f"by-{grouping}"].trigger()
        qtbot.waitUntil(lambda g=grouping: model.arrangement.grouping is g)
        assert model.total == 24
        sizes = np.diff(np.append(wall.plan.starts, wall.plan.count))
        assert len(sizes) == max(1, len(model.arrangement.sections))
        if grouping is not Grouping.DAY:
            qtbot.waitUntil(lambda: model.rowCount() < 24)
    qtbot.keyClick(wall, Key.Key_S, Mods.ControlModifier | Mods.ShiftModifier)
    qtbot.waitUntil(lambda: model.rowCount() == 24)
    assert not window.gestures["stacks"].isChecked()
    window.close()
    again = open_window(library)
    qtbot.waitUntil(lambda: again.models.wall.rowCount() == 24)
    assert not again.gestures["stacks"].isChecked()
