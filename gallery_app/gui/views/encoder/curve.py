"""A curve that grows while one watches, with its values under the pointer."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import floor, log10

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.words import fill, localised

HEAD, FOOT, LEFT, RIGHT = 30, 36, 48, 14
SMOOTHED_FROM, WINDOW = 20, 0.06
"""From so many points on the noisy curve is faint, and its moving mean is drawn over it."""
MOST = 400
"""Points that are drawn. Of a noisy curve 1000 take 20 ms a frame, these 5 (one core, shared)."""
Point = tuple[float, float]


class Curve(QWidget):
    """Values over steps.

    Args:
        title: What the values are, above the curve and at its axis.
        tip: What they mean, a sentence.
        percent: Whether they are shares.
    """

    def __init__(
        self, title: str, tip: str, parent: QWidget | None = None, *, percent: bool = False
    ) -> None:
        super().__init__(parent)
        self._points: list[Point] = []
        self._smooth: list[Point] = []
        self._until = 1
        self._looked: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(260, 150)
        self.describe(title, tip, percent=percent)

    def describe(self, title: str, tip: str, *, percent: bool) -> None:
        """Say what the values are."""
        self._title, self._percent = title, percent
        self.setAccessibleName(title)
        self.setToolTip(tip)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(480, 190)

    def show_values(self, values: Mapping[int, float], until: int = 1) -> None:
        """Show values by step, on an axis from 0 to ``until`` or the last value."""
        self._until = until
        self._points = thinned(sorted(values.items()), MOST)
        self._smooth = smoothed(self._points) if len(self._points) >= SMOOTHED_FROM else []
        if self._looked is not None and self._looked >= len(self._points):
            self._looked = None
        if self._points:
            self.setAccessibleDescription(self._words(len(self._points) - 1))
        self.update()

    @property
    def looked_at(self) -> str:
        """What is said of the point under the pointer, "" without."""
        return "" if self._looked is None else self._words(self._looked)

    def _words(self, place: int) -> str:
        step, value = self._points[place]
        return fill(self.tr("Step {step:,}: {value}"), step=step, value=self._number(value))

    def _number(self, value: float) -> str:
        if self._percent:
            return localised(f"{value * 100:.1f} %")
        return localised(f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}")

    # Looking

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Look at the point nearest to the pointer."""
        room = self._room()
        if self._points:
            share = (event.position().x() - room.left()) / max(1.0, room.width())
            self._look_at(nearest(self._points, share * self._last()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Look no more."""
        self._look_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go along the curve."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._points:
            super().keyPressEvent(event)
            return
        last = len(self._points) - 1
        at = last + 1 if self._looked is None else self._looked
        self._look_at(min(max(at + step, 0), last))

    def _look_at(self, place: int | None) -> None:
        if place != self._looked:
            self._looked = place
            if place is not None:
                self.setAccessibleDescription(self._words(place))
            self.update()

    # Painting

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, HEAD, -RIGHT, -FOOT)

    def _last(self) -> float:
        return max(self._points[-1][0], self._until, 1)

    def _scale(self) -> list[float]:
        values = [value for _, value in self._points]
        return ticks(min(values), max(values), 4)

    def _place(self, point: Point, room: QRectF, scale: Sequence[float]) -> QPointF:
        low, high = scale[0], scale[-1]
        x = room.left() + point[0] / self._last() * room.width()
        return QPointF(x, room.bottom() - (point[1] - low) / (high - low) * room.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the title, the axes, the curve."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_head(painter)
            room = self._room()
            if not self._points:
                painter.setFont(theme.font(theme.SMALL))
                painter.setPen(QColor(theme.colors().faint))
                painter.drawText(
                    room, Qt.AlignmentFlag.AlignCenter, self.tr("Nothing measured yet")
                )
                return
            scale = self._scale()
            self._paint_axes(painter, room, scale)
            self._paint_curve(painter, room, scale)
            if self._looked is not None:
                self._paint_looked(painter, room, scale)

    def _paint_head(self, painter: QPainter) -> None:
        now = theme.colors()
        head = QRectF(0, 0, self.width() - RIGHT, HEAD - 8)
        painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.Medium))
        painter.setPen(QColor(now.accent if self.hasFocus() else now.text))
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self._title)
        if self._points:
            said = self.looked_at or self._number(self._points[-1][1])
            painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.DemiBold))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(head, right, said)

    def _paint_axes(self, painter: QPainter, room: QRectF, scale: Sequence[float]) -> None:
        now = theme.colors()
        painter.setFont(theme.font(theme.CAPTION))
        for value in scale:
            y = self._place((self._points[0][0], value), room, scale).y()
            painter.setPen(QColor(now.line))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(now.faint))
            beside = QRectF(0, y - 8, LEFT - 8, 16)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(beside, right, self._tick(value))
        for step in ticks(0, self._last(), 5):
            if step <= self._last() and step == int(step):
                x = self._place((step, scale[0]), room, scale).x()
                below = QRectF(x - 30, room.bottom() + 3, 60, 14)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, localised(f"{step:,.0f}"))
        under = QRectF(room.left(), room.bottom() + 18, room.width(), 16)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self.tr("steps"))

    def _tick(self, value: float) -> str:
        return localised(f"{value * 100:.3g} %" if self._percent else f"{value:.3g}")

    def _paint_curve(self, painter: QPainter, room: QRectF, scale: Sequence[float]) -> None:
        now = theme.colors()
        if self._smooth:
            self._stroke(painter, self._points, QColor(now.line), room, scale)
        drawn = self._smooth or self._points
        self._stroke(painter, drawn, QColor(now.accent), room, scale)
        painter.setPen(QPen(QColor(now.wall), 2))
        painter.setBrush(QColor(now.accent))
        painter.drawEllipse(self._place(drawn[-1], room, scale), 4, 4)

    def _stroke(
        self,
        painter: QPainter,
        points: Sequence[Point],
        color: QColor,
        room: QRectF,
        scale: Sequence[float],
    ) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([self._place(point, room, scale) for point in points])

    def _paint_looked(self, painter: QPainter, room: QRectF, scale: Sequence[float]) -> None:
        now = theme.colors()
        spot = self._place(self._points[self._looked or 0], room, scale)
        painter.setPen(QPen(QColor(now.faint), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(spot.x(), room.top()), QPointF(spot.x(), room.bottom()))
        painter.setPen(QPen(QColor(now.wall), 2))
        painter.setBrush(QColor(now.text))
        painter.drawEllipse(spot, 5, 5)


def ticks(low: float, high: float, count: int) -> list[float]:
    """Return about ``count`` round numbers that reach from ``low`` or below to ``high`` or above.

    Each is 1, 2, 2.5 or 5 times a power of ten; at least two.
    """
    reach = high - low or abs(high) * 0.1 or 1.0
    rough = reach / max(1, count - 1)
    power = 10.0 ** floor(log10(rough))
    step = next(part * power for part in (1, 2, 2.5, 5, 10) if part * power >= rough * 0.999)
    first = floor(low / step + 1e-9)
    last = max(first + 1, -floor(-high / step + 1e-9))
    return [place * step for place in range(first, last + 1)]


def nearest(points: Sequence[Point], step: float) -> int:
    """Return the place of the point whose step is nearest."""
    after = min(bisect_left(points, (step, float("-inf"))), len(points) - 1)
    before = max(after - 1, 0)
    return before if step - points[before][0] <= points[after][0] - step else after


def smoothed(points: Sequence[Point]) -> list[Point]:
    """Return the mean over a window around each point, which does not lag behind as one before it.

    The window is `WINDOW` of the curve, narrower at both ends.
    """
    half = max(1, round(len(points) * WINDOW / 2))
    sums = [0.0, *accumulate(value for _, value in points)]
    means = []
    for place, (step, _) in enumerate(points):
        reach = min(half, place, len(points) - 1 - place)
        low, high = place - reach, place + reach + 1
        means.append((step, (sums[high] - sums[low]) / (high - low)))
    return means


def thinned(points: Sequence[Point], most: int) -> list[Point]:
    """Return every so manieth point and the last, so that a long run paints as fast as a short."""
    every = max(1, -(-len(points) // most))
    return [*points[:-1:every], *points[-1:]]
