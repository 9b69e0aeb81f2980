"""While the scroll bar is dragged: where in time one is."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionSlider, QWidget

from gallery_app.gui import theme

HEIGHT, SPACE = 32, 10


class ScrollBubble(QWidget):
    """Words beside the handle of a view's vertical scroll bar.

    Args:
        view: Whose scroll bar.
        words: Called for what to say.
    """

    def __init__(self, view: QAbstractScrollArea, words: Callable[[], str]) -> None:
        super().__init__(view)
        self._view = view
        self._words = words
        self._said = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        bar = view.verticalScrollBar()
        bar.sliderPressed.connect(self._follow)
        bar.sliderReleased.connect(self.hide)
        bar.valueChanged.connect(self._on_moved)

    @property
    def words(self) -> str:
        """What it says."""
        return self._said

    def _on_moved(self) -> None:
        if self._view.verticalScrollBar().isSliderDown():
            self._follow()

    def _follow(self) -> None:
        self._said = self._words()
        if not self._said:
            self.hide()
            return
        self.setFont(theme.font(theme.BODY, weight=QFont.Weight.DemiBold))
        width = self.fontMetrics().horizontalAdvance(self._said) + 28
        bar = self._view.verticalScrollBar()
        middle = bar.mapTo(self._view, self._handle().center()).y()
        top = min(max(middle - HEIGHT // 2, SPACE), self._view.height() - HEIGHT - SPACE)
        edge = bar.mapTo(self._view, QPoint()).x()
        left = edge - width - SPACE if edge > width else edge + bar.width() + SPACE
        self.setGeometry(left, top, width, HEIGHT)
        self.raise_()
        self.show()
        self.update()

    def _handle(self) -> QRect:
        bar = self._view.verticalScrollBar()
        option = QStyleOptionSlider()
        bar.initStyleOption(option)
        return bar.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the words."""
        now = theme.colors()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.text))
            painter.drawRoundedRect(QRectF(self.rect()), HEIGHT / 2, HEIGHT / 2)
            painter.setPen(QColor(now.panel))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._said)
