"""The wall: sums of its layout, and a view that does not jump."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from gallery_app.domain.arrangement import Grouping, by_date
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.photo_wall import PAGE, PhotoWall
from gallery_app.gui.models.stacks import Rows
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.wall import Wall
from gallery_app.gui.views.wall_layout import HEADER, LARGEST, SMALLEST, WallLayout


@st.composite
def layouts(draw: st.DrawFn) -> WallLayout:
    """Walls with and without sections, either way round."""
    width, side = draw(st.integers(200, 4000)), draw(st.integers(SMALLEST, LARGEST))
    caption, mirrored = draw(st.sampled_from([0, 22])), draw(st.booleans())
    if draw(st.booleans()):
        count = draw(st.integers(1, 100_000))
        return WallLayout(width, side, count, caption, mirrored=mirrored)
    sizes = draw(st.lists(st.integers(1, 300), min_size=1, max_size=60))
    starts = np.cumsum([0, *sizes[:-1]])
    return WallLayout(width, side, sum(sizes), caption, HEADER, starts, mirrored)


LAYOUTS = layouts()


@given(LAYOUTS, st.floats(0, 1))
def test_a_point_in_a_photo_finds_it(layout: WallLayout, where: float):
    position = round(where * (layout.count - 1))
    cell = layout.cell(position)
    assert layout.at(cell.center().x(), cell.center().y()) == position
    assert layout.at(cell.left() - 1, cell.top()) == -1
    assert position in layout.between(cell.top(), cell.bottom())
    assert cell.bottom() < layout.height
    section = layout.section_of(position)
    assert position in layout.photos_of(section)
    assert layout.header_rect(section).bottom() <= cell.top()
    assert layout.section_at(cell.center().y()) == section


@given(LAYOUTS, st.floats(0, 1), st.floats(0, 1))
def test_photos_in_a_band_are_those_a_loop_finds(layout: WallLayout, start: float, size: float):
    top = round(start * layout.height)
    band = QRect(layout.width // 3, top, layout.width // 3, 1 + round(size * 900))
    near = layout.between(band.top() - 2000, band.bottom() + 2000)
    wanted = [row for row in near if layout.cell(row).intersects(band)]
    assert layout.touched(band).tolist() == wanted
    shown = layout.between(band.top(), band.bottom())
    assert set(wanted) <= set(shown)


@given(LAYOUTS, st.floats(0, 1), st.integers(-9, 9))
def test_a_step_up_or_down_lands_in_the_same_column_or_at_an_end(
    layout: WallLayout, where: float, rows: int
):
    position = round(where * (layout.count - 1))
    there = layout.vertical_step(position, rows)
    before, after = layout.cell(position), layout.cell(there)
    assert 0 <= there < layout.count
    back = (after.left() - before.left()) * (-1 if layout.mirrored else 1)
    assert back <= 0
    assert (after.top() - before.top()) * rows >= 0
    if back < 0:
        assert there == layout.photos_of(layout.section_of(there))[-1]


@given(LAYOUTS)
def test_a_settled_wall_fills_its_width(layout: WallLayout):
    settled = layout.settled()
    right = settled.left + settled.columns * (settled.side + settled.gap) - settled.gap
    assert settled.left >= 0
    assert right <= settled.width
    if settled.columns > 1 and layout.side > 112:
        left_over = settled.width - right - settled.left
        assert left_over <= settled.columns


def wall(qtbot: QtBot, bridge: Bridge, ids: range) -> tuple[Wall, PhotoWall]:
    model = PhotoWall(bridge)
    view = Wall(model, Thumbnails(bridge))
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(800, 600)
    model.show_ids(ids)
    view.show()
    return view, model


def test_new_photos_above_leave_view_and_selection_where_they_are(qtbot: QtBot, bridge: Bridge):
    view, model = wall(qtbot, bridge, range(1000, 3000))
    view.verticalScrollBar().setValue(5000)
    top = model.ids[view.shown_rows()[0]]
    before = view.visualRect(model.index(model.row_of(top))).top()
    view.selectionModel().select(
        view._ranges([model.row_of(2000), model.row_of(2001)]),
        QItemSelectionModel.SelectionFlag.ClearAndSelect,
    )
    model.show_ids([*range(500, 600), *range(1000, 3000)])
    assert view.selected_ids() == [2000, 2001]
    after = view.visualRect(model.index(model.row_of(top))).top()
    assert abs(after - before) <= view.plan.pitch


def test_everything_selected_of_a_hundred_thousand(qtbot: QtBot, bridge: Bridge):
    view, _ = wall(qtbot, bridge, range(100_000))
    chosen: list[list[int]] = []
    view.chosen.connect(chosen.append)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(chosen[-1]) == 100_000


def test_the_keys_walk_the_grid(qtbot: QtBot, bridge: Bridge):
    view, _model = wall(qtbot, bridge, range(500))
    columns = view.plan.columns
    view.select_photo(0)
    for key, row in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, 499),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_zoom_keeps_the_middle_in_the_middle(qtbot: QtBot, bridge: Bridge):
    view, _model = wall(qtbot, bridge, range(5000))
    view.verticalScrollBar().setValue(9000)
    row, height = view._find_anchor()
    for side in (160, 130, 100, 240, 300):
        view.zoom_to(side)
        assert abs(view._rect(row).center().y() - height) <= 1


def drag(qtbot: QtBot, view: Wall, start: QPoint, end: QPoint) -> None:
    surface = view.viewport()
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(surface, (start + end) / 2)
    qtbot.mouseMove(surface, end)
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=end)


def test_a_rubber_band_takes_what_it_touches(qtbot: QtBot, bridge: Bridge):
    view, _ = wall(qtbot, bridge, range(100))
    columns = view.plan.columns
    drag(qtbot, view, QPoint(2, 2), view._rect(columns + 1).center())
    assert view.selected_ids() == [0, 1, columns, columns + 1]


def sectioned(qtbot: QtBot, bridge: Bridge) -> Wall:
    """A wall of 300 photos in months of 50, without a library behind it."""
    view, model = wall(qtbot, bridge, range(1))
    taken = [f"2024-{12 - number // 50:02}-01" for number in range(300)]
    model._show(Rows(by_date(range(300), taken, Grouping.MONTH)))
    return view


def test_a_click_on_a_header_chooses_its_section(qtbot: QtBot, bridge: Bridge):
    view = sectioned(qtbot, bridge)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 30))
    assert view.selected_ids() == list(range(50))
    view.verticalScrollBar().setValue(view.plan.header_rect(2).top() + 300)
    qtbot.mouseClick(  # the header of the third section sticks to the top
        view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        QPoint(120, 8),
    )
    assert view.selected_ids() == [*range(50), *range(100, 150)]


def test_the_keys_step_through_sections(qtbot: QtBot, bridge: Bridge):
    view = sectioned(qtbot, bridge)
    control = Qt.KeyboardModifier.ControlModifier
    view.select_photo(0)
    for key, row in ((Qt.Key.Key_Down, 50), (Qt.Key.Key_Down, 100), (Qt.Key.Key_Up, 50)):
        qtbot.keyClick(view, key, control)
        assert view.currentIndex().row() == row
    qtbot.keyClick(view, Qt.Key.Key_A, control | Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_ids() == list(range(50, 100))


def test_the_bubble_says_the_month_while_the_bar_is_dragged(qtbot: QtBot, bridge: Bridge):
    view = sectioned(qtbot, bridge)
    bar = view.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setValue(bar.maximum())
    assert view._bubble.isVisible()
    assert view._bubble.words == "July 2024"
    bar.setSliderDown(False)
    assert not view._bubble.isVisible()


def test_a_race_through_the_wall_asks_for_what_is_in_sight_at_its_end(
    qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
):
    view, model = wall(qtbot, bridge, range(1000, 90_000))
    with qtbot.waitExposed(view):
        view.show()
    asked: set[int] = set()
    monkeypatch.setattr(model, "_ask_page", asked.add)
    bar = view.verticalScrollBar()

    def jump(place: int) -> None:
        bar.setValue(place * bar.maximum() // 8)
        view.viewport().repaint()

    def page() -> int:
        return view.shown_rows()[0] // PAGE

    jump(1)
    assert page() in asked, "One jump is no race"
    before = set(asked)
    for place in range(2, 7):
        jump(place)
    assert asked == before
    qtbot.waitUntil(lambda: page() in asked)
    assert page() not in before


def test_an_error_while_painting_leaves_no_painter_open(
    qtbot: QtBot, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
):
    model = PhotoWall(bridge)
    view = Wall(model, Thumbnails(bridge))
    qtbot.addWidget(view)
    view.show()
    qtbot.waitExposed(view)
    model.show("")
    qtbot.waitUntil(lambda: model.rowCount() > 0)

    def fail(*_: object, **__: object) -> None:
        raise ValueError("a bug")

    with monkeypatch.context() as broken:
        broken.setattr(view._delegate, "paint", fail)
        with pytest.raises(ValueError, match="a bug"):
            view.viewport().repaint()
    assert not view.viewport().paintingActive()
    view.viewport().repaint()
