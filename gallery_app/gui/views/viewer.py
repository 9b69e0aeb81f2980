"""Looking at one photo."""

from PySide6.QtCore import QPoint, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import IconButton, label
from gallery_app.gui.views.chips import TagEntry
from gallery_app.gui.views.filmstrip import Filmstrip
from gallery_app.gui.views.info_overlay import InfoOverlay
from gallery_app.gui.views.keys import sideways
from gallery_app.gui.views.part_box import PartBox
from gallery_app.gui.views.part_marks import KnownParts
from gallery_app.gui.views.photo_canvas import PhotoCanvas

SHARPEN_MS = 150
CLOSEST = 6000
"""Pixels of the sharpest preview that is asked for."""
AHEAD = (0, 1, -1, 2)
"""Which neighbours are decoded, in this order; 1 is the next in the direction of the last step."""
MARGIN = 16


class Viewer(QFrame):
    """A photo of the wall, with the next and the previous one a key away.

    Signals:
        stepped: The id of the photo shown now.
        closed: Back to the wall.
        asked: A gesture by its name.
        part_asked: The `Part` of the photo that others shall be like.
        part_named: A `Part` of the photo, and a tag for it, as typed.
    """

    stepped = Signal(int)
    closed = Signal()
    asked = Signal(str)
    part_asked = Signal(object)
    part_named = Signal(object, str)

    def __init__(
        self,
        model: PhotoWall,
        previews: Previews,
        thumbnails: Thumbnails,
        names: QStringListModel,
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
        self._way = 1
        self.canvas = PhotoCanvas(self, margin=MARGIN)
        self.info = InfoOverlay(self.canvas)
        self.info.move(QPoint(MARGIN + 8, MARGIN + 8))
        self.marks = KnownParts(self.canvas)
        self.part = PartBox(self.canvas, names)
        self.part.asked.connect(self.part_asked)
        self.part.named.connect(self.part_named)
        self.part.closed.connect(self.setFocus)
        self.strip = Filmstrip(model, thumbnails, self)
        self.strip.gone.connect(self.stepped)
        self.entry = TagEntry(names, self)
        self.entry.setMinimumWidth(120)
        self.entry.setMaximumWidth(200)
        self._where = label("", "quiet", self)
        self._sharpen = QTimer(self, interval=SHARPEN_MS, singleShot=True)
        self._sharpen.timeout.connect(lambda: previews.want(self._photo_id, self._side))
        self.canvas.zoomed.connect(self._on_zoomed)
        model.dataChanged.connect(self._show_info)
        previews.arrived.connect(self._on_arrived)
        previews.outdated.connect(self._on_outdated)
        previews.refused.connect(self._on_refused)
        self._build()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 0, 16, 10)
        bar.setSpacing(6)
        back, on = "→←" if self.isRightToLeft() else "←→"
        gestures = (
            ("info", self.tr("About the photo (O)"), "info"),
            ("turn-left", self.tr("Turn left ([)"), "turn-left"),
            ("turn-right", self.tr("Turn right (])"), "turn-right"),
            ("chevron-left", self.tr("Previous photo ({arrow})").format(arrow=back), "previous"),
            ("chevron-right", self.tr("Next photo ({arrow})").format(arrow=on), "next"),
            ("fit", self.tr("Fit (F)"), "fit"),
            ("actual", self.tr("Pixel for pixel (Shift+F)"), "actual"),
            ("part", self.tr("Search by a part of it, or tag it (R)"), "part"),
            ("compare", self.tr("Compare with the next one (C)"), "compare"),
            ("play", self.tr("Slideshow (F9)"), "slideshow"),
        )
        for place, (icon, tip, name) in enumerate(gestures):
            made = IconButton(icon, tip, self)
            made.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
            bar.addWidget(made)
            if place == 2:
                bar.addStretch()
            elif name == "previous":
                bar.addWidget(self._where)
        bar.addStretch()
        bar.addWidget(self.entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.strip)
        column.addLayout(bar)

    def use(self, model: PhotoWall) -> None:
        """Step through the photos of another wall."""
        if model is not self._model:
            self._model.dataChanged.disconnect(self._show_info)
            self._model = model
            model.dataChanged.connect(self._show_info)
            self.strip.use(model)

    def look_at(self, photo_id: int) -> None:
        """Show a photo: its thumbnail at once, the photo itself when it is decoded."""
        same = photo_id == self._photo_id
        if not same:
            self.part.leave()
            self.marks.look_at(photo_id)
        row = self._model.row_of(photo_id)
        before = self._model.row_of(self._photo_id)
        if not same and before >= 0:
            self._way = 1 if row >= before else -1
        self._photo_id = photo_id
        self._where.setText(
            self.tr("{n} of {total}").format(n=row + 1, total=f"{len(self._model.ids):,}")
        )
        self.strip.look_at(row)
        self._show_info()
        image = self._previews.image(photo_id) or self._thumbnails.image(photo_id)
        self.canvas.show_image(image, same=same, full=self._full())
        self._prefetch(row)

    def _prefetch(self, row: int) -> None:
        side = self._window_side()
        for ahead in AHEAD:
            near = row + ahead * self._way
            if 0 <= near < len(self._model.ids):
                self._previews.want(self._model.ids[near], side)

    def _full(self) -> QSize | None:
        row = self._model.row_of(self._photo_id)
        facts = self._model.row(row) if row >= 0 else None
        return QSize(facts.photo.width, facts.photo.height) if facts else None

    def _show_info(self) -> None:
        row = self._model.row_of(self._photo_id)
        self.info.show_row(self._model.row(row) if row >= 0 else None)
        told = self._model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) if row >= 0 else None
        self.setAccessibleDescription(", ".join(filter(None, (told, self._where.text()))))

    def do(self, name: str) -> None:
        """Do what a gesture of the viewer says."""
        gestures = {
            "previous": lambda: self.step(-1),
            "next": lambda: self.step(1),
            "fit": self.canvas.fit,
            "actual": self.canvas.actual,
            "info": self._toggle_info,
            "part": self.part.leave if self.part.isVisible() else self.part.start,
        }
        gestures[name]()

    def step(self, by: int) -> None:
        """Look at the next (1) or previous (-1) photo of the wall."""
        row = self._model.row_of(self._photo_id) + by
        if 0 <= row < len(self._model.ids):
            self.stepped.emit(self._model.ids[row])

    def _toggle_info(self) -> None:
        self.info.setVisible(not self.info.isVisible())
        self.marks.show_tagged(shown=self.info.isVisible())

    def take_tag(self) -> None:
        """Give the keys to the entry for a tag, of the part while one is chosen."""
        entry = self.part.entry if self.part.isVisible() else self.entry
        entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
            self.canvas.show_image(self._previews.image(photo_id), same=True, full=self._full())

    def _on_outdated(self, photo_id: int) -> None:
        if photo_id == self._photo_id and self.isVisible():
            self._previews.want(photo_id, self._window_side())

    def _on_refused(self, photo_id: int, sentence: str) -> None:
        if photo_id == self._photo_id and self._thumbnails.image(photo_id) is None:
            self.canvas.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Step, zoom, or go back."""
        gestures = {
            Qt.Key.Key_Space: self.canvas.toggle,
            Qt.Key.Key_Return: self.closed.emit,
        }
        step, gesture = sideways(event, self), gestures.get(Qt.Key(event.key()))
        if step:
            self.step(step)
        elif gesture is None:
            super().keyPressEvent(event)
        else:
            gesture()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the keys."""
        self.setFocus()
        super().mousePressEvent(event)
