"""How a stack looks on the wall: sheets behind a closed one, a frame around an open one's shots."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from gallery_app.gui import theme
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.stamp import stamp
from gallery_app.gui.views.tiles import rounding

HIGH, LOW, SMALL_CELL = 20, 16, 96
INSET, ICON = 6, 14
RISE = 4
"""How far sheets stick out above their cover."""
SHADE = "#96000000"


def badge_rect(cell: QRect, photos: int) -> QRect:
    """Return where the number of a stack stands; a click there opens or closes it."""
    small = cell.width() < SMALL_CELL
    rect = QRect(0, 0, _wide(photos, small=small), LOW if small else HIGH)
    rect.moveTopRight(cell.topRight() + QPoint(-INSET, INSET) / (2 if small else 1))
    return rect


def paint_badge(painter: QPainter, cell: QRect, photos: int, *, opened: bool) -> None:
    """Paint the number of a stack over the upper right corner of its cover."""
    ground = theme.colors().accent if opened else SHADE
    ratio = painter.device().devicePixelRatioF()
    badge = _badge(photos, ground, ratio, small=cell.width() < SMALL_CELL)
    painter.drawPixmap(badge_rect(cell, photos).topLeft(), badge)


@lru_cache(maxsize=256)
def _wide(photos: int, *, small: bool) -> int:
    words = QFontMetrics(_font()).horizontalAdvance(localised(f"{photos:,}")) + 12
    return words if small else words + ICON + 2


@lru_cache(maxsize=256)
def _badge(photos: int, ground: str, ratio: float, *, small: bool) -> QPixmap:
    rect = QRect(0, 0, _wide(photos, small=small), LOW if small else HIGH)

    def paint(painter: QPainter) -> None:
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        words = rect
        if not small:
            drawn = theme.pixmap("stack", "#ffffff", ICON, ratio)
            painter.drawPixmap(QPoint(6, (HIGH - ICON) // 2), drawn)
            words = rect.adjusted(ICON + 2, 0, 0, 0)
        painter.setPen(QColor("#ffffff"))
        painter.setFont(_font())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, localised(f"{photos:,}"))

    return stamp(rect.width(), rect.height(), ratio, paint)


def paint_sheets(painter: QPainter, cell: QRect) -> None:
    """Paint the edges of two photos that lie under a cover, above its own edge."""
    now, ratio = theme.colors(), painter.device().devicePixelRatioF()
    sheets = _sheets(cell.width(), ratio, now.tile, now.faint, now.line)
    painter.drawPixmap(cell.topLeft() - QPoint(0, RISE), sheets)


@lru_cache(maxsize=8)
def _sheets(side: int, ratio: float, ground: str, near: str, far: str) -> QPixmap:
    """Paint two sheets as far as the round corners of their cover show them."""

    def paint(painter: QPainter) -> None:
        for depth, edge in ((2, far), (1, near)):
            sheet = QRectF(0, RISE, side, side).adjusted(4 * depth, -1.5 * depth, -4 * depth, 0)
            painter.setPen(QPen(QColor(edge), 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(sheet, rounding(side), rounding(side))

    return stamp(side, RISE + ceil(rounding(side)), ratio, paint)


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
