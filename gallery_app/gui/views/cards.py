"""Cards: their ground, and the list that they lie in."""

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gallery_app.gui import theme

HALF_SPACE = 8
"""Around a card that has others beside it."""


class CardDelegate(QStyledItemDelegate):
    """Paints the ground of cards.

    Attributes:
        width: Of a card with the space around it, where several lie side by side.
    """

    def __init__(self, least: int, parent: QListView) -> None:
        super().__init__(parent)
        self.width = least

    @staticmethod
    def paint_ground(
        painter: QPainter, option: QStyleOptionViewItem, card: QRect, *, rises: bool = False
    ) -> None:
        """Paint a card with nothing on it; the chosen one has a strong edge.

        Args:
            painter: On the list's viewport.
            option: The item's.
            card: Where.
            rises: Whether it is brighter under the pointer.
        """
        now = theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = rises and bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(QColor(now.accent if chosen else now.line), 2 if chosen else 1))
        painter.setBrush(QColor(now.raised if hovered else now.panel))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)


class CardList(QListView):
    """Cards that fill the width: below each other, or as many side by side as fit.

    Args:
        parent: Qt's.
        least: Least width of a card with others beside it; 0 for one as wide as the list.
    """

    def __init__(self, parent: QWidget | None = None, least: int = 0) -> None:
        super().__init__(parent)
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(12, 4, 0, 0)
        if least:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
            self.setResizeMode(QListView.ResizeMode.Adjust)
            self.setUniformItemSizes(True)

    def fill(self, model: QAbstractItemModel, delegate: CardDelegate) -> None:
        """Show the cards of a model."""
        self.setModel(model)
        self.setItemDelegate(delegate)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the cards fill the width."""
        delegate = self.itemDelegate()
        if self._least and isinstance(delegate, CardDelegate):
            room = self.viewport().width() - 1
            delegate.width = room // max(1, room // self._least)
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)


def card_rect(rect: QRect) -> QRect:
    """Return where a card with others beside it is in its item's rectangle."""
    return rect.adjusted(HALF_SPACE, HALF_SPACE, -HALF_SPACE, -HALF_SPACE)
