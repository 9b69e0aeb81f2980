"""Groups as cards: a cover, a name to type, a size, the colours of the tags in it."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.models.clusters import CLUSTER, Card, Clusters
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.cards import CardDelegate, CardList, card_rect
from gallery_app.gui.views.clusters.tag_colors import tag_color
from gallery_app.gui.views.entry import tag_completer
from gallery_app.gui.views.keys import claimed
from gallery_app.gui.views.mosaic import Mosaics

Index = QModelIndex | QPersistentModelIndex
LEAST, FIELD, PAD = 224, 34, 8
"""A card with the space around it is at least LEAST wide, and as wide as fills the window."""
BELOW = FIELD + 3 * PAD + 20
BAR, MOST_TAGS = 4, 6
"""Height of the bar of tag colours, and the most tags in it."""


class ClusterDelegate(CardDelegate):
    """Paints a card and edits its name in place."""

    def __init__(
        self, thumbnails: Thumbnails, names: QAbstractItemModel, parent: QListView
    ) -> None:
        super().__init__(LEAST, parent)
        self._mosaics = Mosaics(thumbnails, self)
        self._mosaics.changed.connect(parent.viewport().update)
        self._names = names

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return a card with the space around it."""
        return QSize(self.width, self.width + BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card."""
        model = index.model()
        if not isinstance(model, Clusters):
            return
        card = model.row(index.row())
        area = card_rect(option.rect)
        self.paint_ground(painter, option, area, rises=True)
        ratio = painter.device().devicePixelRatioF()
        corner = area.topLeft() + QPoint(PAD, PAD)
        painter.drawPixmap(corner, self._mosaics.mosaic(card.covers, area.width() - 2 * PAD, ratio))
        self._paint_words(painter, option.rect, card)

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
        size = self.tr("%Ln photos", "", len(card.cluster.photo_ids))
        if card.odd:
            size += self.tr(" · {n} odd").replace("{n}", str(len(card.odd)))
        below = QRect(spot.left() + 2, spot.bottom() + 4, spot.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, size)
        bar = QRectF(spot.left() + 2, below.bottom() + 5, spot.width() - 4, BAR)
        _paint_tags(painter, bar, card)

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


class ClusterCards(CardList):
    """The cards; Enter or a click on the name edits it, a double click opens the group.

    Signals:
        opened: A cluster's id and title.
        merged: Ids of clusters to make one; the first keeps its place.
        split: A cluster's id.
        dismissed: Ids of clusters that are no groups.
        level_asked: A step to coarser (-1) or finer (+1) groups.
        chosen: The chosen cards changed.
    """

    opened = Signal(int, str)
    merged = Signal(list)
    split = Signal(int)
    dismissed = Signal(list)
    level_asked = Signal(int)
    chosen = Signal()

    def __init__(
        self,
        model: Clusters,
        names: QAbstractItemModel,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, LEAST)
        self.setAccessibleName(self.tr("Groups"))
        self.fill(model, ClusterDelegate(thumbnails, names, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(32)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setViewportMargins(12, 12, 0, 0)
        self.clicked.connect(self._click)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.doubleClicked.connect(self._open)

    def chosen_ids(self) -> list[int]:
        """Return the ids of the chosen clusters, the one with the keys first."""
        rows = sorted(
            self.selectionModel().selectedIndexes(),
            key=lambda index: (index != self.currentIndex(), index.row()),
        )
        return [index.data(CLUSTER) for index in rows]

    def event(self, event: QEvent) -> bool:
        """Keep the key that splits, which opens stacks elsewhere."""
        return claimed(event, {Qt.Key.Key_S}) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Name with Enter, open with Space, M merges, S splits, N is no group."""
        works = {
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_Space: lambda: self._open(self.currentIndex()),
            Qt.Key.Key_M: self.merge,
            Qt.Key.Key_S: self.ask_split,
            Qt.Key.Key_N: self.dismiss,
            Qt.Key.Key_Delete: self.dismiss,
            Qt.Key.Key_Comma: lambda: self.level_asked.emit(-1),
            Qt.Key.Key_Period: lambda: self.level_asked.emit(1),
        }
        work = works.get(Qt.Key(event.key()))
        editing = self.state() == QAbstractItemView.State.EditingState
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if work is None or editing or not plain:
            super().keyPressEvent(event)
        else:
            work()

    def merge(self) -> None:
        """Make the chosen groups one."""
        ids = self.chosen_ids()
        if len(ids) > 1:
            self.merged.emit(ids)

    def ask_split(self) -> None:
        """Split the chosen group."""
        ids = self.chosen_ids()
        if len(ids) == 1:
            self.split.emit(ids[0])

    def dismiss(self) -> None:
        """Say that the chosen groups are none."""
        ids = self.chosen_ids()
        if ids:
            self.dismissed.emit(ids)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Welcome cards of this view."""
        if event.source() is self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Welcome them on another card."""
        if event.source() is self and self._target(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Merge the dragged groups into the one below them."""
        target = self._target(event.position().toPoint())
        if target.isValid():
            self.merged.emit([target.data(CLUSTER), *self.chosen_ids()])
            event.setDropAction(Qt.DropAction.IgnoreAction)  # nothing is moved in the model
            event.accept()

    def _target(self, spot: QPoint) -> QModelIndex:
        index = self.indexAt(spot)
        dragged = self.selectionModel().isSelected(index)
        return QModelIndex() if dragged else index

    def _edit(self) -> None:
        self.edit(self.currentIndex())

    def _click(self, index: QModelIndex) -> None:
        spot = self.viewport().mapFromGlobal(self.cursor().pos())
        alone = len(self.selectionModel().selectedIndexes()) == 1
        if alone and field_rect(self.visualRect(index)).contains(spot):
            self.edit(index)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(CLUSTER), index.data())


def field_rect(rect: QRect) -> QRect:
    """Return where the name is in a card's rectangle."""
    area = card_rect(rect)
    cover = area.width() - 2 * PAD
    return QRect(area.left() + PAD, area.top() + cover + 2 * PAD, cover, FIELD)


def _paint_tags(painter: QPainter, bar: QRectF, card: Card) -> None:
    """Paint the share of each tag in its colour; photos of none leave the bar empty."""
    if not card.tags:
        return
    painter.save()
    frame = QPainterPath()
    frame.addRoundedRect(bar, BAR / 2, BAR / 2)
    painter.setClipPath(frame)
    painter.fillRect(bar, QColor(theme.colors().line))
    whole = max(1.0, sum(share.share for share in card.tags[:MOST_TAGS]))
    left = bar.left()
    for share in card.tags[:MOST_TAGS]:
        part = QRectF(left, bar.top(), bar.width() * share.share / whole, bar.height())
        painter.fillRect(part, tag_color(share.tag))
        left = part.right()
    painter.restore()
