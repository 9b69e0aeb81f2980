"""Ticks for the tags of many photos at once."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.models.tag_ticks import TagTicks
from gallery_app.gui.views.buttons import ARROW, label
from gallery_app.gui.views.entry import Entry

SIZE = (380, 480)
LINE, TICK = 32, 18
Index = QModelIndex | QPersistentModelIndex


class TickDelegate(QStyledItemDelegate):
    """A line: a box that is empty, half or ticked, and the tag."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return one line's height."""
        return QSize(option.rect.width(), LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        now, ticked = theme.colors(), index.data(Qt.ItemDataRole.CheckStateRole)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if focused else now.hover))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        box = QRect(option.rect.left() + 8, option.rect.center().y() - TICK // 2 + 1, TICK, TICK)
        filled = ticked != Qt.CheckState.Unchecked
        painter.setPen(QPen(QColor(now.accent if filled else now.faint), 1.5))
        painter.setBrush(QColor(now.accent if filled else now.wall))
        painter.drawRoundedRect(box, 4, 4)
        if filled:
            icon = "check" if ticked == Qt.CheckState.Checked else "minus"
            ratio = painter.device().devicePixelRatioF()
            drawn = theme.pixmap(icon, now.on_accent, TICK - 4, ratio)
            painter.drawPixmap(box.topLeft() + QPoint(2, 2), drawn)
        words = option.rect.adjusted(TICK + 20, 0, -8, 0)
        painter.setPen(QColor(now.text))
        painter.setFont(theme.font(theme.BODY))
        shown = painter.fontMetrics().elidedText(
            index.data().replace("/", ARROW), Qt.TextElideMode.ElideMiddle, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)


class TagTicksDialog(QDialog):
    """All tags, narrowed by typing; Space ticks, Enter makes what is typed a tag.

    Args:
        model: The tags of the chosen photos.
        photos: How many they are.
        parent: The window.
    """

    def __init__(self, model: TagTicks, photos: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tags"))
        self.resize(*SIZE)
        self._model = model
        model.setParent(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.entry = Entry(self)
        self.entry.setPlaceholderText(self.tr("Find or add a tag…"))
        self.entry.setAccessibleName(self.tr("Find or add a tag"))
        self.entry.textChanged.connect(self._shown.setFilterFixedString)
        self.entry.returnPressed.connect(self._enter)
        self.entry.left.connect(self.reject)
        self.entry.installEventFilter(self)
        self.list = QListView(self)
        self.list.setObjectName("completions")
        self.list.setModel(self._shown)
        self.list.setItemDelegate(TickDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Tags of the selected photos"))
        self.list.clicked.connect(self._toggle)
        self.list.installEventFilter(self)
        words = self.tr("Tags of %Ln photos", "", photos)
        hint = self.tr(
            "✓ all carry it, – some do. Space ticks; what is new here is added by Enter."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(label(words, "subtitle", self))
        column.addWidget(self.entry)
        column.addWidget(self.list, 1)
        column.addWidget(label(hint, "caption", self, wrap=True))

    def _toggle(self, index: QModelIndex) -> None:
        self._model.toggle(self._shown.mapToSource(index))

    def _enter(self) -> None:
        words = self.entry.text().strip()
        if words:
            self._model.add(words)
            self.entry.clear()
        else:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Step into the list from the entry; tick with Space or Enter in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.entry and event.key() == Qt.Key.Key_Down and self._shown.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self._shown.index(0, 0))
            return True
        ticking = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if watched is self.list and event.key() in ticking:
            self._toggle(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)
