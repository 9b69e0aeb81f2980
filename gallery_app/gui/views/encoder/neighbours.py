"""A few photos with what two encoders find most like them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QToolTip, QWidget

from gallery_app.domain.photo import Photo
from gallery_app.gui import theme
from gallery_app.gui.models.before_after import NEIGHBOURS, SAMPLES, Neighbour, Pair
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.keys import sideways
from gallery_app.gui.views.tiles import Tiles, rounding

GAP, BETWEEN, HEAD = 4, 24, 20
SMALLEST, LARGEST = 44, 80
FADED = 0.4
"""Opacity of a photo that the second encoder no longer finds alike."""


class NeighbourRows(QWidget):
    """A row for each photo: it, its nearest before, its nearest after.

    Signals:
        opened: A photo's id.
    """

    opened = Signal(int)

    def __init__(self, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._tiles = Tiles(thumbnails, self)
        self._pairs: Sequence[Pair] = ()
        self._names = ("", "")
        self._at = 0
        self._tiles.cut.connect(self.update)
        thumbnails.arrived.connect(self.update)
        self.setAccessibleName(self.tr("Most alike, before and after"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_names(self, first: str, second: str) -> None:
        """Name the two encoders."""
        self._names = (first, second)
        self.update()

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these photos."""
        self._pairs = pairs
        told = [
            self.tr("{name}: {before} of its nearest share a tag before, {after} after").format(
                name=pair.photo.path.name,
                before=sum(near.shares for near in pair.first),
                after=sum(near.shares for near in pair.second),
            )
            for pair in pairs
        ]
        self.setAccessibleDescription(". ".join(told))
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        tiles = 1 + 2 * NEIGHBOURS
        room = self.width() - 2 * BETWEEN - (tiles - 3) * GAP
        return min(max(room // tiles, SMALLEST), LARGEST)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for all rows."""
        rows = len(self._pairs) or SAMPLES
        return QSize(760, HEAD + rows * (self._side() + 2 * GAP))

    def resizeEvent(self, event: QEvent) -> None:  # noqa: ARG002, N802
        """The tiles fill the width."""
        self.updateGeometry()

    def _places(self) -> list[tuple[QRect, Photo, Neighbour | None]]:
        """Where each photo is painted, counted from the left."""
        side, found = self._side(), list[tuple[QRect, Photo, Neighbour | None]]()
        for row, pair in enumerate(self._pairs):
            top = HEAD + row * (side + 2 * GAP)
            found.append((QRect(0, top, side, side), pair.photo, None))
            for half, near in enumerate((pair.first, pair.second)):
                for place, one in enumerate(near):
                    left = self._half(half) + place * (side + GAP)
                    found.append((QRect(left, top, side, side), one.photo, one))
        return found

    def _seen(self, area: QRect) -> QRect:
        """Return where a place is when lines begin on the side where the language does."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)

    def _half(self, half: int) -> int:
        side = self._side()
        return side + BETWEEN + half * (NEIGHBOURS * (side + GAP) - GAP + BETWEEN)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open a photo."""
        for area, photo, _ in self._places():
            if self._seen(area).contains(event.position().toPoint()):
                self.opened.emit(photo.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose with the arrows, open with Enter."""
        photos = [photo for _, photo, _ in self._places()]
        step = sideways(event, self)
        if step and photos:
            self._at = min(max(self._at + step, 0), len(photos) - 1)
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._at < len(photos):
            self.opened.emit(photos[self._at].id)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Name the photo under the pointer."""
        if isinstance(event, QHelpEvent):
            names = [
                p.path.name for a, p, _ in self._places() if self._seen(a).contains(event.pos())
            ]
            QToolTip.showText(event.globalPos(), names[0] if names else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the names and the photos."""
        now = theme.colors()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.font(theme.SMALL, weight=QFont.Weight.Medium))
            painter.setPen(QColor(now.quiet))
            wide = NEIGHBOURS * (self._side() + GAP)
            for half, name in enumerate(self._names):
                above = QRect(self._half(half), 0, wide, HEAD - 4)
                painter.drawText(self._seen(above), Qt.AlignmentFlag.AlignVCenter, name)
            after = self._half(1)
            for place, (area, photo, near) in enumerate(self._places()):
                gone = near is not None and near.alone and area.left() < after
                painter.setOpacity(FADED if gone else 1.0)
                seen = self._seen(area)
                self._paint_photo(painter, seen, photo)
                if near is not None:
                    self._paint_marks(painter, seen, near, new=near.alone and not gone)
                if self.hasFocus() and place == self._at:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(QColor(now.text), 2))
                    painter.drawRoundedRect(seen.adjusted(-2, -2, 2, 2), 6, 6)

    def _paint_photo(self, painter: QPainter, area: QRect, photo: Photo) -> None:
        ratio, side = self.devicePixelRatioF(), area.width()
        self._thumbnails.want(photo, round(side * ratio * 1.5))
        tile = self._tiles.tile(photo.id, side, ratio)
        if tile is not None:
            painter.drawPixmap(area, tile)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colors().tile))
            painter.drawRoundedRect(area, rounding(side), rounding(side))

    def _paint_marks(self, painter: QPainter, area: QRect, near: Neighbour, *, new: bool) -> None:
        now, radius = theme.colors(), rounding(area.width())
        if new:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), radius, radius)
        if near.shares:
            painter.setPen(QPen(QColor(now.wall), 2))
            painter.setBrush(QColor(now.yes))
            corner = QRectF(area).bottomRight() - QPointF(9, 9)
            painter.drawEllipse(corner, 5.5, 5.5)
