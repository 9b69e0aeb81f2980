"""Photos one after the other, over the whole screen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from gallery_app.gui.models.previews import Previews
from gallery_app.gui.views.keys import sideways

STAY_MS, FADE_MS = 4000, 500


class Slideshow(QWidget):
    """Shows photos for a few seconds each; Space pauses, arrows step, Esc ends it.

    Args:
        ids: The photos, in order; after the last comes the first.
        start: Where to begin.
        previews: Their pictures.
        parent: The window, which gets the keys back.
    """

    def __init__(
        self, ids: Sequence[int], start: int, previews: Previews, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Slideshow"))
        self.setAccessibleName(self.tr("Slideshow"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._ids = ids
        self._place = start
        self._previews = previews
        self._now, self._before = QPixmap(), QPixmap()
        self._fade = QVariantAnimation(self, duration=FADE_MS, startValue=0.0, endValue=1.0)
        self._fade.valueChanged.connect(self.update)
        self._timer = QTimer(self, interval=STAY_MS)
        self._timer.timeout.connect(lambda: self.step(1))
        previews.arrived.connect(self._on_arrived)
        self._timer.start()
        self._show()

    @property
    def photo_id(self) -> int:
        """The photo shown now."""
        return self._ids[self._place]

    @property
    def paused(self) -> bool:
        """Whether it waits."""
        return not self._timer.isActive()

    def step(self, by: int) -> None:
        """Show the next photo (1) or the one before (-1)."""
        self._place = (self._place + by) % len(self._ids)
        if not self.paused:
            self._timer.start()
        self._show()

    def pause(self) -> None:
        """Wait, or go on."""
        if self.paused:
            self._timer.start()
        else:
            self._timer.stop()

    def _show(self) -> None:
        side = round(max(self.width(), self.height(), 1024) * self.devicePixelRatioF())
        for ahead in (0, 1, 2):
            self._previews.want(self._ids[(self._place + ahead) % len(self._ids)], side)
        image = self._previews.image(self.photo_id)
        if image is not None:
            self._before, self._now = self._now, QPixmap.fromImage(image)
            self._fade.start()

    def _on_arrived(self, photo_id: int) -> None:
        if photo_id == self.photo_id:
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Step, pause, or end."""
        gestures = {
            Qt.Key.Key_Space: self.pause,
            Qt.Key.Key_Escape: self.close,
            Qt.Key.Key_F9: self.close,
        }
        step, gesture = sideways(event, self), gestures.get(Qt.Key(event.key()))
        if step:
            self.step(step)
        elif gesture is None:
            super().keyPressEvent(event)
        else:
            gesture()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """End it."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the photo, and the one before it while it fades."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), QColor("#000000"))
            shown = float(self._fade.currentValue() or 0.0)
            for picture, opacity in ((self._before, 1.0 - shown), (self._now, shown)):
                if not picture.isNull() and opacity > 0:
                    painter.setOpacity(opacity)
                    size = picture.size().toSizeF()
                    size.scale(self.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
                    frame = QRectF(0, 0, size.width(), size.height())
                    frame.moveCenter(QRectF(self.rect()).center())
                    painter.drawPixmap(frame, picture, QRectF(picture.rect()))
