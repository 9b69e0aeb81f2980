"""One photo: fit, zoom to the pointer, pixel for pixel, pan."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from gallery_app.gui import theme

LARGEST = 8.0
CORNER = 8
CLOSE = 3.0
"""How much closer a photo is looked at that has no more pixels than the screen shows."""


class PhotoCanvas(QWidget):
    """Shows a picture; a sharper one of the same photo takes its place without a jump.

    Signals:
        zoomed: Screen pixels that the photo's long side takes now.
        moved: Scale, and the point of the photo in the middle, in fractions of its size.
        taken: The pointer went down here.
        resized: The canvas has another size.
    """

    zoomed = Signal(int)
    moved = Signal(float, QPointF)
    taken = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None, margin: int = 0) -> None:
        super().__init__(parent)
        self._picture = QPixmap()
        self._words = ""
        self._margin = margin
        self._full = QSize()
        self._scale = 1.0
        self._middle = QPointF(0.5, 0.5)
        self._grip: QPointF | None = None
        self.setMinimumSize(160, 120)

    @property
    def scale(self) -> float:
        """Size against fitting the window; 1 fits."""
        return self._scale

    @property
    def one_to_one(self) -> float:
        """The scale at which a pixel of the photo is one of the screen."""
        fitting = self._fitting().width() * self.devicePixelRatioF()
        return max(1.0, self._full.width() / fitting) if fitting else 1.0

    def show_image(self, image: QImage | None, *, same: bool, full: QSize | None = None) -> None:
        """Show a picture.

        Args:
            image: The picture, or None for none yet.
            same: True when it is a sharper picture of the photo shown now.
            full: The photo's own size in pixels, where it is known.
        """
        self._words = ""
        self._picture = QPixmap.fromImage(image) if image is not None else QPixmap()
        self._full = full or self._picture.size()
        if not same:
            self.look(1.0, QPointF(0.5, 0.5))
        self.update()

    def say(self, words: str) -> None:
        """Show a sentence in place of a photo."""
        self._picture = QPixmap()
        self._words = words
        self.update()

    def fit(self) -> None:
        """Show all of the photo."""
        self.look(1.0, QPointF(0.5, 0.5))
        self.moved.emit(self._scale, self._middle)

    def actual(self, pointer: QPointF | None = None) -> None:
        """Show a pixel of the photo as one of the screen, keeping what is under `pointer`."""
        self.zoom(self.one_to_one / self._scale, pointer)

    def zoom(self, factor: float, pointer: QPointF | None = None) -> None:
        """Zoom by a factor, keeping what is under `pointer` where it is."""
        scale = min(max(self._scale * factor, 1.0), max(LARGEST, 2 * self.one_to_one))
        centre = QRectF(self.rect()).center()
        offset = (pointer or centre) - centre
        before, after = self._fitting() * self._scale, self._fitting() * scale
        if not before.isEmpty():
            self._middle += QPointF(
                offset.x() * (1 / before.width() - 1 / after.width()),
                offset.y() * (1 / before.height() - 1 / after.height()),
            )
        self.look(scale, self._middle)
        self.moved.emit(self._scale, self._middle)

    def look(self, scale: float, middle: QPointF) -> None:
        """Look at a part of the photo, as another canvas does.

        Args:
            scale: Size against fitting the window.
            middle: The point of the photo in the middle, in fractions of its size.
        """
        self._scale, self._middle = scale, middle
        self._hold()
        grab = Qt.CursorShape.OpenHandCursor if scale > 1 else Qt.CursorShape.ArrowCursor
        self.setCursor(grab)
        room = self._fitting() * scale
        self.zoomed.emit(round(max(room.width(), room.height()) * self.devicePixelRatioF()))
        self.update()

    def toggle(self, pointer: QPointF | None = None) -> None:
        """Fit, or look at `pointer` pixel for pixel."""
        if self._scale > 1:
            self.fit()
        else:
            self.zoom(self.one_to_one if self.one_to_one > 1 else CLOSE, pointer)

    def _fitting(self) -> QSizeF:
        """Return the size at which the photo fits."""
        room = QRectF(self.rect()).adjusted(
            self._margin, self._margin, -self._margin, -self._margin
        )
        size = self._picture.size().toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return size

    @property
    def frame(self) -> QRectF:
        """Where the photo is drawn."""
        size = self._fitting() * self._scale
        frame = QRectF(QPointF(), size)
        shift = QPointF(
            (0.5 - self._middle.x()) * size.width(), (0.5 - self._middle.y()) * size.height()
        )
        frame.moveCenter(QRectF(self.rect()).center() + shift)
        return frame

    def _hold(self) -> None:
        """Keep the photo from being dragged out of sight."""
        size = self._fitting() * self._scale
        if size.isEmpty():
            return
        across = max(0.0, (1 - self.width() / size.width()) / 2)
        down = max(0.0, (1 - self.height() / size.height()) / 2)
        self._middle = QPointF(
            min(max(self._middle.x(), 0.5 - across), 0.5 + across),
            min(max(self._middle.y(), 0.5 - down), 0.5 + down),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep what is in the middle in sight."""
        self._hold()
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom to the pointer."""
        self.zoom(1.0018 ** event.angleDelta().y(), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the photo."""
        self._grip = event.position()
        self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Pan."""
        if self._grip is None or self._scale <= 1:
            return
        size = self._fitting() * self._scale
        way = event.position() - self._grip
        self._grip = event.position()
        self._middle -= QPointF(way.x() / size.width(), way.y() / size.height())
        self._hold()
        self.moved.emit(self._scale, self._middle)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """Let go."""
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Look closely, or fit again."""
        self.toggle(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the photo."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._picture.isNull():
                painter.setPen(theme.colors().faint)
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
                return
            frame = self.frame
            if self._scale == 1.0:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                rounded = QPainterPath()
                rounded.addRoundedRect(frame, CORNER, CORNER)
                painter.setClipPath(rounded)
            painter.drawPixmap(frame, self._picture, QRectF(self._picture.rect()))
