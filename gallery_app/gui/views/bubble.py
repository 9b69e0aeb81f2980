"""A few words that float over the window and point at something."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gallery_app.gui import theme

POINT = 7
WIDEST = 420


class Bubble(QWidget):
    """Words under a point, for nobody to click on.

    Args:
        role: Of the words, in style.qss.
        parent: What it floats over.
    """

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tip = 20
        self._words = QLabel(self)
        self._words.setProperty("role", role)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, POINT + 8, 12, 8)
        column.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def show_at(self, point: QPoint, words: str) -> None:
        """Say something under a point of the parent, inside the parent."""
        self._words.setText(words)
        widest = self._words.fontMetrics().horizontalAdvance(words) + 2
        self._words.setFixedWidth(min(widest, WIDEST))
        self._words.setFixedHeight(self._words.heightForWidth(self._words.width()))
        self.adjustSize()
        below = self.parentWidget() or self
        left = min(max(8, point.x() - 20), below.width() - self.width() - 8)
        self._tip = min(max(point.x() - left, 16), self.width() - 16)
        self.move(left, point.y())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the body and its point."""
        now = theme.colors()
        shape = QPainterPath()
        body = QRectF(self.rect()).adjusted(0.5, POINT, -0.5, -0.5)
        shape.addRoundedRect(body, 8, 8)
        point = QPainterPath(QPoint(self._tip, 0).toPointF())
        point.lineTo(self._tip + POINT, POINT + 1)
        point.lineTo(self._tip - POINT, POINT + 1)
        point.closeSubpath()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(now.no))
            painter.setBrush(QColor(now.panel))
            painter.drawPath(shape.united(point))
