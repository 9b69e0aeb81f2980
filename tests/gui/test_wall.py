"""The wall: sums of its layout, and a view that does not jump."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from pytestqt.qtbot import QtBot

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.wall import Wall
from gallery_app.gui.views.wall_layout import LARGEST, SMALLEST, WallLayout

LAYOUTS = st.builds(
    WallLayout,
    width=st.integers(200, 4000),
    side=st.integers(SMALLEST, LARGEST),
    count=st.integers(1, 100_000),
    caption=st.sampled_from([0, 22]),
)


@given(LAYOUTS, st.floats(0, 1))
def test_a_point_in_a_photo_finds_it(layout: WallLayout, where: float):
    position = round(where * (layout.count - 1))
    cell = layout.cell(position)
    assert layout.at(cell.center().x(), cell.center().y()) == position
    assert layout.at(cell.left() - 1, cell.top()) == -1
    assert position in layout.between(cell.top(), cell.bottom())
    assert cell.bottom() < layout.height


@given(LAYOUTS)
def test_a_settled_wall_fills_its_width(layout: WallLayout):
    settled = layout.settled()
    last = settled.cell(settled.columns - 1)
    assert settled.left >= 0
    assert last.right() < settled.width
    if settled.columns > 1 and layout.side > 112:
        left_over = settled.width - last.right() - settled.left
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
    top = model.ids[view._shown()[0]]
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


def test_a_rubber_band_takes_what_it_touches(qtbot: QtBot, bridge: Bridge):
    view, _ = wall(qtbot, bridge, range(100))
    view.setState(Wall.State.DragSelectingState)
    band = QRect(view._rect(0).center(), view._rect(view.plan.columns + 1).center())
    view.setSelection(band, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    columns = view.plan.columns
    assert view.selected_ids() == [0, 1, columns, columns + 1]
