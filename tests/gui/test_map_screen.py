"""The map: drawn, coloured, zoomed, lassoed onto the wall; by click and by key."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPolygonF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gallery_app.domain.changes import Changes
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.views.map.points import Eye, inside, paint_points
from tests.gui.conftest import EACH, TINTS

COUNT = len(TINTS) * EACH


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """The window on its map, which was drawn by a click."""
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.models.place.spot.screen == Screen.MAP
    page = window.screens.map
    qtbot.waitUntil(lambda: window.models.map.read)
    assert page.currentIndex() == 1
    qtbot.mouseClick(page.nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.models.map.map.ids) == COUNT)
    assert page.currentIndex() == 0
    return window


def around(canvas, *, shift: bool, margin: int = 2) -> None:
    """Draw a lasso around all of the canvas."""
    keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    low, wide, high = margin, canvas.width() - margin, canvas.height() - margin
    corners = [QPoint(low, low), QPoint(wide, low), QPoint(wide, high), QPoint(low, high)]
    drag(canvas, corners, keys)


def drag(canvas, corners: list[QPoint], keys=Qt.KeyboardModifier.NoModifier) -> None:
    """Press at the first corner, move along the others, let go at the last."""
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, keys, corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(canvas, corner)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, corners[-1])


def test_a_lasso_shows_exactly_its_photos_on_the_wall_selected(qtbot: QtBot, window: MainWindow):
    canvas, place = window.screens.map.canvas, window.models.place
    one = int(window.models.map.map.ids[0])
    spot = canvas.spot(one).toPoint()
    canvas.zoom(3, QPointF(spot))
    spot, reach = canvas.spot(one).toPoint(), 40
    seen = canvas.eye.seen(window.models.map.map.places)
    within = (np.abs(np.floor(seen) - [spot.x(), spot.y()]) <= reach).all(axis=1)
    box = [(-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach)]
    qtbot.mouseClick(window.screens.map.lasso, Qt.MouseButton.LeftButton)
    drag(canvas, [spot + QPoint(*way) for way in box])
    assert not window.screens.map.lasso.isChecked()
    qtbot.waitUntil(lambda: place.spot.screen == Screen.WALL)
    caught = set(window.models.map.map.ids[within].tolist())
    assert one in caught
    assert len(caught) < COUNT
    assert set(window.models.wall.ids) == caught
    qtbot.waitUntil(lambda: set(window.models.selection.ids) == caught)
    window.gestures["back"].trigger()
    assert place.spot.screen == Screen.MAP
    assert len(canvas.caught) == len(caught)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert len(canvas.caught) == 0
    assert place.spot.screen == Screen.MAP
    window.gestures["all"].trigger()
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == COUNT)


def test_a_ring_chooses_photos_without_a_mouse(qtbot: QtBot, window: MainWindow):
    canvas, page, key = window.screens.map.canvas, window.screens.map, Qt.Key
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(canvas, key.Key_Space)
    QTest.keyClick(canvas, key.Key_Left)
    middle = np.array([canvas.width() / 2, canvas.height() / 2])

    def radius() -> float:
        return canvas._ring_rect().width() / 2

    def in_ring() -> set[int]:
        seen = canvas.eye.seen(window.models.map.map.places)
        apart = np.linalg.norm(seen - middle, axis=1)
        return set(window.models.map.map.ids[apart <= radius()].tolist())

    small, before = in_ring(), radius()
    for _ in range(11):
        QTest.keyClick(canvas, key.Key_Up, shift)
    assert radius() > 1.5 * before
    wanted = in_ring()
    assert small < wanted
    assert f"{len(wanted)} photo" in page._count.text()
    assert canvas.accessibleDescription() == page._count.text()
    QTest.keyClick(canvas, key.Key_Return)
    qtbot.waitUntil(lambda: set(window.models.selection.ids) == wanted)
    assert window.models.place.spot.screen == Screen.WALL
    window.gestures["back"].trigger()
    QTest.keyClick(canvas, key.Key_Escape)
    assert window.models.place.spot.screen == Screen.MAP
    assert (len(canvas.caught), page._count.text()) == (0, f"{COUNT} photos")


def test_a_photo_that_goes_leaves_no_empty_tile(qtbot: QtBot, window: MainWindow):
    around(window.screens.map.canvas, shift=True)
    wall = window.models.wall
    qtbot.waitUntil(lambda: wall.rowCount() == COUNT)
    gone = wall.ids[3]
    library = window.bridge.library
    library._catalogue.copies.remove(gone, [])
    library._announce(Changes(photos=frozenset({gone})))
    qtbot.waitUntil(lambda: wall.rowCount() == COUNT - 1)
    assert gone not in wall.ids
    assert gone not in window.models.selection.ids
    spot = window.models.place.spot
    window.gestures["all"].trigger()
    qtbot.waitUntil(lambda: wall.query == "")
    window.models.place.go(spot)
    qtbot.waitUntil(lambda: wall.query is None and wall.rowCount() == COUNT - 1)


def test_shift_and_drag_catches_all(qtbot: QtBot, window: MainWindow):
    around(window.screens.map.canvas, shift=True)
    qtbot.waitUntil(lambda: window.models.wall.rowCount() == COUNT)
    assert window.models.place.spot.title == "From the Map"


def test_keys_and_wheel_move_the_eye(qtbot: QtBot, window: MainWindow):
    canvas = window.screens.map.canvas
    place = window.models.map.map.places[3]
    before = canvas.eye.seen(place[None])[0]
    canvas.zoom(4, QPointF(float(before[0]), float(before[1])))
    assert np.allclose(canvas.eye.seen(place[None])[0], before, atol=0.5)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.eye.seen(place[None])[0][0] > before[0]
    scale = canvas.eye.scale
    window.gestures["larger"].trigger()
    assert canvas.eye.scale > scale
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.eye.scale == 1
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    drag(canvas, [middle, middle + QPoint(30, 0)])
    assert canvas.eye.middle[0] < 0


def test_colours_are_explained(qtbot: QtBot, window: MainWindow):
    page = window.screens.map
    qtbot.waitUntil(lambda: "Red" in page.legend.text())
    for row, words in ((1, "group"), (2, "2022"), (3, "unsure")):
        page.colors.setCurrentIndex(row)
        page.colors.activated.emit(row)
        qtbot.waitUntil(lambda words=words: words in page.legend.text().lower())


def test_thumbnails_arrive_and_a_double_click_opens_one(qtbot: QtBot, window: MainWindow):
    canvas = window.screens.map.canvas
    shown = canvas.thumbnails_shown
    assert 0 < len(shown) <= COUNT
    qtbot.waitUntil(lambda: window.models.thumbnails.image(int(shown[0])) is not None)
    spot = canvas.spot(int(shown[0])).toPoint()
    QTest.mouseMove(canvas, spot)
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.waitUntil(lambda: window.models.place.spot.screen == Screen.VIEWER)


def test_points_are_painted_where_they_lie_and_a_lasso_knows_them(window: MainWindow):
    size = window.size()
    eye = Eye(size)
    spots = eye.seen(np.array([[0, 0], [1, 1], [40, 40]], np.float32))
    colors = np.full(3, QColor("#ff0000").rgba(), np.uint32)
    picture = paint_points(spots, colors, size, 1.0, 2.0)
    x, y = spots[0].astype(int).tolist()
    assert picture.pixelColor(x, y) == QColor("#ff0000")
    assert picture.pixelColor(x + 9, y).alpha() == 0
    box = QPolygonF([QPointF(x - 5, y - 5), QPointF(x + 5, y - 5), QPointF(x, y + 5)])
    assert inside(spots, box, size).tolist() == [0]


def test_a_map_out_of_sight_is_read_at_the_next_look(qtbot: QtBot, window: MainWindow):
    model, bridge, shown = window.models.map, window.bridge, []
    window.models.place.go(Spot())
    qtbot.waitUntil(lambda: not (bridge.jobs or bridge._soon.isActive() or model._reading._busy))
    model.shown.connect(lambda: shown.append(1))
    window.bridge.changed.emit(Changes(places=True))
    qtbot.wait(200)
    assert not shown
    window.models.place.go(Spot(Screen.MAP))
    qtbot.waitUntil(lambda: bool(shown))
    window.bridge.changed.emit(Changes(places=True))
    qtbot.waitUntil(lambda: len(shown) == 2)
