"""Files that need a look."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.models.problems import FOLDER, REASON, Problems
from gallery_app.gui.views.buttons import label
from gallery_app.gui.views.empty import EmptyState

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


class ProblemsPage(QStackedWidget):
    """The list, or that there is nothing to worry about."""

    def __init__(self, model: Problems, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._model = model
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        hint = label(
            self.tr(
                "These files could not be read, or are not where they were. Nothing was changed."
            ),
            "quiet",
            page,
        )
        hint.setContentsMargins(24, 0, 24, 0)
        column.addWidget(hint)
        self.list = QListView(page)
        self.list.setAccessibleName(self.tr("Problems"))
        self.list.setModel(model)
        self.list.setItemDelegate(ProblemDelegate(self.list))
        column.addWidget(self.list)
        self.addWidget(page)
        self.addWidget(
            EmptyState(
                "check",
                self.tr("No problems"),
                self.tr("Every file in your folders could be read and is where it was."),
                parent=self,
            )
        )
        model.shown.connect(lambda: self.setCurrentIndex(0 if model.rowCount() else 1))
