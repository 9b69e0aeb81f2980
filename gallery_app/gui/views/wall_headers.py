"""The words over the sections of the wall; those of the section at the top stay in sight."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle

from gallery_app.gui import theme
from gallery_app.gui.views.wall_layout import MARGIN, WallLayout

TICK, FRAME = 20, 4
"""Sides of a tick, and of what frames a selected photo below, pixels."""


class WallHeaders:
    """Knows where headers are on the screen, and paints them."""

    def __init__(self) -> None:
        self.hovered = -1

    def rect(self, plan: WallLayout, section: int, top: int) -> QRect:
        """Return where a section's header is in the viewport.

        Args:
            plan: The layout.
            section: The section.
            top: How far the wall is scrolled.
        """
        rect = plan.header_rect(section).translated(0, -top)
        if rect.top() < 0 and section == plan.section_at(top):
            follower = plan.header_rect(section + 1).top() - top if self._last(plan, section) else 0
            rect.moveTop(min(0, follower - rect.height()) if follower else 0)
        return rect

    @staticmethod
    def _last(plan: WallLayout, section: int) -> bool:
        return section + 1 < len(plan.starts)

    def at(self, plan: WallLayout, point: QPoint, top: int) -> int:
        """Return the section whose header is under a point of the viewport, or -1."""
        if not plan.header or not plan.count:
            return -1
        for section in (plan.section_at(top), plan.section_at(point.y() + top)):
            if self.rect(plan, section, top).contains(point):
                return section
        return -1

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        words: tuple[str, str],
        *,
        ticked: Qt.CheckState,
        hovered: bool,
    ) -> None:
        """Paint one header.

        Args:
            painter: On the wall's viewport.
            rect: Where.
            words: Title, and how many photos.
            ticked: How many of its photos are selected.
            hovered: Whether the pointer is over it.
        """
        now = theme.colors()
        ground = QColor(now.wall)
        ground.setAlpha(246)
        painter.fillRect(rect.adjusted(0, 0, 0, -FRAME), ground)
        left = rect.left() + MARGIN
        if hovered or ticked != Qt.CheckState.Unchecked:
            spot = QRect(left, rect.center().y() - TICK // 2, TICK, TICK)
            self._paint_tick(painter, _mirrored(painter, rect, spot), ticked)
            left += TICK + 8
        painter.setPen(QColor(now.text))
        painter.setFont(theme.font(theme.SUBTITLE, weight=QFont.Weight.DemiBold))
        room = rect.right() - left - MARGIN - 90
        title = painter.fontMetrics().elidedText(words[0], Qt.TextElideMode.ElideMiddle, room)
        line = QRect(left, rect.top(), rect.right() - left, rect.height())
        painter.drawText(_mirrored(painter, rect, line), Qt.AlignmentFlag.AlignVCenter, title)
        line.setLeft(left + painter.fontMetrics().horizontalAdvance(title) + 10)
        painter.setPen(QColor(now.faint))
        painter.setFont(theme.font(theme.SMALL))
        line = _mirrored(painter, rect, line.translated(0, 1))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words[1])

    @staticmethod
    def _paint_tick(painter: QPainter, spot: QRect, ticked: Qt.CheckState) -> None:
        now = theme.colors()
        filled = ticked != Qt.CheckState.Unchecked
        painter.setPen(QPen(QColor(now.accent if filled else now.faint), 1.5))
        painter.setBrush(QColor(now.accent if filled else now.wall))
        painter.drawEllipse(QRectF(spot).adjusted(1, 1, -1, -1))
        icon = "minus" if ticked == Qt.CheckState.PartiallyChecked else "check"
        ratio = painter.device().devicePixelRatioF()
        tint = now.on_accent if filled else now.faint
        painter.drawPixmap(spot.topLeft() + QPoint(3, 3), theme.pixmap(icon, tint, 14, ratio))


def _mirrored(painter: QPainter, within: QRect, rect: QRect) -> QRect:
    """Return where a part of a header is when words run from right to left."""
    return QStyle.visualRect(painter.layoutDirection(), within, rect)
