"""How sure the machine is, and two lines that the user drags through it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gallery_app.domain.suggestion import REVIEW_FROM
from gallery_app.gui import theme
from gallery_app.gui.models.deck import FROM
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.scale import Scale

TO = 1.0
SIDE, HEAD = 10, 8
STEPS = 100
"""Of a threshold from probability 0 to 1."""
KNOB = 12


class Threshold(Scale):
    """One line through the histogram, which takes the mouse for it."""

    def __init__(self, name: str, tip: str, value: float, parent: QWidget) -> None:
        super().__init__(name, parent)
        self.setToolTip(tip)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setRange(round(FROM * STEPS), round(TO * STEPS))
        self.valueChanged.connect(self._describe)
        self.setValue(round(value * STEPS))

    @property
    def probability(self) -> float:
        """Where the line is, 0 to 1."""
        return self.value() / STEPS

    def move_to(self, probability: float) -> None:
        """Move the line as far as the other one lets it."""
        self.setValue(round(probability * STEPS))

    def _describe(self) -> None:
        self.setAccessibleDescription(localised(f"{self.probability:.2f}"))

    def stand(self, x: float, foot: float) -> None:
        """Stand at a place of the histogram."""
        wide = KNOB + 4
        self.setGeometry(round(x) - wide // 2, 0, wide, round(foot) + KNOB // 2 + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the line and its knob."""
        now, room = theme.colors(), self.rect()
        x, foot = room.width() / 2, room.height() - 2 - KNOB / 2
        color = QColor(now.accent if self.hasFocus() else now.text)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color, 2))
            painter.drawLine(round(x), 2, round(x), round(foot))
            painter.setPen(QPen(QColor(now.panel), 2))
            painter.setBrush(color)
            painter.drawEllipse(QRectF(x - KNOB / 2, foot - KNOB / 2 + 1, KNOB, KNOB))


class Histogram(QWidget):
    """Bars over probability; those from the upper line on are accepted, from the lower one asked.

    Signals:
        moved: One of the lines moved.
        settled: The lower line was let go.
    """

    moved = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[int] = []
        self._dragged: Threshold | None = None
        accept = self.tr("From which probability on suggestions are accepted")
        ask = self.tr("From which probability on suggestions are asked")
        self.accepting = Threshold(self.tr("Accept from"), accept, 0.9, self)
        self.asking = Threshold(self.tr("Ask from"), ask, REVIEW_FROM, self)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(
            self.tr(
                "Drag the upper line to choose from which probability on to accept,\n"
                "the lower one to choose from which on to ask.\n"
                "Keys: ← → for one line, Tab to the other."
            )
        )
        self.setMinimumHeight(104)
        for line in (self.accepting, self.asking):
            line.valueChanged.connect(self._on_moved)
        self.asking.valueChanged.connect(self._settle)
        self._on_moved()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(260, 120)

    @property
    def threshold(self) -> float:
        """From which probability on suggestions are accepted."""
        return self.accepting.probability

    @property
    def least(self) -> float:
        """From which probability on one is asked."""
        return self.asking.probability

    def show_counts(self, counts: list[int]) -> None:
        """Show these bars, from `FROM` to 1."""
        self._counts = counts
        self.update()

    def _on_moved(self) -> None:
        self.accepting.setMinimum(self.asking.value())
        self.asking.setMaximum(self.accepting.value())
        self._place_lines()
        self.moved.emit()
        self.update()

    def _place_lines(self) -> None:
        for line in (self.accepting, self.asking):
            line.stand(self.x_of(line.probability), self._room().bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the lines where they belong."""
        self._place_lines()
        super().resizeEvent(event)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SIDE, HEAD, -SIDE, -_foot())

    def x_of(self, probability: float) -> float:
        """Return where a probability is."""
        room = self._room()
        along = (probability - FROM) / (TO - FROM) * room.width()
        return room.right() - along if self.isRightToLeft() else room.left() + along

    def _at(self, x: float) -> float:
        room = self._room()
        along = room.right() - x if self.isRightToLeft() else x - room.left()
        return FROM + along / room.width() * (TO - FROM)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the nearer line."""
        value = self._at(event.position().x())
        lower = value < (self.least + self.threshold) / 2
        self._dragged = self.asking if lower else self.accepting
        self._dragged.setFocus(Qt.FocusReason.MouseFocusReason)
        self._dragged.move_to(value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the line."""
        if self._dragged is not None:
            self._dragged.move_to(self._at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Let the line go."""
        dragged, self._dragged = self._dragged, None
        if dragged is self.asking:
            self._settle()

    def _settle(self) -> None:
        if self._dragged is None:
            self.settled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the bars."""
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
                left = self.x_of(middle) - wide / 2
                bar = QRectF(left, room.bottom() - tall, wide - 1, tall)
                painter.drawRoundedRect(bar, 1, 1)
            painter.setBrush(QColor(now.line))
            painter.drawRect(QRectF(room.left(), room.bottom(), room.width(), 1))
            self._paint_scale(painter, room)

    def _color(self, probability: float) -> str:
        now = theme.colors()
        if probability >= self.threshold:
            return now.accent
        return now.faint if probability >= self.least else now.line

    def _paint_scale(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(theme.colors().faint))
        painter.setFont(theme.font(theme.CAPTION))
        sides = {FROM: Qt.AlignmentFlag.AlignLeft, TO: Qt.AlignmentFlag.AlignRight}
        for value in (FROM, 0.5, 0.75, TO):
            area = QRectF(self.x_of(value) - 30, room.bottom() + 8, 60, _foot() - 6)
            area.moveLeft(min(max(area.left(), 0), self.width() - 60))
            middle = Qt.AlignmentFlag.AlignHCenter
            painter.drawText(area, sides.get(value, middle), localised(f"{value:.2f}"))


def _foot() -> int:
    """Return the height of the numbers with the air above them."""
    return theme.scaled(14) + 6
