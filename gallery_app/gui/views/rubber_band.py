"""Choosing photos by drawing a box over them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from gallery_app.gui import theme

SCROLL_MS = 16
FASTEST = 60


class RubberBand(QObject):
    """A box between where the pointer went down and where it is, scrolling at the edges.

    Args:
        view: What it lies over.
        stretched: Called with the box, in the coordinates of the contents.
    """

    def __init__(self, view: QAbstractScrollArea, stretched: Callable[[QRect], None]) -> None:
        super().__init__(view)
        self._view = view
        self._stretched = stretched
        self._start: QPoint | None = None
        self._end = QPoint()
        self._pointer = QPoint()
        self._timer = QTimer(self, interval=SCROLL_MS)
        self._timer.timeout.connect(self._scroll)

    @property
    def active(self) -> bool:
        """Whether a box is being drawn."""
        return self._start is not None

    def begin(self, pointer: QPoint) -> None:
        """Start at a point of the viewport."""
        self._start = self._end = self._in_contents(pointer)

    def move(self, pointer: QPoint) -> None:
        """Stretch to a point of the viewport, or beyond its edge."""
        if self._start is None:
            return
        self._pointer = pointer
        self._end = self._in_contents(pointer)
        self._stretched(QRect(self._start, self._end).normalized())
        outside = not 0 <= pointer.y() < self._view.viewport().height()
        if outside != self._timer.isActive():
            self._timer.start() if outside else self._timer.stop()
        self._view.viewport().update()

    def end(self) -> None:
        """Take the box away."""
        self._start = None
        self._timer.stop()
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the box, if there is one."""
        if self._start is None:
            return
        box = QRect(self._start, self._end).normalized()
        edge = QColor(theme.colors().accent)
        ground = QColor(edge)
        ground.setAlpha(40)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(ground)
        painter.drawRect(box.translated(0, -self._view.verticalScrollBar().value()))

    def _in_contents(self, pointer: QPoint) -> QPoint:
        return pointer + QPoint(0, self._view.verticalScrollBar().value())

    def _scroll(self) -> None:
        height = self._view.viewport().height()
        beyond = min(0, self._pointer.y()) or max(0, self._pointer.y() - height)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + max(-FASTEST, min(FASTEST, beyond // 2)))
        self.move(self._pointer)
