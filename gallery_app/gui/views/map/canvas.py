"""The map itself: points, thumbnails when close, zoom to the pointer, pan, lasso."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gallery_app.domain.photo_map import PhotoMap, shade_kinds
from gallery_app.gui import theme
from gallery_app.gui.models.photo_map import Map
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.keys import claimed
from gallery_app.gui.views.map.colors import point_colors
from gallery_app.gui.views.map.points import (
    Eye,
    in_sight,
    inside,
    paint_points,
    spread,
    within,
)

MOST_THUMBNAILS = 400
"""Photos in sight up to which they are thumbnails."""
SMALLEST, LARGEST, ROOM = 40, 144, 0.6
HOVERED = 168
NEAR = 14
STEP = 80
FADED = 0x30
RING, GROWS = 80.0, 1.15
"""Radius of a new ring, and how much a key makes it larger."""
PANS = {
    Qt.Key.Key_Left: (STEP, 0),
    Qt.Key.Key_Right: (-STEP, 0),
    Qt.Key.Key_Up: (0, STEP),
    Qt.Key.Key_Down: (0, -STEP),
}


class MapCanvas(QWidget):
    """Paints a `Map`.

    A lasso chooses photos; without a mouse, a ring in the middle does, with the map moved under it.

    Signals:
        lassoed: The ids of the photos in a lasso, at least one.
        opened: A photo's id.
        lasso_ended: The lasso is drawn, or given up.
        ringed: How many photos are in the ring; -1 when there is none.
    """

    lassoed = Signal(object)
    opened = Signal(int)
    lasso_ended = Signal()
    ringed = Signal(int)

    def __init__(self, model: Map, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._thumbnails = thumbnails
        self.eye = Eye(self.size())
        self.lassoing = False
        self._ring = 0.0
        self._map = PhotoMap()
        self._shades = shade_kinds(self._map.ids, {})
        self._colors = point_colors(self._shades)
        self._spots = np.empty((0, 2), np.float32)
        self._points: QImage | None = None
        self._close: NDArray[np.int64] = np.empty(0, np.int64)
        self._side = SMALLEST
        self._grip: QPointF | None = None
        self._lasso = QPolygonF()
        self._pointer = QPointF()
        self.caught: NDArray[np.int64] = np.empty(0, np.int64)
        self._hovered = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of the photos"))
        model.shown.connect(self._take)
        model.known.connect(self.update)
        thumbnails.arrived.connect(lambda _photo_id: self.update())

    @property
    def thumbnails_shown(self) -> NDArray[np.int64]:
        """The ids of the photos shown as thumbnails."""
        return self._map.ids[self._close]

    def spot(self, photo_id: int) -> QPointF:
        """Return where a photo lies on the widget."""
        row = int(np.searchsorted(self._map.ids, photo_id))
        return QPointF(*map(float, self.eye.seen(self._map.places[row : row + 1])[0]))

    def zoom(self, factor: float, pointer: QPointF | None = None) -> None:
        """Come closer by a factor, keeping what is under the pointer, or the middle."""
        self.eye.zoom(factor, pointer or QRectF(self.rect()).center())
        self._look(again=True)

    def fit(self) -> None:
        """Show all of the map."""
        self.eye = Eye(self.size())
        self._look(again=True)

    def clear(self) -> None:
        """Forget the lasso, or the ring."""
        self._set_ring(0.0)
        self._lasso, self.caught = QPolygonF(), np.empty(0, np.int64)
        self.lassoing = False
        self.lasso_ended.emit()
        self._look()

    def _take(self) -> None:
        """Show what the model has; the lasso goes where photos came or went."""
        if not np.array_equal(self._model.map.ids, self._map.ids):
            self._lasso, self.caught = QPolygonF(), np.empty(0, np.int64)
        self._map, self._shades = self._model.map, self._model.shades
        self._colors = point_colors(self._shades)
        self._look(again=True)

    def _look(self, *, again: bool = False) -> None:
        """Compute what is in sight; the size of thumbnails only ``again``, so panning is calm."""
        self._spots = self.eye.seen(self._map.places)
        if self._ring:
            self.caught = within(self._spots, self._ring_rect())
            self.ringed.emit(len(self.caught))
        self._points, self._hovered = None, -1
        seen = in_sight(self._spots, self.size())
        if again and len(seen):
            share = np.sqrt(self.width() * self.height() / len(seen))
            self._side = int(min(max(ROOM * share, SMALLEST), LARGEST))
        few = 0 < len(seen) <= MOST_THUMBNAILS
        self._close = spread(self._spots, seen, self._side) if few else seen[:0]
        self._model.look_up(self.thumbnails_shown.tolist())
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint points, thumbnails, the lasso, and the photo under the pointer."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.colors().wall))
            if self._points is None:
                self._points = self._paint_points()
            painter.drawImage(0, 0, self._points)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for row in self._close:
                color = QColor.fromRgb(int(self._colors[row]))
                self._paint_photo(painter, int(row), self._side, color)
            self._paint_lasso(painter)
            if self._hovered >= 0 and self._grip is None:
                self._paint_photo(painter, self._hovered, HOVERED, QColor(theme.colors().accent))
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.colors().accent), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_points(self) -> QImage:
        colors = self._colors
        order = np.arange(len(colors))
        if len(self.caught):
            mine = np.isin(order, self.caught)
            quiet = np.uint32(QColor(theme.colors().line).rgba())
            colors = np.where(mine, colors, quiet)
            order = np.argsort(mine, kind="stable")
        few = len(self._map.ids) <= 20 * MOST_THUMBNAILS or self.eye.scale > 4
        spots, radius = self._spots[order], 3.0 if few else 1.5
        return paint_points(spots, colors[order], self.size(), self.devicePixelRatioF(), radius)

    def _paint_photo(self, painter: QPainter, row: int, side: int, color: QColor) -> None:
        photo = self._model.photo(int(self._map.ids[row]))
        if photo is None:
            return
        self._thumbnails.want(photo, round(side * self.devicePixelRatioF()))
        image = self._thumbnails.image(photo.id)
        if image is None:
            return
        size = image.size().scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRect(0, 0, size.width(), size.height())
        frame.moveCenter(QPointF(*map(float, self._spots[row])).toPoint())
        painter.drawImage(frame, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        faded = len(self.caught) and row not in self.caught
        painter.setPen(QPen(QColor(theme.colors().line) if faded else color, 3))
        painter.drawRoundedRect(QRectF(frame), 3, 3)

    def _paint_lasso(self, painter: QPainter) -> None:
        if self._ring:
            painter.setPen(QPen(QColor(theme.colors().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._ring_rect())
        if self._lasso.size() > 1 and self.lassoing and self._grip is not None:
            fill = QColor(theme.colors().accent)
            painter.setPen(QPen(fill, 2))
            fill.setAlpha(FADED)
            painter.setBrush(fill)
            painter.drawPolygon(self._lasso)

    # Gestures

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom to the pointer."""
        self.zoom(1.0018 ** event.angleDelta().y(), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the map, or begin a lasso."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._grip = event.position()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.lassoing = True
        if self.lassoing:
            self._lasso = QPolygonF([event.position()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pan, draw the lasso on, or look at what is under the pointer."""
        if self._grip is None:
            self._hover(event.position())
        elif self.lassoing:
            self._lasso.append(event.position())
            self.update()
        else:
            way = event.position() - self._grip
            self._grip = event.position()
            self.eye.pan(way.x(), way.y())
            self._look()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Let go; what is in the lasso is caught."""
        self._grip = None
        if self.lassoing:
            self.lassoing = False
            self.caught = inside(self._spots, self._lasso, self.size())
            self._look()
            self.lasso_ended.emit()
            self._show_caught()

    def _show_caught(self) -> None:
        if len(self.caught):
            self.lassoed.emit(self._map.ids[self.caught].tolist())

    # The ring

    def _ring_rect(self) -> QRectF:
        rect = QRectF(0, 0, 2 * self._ring, 2 * self._ring)
        rect.moveCenter(QRectF(self.rect()).center())
        return rect

    def _set_ring(self, radius: float) -> None:
        """Draw the ring; 0 takes it away."""
        was = self._ring
        self._ring = min(radius, min(self.width(), self.height()) / 2)
        if self._ring or was:
            self.caught = np.empty(0, np.int64)
            self.ringed.emit(-1)
            self._look()

    def _ring_key(self, key: Qt.Key) -> bool:
        """Make the ring larger or smaller, or show its photos; tell whether a key does that."""
        radii = {Qt.Key.Key_Up: self._ring * GROWS, Qt.Key.Key_Down: self._ring / GROWS}
        if key in radii:
            self._set_ring(max(radii[key], NEAR))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._show_caught()
        return key in {*radii, Qt.Key.Key_Return, Qt.Key.Key_Enter}

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the photo under the pointer."""
        row = self._at(event.position())
        if row >= 0:
            self.opened.emit(int(self._map.ids[row]))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Look at nothing."""
        self._hovered = -1
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Esc while there is a lasso or a ring to clear."""
        drawn = self.lassoing or self._ring or len(self.caught)
        if drawn and claimed(event, {Qt.Key.Key_Escape}):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Pan with the arrows, fit with Home; Space is a ring for the keys, Esc takes it away.

        Shift with up and down changes the size of the ring, Enter shows its photos on the wall.
        """
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self._ring and (shifted or key not in PANS) and self._ring_key(key):
            return
        if key == Qt.Key.Key_Space:
            self._set_ring(0.0 if self._ring else RING)
        elif key in PANS:
            self.eye.pan(*PANS[key])
            self._look()
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Paint in the new palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._colors, self._points = point_colors(self._shades), None
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the same part of the map."""
        self.eye.size = event.size()
        self._look(again=True)

    def _hover(self, pointer: QPointF) -> None:
        row = self._at(pointer)
        if row != self._hovered:
            self._hovered = row
            if row >= 0:
                self._model.look_up([int(self._map.ids[row])])
            self.update()

    def _at(self, pointer: QPointF) -> int:
        """Return the row under the pointer, -1 for none; thumbnails lie on top of points."""
        rows, near = (self._close, self._side / 2) if len(self._close) else (None, NEAR)
        spots = self._spots if rows is None else self._spots[rows]
        if not len(spots):
            return -1
        apart = np.abs(spots - np.array([pointer.x(), pointer.y()], np.float32)).max(axis=1)
        best = int(apart.argmin())
        if apart[best] > near:
            return -1
        return best if rows is None else int(rows[best])
