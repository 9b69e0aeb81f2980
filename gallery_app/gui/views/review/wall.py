"""Many questions at once: photos in rows, each with how sure and how answered."""

from itertools import groupby

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import leaf
from gallery_app.gui import theme
from gallery_app.gui.models.review import Review
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.tiles import Tiles, rounding

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
LEAST, GAP, FOOT, MARK = 156, 5, 22, 30
MOVES = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip


class _Delegate(QStyledItemDelegate):
    """A photo, its tag and probability below, and the answer over it."""

    def __init__(self, review: Review, thumbnails: Thumbnails, parent: QListView) -> None:
        super().__init__(parent)
        self._review = review
        self._thumbnails = thumbnails
        self._tiles = Tiles(thumbnails, self)
        self._tiles.cut.connect(parent.viewport().update)
        thumbnails.arrived.connect(parent.viewport().update)
        self.side = LEAST

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return a tile with its words."""
        return QSize(self.side + 2 * GAP, self.side + FOOT + 2 * GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the tile."""
        asked, verdict = self._review.row(index.row()), self._review.verdict(index.row())
        area = QRect(option.rect.left() + GAP, option.rect.top() + GAP, self.side, self.side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.35 if verdict else 1.0)
        self._paint_photo(painter, area, asked.photo_id)
        painter.setOpacity(1.0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.colors().accent), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            round_ = rounding(self.side) + 2
            painter.drawRoundedRect(QRectF(area).adjusted(-2, -2, 2, 2), round_, round_)
        if verdict:
            self._paint_verdict(painter, area, verdict)
        self._paint_words(painter, area, leaf(asked.tag), min(asked.probability, 0.99))

    def _paint_photo(self, painter: QPainter, area: QRect, photo_id: int) -> None:
        ratio = painter.device().devicePixelRatioF()
        self._thumbnails.want(self._review.photo(photo_id), round(self.side * ratio * 1.4))
        tile = self._tiles.tile(photo_id, self.side, ratio)
        if tile is not None:
            painter.drawPixmap(area, tile)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().tile))
        painter.drawRoundedRect(area, rounding(self.side), rounding(self.side))

    def _paint_verdict(self, painter: QPainter, area: QRect, verdict: Verdict) -> None:
        now = theme.colors()
        looks = {
            Verdict.YES: ("check", now.yes),
            Verdict.NO: ("cross", now.no),
            Verdict.SKIP: ("skip", now.faint),
        }
        icon, color = looks[verdict]
        disc = QRect(0, 0, MARK, MARK)
        disc.moveCenter(area.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        painter.drawEllipse(disc)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(disc.adjusted(6, 6, -6, -6), theme.pixmap(icon, "#ffffff", 18, ratio))

    def _paint_words(self, painter: QPainter, area: QRect, tag: str, chance: float) -> None:
        now = theme.colors()
        line = QRect(area.left() + 2, area.bottom() + 4, area.width() - 4, FOOT - 4)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.faint))
        middle = Qt.AlignmentFlag.AlignVCenter
        said = localised(f"{chance:.0%}")
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, said)
        room = line.width() - painter.fontMetrics().horizontalAdvance(said) - 6
        line = QStyle.alignedRect(
            painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft, QSize(room, line.height()), line
        )
        painter.setFont(theme.font(theme.SMALL, weight=QFont.Weight.Medium))
        painter.setPen(QColor(now.text))
        tag = painter.fontMetrics().elidedText(tag, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, middle, tag)


class ReviewWall(QListView):
    """The questions as a wall; answers apply to what is selected.

    `Ctrl+A` selects all open questions, also those that are no rows yet: they are read in full when
    one scrolls to them, and are selected then.

    Signals:
        opened: A double click or Enter: look at this question alone.
        chose: Others are selected.

    Attributes:
        everything: Whether the questions that are no rows yet are selected.
    """

    opened = Signal()
    chose = Signal()

    def __init__(
        self, review: Review, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._review = review
        self.everything = False
        self._delegate = _Delegate(review, thumbnails, self)
        self.setModel(review)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Questions"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(500)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell_seen())
        review.moved.connect(self._follow)
        review.rowsInserted.connect(self._choose_read)

    @property
    def chosen(self) -> list[int]:
        """The selected rows, in order."""
        spans = self.selectionModel().selection().toList()
        return sorted(row for span in spans for row in range(span.top(), span.bottom() + 1))

    @property
    def number(self) -> int:
        """How many questions are selected, those that are no rows yet too."""
        rows = sum(span.height() for span in self.selectionModel().selection().toList())
        return rows + (self._review.unread if self.everything else 0)

    def selectAll(self) -> None:  # noqa: N802
        """Select all open questions."""
        self.everything = True
        self._select_open(0, self._review.rowCount(), Flag.ClearAndSelect)
        self.chose.emit()

    def choose_present(self) -> None:
        """Select the present question and no other: what was selected is answered."""
        self.everything = False
        index = self._review.index(self._review.at)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        else:
            self.clearSelection()

    def _choose_read(self, _parent: Index, first: int, last: int) -> None:
        """Select what was read after all was selected."""
        if self.everything:
            self._select_open(first, last + 1, Flag.Select)

    def _select_open(self, first: int, end: int, how: Flag) -> None:
        spans = QItemSelection()
        for answered, rows in groupby(
            range(first, end), lambda row: bool(self._review.verdict(row))
        ):
            if not answered:
                held = list(rows)
                spans.select(self._review.index(held[0]), self._review.index(held[-1]))
        self.selectionModel().select(spans, how)

    def reset(self) -> None:
        """Begin with other questions; nothing is selected."""
        self.everything = False
        super().reset()
        self.chose.emit()

    def selectionChanged(self, chosen: QItemSelection, before: QItemSelection) -> None:  # noqa: N802
        """Tell that others are selected."""
        super().selectionChanged(chosen, before)
        self.chose.emit()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Flag:  # noqa: N802
        """Let a plain click or key mean what it touches, and no more all there is."""
        command = super().selectionCommand(index, event)
        if command & Flag.Clear or command & Flag.SelectCurrent == Flag.SelectCurrent:
            self.everything = False
        return command

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Make the question present."""
        super().currentChanged(current, previous)
        if self.isVisible() and current.isValid():
            self._review.go(current.row())

    def _follow(self) -> None:
        """Select the present question and bring it into view; the wall stays where it can."""
        index = self._review.index(self._review.at)
        if not self.isVisible() or not index.isValid():
            return
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self._tell_seen()

    def _tell_seen(self) -> None:
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        lines = bottom // (self._delegate.side + FOOT + 2 * GAP) + 1
        if self.isVisible() and self._review.rowCount():
            self._review.see(min(lines * self._columns(), self._review.rowCount()) - 1)

    def _columns(self) -> int:
        return max(1, (self.viewport().width() - 2) // (LEAST + 2 * GAP))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Start at the present question."""
        super().showEvent(event)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the width."""
        self._delegate.side = (self.viewport().width() - 2) // self._columns() - 2 * GAP
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move with the arrows; the answers' keys are the screen's."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() in MOVES:
            super().keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        else:
            event.ignore()
