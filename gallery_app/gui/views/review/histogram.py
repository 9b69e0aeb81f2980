"""How sure the machine is, and two lines that the user drags through it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gallery_app.domain.suggestion import REVIEW_FROM
from gallery_app.gui import theme
from gallery_app.gui.models.deck import FROM
from gallery_app.gui.models.words import fill, localised

TO = 1.0
SIDE, HEAD = 10, 8


class Histogram(QWidget):
    """Bars over probability; those right of the upper line are accepted, from the lower one asked.

    Signals:
        moved: One of the lines moved.
        settled: The lower line was let go.
    """

    moved = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[int] = []
        self._lower = False
        self.threshold = 0.9
        self.least = REVIEW_FROM
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAccessibleName(self.tr("Thresholds"))
        self.setToolTip(
            self.tr(
                "Drag the upper line to choose from which probability on to accept,\n"
                "the lower one to choose from which on to ask.\n"
                "Keys: ← → for the upper, with Shift for the lower."
            )
        )
        self.setMinimumHeight(104)
        self._describe()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(260, 120)

    def show_counts(self, counts: list[int]) -> None:
        """Show these bars, from `FROM` to 1."""
        self._counts = counts
        self.update()

    def move_to(self, threshold: float) -> None:
        """Move the upper line; it does not pass the lower one."""
        self.threshold = round(min(max(threshold, self.least), TO), 2)
        self._say()

    def lower_to(self, least: float) -> None:
        """Move the lower line; it does not pass the upper one."""
        self.least = round(min(max(least, FROM), self.threshold), 2)
        self._say()

    def _describe(self) -> None:
        words = self.tr("Accept from {upper:.2f}, ask from {lower:.2f}")
        self.setAccessibleDescription(fill(words, upper=self.threshold, lower=self.least))

    def _say(self) -> None:
        self._describe()
        self.moved.emit()
        self.update()

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SIDE, HEAD, -SIDE, -_foot())

    def _at(self, x: float) -> float:
        room = self._room()
        return FROM + (x - room.left()) / room.width() * (TO - FROM)

    def _x(self, value: float) -> float:
        room = self._room()
        return room.left() + (value - FROM) / (TO - FROM) * room.width()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the nearer line."""
        value = self._at(event.position().x())
        self._lower = value < (self.least + self.threshold) / 2
        self._drag(value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the line."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(self._at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Let the line go."""
        if self._lower:
            self.settled.emit()

    def _drag(self, value: float) -> None:
        (self.lower_to if self._lower else self.move_to)(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move a line by 0.01."""
        steps = {Qt.Key.Key_Left: -0.01, Qt.Key.Key_Right: 0.01}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.lower_to(self.least + step)
            self.settled.emit()
        else:
            self.move_to(self.threshold + step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the bars and the lines."""
        now, room = theme.colors(), self._room()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            tallest = max([1, *self._counts])
            wide = room.width() / max(1, len(self._counts))
            for place, count in enumerate(self._counts):
                middle = FROM + (place + 0.5) / len(self._counts) * (TO - FROM)
                painter.setBrush(QColor(self._color(middle)))
                # the square root keeps single photos visible beside hundreds
                tall = (count / tallest) ** 0.5 * room.height()
                bar = QRectF(room.left() + place * wide, room.bottom() - tall, wide - 1, tall)
                painter.drawRoundedRect(bar, 1, 1)
            painter.setBrush(QColor(now.line))
            painter.drawRect(QRectF(room.left(), room.bottom(), room.width(), 1))
            self._paint_line(painter, self.least, now.quiet)
            self._paint_line(painter, self.threshold, now.accent if self.hasFocus() else now.text)
            self._paint_scale(painter, room)

    def _color(self, probability: float) -> str:
        now = theme.colors()
        if probability >= self.threshold:
            return now.accent
        return now.faint if probability >= self.least else now.line

    def _paint_line(self, painter: QPainter, value: float, color: str) -> None:
        x, foot = self._x(value), self._room().bottom()
        painter.setPen(QPen(QColor(color), 2))
        painter.drawLine(round(x), 2, round(x), round(foot))
        painter.setPen(QPen(QColor(theme.colors().panel), 2))
        painter.setBrush(QColor(color))
        painter.drawEllipse(QRectF(x - 6, foot - 5, 12, 12))

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(theme.colors().faint))
        painter.setFont(theme.font(theme.CAPTION))
        sides = {FROM: Qt.AlignmentFlag.AlignLeft, TO: Qt.AlignmentFlag.AlignRight}
        for value in (FROM, 0.5, 0.75, TO):
            area = QRectF(self._x(value) - 30, room.bottom() + 8, 60, _foot() - 6)
            area.moveLeft(min(max(area.left(), 0), self.width() - 60))
            middle = Qt.AlignmentFlag.AlignHCenter
            painter.drawText(area, sides.get(value, middle), localised(f"{value:.2f}"))


def _foot() -> int:
    """Return the height of the numbers with the air above them."""
    return theme.scaled(14) + 6
