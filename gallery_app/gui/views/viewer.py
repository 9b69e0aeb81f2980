"""Looking at one photo."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import IconButton, label
from gallery_app.gui.views.photo_canvas import PhotoCanvas

SHARPEN_MS = 150
CLOSEST = 6000
"""Pixels of the sharpest preview that is asked for."""


class Viewer(QFrame):
    """A photo of the wall, with the next and the previous one a key away.

    Signals:
        stepped: The id of the photo shown now.
        closed: Back to the wall.
    """

    stepped = Signal(int)
    closed = Signal()

    def __init__(
        self,
        model: PhotoWall,
        previews: Previews,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photo"))
        self._model = model
        self._previews = previews
        self._thumbnails = thumbnails
        self._photo_id = 0
        self._side = 0
        self.canvas = PhotoCanvas(self, margin=16)
        self._where = label("", "quiet", self)
        self._sharpen = QTimer(self, interval=SHARPEN_MS, singleShot=True)
        self._sharpen.timeout.connect(lambda: previews.want(self._photo_id, self._side))
        self.canvas.zoomed.connect(self._on_zoomed)
        previews.arrived.connect(self._on_arrived)
        previews.refused.connect(self._on_refused)
        self._build()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 4, 16, 12)
        bar.setSpacing(8)
        gestures = (
            ("chevron-left", self.tr("Previous photo (←)"), lambda: self.step(-1)),
            ("chevron-right", self.tr("Next photo (→)"), lambda: self.step(1)),
            ("fit", self.tr("Fit or look closely (Space)"), self.canvas.toggle),
        )
        bar.addStretch()
        for icon, tip, gesture in gestures:
            made = IconButton(icon, tip, self)
            made.clicked.connect(lambda _checked=False, gesture=gesture: gesture())
            bar.addWidget(made)
        bar.insertWidget(2, self._where)
        bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addLayout(bar)

    def use(self, model: PhotoWall) -> None:
        """Step through the photos of another wall."""
        self._model = model

    def look_at(self, photo_id: int) -> None:
        """Show a photo: its thumbnail at once, the photo itself when it is decoded."""
        same = photo_id == self._photo_id
        self._photo_id = photo_id
        row = self._model.row_of(photo_id)
        self._where.setText(
            self.tr("{n} of {total}").format(n=row + 1, total=f"{len(self._model.ids):,}")
        )
        image = self._previews.image(photo_id) or self._thumbnails.image(photo_id)
        self.canvas.show_image(image, same=same)
        side = self._window_side()
        for near in (row, row + 1, row - 1):
            if 0 <= near < len(self._model.ids):
                self._previews.want(self._model.ids[near], side)

    def step(self, by: int) -> None:
        """Look at the next (1) or previous (-1) photo of the wall."""
        row = self._model.row_of(self._photo_id) + by
        if 0 <= row < len(self._model.ids):
            self.stepped.emit(self._model.ids[row])

    def _window_side(self) -> int:
        screen = self.screen().size()
        return round(max(screen.width(), screen.height()) * self.devicePixelRatioF())

    def _on_zoomed(self, side: int) -> None:
        wished = min(side, CLOSEST)
        if wished > self._window_side():
            self._side = wished
            self._sharpen.start()

    def _on_arrived(self, photo_id: int) -> None:
        if photo_id == self._photo_id:
            self.canvas.show_image(self._previews.image(photo_id), same=True)

    def _on_refused(self, photo_id: int, sentence: str) -> None:
        if photo_id == self._photo_id and self._thumbnails.image(photo_id) is None:
            self.canvas.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Step, zoom, or go back."""
        gestures = {
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Space: self.canvas.toggle,
            Qt.Key.Key_F: self.canvas.fit,
            Qt.Key.Key_Return: self.closed.emit,
        }
        gesture = gestures.get(Qt.Key(event.key()))
        if gesture is None:
            super().keyPressEvent(event)
        else:
            gesture()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the keys."""
        self.setFocus()
        super().mousePressEvent(event)
