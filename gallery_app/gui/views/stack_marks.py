"""How a stack looks on the wall: sheets behind a closed one, a frame around an open one's shots."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from gallery_app.gui import theme
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.tiles import rounding

HIGH, LOW, SMALL_CELL = 20, 16, 96
INSET, ICON = 6, 14


def badge_rect(cell: QRect, photos: int) -> QRect:
    """Return where the number of a stack stands; a click there opens or closes it."""
    small = cell.width() < SMALL_CELL
    wide = QFontMetrics(_font()).horizontalAdvance(localised(f"{photos:,}")) + 12
    rect = QRect(0, 0, wide if small else wide + ICON + 2, LOW if small else HIGH)
    rect.moveTopRight(cell.topRight() + QPoint(-INSET, INSET) / (2 if small else 1))
    return rect


def paint_badge(painter: QPainter, cell: QRect, photos: int, *, opened: bool) -> None:
    """Paint the number of a stack over the upper right corner of its cover."""
    rect = badge_rect(cell, photos)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colors().accent) if opened else QColor(0, 0, 0, 150))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    words = rect
    if cell.width() >= SMALL_CELL:
        ratio = painter.device().devicePixelRatioF()
        drawn = theme.pixmap("stack", "#ffffff", ICON, ratio)
        painter.drawPixmap(rect.topLeft() + QPoint(6, (HIGH - ICON) // 2), drawn)
        words = rect.adjusted(ICON + 2, 0, 0, 0)
    painter.setPen(QColor("#ffffff"))
    painter.setFont(_font())
    painter.drawText(words, Qt.AlignmentFlag.AlignCenter, localised(f"{photos:,}"))


def paint_sheets(painter: QPainter, cell: QRect) -> None:
    """Paint the edges of two photos that lie under a cover, above its own edge."""
    now = theme.colors()
    for depth, color in ((2, now.line), (1, now.faint)):
        sheet = QRectF(cell).adjusted(4 * depth, -1.5 * depth, -4 * depth, -cell.height() / 2)
        painter.setPen(QPen(QColor(color), 1))
        painter.setBrush(QColor(now.tile))
        painter.drawRoundedRect(sheet, rounding(cell.width()), rounding(cell.width()))


def paint_frame(painter: QPainter, cell: QRect, gap: int, *, first: bool, last: bool) -> None:
    """Paint the ground behind one photo of an open stack, as far as its neighbours.

    Args:
        painter: On the wall's viewport.
        cell: The square of the photo.
        gap: Between photos of a row.
        first: Whether the stack, or its part in this row, starts here.
        last: Whether it ends here.
    """
    frame = gap // 2 + 1
    around = QRectF(cell).adjusted(
        -(frame if first else gap), -frame, frame if last else gap, frame
    )
    radius = rounding(cell.width()) + 2 if first or last else 0.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colors().accent_soft))
    painter.drawRoundedRect(around, radius, radius)
    if first != last:  # the side towards the neighbour is straight
        straight = (radius, 0, 0, 0) if first else (0, 0, -radius, 0)
        painter.drawRect(around.adjusted(*straight))


def _font() -> QFont:
    return theme.font(theme.CAPTION, weight=QFont.Weight.DemiBold)
