"""Two to four photos side by side, zoomed and moved together."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from gallery_app.domain.photo import Photo
from gallery_app.gui.models.compared import Compared
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import mark_words
from gallery_app.gui.views.buttons import OneLine
from gallery_app.gui.views.keys import sideways
from gallery_app.gui.views.photo_canvas import PhotoCanvas

REJECTED = -1
FULL_ROW = 3


class ComparedPhoto(QFrame):
    """One of the photos, with its name and marks; framed when the keys are its.

    Signals:
        taken: The pointer went down here.
    """

    taken = Signal()

    def __init__(self, photo: Photo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photo = photo
        self.setObjectName("compared")
        self.setAccessibleName(photo.path.name)
        self.canvas = PhotoCanvas(self)
        self.canvas.taken.connect(self.taken)
        self._words = OneLine("", "caption", self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 6)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._words)
        self.mark(photo)

    def mark(self, photo: Photo) -> None:
        """Show the marks that the photo has now."""
        self.photo = photo
        stars = "★" * max(0, photo.rating or 0)
        marks = [stars, "⚑" if photo.picked else "", "⊘" if photo.rating == REJECTED else ""]
        self._words.setText("   ".join([photo.path.name, *(mark for mark in marks if mark)]))

    def show_focus(self, *, focused: bool) -> None:
        """Frame the photo whose marks the keys set, or not."""
        self.setProperty("focused", focused)
        self.style().unpolish(self)
        self.style().polish(self)


class ComparePage(QFrame):
    """The photos; what is done to one canvas happens to all.

    Signals:
        focused: The id of the photo that gestures mean.
        opened: The id of a photo to look at alone.
        left: Back.
    """

    focused = Signal(int)
    opened = Signal(int)
    left = Signal()

    def __init__(
        self,
        compared: Compared,
        previews: Previews,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compare")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Photos side by side"))
        self._compared = compared
        self._previews = previews
        self._thumbnails = thumbnails
        self.cells: list[ComparedPhoto] = []
        self._place = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setSpacing(8)
        compared.changed.connect(self._show)
        previews.arrived.connect(self._on_arrived)
        previews.outdated.connect(lambda photo_id: self._want([photo_id]))

    @property
    def photo_id(self) -> int:
        """The photo that gestures mean, 0 before there is one."""
        return self.cells[self._place].photo.id if self.cells else 0

    def _show(self, photos: Sequence[Photo]) -> None:
        if [cell.photo.id for cell in self.cells] != [photo.id for photo in photos]:
            self._fill(photos)
        for cell, photo in zip(self.cells, photos, strict=True):
            cell.mark(photo)
        self._want([photo.id for photo in photos])

    def _fill(self, photos: Sequence[Photo]) -> None:
        for cell in self.cells:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self.cells = [ComparedPhoto(photo, self) for photo in photos]
        columns = 2 if len(photos) in {2, 4} else max(1, len(photos))
        for column in range(FULL_ROW):  # as wide as each other, however long their names
            self._grid.setColumnStretch(column, int(column < columns))
        for place, cell in enumerate(self.cells):
            self._grid.addWidget(cell, place // columns, place % columns)
            cell.taken.connect(lambda place=place: self.focus_on(place))
            cell.canvas.moved.connect(
                lambda scale, middle, moved=cell: self._follow(moved, scale, middle)
            )
            image = self._previews.image(cell.photo.id) or self._thumbnails.image(cell.photo.id)
            cell.canvas.show_image(image, same=False, full=_size(cell.photo))
        self.focus_on(0)

    def focus_on(self, place: int) -> None:
        """Let gestures mean another of the photos."""
        if self.cells:
            self._place = place % len(self.cells)
            for number, cell in enumerate(self.cells):
                cell.show_focus(focused=number == self._place)
            photo = self.cells[self._place].photo
            self.setAccessibleDescription(", ".join([photo.path.name, *mark_words(photo)]))
            self.focused.emit(self.photo_id)

    def zoom(self, factor: float) -> None:
        """Zoom all of them."""
        if self.cells:
            self.cells[self._place].canvas.zoom(factor)

    def do(self, name: str) -> None:
        """Do what a gesture says: "fit" or "actual"."""
        if self.cells and name in {"fit", "actual"}:
            getattr(self.cells[self._place].canvas, name)()

    def _follow(self, moved: ComparedPhoto, scale: float, middle: QPointF) -> None:
        for cell in self.cells:
            if cell is not moved:
                cell.canvas.look(scale, QPointF(middle))

    def _want(self, ids: Sequence[int]) -> None:
        if self.isVisible():
            side = round(max(self.width(), self.height()) * self.devicePixelRatioF() * 2)
            for photo_id in ids:
                if any(cell.photo.id == photo_id for cell in self.cells):
                    self._previews.want(photo_id, side)

    def _on_arrived(self, photo_id: int) -> None:
        for cell in self.cells:
            if cell.photo.id == photo_id:
                image = self._previews.image(photo_id)
                cell.canvas.show_image(image, same=True, full=_size(cell.photo))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go from photo to photo, or zoom."""
        lines = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = sideways(event, self) or lines.get(Qt.Key(event.key()), 0)
        if step:
            self.focus_on(self._place + step)
        elif event.key() == Qt.Key.Key_Space and self.cells:
            self.cells[self._place].canvas.toggle()
        elif event.key() == Qt.Key.Key_Return and self.cells:
            self.opened.emit(self.photo_id)
        else:
            super().keyPressEvent(event)


def _size(photo: Photo) -> QSize:
    return QSize(photo.width, photo.height)
