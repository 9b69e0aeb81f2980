"""The tree at the left: library, folders, tags."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.models.entries import FOLDER
from gallery_app.gui.models.place import Spot
from gallery_app.gui.models.sidebar import (
    ALBUM,
    BADGE,
    FOLDER_ID,
    GROUPS,
    HEADING,
    ICON,
    KEY,
    SPOT,
    TAG,
    Sidebar,
)
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.checklist import Checklist

Index = QModelIndex | QPersistentModelIndex
LINE = 30
HEADING_LINE = 36
INDENT = 14


class SidebarDelegate(QStyledItemDelegate):
    """A line: chevron, icon, words, and how many at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return one line's height; headings have air above."""
        return QSize(option.rect.width(), HEADING_LINE if index.data(HEADING) else LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line."""
        now = theme.colors()
        if index.data(HEADING):
            painter.setFont(theme.font(theme.CAPTION, weight=QFont.Weight.DemiBold))
            painter.setPen(QColor(now.faint))
            area = option.rect.adjusted(16, 8, -16, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, index.data())
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area = option.rect.adjusted(8, 1, -8, -1)
        self._paint_ground(painter, option, area, selected=selected)
        depth = _depth(index) - 1
        left = area.left() + 8 + depth * INDENT
        ratio = painter.device().devicePixelRatioF()
        tint = now.accent if selected else now.quiet
        icon = _mirrored(option, QRect(left, area.center().y() - 8, 18, 18))
        painter.drawPixmap(icon.topLeft(), theme.pixmap(index.data(ICON), tint, 18, ratio))
        words = QRect(left + 26, area.top(), area.right() - left - 26 - 8, area.height())
        words = _mirrored(option, words)
        self._paint_badge(painter, words, index)
        painter.setFont(theme.font(theme.BODY, weight=_weight(selected=selected)))
        painter.setPen(QColor(now.text))
        name = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        if index.model().hasChildren(index):
            self._paint_chevron(painter, option, left)

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, *, selected: bool
    ) -> None:
        now = theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if selected else now.hover))
            painter.drawRoundedRect(area, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)

    def _paint_badge(self, painter: QPainter, words: QRect, index: Index) -> None:
        count = index.data(BADGE)
        if not count:
            return
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(QColor(theme.colors().faint))
        shown = localised(f"{count:,}")
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        wide = painter.fontMetrics().horizontalAdvance(shown) + 8
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words.setLeft(words.left() + wide)
        else:
            words.setRight(words.right() - wide)

    def _paint_chevron(self, painter: QPainter, option: QStyleOptionViewItem, left: int) -> None:
        opened = bool(option.state & QStyle.StateFlag.State_Open)
        drawn = theme.pixmap(
            "chevron-down" if opened else "chevron-right",
            theme.colors().faint,
            12,
            painter.device().devicePixelRatioF(),
        )
        spot = _mirrored(option, QRect(left - 14, option.rect.center().y() - 5, 12, 12))
        painter.drawPixmap(spot.topLeft(), drawn)


class SidebarTree(QTreeView):
    """The tree itself; one click goes there.

    Signals:
        gone: The chosen `Spot`.
        folder_menu_asked: A folder's id, and where on the screen.
        album_menu_asked: An album's id and name, and where on the screen.
        tag_menu_asked: A tag, whether tags lie below it, and where on the screen.
    """

    gone = Signal(object)
    folder_menu_asked = Signal(int, QPoint)
    album_menu_asked = Signal(int, str, QPoint)
    tag_menu_asked = Signal(str, bool, QPoint)

    def __init__(self, model: Sidebar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed = {GROUPS}
        self._unfolded: set[str] = set()
        """The folders that the user opened: they are closed at first, other lines are open."""
        self._spot = Spot()
        self.setModel(model)
        self.setItemDelegate(SidebarDelegate(self))
        self.setAccessibleName(self.tr("Library, folders and tags"))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        self.doubleClicked.connect(self._toggle)
        self.expanded.connect(self._opened)
        self.collapsed.connect(self._shut)
        self._sidebar = model
        model.rebuilt.connect(self._restore)
        model.grouped.connect(lambda: self.show_spot(self._spot))

    def show_spot(self, spot: Spot) -> None:
        """Mark the line of a spot, or none."""
        self._spot = spot
        self.selectionModel().clearSelection()
        for index in self._every(QModelIndex()):
            if index.data(SPOT) == spot:
                self.setCurrentIndex(index)
                return

    def _opened(self, index: QModelIndex) -> None:
        self._unfolded.add(index.data(KEY))
        if index.data(KEY) in self._closed:
            self._closed.discard(index.data(KEY))
            if index.data(KEY) == GROUPS:
                self._sidebar.unfold_groups(on=True)

    def _shut(self, index: QModelIndex) -> None:
        self._unfolded.discard(index.data(KEY))
        self._closed.add(index.data(KEY))
        if index.data(KEY) == GROUPS:
            self._sidebar.unfold_groups(on=False)

    def _restore(self) -> None:
        for index in self._every(QModelIndex()):
            key = index.data(KEY)
            shut = key not in self._unfolded if key.startswith(FOLDER) else key in self._closed
            self.setExpanded(index, not shut)
        self.show_spot(self._spot)

    def _every(self, above: QModelIndex) -> list[QModelIndex]:
        found: list[QModelIndex] = []
        for row in range(self.model().rowCount(above)):
            index = self.model().index(row, 0, above)
            found += [index, *self._every(index)]
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open and close a branch at its chevron."""
        index = self.indexAt(event.position().toPoint())
        edge = 8 + max(0, _depth(index) - 1) * INDENT + 10
        mirrored = self.isRightToLeft()
        across = event.position().x()
        inwards = self.viewport().width() - across if mirrored else across
        if self.model().hasChildren(index) and inwards < edge:
            self._toggle(index)
        else:
            super().mousePressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        spot = index.data(SPOT)
        if spot is not None:
            self.gone.emit(spot)

    def _toggle(self, index: QModelIndex) -> None:
        self.setExpanded(index, not self.isExpanded(index))

    def _ask_menu(self, spot: QPoint) -> None:
        index, where = self.indexAt(spot), self.viewport().mapToGlobal(spot)
        if index.data(FOLDER_ID):
            self.folder_menu_asked.emit(index.data(FOLDER_ID), where)
        elif index.data(ALBUM):
            self.album_menu_asked.emit(index.data(ALBUM), index.data(), where)
        elif index.data(TAG):
            children = self.model().hasChildren(index)
            self.tag_menu_asked.emit(index.data(TAG), children, where)


class SidebarView(QWidget):
    """The sidebar with its margins."""

    def __init__(self, model: Sidebar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(round(200 * theme.text_scale()))
        self.setMaximumWidth(round(360 * theme.text_scale()))
        self.tree = SidebarTree(model, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.addWidget(self.tree, 1)
        self.checklist = Checklist(self)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 4, 8, 0)
        foot.addWidget(self.checklist)
        column.addLayout(foot)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Return where a part of a line is when words run from right to left."""
    return QStyle.visualRect(option.direction, option.rect, rect)


def _depth(index: Index) -> int:
    depth = 0
    while index.parent().isValid():
        index = index.parent()
        depth += 1
    return depth


def _weight(*, selected: bool) -> QFont.Weight:
    return QFont.Weight.Medium if selected else QFont.Weight.Normal
