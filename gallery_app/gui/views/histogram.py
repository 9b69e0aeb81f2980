"""How sure the machine is, and a line that the user drags through it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme

FROM, TO = 0.5, 1.0
SIDE, FOOT, HEAD = 10, 20, 8


class Histogram(QWidget):
    """Bars over probability from 0.5 to 1; those right of the threshold are lit.

    Signals:
        moved: The threshold.
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[int] = []
        self.threshold = 0.9
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(self.tr("Threshold"))
        self.setToolTip(self.tr("Drag to choose from which probability on to accept"))
        self.setMinimumHeight(96)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(260, 112)

    def show_counts(self, counts: list[int]) -> None:
        """Show these bars, from FROM to TO."""
        self._counts = counts
        self.update()

    def move_to(self, threshold: float) -> None:
        """Move the threshold."""
        self.threshold = round(min(max(threshold, FROM), TO), 2)
        self.setAccessibleDescription(f"{self.threshold:.2f}")
        self.moved.emit(self.threshold)
        self.update()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SIDE, HEAD, -SIDE, -FOOT)

    def _at(self, x: float) -> float:
        room = self._room()
        return FROM + (x - room.left()) / room.width() * (TO - FROM)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the line."""
        self.move_to(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the line."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.move_to(self._at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the line by 0.01."""
        steps = {Qt.Key.Key_Left: -0.01, Qt.Key.Key_Right: 0.01}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.move_to(self.threshold + step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the bars and the line."""
        now, room = theme.colors(), self._room()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tallest = max([1, *self._counts])
        wide = room.width() / max(1, len(self._counts))
        for place, count in enumerate(self._counts):
            middle = FROM + (place + 0.5) / len(self._counts) * (TO - FROM)
            painter.setBrush(QColor(now.accent if middle >= self.threshold else now.faint))
            # the square root keeps single photos visible beside hundreds
            tall = (count / tallest) ** 0.5 * room.height()
            bar = QRectF(room.left() + place * wide, room.bottom() - tall, wide - 1, tall)
            painter.drawRoundedRect(bar, 1, 1)
        painter.setBrush(QColor(now.line))
        painter.drawRect(QRectF(room.left(), room.bottom(), room.width(), 1))
        self._paint_line(painter, room)
        self._paint_scale(painter, room)

    def _paint_line(self, painter: QPainter, room: QRectF) -> None:
        now = theme.colors()
        x = room.left() + (self.threshold - FROM) / (TO - FROM) * room.width()
        painter.setPen(QPen(QColor(now.text), 2))
        painter.drawLine(round(x), 2, round(x), round(room.bottom()))
        painter.setPen(QPen(QColor(now.panel), 2))
        painter.setBrush(QColor(now.accent if self.hasFocus() else now.text))
        painter.drawEllipse(QRectF(x - 6, room.bottom() - 5, 12, 12))

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(theme.colors().faint))
        painter.setFont(theme.font(theme.CAPTION))
        for value in (0.5, 0.75, 1.0):
            x = room.left() + (value - FROM) / (TO - FROM) * room.width()
            area = QRectF(min(max(x - 20, 0), self.width() - 40), room.bottom() + 6, 40, 14)
            sides = {0.5: Qt.AlignmentFlag.AlignLeft, 1.0: Qt.AlignmentFlag.AlignRight}
            painter.drawText(area, sides.get(value, Qt.AlignmentFlag.AlignHCenter), f"{value:.2f}")
