"""Photos on their side: as they lie, as they would stand, and two answers."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from gallery_app.gui import theme
from gallery_app.gui.models.lying import Lying, LyingPhotos
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import fill, turn_words
from gallery_app.gui.views.cards import HALF_SPACE, CardDelegate, CardList, card_rect
from gallery_app.gui.views.fitted import Fitted

Index = QModelIndex | QPersistentModelIndex
LEAST, PAD, BETWEEN, FOOT = 320, 12, 28, 40
ANSWER = 32
"""Side of an answer's button."""


class LyingDelegate(CardDelegate):
    """A card; ✓ sets the photo upright, ✗ leaves it.

    Signals:
        answered: A row, and whether to set it upright.
    """

    answered = Signal(int, bool)

    def __init__(self, thumbnails: Thumbnails, parent: QListView) -> None:
        super().__init__(LEAST, parent)
        self._pictures = Fitted(thumbnails, self)
        self._pictures.changed.connect(parent.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return a card with the space around it."""
        return QSize(self.width, self._side() + 2 * PAD + FOOT + 2 * HALF_SPACE)

    def _side(self) -> int:
        return (self.width - 2 * HALF_SPACE - 2 * PAD - BETWEEN) // 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card."""
        model = index.model()
        if not isinstance(model, LyingPhotos):
            return
        lying, area = model.row(index.row()), card_rect(option.rect)
        self.paint_ground(painter, option, area)
        side, ratio = self._side(), painter.device().devicePixelRatioF()
        left = QRect(area.left() + PAD, area.top() + PAD, side, side)
        right = left.translated(side + BETWEEN, 0)
        painter.setOpacity(0.5)
        way = option.direction
        self._paint_photo(painter, QStyle.visualRect(way, area, left), lying, 0)
        painter.setOpacity(1.0)
        self._paint_photo(painter, QStyle.visualRect(way, area, right), lying, lying.quarters)
        arrow = theme.pixmap("chevron-right", theme.colors().quiet, 16, ratio)
        spot = QRect(left.right() + (BETWEEN - 16) // 2, left.center().y() - 8, 16, 16)
        painter.drawPixmap(QStyle.visualRect(way, area, spot), arrow)
        self._paint_foot(painter, area, lying)

    def _paint_photo(self, painter: QPainter, area: QRect, lying: Lying, quarters: int) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._pictures.picture(lying.photo, area.width(), ratio, quarters)
        if picture is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colors().tile))
            painter.drawRoundedRect(area, 6, 6)
            return
        size = picture.deviceIndependentSize().toSize()
        spot = area.center() - QPoint(size.width() // 2, size.height() // 2)
        painter.drawPixmap(spot, picture)

    def _paint_foot(self, painter: QPainter, area: QRect, lying: Lying) -> None:
        now, ratio = theme.colors(), painter.device().devicePixelRatioF()
        way = painter.layoutDirection()
        yes, no = answer_rects(area, way)
        words = QRect(area.left() + PAD, yes.top(), area.width() - 2 * (PAD + ANSWER) - 14, ANSWER)
        words = QStyle.visualRect(way, area, words)
        painter.setFont(theme.font(theme.SMALL, weight=QFont.Weight.Medium))
        painter.setPen(QColor(now.quiet))
        sure = min(lying.probability, 0.99)
        told = fill(self.tr("{turn}, {p:.0%} sure"), turn=turn_words(lying.quarters), p=sure)
        told = told[:1].upper() + told[1:]
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, told)
        for spot, icon, color in ((yes, "check", now.yes), (no, "cross", now.no)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.raised))
            painter.drawRoundedRect(spot, 8, 8)
            painter.drawPixmap(spot.topLeft() + QPoint(7, 7), theme.pixmap(icon, color, 18, ratio))

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Take a click on an answer."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            spots = answer_rects(card_rect(option.rect), option.direction)
            for spot, upright in zip(spots, (True, False), strict=True):
                if spot.contains(event.position().toPoint()):
                    self.answered.emit(index.row(), upright)
                    return True
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]


class LyingCards(CardList):
    """The cards; Y sets the current photo upright, N leaves it, Enter opens it.

    Signals:
        answered: A photo's id, and whether to set it upright.
        opened: A photo's id.
    """

    answered = Signal(int, bool)
    opened = Signal(int)

    def __init__(
        self, model: LyingPhotos, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, LEAST)
        self.setAccessibleName(self.tr("Photos on their side"))
        self._photos = model
        delegate = LyingDelegate(thumbnails, self)
        delegate.answered.connect(self._answer)
        self.fill(model, delegate)
        self.activated.connect(lambda index: self.opened.emit(model.row(index.row()).photo.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer with Y and N."""
        answers = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}
        upright = answers.get(Qt.Key(event.key()))
        if upright is None or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        else:
            self._answer(self.currentIndex().row(), upright=upright)

    def _answer(self, row: int, upright: bool) -> None:  # noqa: FBT001 - a signal's slot
        photo_id = self._photos.row(row).photo.id
        self.answered.emit(photo_id, upright)
        self._photos.answered([photo_id])
        last = self._photos.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self._photos.index(min(row, last)))


def answer_rects(card: QRect, way: Qt.LayoutDirection) -> tuple[QRect, QRect]:
    """Return where ✓ and ✗ are on a card, at its end the way words run."""
    top = card.bottom() - PAD // 2 - ANSWER
    yes = QRect(card.right() - PAD - ANSWER, top, ANSWER, ANSWER)
    no = yes.translated(-ANSWER - 6, 0)
    return QStyle.visualRect(way, card, yes), QStyle.visualRect(way, card, no)
