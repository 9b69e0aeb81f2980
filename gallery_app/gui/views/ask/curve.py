"""What the answers gained so far, and what the next ones should."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.words import fill, localised

HEAD, FOOT, LEFT, RIGHT = 30, 34, 38, 10
NEXT = 10
"""Answers for which a gain is foretold."""
FEWEST = 20
"""Answers that the axis shows at least."""


class GainCurve(QWidget):
    """Share expected right over answers given; the next answers' share is dashed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: list[tuple[int, float]] = []
        self._gain = 0.0
        self.setAccessibleName(self.tr("Untagged photos that Handful gets right"))
        self.setToolTip(
            self.tr("The share of untagged photos whose best suggestion is expected to be right")
        )
        self.setMinimumHeight(170)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(272, 180)

    def show_gain(self, curve: Mapping[int, float], gain: float) -> None:
        """Show shares by answers given, and by how much the next ones should raise the last."""
        self._points, self._gain = sorted(curve.items()), gain
        if self._points:
            answers, share = self._points[-1]
            words = self.tr("{share:.0%} after %Ln answers", "", answers)
            self.setAccessibleDescription(fill(words, share=share))
        self.update()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(LEFT, HEAD, -RIGHT, -FOOT)

    def _first(self) -> int:
        return self._points[0][0]

    def _last(self) -> int:
        return max(self._points[-1][0] + NEXT, self._first() + FEWEST)

    def _place(self, answers: float, share: float) -> QPointF:
        room = self._room()
        across = (answers - self._first()) / (self._last() - self._first())
        return QPointF(room.left() + across * room.width(), room.bottom() - share * room.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the axes, the curve and the foretold part."""
        now = theme.colors()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.Medium))
            painter.setPen(QColor(now.text))
            head = QRectF(0, 0, self.width() - RIGHT, HEAD - 8)
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self.tr("Expected right"))
            if not self._points:
                return
            share = localised(f"{self._points[-1][1]:.0%}")
            painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.DemiBold))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(head, right, share)
            self._paint_axes(painter)
            self._paint_curve(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        now, room = theme.colors(), self._room()
        painter.setFont(theme.font(theme.CAPTION))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for share in (0.0, 0.5, 1.0):
            y = self._place(self._first(), share).y()
            painter.setPen(QColor(now.line))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(now.quiet))
            painter.drawText(QRectF(0, y - 8, LEFT - 8, 16), right, localised(f"{share:.0%}"))
        below = QRectF(room.left(), room.bottom() + 4, room.width(), 14)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, localised(f"{self._first():,}"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, localised(f"{self._last():,}"))
        painter.drawText(below.translated(0, 2), Qt.AlignmentFlag.AlignHCenter, self.tr("answers"))

    def _paint_curve(self, painter: QPainter) -> None:
        now = theme.colors()
        spots = [self._place(*point) for point in self._points]
        answers, share = self._points[-1]
        hoped = self._place(answers + NEXT, min(1.0, share + self._gain))
        painter.setPen(QPen(QColor(now.faint), 2, Qt.PenStyle.DotLine))
        painter.drawLine(spots[-1], hoped)
        painter.setPen(QPen(QColor(now.accent), 2, j=Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(spots)
        painter.setPen(QPen(QColor(now.panel), 2))
        painter.setBrush(QColor(now.accent))
        for spot in spots:
            painter.drawEllipse(spot, 4, 4)
