"""Files that need a look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.problems import FOLDER, REASON, Problems
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
        now = theme.colors()
        ratio = painter.device().devicePixelRatioF()
        area = option.rect.adjusted(24, 0, -24, 0)
        drawn = theme.pixmap("unreadable", now.no, 20, ratio)
        painter.drawPixmap(area.left(), area.top() + 14, drawn)
        painter.setPen(QColor(now.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        words = area.adjusted(36, 10, 0, -10)
        upper = QRect(words.left(), words.top(), words.width(), 22)
        lower = QRect(words.left(), upper.bottom(), words.width(), 20)
        painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.Medium))
        painter.setPen(QColor(now.text))
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, index.data())
        used = painter.fontMetrics().horizontalAdvance(index.data()) + 12
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.faint))
        beside = upper.adjusted(used, 0, 0, 0)
        folder = painter.fontMetrics().elidedText(
            index.data(FOLDER), Qt.TextElideMode.ElideLeft, beside.width()
        )
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, folder)
        painter.setPen(QColor(now.quiet))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, index.data(REASON))


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
