"""Files that need a look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.models.problems import FOLDER, REASON, Problems
from gallery_app.gui.views.buttons import path_words
from gallery_app.gui.views.listed_page import ListedPage

Index = QModelIndex | QPersistentModelIndex
LINE = 64


class ProblemDelegate(QStyledItemDelegate):
    """A file, where it lies, and what is wrong."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return one line."""
        return QSize(option.rect.width(), LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        now, ratio = theme.colors(), painter.device().devicePixelRatioF()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(option.rect, QColor(now.accent_soft))
        area = option.rect.adjusted(24, 0, -24, 0)

        def there(rect: QRect) -> QRect:
            return QStyle.visualRect(option.direction, option.rect, rect)

        spot = there(QRect(area.left(), area.top() + 14, 20, 20))
        painter.drawPixmap(spot.topLeft(), theme.pixmap("unreadable", now.no, 20, ratio))
        painter.setPen(QColor(now.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        words = area.adjusted(36, 10, 0, -10)
        upper = QRect(words.left(), words.top(), words.width(), 22)
        lower = QRect(words.left(), upper.bottom(), words.width(), 20)
        painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.Medium))
        name = _paint(painter, there(upper), index.data(), now.text, upper.width() * 2 // 3)
        painter.setFont(theme.font(theme.SMALL))
        beside = upper.adjusted(name + 12, 0, 0, 0)
        _paint(painter, there(beside), path_words(index.data(FOLDER)), now.faint)
        _paint(painter, there(lower), index.data(REASON), now.quiet)


def _paint(painter: QPainter, area: QRect, words: str, color: str, most: int | None = None) -> int:
    """Paint words, their middle left out where they are too long; return how wide they are."""
    wide = area.width() if most is None else most
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, wide)
    painter.setPen(QColor(color))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


class ProblemsPage(ListedPage):
    """The list, or that there is nothing to worry about."""

    def __init__(self, model: Problems, parent: QWidget | None = None) -> None:
        files = QListView()
        super().__init__(model, files, "check", parent)
        self.setObjectName("problems")
        self.list = files
        self.list.setAccessibleName(self.tr("Problems"))
        self.list.setModel(model)
        self.list.setItemDelegate(ProblemDelegate(self.list))

    def _say(self, found: int) -> str:  # noqa: ARG002
        return self.tr(
            "These files could not be read, or are not where they were. Nothing was changed."
        )

    def _when_none(self) -> tuple[str, str]:
        words = self.tr("Every file in your folders could be read and is where it was.")
        return self.tr("No problems"), words
