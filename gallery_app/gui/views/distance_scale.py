"""How far photos are from one photo, and a cut that the user drags."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.scale import Scale

SIDE, HEAD = 24, 10
FARTHEST = 1.0
"""A distance of 1, a cosine of 0, has nothing in common any more."""
STEPS = 100
"""From one end to the other."""


class DistanceScale(Scale):
    """A line a photo, from alike to unlike; those before the cut are lit.

    Signals:
        moved: The cut, a cosine.
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Largest distance"), parent)
        self.setRange(0, STEPS)
        self._distances: list[float] = []
        self.distance = 0.5
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(self.tr("Drag to show only nearer photos, or farther ones too"))
        self.setFixedHeight(42 + _foot())
        self.valueChanged.connect(lambda value: self.moved.emit(1 - value / STEPS))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the whole scale."""
        return QSize(480, 42 + _foot())

    def show_found(self, cosines: Sequence[float], cut: float) -> None:
        """Show the photos found and the cut."""
        self._distances = [min(max(1 - cosine, 0.0), FARTHEST) for cosine in cosines]
        self.distance = min(max(1 - cut, 0.0), FARTHEST)
        self.setAccessibleDescription(localised(f"{self.distance:.2f}"))
        with QSignalBlocker(self):
            self.setValue(round(self.distance * STEPS))
        self.update()

    def x_of(self, distance: float) -> float:
        """Return where a distance is on the scale."""
        along = distance / FARTHEST * (self.width() - 2 * SIDE)
        return self.width() - SIDE - along if self.isRightToLeft() else SIDE + along

    def _drag(self, x: float) -> None:
        along = self.width() - x if self.isRightToLeft() else x
        self.setValue(round((along - SIDE) / max(1, self.width() - 2 * SIDE) * STEPS))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the cut."""
        self._drag(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the cut."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.position().x())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the photos' lines, the cut and the numbers."""
        now, bottom = theme.colors(), self.height() - _foot()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(QRectF(SIDE, bottom, self.width() - 2 * SIDE, 1), QColor(now.line))
            for distance in self._distances:
                lit = distance <= self.distance
                painter.setPen(QPen(QColor(now.accent if lit else now.faint), 1.5))
                x = self.x_of(distance)
                painter.drawLine(round(x), bottom - 16, round(x), bottom - 1)
            x = self.x_of(self.distance)
            painter.setPen(QPen(QColor(now.text), 2))
            painter.drawLine(round(x), HEAD - 4, round(x), bottom)
            painter.setPen(QPen(QColor(now.wall), 2))
            painter.setBrush(QColor(now.accent if self.hasFocus() else now.text))
            painter.drawEllipse(QRectF(x - 7, bottom - 6, 14, 14))
            self._paint_numbers(painter, bottom)

    def _paint_numbers(self, painter: QPainter, bottom: int) -> None:
        painter.setPen(QColor(theme.colors().quiet))
        painter.setFont(theme.font(theme.CAPTION))
        ends = {0.0: self.tr("alike 0"), FARTHEST: self.tr("1 unlike")}
        for value in (0.0, 0.25, 0.5, 0.75, FARTHEST):
            words = ends.get(value, localised(f"{value:.2f}"))
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = self.x_of(value) - wide / 2
            left = min(max(left, SIDE), self.width() - SIDE - wide)
            painter.drawText(QRectF(left, bottom + 8, wide + 1, _foot() - 8), words)


def _foot() -> int:
    """Return the height of the numbers with the air above them."""
    return theme.scaled(14) + 8
