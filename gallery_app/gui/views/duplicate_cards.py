"""Duplicates as cards: the copies of a photo side by side, which one stays, and two answers."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from gallery_app.domain.duplicates import Copy, CopyGroup, Merit, merits
from gallery_app.gui import theme
from gallery_app.gui.models.duplicates import DuplicateGroups
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import path_words
from gallery_app.gui.views.cards import CardDelegate
from gallery_app.gui.views.fitted import Fitted

Index = QModelIndex | QPersistentModelIndex
GAP, PAD, HEAD, CELL = 12, 16, 48, 208
BUTTON = 32


@dataclass(frozen=True, slots=True)
class Areas:
    """Where things are on a card: its title, its two answers, and a cell for each copy."""

    card: QRect
    head: QRect
    refuse: QRect
    keep: QRect
    cells: list[QRect]


def columns(width: int) -> int:
    """Return how many copies lie side by side on a card in a list of that width."""
    return max(1, (width - 2 * GAP - 2 * PAD + GAP) // (CELL + GAP))


def height(width: int, copies: int) -> int:
    """Return the height of a card with the space around it."""
    rows = -(-copies // columns(width))
    return GAP + HEAD + rows * (CELL + _foot() + GAP) + PAD - GAP


def areas(rect: QRect, copies: int, words: tuple[str, str], way: Qt.LayoutDirection) -> Areas:
    """Return where things are on a card.

    Args:
        rect: The item's, with the space around the card.
        copies: How many.
        words: Of the answers: no duplicates, keep one.
        way: In which words run.
    """
    card = rect.adjusted(GAP, 0, -GAP, -GAP)
    metrics = QFontMetrics(theme.font(theme.BODY, weight=QFont.Weight.Medium))
    wide = [metrics.horizontalAdvance(each) + 24 for each in words]
    top = card.top() + (HEAD - BUTTON) // 2 + 2
    keep = QRect(card.right() - PAD - wide[1], top, wide[1], BUTTON)
    refuse = QRect(keep.left() - 8 - wide[0], top, wide[0], BUTTON)
    across = columns(rect.width())
    cells = [
        QRect(
            card.left() + PAD + (place % across) * (CELL + GAP),
            card.top() + HEAD + place // across * (CELL + _foot() + GAP),
            CELL,
            CELL + _foot(),
        )
        for place in range(copies)
    ]
    head = QRect(card.left() + PAD, top, refuse.left() - 8 - card.left() - PAD, BUTTON)
    there = [QStyle.visualRect(way, card, each) for each in (head, refuse, keep, *cells)]
    return Areas(card, there[0], there[1], there[2], there[3:])


def _line() -> int:
    """Return the height of a line under a copy."""
    return theme.scaled(17)


def _foot() -> int:
    return 4 * _line() + 14


class DuplicateDelegate(CardDelegate):
    """A card.

    Signals:
        kept: A row, whose others shall go.
        refused: A row that shows no duplicates.
        chosen: A row, and which of its photos stays.
    """

    kept = Signal(int)
    refused = Signal(int)
    chosen = Signal(int, int)

    def __init__(self, thumbnails: Thumbnails, parent: QListView) -> None:
        super().__init__(0, parent)
        self._list = parent
        self._pictures = Fitted(thumbnails, self)
        self._pictures.changed.connect(parent.viewport().update)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802
        """Return a card with the space around it."""
        model, width = index.model(), self._list.viewport().width()
        if not isinstance(model, DuplicateGroups):
            return QSize()
        return QSize(width, height(width, len(model.row(index.row()).copies)))

    def areas(self, rect: QRect, group: CopyGroup) -> Areas:
        """Return where things are on a group's card."""
        return areas(rect, len(group.copies), self._answers(group), self._list.layoutDirection())

    def _answers(self, group: CopyGroup) -> tuple[str, str]:
        refuse = self.tr("Keep all") if group.kind == "exact" else self.tr("Not duplicates")
        return refuse, self.tr("Keep one, %Ln to the wastebasket", "", len(group.copies) - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card."""
        model, now = index.model(), theme.colors()
        if not isinstance(model, DuplicateGroups):
            return
        group = model.row(index.row())
        spots = self.areas(option.rect, group)
        self.paint_ground(painter, option, spots.card)
        painter.setFont(theme.font(theme.SUBTITLE, weight=QFont.Weight.DemiBold))
        painter.setPen(QColor(now.text))
        painter.drawText(spots.head, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        refuse, keep = self._answers(group)
        _paint_button(painter, spots.refuse, refuse, now.raised, now.text)
        _paint_button(painter, spots.keep, keep, now.accent, now.on_accent)
        have, stays = merits(group), model.kept(index.row())
        for cell, copy in zip(spots.cells, group.copies, strict=True):
            self._paint_copy(painter, cell, copy, have[copy.photo.id], copy.photo.id == stays)

    def _paint_copy(
        self,
        painter: QPainter,
        cell: QRect,
        copy: Copy,
        merit: list[Merit],
        stays: bool,  # noqa: FBT001 - positional like the rest
    ) -> None:
        now, ratio = theme.colors(), painter.device().devicePixelRatioF()
        frame = QRect(cell.topLeft(), QSize(CELL, CELL))
        painter.setPen(QPen(QColor(now.accent if stays else now.line), 2 if stays else 1))
        painter.setBrush(QColor(now.tile))
        painter.drawRoundedRect(frame, 8, 8)
        picture = self._pictures.picture(copy.photo, CELL - 12, ratio)
        if picture is not None:
            size = picture.deviceIndependentSize().toSize()
            painter.setOpacity(1.0 if stays else 0.6)
            painter.drawPixmap(
                frame.center() - QPoint(size.width() // 2, size.height() // 2), picture
            )
            painter.setOpacity(1.0)
        word = self.tr("Stays") if stays else self.tr("Goes")
        self._paint_badge(painter, frame.topLeft() + QPoint(8, 8), word, stays=stays)
        self._paint_words(painter, frame, copy, merit)

    @staticmethod
    def _paint_badge(painter: QPainter, corner: QPoint, word: str, *, stays: bool) -> None:
        now = theme.colors()
        painter.setFont(theme.font(theme.CAPTION, weight=QFont.Weight.DemiBold))
        width = painter.fontMetrics().horizontalAdvance(word) + 14
        _paint_box(painter, QRect(corner, QSize(width, 20)), now.accent if stays else now.panel)
        painter.setPen(QColor(now.on_accent if stays else now.quiet))
        painter.drawText(QRect(corner, QSize(width, 20)), Qt.AlignmentFlag.AlignCenter, word)

    def _paint_words(self, painter: QPainter, frame: QRect, copy: Copy, merit: list[Merit]) -> None:
        now, photo = theme.colors(), copy.photo
        names = {
            Merit.LARGEST: self.tr("largest"),
            Merit.SHARPEST: self.tr("sharpest"),
            Merit.OLDEST: self.tr("oldest"),
            Merit.BEST_RATED: self.tr("best rated"),
        }
        tags = self.tr("%Ln tags", "", copy.tags) if copy.tags else ""
        room = QLocale().formattedDataSize(photo.size, 1)
        size = self.tr("{w} × {h}, {size}")
        lines = (
            (photo.path.name, now.text),
            (path_words(photo.path.parent), now.quiet),
            (size.format(w=photo.width, h=photo.height, size=room), now.quiet),
            (", ".join([*(names[each] for each in merit), *filter(None, [tags])]), now.accent),
        )
        painter.setFont(theme.font(theme.SMALL))
        for place, (words, color) in enumerate(lines):
            line = QRect(frame.left(), frame.bottom() + 6 + place * _line(), CELL, _line())
            painter.setPen(QColor(color))
            mode = Qt.TextElideMode.ElideMiddle
            shown = painter.fontMetrics().elidedText(words, mode, CELL)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def editorEvent(  # noqa: N802
        self, event: QEvent, model: QObject, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Take a click on an answer or on a copy."""
        clicked = event.type() == QEvent.Type.MouseButtonRelease
        if clicked and isinstance(event, QMouseEvent) and isinstance(model, DuplicateGroups):
            group, spot = model.row(index.row()), event.position().toPoint()
            spots = self.areas(option.rect, group)
            if spots.keep.contains(spot):
                self.kept.emit(index.row())
            elif spots.refuse.contains(spot):
                self.refused.emit(index.row())
            for cell, copy in zip(spots.cells, group.copies, strict=True):
                if cell.contains(spot):
                    self.chosen.emit(index.row(), copy.photo.id)
        return super().editorEvent(event, model, option, index)  # type: ignore[arg-type]


def _paint_box(painter: QPainter, area: QRect, color: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawRoundedRect(area, 8, 8)


def _paint_button(painter: QPainter, area: QRect, words: str, color: str, ink: str) -> None:
    _paint_box(painter, area, color)
    painter.setFont(theme.font(theme.BODY, weight=QFont.Weight.Medium))
    painter.setPen(QColor(ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
