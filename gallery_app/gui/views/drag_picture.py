"""What hangs under the pointer while photos are dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from gallery_app.gui import theme
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.stamp import stamp

SIDE, STEP = 72, 6


def drag_picture(tiles: Sequence[QPixmap], count: int, ratio: float) -> QPixmap:
    """Stack up to three tiles and put the number of photos on top, as sharp as the screen is."""
    side = SIDE + 3 * STEP + 12

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for depth, tile in reversed(list(enumerate(tiles))):
            painter.drawPixmap(QRect(depth * STEP, 8 + depth * STEP, SIDE, SIDE), tile)
        painter.setFont(theme.font(theme.SMALL, weight=QFont.Weight.DemiBold))
        words = localised(f"{count:,}")
        badge = QRect(0, 0, max(22, painter.fontMetrics().horizontalAdvance(words) + 14), 22)
        badge.moveRight(side - 1)
        painter.setBrush(QColor(theme.colors().accent))
        painter.drawRoundedRect(badge, 11, 11)
        painter.setPen(QColor(theme.colors().on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)

    return stamp(side, side, ratio, paint)
