"""What hangs under the pointer while photos are dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from gallery_app.gui import theme

SIDE, STEP = 72, 6


def drag_picture(tiles: Sequence[QPixmap], count: int) -> QPixmap:
    """Stack up to three tiles and put the number of photos on top."""
    picture = QPixmap(SIDE + 3 * STEP + 12, SIDE + 3 * STEP + 12)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for depth, tile in reversed(list(enumerate(tiles))):
            painter.drawPixmap(QRect(depth * STEP, 8 + depth * STEP, SIDE, SIDE), tile)
        painter.setFont(theme.font(theme.SMALL, weight=QFont.Weight.DemiBold))
        words = f"{count:n}"
        badge = QRect(0, 0, max(22, painter.fontMetrics().horizontalAdvance(words) + 14), 22)
        badge.moveTopRight(picture.rect().topRight())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colors().accent))
        painter.drawRoundedRect(badge, 11, 11)
        painter.setPen(QColor(theme.colors().on_accent))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
    return picture
