"""Groups to name: cards with a cover, a size and a name."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.models.clusters import CLUSTER, Card, Clusters
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import counted
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.entry import tag_completer
from gallery_app.gui.views.mosaic import Mosaics

Index = QModelIndex | QPersistentModelIndex
LEAST, FIELD, PAD, SPACE = 224, 34, 8, 16
"""A card with the space around it is at least LEAST wide, and as wide as fills the window."""
BELOW = FIELD + 3 * PAD + 20


class ClusterDelegate(QStyledItemDelegate):
    """Paints a card and edits its name in place."""

    def __init__(
        self, thumbnails: Thumbnails, names: QAbstractItemModel, parent: QListView
    ) -> None:
        super().__init__(parent)
        self._mosaics = Mosaics(thumbnails, self)
        self._mosaics.changed.connect(parent.viewport().update)
        self._names = names
        self.width = LEAST

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return a card with the space around it."""
        return QSize(self.width, self.width + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card."""
        model = index.model()
        if not isinstance(model, Clusters):
            return
        card = model.card(index.row())
        area = _card(option.rect)
        self._paint_ground(painter, option, area)
        ratio = painter.device().devicePixelRatioF()
        corner = area.topLeft() + QPoint(PAD, PAD)
        painter.drawPixmap(corner, self._mosaics.mosaic(card.covers, area.width() - 2 * PAD, ratio))
        self._paint_words(painter, option.rect, card)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        now = theme.colors()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(QColor(now.accent if selected else now.line), 2 if selected else 1))
        painter.setBrush(QColor(now.raised if hovered else now.panel))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)

    def _paint_words(self, painter: QPainter, rect: QRect, card: Card) -> None:
        now = theme.colors()
        spot = field_rect(rect)
        named = bool(card.cluster.name)
        if not named:
            painter.setPen(QPen(QColor(now.line), 1))
            painter.setBrush(QColor(now.wall))
            painter.drawRoundedRect(QRectF(spot).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        weight = QFont.Weight.DemiBold if named else QFont.Weight.Normal
        painter.setFont(theme.font(theme.BODY, weight=weight))
        painter.setPen(QColor(now.text if named else now.faint))
        words = card.cluster.name or self.tr("Name this group…")
        inner = spot.adjusted(2 if named else 10, 0, -8, 0)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.quiet))
        size = counted(len(card.cluster.photo_ids), self.tr("{n} photo"), self.tr("{n} photos"))
        below = QRect(spot.left() + 2, spot.bottom() + 4, spot.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, size)

    def createEditor(  # noqa: N802
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> QWidget:
        """Return the name field, which completes known tags."""
        editor = QLineEdit(parent)
        editor.setPlaceholderText(self.tr("Name this group…"))
        editor.setCompleter(tag_completer(self._names, editor))
        return editor

    def updateEditorGeometry(  # noqa: N802
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002
    ) -> None:
        """Put the name field where the name is."""
        editor.setGeometry(field_rect(option.rect))


class ClusterCards(QListView):
    """The cards; Enter or a click on the name edits it, a double click opens the group.

    Signals:
        opened: A cluster's id and title.
    """

    opened = Signal(int, str)

    def __init__(
        self,
        model: Clusters,
        names: QAbstractItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Groups"))
        self.setModel(model)
        self._delegate = ClusterDelegate(thumbnails, names, self)
        self.setItemDelegate(self._delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(32)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(12, 12, 0, 0)
        self.clicked.connect(self._click)
        self.doubleClicked.connect(self._open)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Let the cards fill the width."""
        room = self.viewport().width() - 1
        self._delegate.width = room // max(1, room // LEAST)
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Name with Enter, open with Space."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        spot = self.viewport().mapFromGlobal(self.cursor().pos())
        if field_rect(self.visualRect(index)).contains(spot):
            self.edit(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(CLUSTER), index.data())


class ClustersPage(QStackedWidget):
    """The cards, or why there are none.

    Signals:
        group_asked: Look for groups now.
    """

    group_asked = Signal()

    def __init__(
        self,
        model: Clusters,
        names: QAbstractItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("clusters")
        self._model = model
        self.cards = ClusterCards(model, names, thumbnails, self)
        empty = EmptyState(
            "groups",
            self.tr("No groups yet"),
            self.tr(
                "Handful puts photos of the same thing together. Name a group, and all are tagged."
            ),
            self.tr("Find groups"),
            self,
        )
        empty.pressed.connect(self.group_asked)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)
        self.addWidget(page)
        self.addWidget(empty)
        model.shown.connect(self._switch)

    def _switch(self) -> None:
        self.setCurrentIndex(0 if self._model.rowCount() else 1)


def _card(rect: QRect) -> QRect:
    half = SPACE // 2
    return rect.adjusted(half, half, -half, -half)


def field_rect(rect: QRect) -> QRect:
    """Return where the name is in a card's rectangle."""
    area = _card(rect)
    cover = area.width() - 2 * PAD
    return QRect(area.left() + PAD, area.top() + cover + 2 * PAD, cover, FIELD)
