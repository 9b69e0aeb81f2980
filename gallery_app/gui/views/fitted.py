"""Pictures of whole photos, fitted into a square."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap, QTransform

from gallery_app.domain.photo import Photo
from gallery_app.gui.models.thumbnails import Thumbnails

KEPT = 300
"""Pictures kept fitted and turned."""


class Fitted(QObject):
    """Pictures of photos, fitted into a square and turned by quarters.

    Signals:
        changed: A picture arrived.
    """

    changed = Signal()

    def __init__(self, thumbnails: Thumbnails, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._kept: OrderedDict[tuple[int, int, int, int], QPixmap] = OrderedDict()
        thumbnails.arrived.connect(self.changed)

    def picture(self, photo: Photo, side: int, ratio: float, quarters: int = 0) -> QPixmap | None:
        """Return the picture, None while it is on its way."""
        pixels = round(side * ratio)
        self._thumbnails.want(photo, pixels)
        image = self._thumbnails.image(photo.id)
        if image is None:
            return None
        key = (photo.id, quarters, pixels, image.cacheKey())
        if key not in self._kept:
            fitted = image.scaled(
                pixels,
                pixels,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            turned = QPixmap.fromImage(fitted.transformed(QTransform().rotate(90 * quarters)))
            turned.setDevicePixelRatio(ratio)
            self._kept[key] = turned
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]
