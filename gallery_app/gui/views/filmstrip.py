"""The strip under one photo: its neighbours on the wall."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QStyle, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.tiles import Tiles, rounding

SIDE, GAP, EDGE = 52, 4, 6


class Filmstrip(QWidget):
    """Small photos with the one looked at in the middle; a click or the wheel goes to another.

    Signals:
        gone: A photo's id.
    """

    gone = Signal(int)

    def __init__(
        self, model: PhotoWall, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(SIDE + 2 * EDGE)
        self.setAccessibleName(self.tr("Photos around this one"))
        self._model = model
        self._thumbnails = thumbnails
        self._tiles = Tiles(thumbnails, self)
        self._row = 0
        thumbnails.arrived.connect(self._on_arrived)
        self._tiles.cut.connect(self._on_arrived)
        model.dataChanged.connect(self.update)

    def use(self, model: PhotoWall) -> None:
        """Show the photos of another wall."""
        if model is not self._model:
            self._model.dataChanged.disconnect(self.update)
            self._model = model
            model.dataChanged.connect(self.update)

    def look_at(self, row: int) -> None:
        """Put a row of the wall in the middle."""
        self._row = row
        self.update()

    def rect_of(self, row: int) -> QRect:
        """Return where a row's photo is."""
        left = self.width() // 2 - SIDE // 2 + (row - self._row) * (SIDE + GAP)
        place = QRect(left, EDGE, SIDE, SIDE)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _shown(self) -> range:
        each_side = self.width() // (2 * (SIDE + GAP)) + 1
        first, last = self._row - each_side, self._row + each_side + 1
        return range(max(0, first), min(last, len(self._model.ids)))

    def _on_arrived(self, photo_id: int) -> None:
        row = self._model.row_of(photo_id)
        if row in self._shown():
            self.update(self.rect_of(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the photo under the pointer."""
        point = event.position().toPoint()
        hit = [row for row in self._shown() if self.rect_of(row).contains(point)]
        if hit:
            self.gone.emit(self._model.ids[hit[0]])

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Go to the next photo, or the one before."""
        row = self._row + (-1 if event.angleDelta().y() > 0 else 1)
        if 0 <= row < len(self._model.ids):
            self.gone.emit(self._model.ids[row])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint what fits."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ratio, radius = self.devicePixelRatioF(), rounding(SIDE)
            for row in self._shown():
                rect, facts = self.rect_of(row), self._model.row(row)
                if facts is not None:
                    self._thumbnails.want(facts.photo, round(SIDE * ratio))
                tile = self._tiles.tile(self._model.ids[row], SIDE, ratio)
                painter.setOpacity(1.0 if row == self._row else 0.6)
                if tile is not None:
                    painter.drawPixmap(rect, tile)
                else:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(theme.colors().tile))
                    painter.drawRoundedRect(rect, radius, radius)
                if row == self._row:
                    painter.setPen(QPen(QColor(theme.colors().accent), 2.5))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), radius, radius)
