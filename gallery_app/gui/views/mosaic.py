"""Up to four photos as one square picture."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap

from gallery_app.domain.photo import Photo
from gallery_app.gui import theme
from gallery_app.gui.models.thumbnails import Thumbnails

KEPT = 256
GAP = 2


class Mosaics(QObject):
    """Mosaics, made when first seen and again when a sharper picture arrives.

    Signals:
        changed: Some mosaic looks different now.
    """

    changed = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._made: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        self._waiting: set[int] = set()
        thumbnails.arrived.connect(self._on_arrived)

    def mosaic(self, photos: Sequence[Photo], side: int, ratio: float) -> QPixmap:
        """Return the picture.

        Args:
            photos: One fills the square, four make two rows.
            side: Logical pixels.
            ratio: The screen's device pixel ratio.
        """
        images = [self._thumbnails.image(photo.id) for photo in photos]
        for photo in photos:
            self._thumbnails.want(photo, round(side * ratio))
        self._waiting.update(photo.id for photo in photos)
        marks = tuple(image.cacheKey() if image else 0 for image in images)
        key = (marks, side, ratio, theme.colors().tile)
        if key not in self._made:
            self._made[key] = _draw(images, side, ratio)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        self._made.move_to_end(key)
        return self._made[key]

    def _on_arrived(self, photo_id: int) -> None:
        if photo_id in self._waiting:
            self.changed.emit()


def _draw(images: Sequence[QImage | None], side: int, ratio: float) -> QPixmap:
    pixels = round(side * ratio)
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(0, 0, pixels, pixels, 8 * ratio, 8 * ratio)
        painter.setClipPath(frame)
        for place, image in zip(
            _places(len(images), pixels, round(GAP * ratio)), images, strict=True
        ):
            if image is None:
                painter.fillRect(place, QColor(theme.colors().tile))
            else:
                painter.drawImage(place, image, _middle(image, place))
    made.setDevicePixelRatio(ratio)
    return made


def _places(count: int, pixels: int, gap: int) -> list[QRect]:
    half = (pixels - gap) // 2
    far = half + gap
    if count == 1:
        return [QRect(0, 0, pixels, pixels)]
    if count == 2:
        return [QRect(0, 0, half, pixels), QRect(far, 0, half, pixels)]
    if count == 3:
        return [
            QRect(0, 0, half, pixels),
            QRect(far, 0, half, half),
            QRect(far, far, half, half),
        ]
    return [QRect(x, y, half, half) for y in (0, far) for x in (0, far)][:count]


def _middle(image: QImage, place: QRect) -> QRect:
    """Return the part of the image that fills `place` without distortion."""
    scale = min(image.width() / place.width(), image.height() / place.height())
    wide, tall = round(place.width() * scale), round(place.height() * scale)
    return QRect((image.width() - wide) // 2, (image.height() - tall) // 3, wide, tall)
