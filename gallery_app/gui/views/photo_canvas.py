"""One photo: fit, zoom to the pointer, pan."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme

LARGEST = 8.0
CORNER = 8


class PhotoCanvas(QWidget):
    """Shows a picture; a sharper one of the same photo takes its place without a jump.

    Signals:
        zoomed: Screen pixels that the photo's long side takes now.
        left_empty: A click beside the photo.
    """

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None, margin: int = 0) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._words = ""
        self._margin = margin
        self._scale = 1.0
        self._middle = QPointF()
        self._grip: QPointF | None = None
        self.setMinimumSize(160, 120)

    @property
    def scale(self) -> float:
        """Size against fitting the window; 1 fits."""
        return self._scale

    def show_image(self, image: QImage | None, *, same: bool) -> None:
        """Show a picture.

        Args:
            image: The picture, or None for none yet.
            same: True when it is a sharper picture of the photo shown now.
        """
        self._words = ""
        self._picture = QPixmap.fromImage(image) if image is not None else QPixmap()
        if not same:
            self.fit()
        self.update()

    def say(self, words: str) -> None:
        """Show a sentence in place of a photo."""
        self._picture = QPixmap()
        self._words = words
        self.update()

    def fit(self) -> None:
        """Show all of the photo."""
        self._scale = 1.0
        self._middle = QPointF()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    def zoom(self, factor: float, pointer: QPointF | None = None) -> None:
        """Zoom by a factor, keeping what is under `pointer` where it is."""
        pointer = pointer or QPointF(self.rect().center())
        scale = min(max(self._scale * factor, 1.0), LARGEST)
        offset = pointer - QPointF(self.rect().center())
        self._middle = offset - (offset - self._middle) * (scale / self._scale)
        self._scale = scale
        self._hold()
        grab = Qt.CursorShape.OpenHandCursor if scale > 1 else Qt.CursorShape.ArrowCursor
        self.setCursor(grab)
        room = self._frame()
        self.zoomed.emit(round(max(room.width(), room.height()) * self.devicePixelRatioF()))
        self.update()

    def toggle(self, pointer: QPointF | None = None) -> None:
        """Fit, or look closely at `pointer`."""
        if self._scale > 1:
            self.fit()
        else:
            self.zoom(3.0, pointer)

    def _frame(self) -> QRectF:
        """Return where the photo is drawn."""
        room = QRectF(self.rect()).adjusted(
            self._margin, self._margin, -self._margin, -self._margin
        )
        size = self._picture.size().toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size *= self._scale
        frame = QRectF(QPointF(), size)
        frame.moveCenter(room.center() + self._middle)
        return frame

    def _hold(self) -> None:
        """Keep the photo from being dragged out of sight."""
        frame = self._frame()
        across = max(0.0, (frame.width() - self.width()) / 2)
        down = max(0.0, (frame.height() - self.height()) / 2)
        self._middle = QPointF(
            min(max(self._middle.x(), -across), across), min(max(self._middle.y(), -down), down)
        )

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom to the pointer."""
        self.zoom(1.0018 ** event.angleDelta().y(), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the photo."""
        self._grip = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pan."""
        if self._grip is not None and self._scale > 1:
            self._middle += event.position() - self._grip
            self._grip = event.position()
            self._hold()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Let go."""
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Look closely, or fit again."""
        self.toggle(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the photo."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture.isNull():
            painter.setPen(theme.colors().faint)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
            return
        frame = self._frame()
        if self._scale == 1.0:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            rounded = QPainterPath()
            rounded.addRoundedRect(frame, CORNER, CORNER)
            painter.setClipPath(rounded)
        painter.drawPixmap(frame, self._picture, QRectF(self._picture.rect()))
