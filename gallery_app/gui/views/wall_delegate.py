"""How one photo looks on the wall."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPen

from gallery_app.domain.tag import leaf
from gallery_app.gui import theme
from gallery_app.gui.models.photo_wall import PhotoWall, Row
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.marks import paint_marks
from gallery_app.gui.views.stack_marks import paint_badge, paint_sheets
from gallery_app.gui.views.tiles import Tiles, blank, rounding

TICK = 22
INSET = 8
CHIP = 20
SMALLEST_WITH_CHIPS = 112
SMALLEST_WITH_MARKS = 80


class WallDelegate:
    """Paints photos; asks for pictures and tiles of what it paints."""

    def __init__(self, model: PhotoWall, thumbnails: Thumbnails, tiles: Tiles) -> None:
        self._model = model
        self._thumbnails = thumbnails
        self._tiles = tiles

    def paint(
        self,
        painter: QPainter,
        cell: QRect,
        row: int,
        *,
        selected: bool,
        hovered: bool,
        still: bool,
    ) -> None:
        """Paint one photo.

        Args:
            painter: On the wall's viewport.
            cell: The square of the photo.
            row: Its row in the model.
            selected: Whether to draw the ring and the tick.
            hovered: Whether the pointer is over it.
            still: False while the wall zooms or races: nothing is asked for, and stale tiles are
                stretched instead of cut.
        """
        facts, rows = self._model.row(row, ask=still), self._model.rows
        stack = rows.stack(row)
        if stack is not None and not rows.is_open(stack):
            paint_sheets(painter, cell)
        self._paint_picture(painter, cell, row, facts, still=still)
        if selected:
            self._paint_ring(painter, cell)
        if stack is not None and rows.is_cover(row):
            paint_badge(painter, cell, stack.photos, opened=rows.is_open(stack))
        if facts is None:
            return
        if facts.photo.missing:
            self._paint_missing(painter, cell)
        if hovered and cell.width() >= SMALLEST_WITH_CHIPS:
            self._paint_chips(painter, cell, facts.tags)
        elif cell.width() >= SMALLEST_WITH_MARKS:
            paint_marks(painter, cell, facts.photo)
        if hovered or selected:
            self._paint_tick(painter, tick_rect(cell), selected=selected)

    def _paint_picture(
        self, painter: QPainter, cell: QRect, row: int, facts: Row | None, *, still: bool
    ) -> None:
        photo_id = self._model.ids[row]
        ratio = painter.device().devicePixelRatioF()
        if facts is not None and still:
            shape = max(facts.photo.width, facts.photo.height) / max(
                1, min(facts.photo.width, facts.photo.height)
            )
            self._thumbnails.want(facts.photo, round(cell.width() * ratio * min(shape, 1.5)))
        tile = self._tiles.tile(photo_id, cell.width(), ratio, cut=still)
        if tile is not None:
            painter.drawPixmap(cell, tile)
            return
        now = theme.colors()
        painter.drawPixmap(cell, blank(cell.width(), ratio, now.tile))
        if self._thumbnails.unreadable(photo_id):
            drawn = theme.pixmap("unreadable", now.faint, 20, ratio)
            painter.drawPixmap(cell.center() - QPointF(10, 10).toPoint(), drawn)

    def _paint_ring(self, painter: QPainter, cell: QRect) -> None:
        now = theme.colors()
        radius = rounding(cell.width())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.wall), 2))
        painter.drawRoundedRect(QRectF(cell).adjusted(2, 2, -2, -2), radius - 1, radius - 1)
        painter.setPen(QPen(QColor(now.accent), 3))
        painter.drawRoundedRect(QRectF(cell).adjusted(0, 0, 0, 0), radius, radius)

    def paint_focus(self, painter: QPainter, cell: QRect) -> None:
        """Paint where the keys are, a thin ring around the photo's own."""
        radius = rounding(cell.width()) + 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.colors().text), 1, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(QRectF(cell).adjusted(-3, -3, 3, 3), radius, radius)

    def _paint_missing(self, painter: QPainter, cell: QRect) -> None:
        veil = QColor(theme.colors().wall)
        veil.setAlpha(170)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(veil)
        painter.drawRoundedRect(cell, rounding(cell.width()), rounding(cell.width()))
        ratio = painter.device().devicePixelRatioF()
        drawn = theme.pixmap("problems", theme.colors().text, 20, ratio)
        painter.drawPixmap(cell.center() - QPointF(10, 10).toPoint(), drawn)

    def _paint_tick(self, painter: QPainter, spot: QRect, *, selected: bool) -> None:
        now = theme.colors()
        painter.setPen(QPen(QColor("#ffffff"), 1.5))
        painter.setBrush(QColor(now.accent) if selected else QColor(0, 0, 0, 90))
        painter.drawEllipse(QRectF(spot).adjusted(1, 1, -1, -1))
        if selected:
            ratio = painter.device().devicePixelRatioF()
            drawn = theme.pixmap("check", "#ffffff", 16, ratio)
            painter.drawPixmap(spot.topLeft() + QPointF(3, 3).toPoint(), drawn)

    def _paint_chips(self, painter: QPainter, cell: QRect, tags: tuple[str, ...]) -> None:
        if not tags:
            return
        shade = QLinearGradient(0, cell.bottom() - 56, 0, cell.bottom())
        shade.setColorAt(0, QColor(0, 0, 0, 0))
        shade.setColorAt(1, QColor(0, 0, 0, 150))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(cell, rounding(cell.width()), rounding(cell.width()))
        painter.setFont(theme.font(theme.CAPTION))
        metrics = QFontMetrics(painter.font())
        left, right = cell.left() + INSET, cell.right() - INSET
        top = cell.bottom() - INSET - CHIP + 1
        for tag in tags:
            words = metrics.elidedText(leaf(tag), Qt.TextElideMode.ElideRight, right - left - 16)
            wide = metrics.horizontalAdvance(words) + 16
            if left + min(wide, 40) > right:
                break
            chip = QRectF(left, top, wide, CHIP)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 56))
            painter.drawRoundedRect(chip, CHIP / 2, CHIP / 2)
            painter.setPen(QColor("#ffffff"))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
            left += wide + 4


def tick_rect(cell: QRect) -> QRect:
    """Return where a click chooses the photo without giving up the others."""
    return QRect(cell.left() + INSET, cell.top() + INSET, TICK, TICK)
