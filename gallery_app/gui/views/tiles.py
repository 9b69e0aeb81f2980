"""Square, rounded pictures of photos, cut to the very pixels that the wall shows."""

from collections import OrderedDict
from functools import lru_cache

from PySide6.QtCore import QElapsedTimer, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.stamp import stamp

ROOM = 96 * 2**20
"""Bytes of cut tiles to keep."""
SLICE_MS = 4
"""How long cutting may hold the window at a time; a frame is 16 ms."""


class Tiles(QObject):
    """Cuts tiles in short slices between frames; a stale tile stands in until then.

    Signals:
        cut: A photo's id, when its tile is new.
    """

    cut = Signal(int)

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._tiles: OrderedDict[int, tuple[QPixmap, int, int]] = OrderedDict()
        """Tile, its side in pixels, and which picture it was cut from."""
        self._bytes = 0
        self._waiting: OrderedDict[int, tuple[int, float]] = OrderedDict()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._cut_some)

    def tile(self, photo_id: int, side: int, ratio: float, *, cut: bool = True) -> QPixmap | None:
        """Return the tile, or an older one of another size, or None.

        Args:
            photo_id: The photo.
            side: Logical pixels.
            ratio: The screen's device pixel ratio.
            cut: Whether to cut the right one when it is not here.
        """
        image = self._thumbnails.image(photo_id)
        known = self._tiles.get(photo_id)
        pixels = round(side * ratio)
        if image is not None and cut and (known is None or known[1:] != (pixels, image.cacheKey())):
            self._waiting[photo_id] = (pixels, ratio)
            self._waiting.move_to_end(photo_id)
            self._timer.start()
        if known is None:
            return None
        self._tiles.move_to_end(photo_id)
        return known[0]

    def _cut_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < SLICE_MS:
            photo_id, (pixels, ratio) = self._waiting.popitem(last=False)
            image = self._thumbnails.image(photo_id)
            if image is not None:
                self._keep(photo_id, square(image, pixels, ratio), pixels, image.cacheKey())
                self.cut.emit(photo_id)
        if not self._waiting:
            self._timer.stop()

    def _keep(self, photo_id: int, tile: QPixmap, pixels: int, source: int) -> None:
        before = self._tiles.pop(photo_id, None)
        if before is not None:
            self._bytes -= before[1] ** 2 * 4
        self._tiles[photo_id] = (tile, pixels, source)
        self._bytes += pixels**2 * 4
        while self._bytes > ROOM:
            _, (_, dropped, _) = self._tiles.popitem(last=False)
            self._bytes -= dropped**2 * 4


def square(image: QImage, pixels: int, ratio: float) -> QPixmap:
    """Cut the middle square of a photo, scale it to `pixels` and round its corners."""
    short = min(image.width(), image.height())
    left, top = (image.width() - short) // 2, (image.height() - short) // 3
    scaled = image.copy(left, top, short, short).scaled(
        pixels,
        pixels,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    tile = QPixmap(pixels, pixels)
    tile.fill(Qt.GlobalColor.transparent)
    with QPainter(tile) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(scaled))
        radius = rounding(pixels / ratio) * ratio
        painter.drawRoundedRect(QRectF(0, 0, pixels, pixels), radius, radius)
    tile.setDevicePixelRatio(ratio)
    return tile


@lru_cache(maxsize=8)
def blank(side: int, ratio: float, color: str) -> QPixmap:
    """Return what stands where no tile is yet.

    Args:
        side: Logical pixels.
        ratio: The screen's device pixel ratio.
        color: Its colour.
    """

    def paint(painter: QPainter) -> None:
        painter.setBrush(QColor(color))
        painter.drawRoundedRect(QRectF(0, 0, side, side), rounding(side), rounding(side))

    return stamp(side, side, ratio, paint)


def rounding(side: float) -> float:
    """Return the corner radius of a tile of `side` logical pixels."""
    return min(10.0, 3 + side / 40)
