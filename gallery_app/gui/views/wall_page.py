"""The wall, or why it is empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.timeline import Timeline
from gallery_app.gui.views.wall import Wall


class WallPage(QStackedWidget):
    """The wall of what was looked for.

    Signals:
        all_asked: Show every photo.
    """

    all_asked = Signal()

    def __init__(
        self, model: PhotoWall, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("wallPage")
        self._model = model
        self._wants_timeline = True
        self.wall = Wall(model, thumbnails, self)
        self.timeline = Timeline(self)
        self.timeline.gone.connect(self.wall.scroll_to_row)
        self.wall.verticalScrollBar().valueChanged.connect(self._follow)
        model.modelReset.connect(self._read_months)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.wall)
        column.addWidget(self.timeline)
        nothing = EmptyState(
            "search",
            self.tr("No photos here"),
            self.tr("No photo fits. Search for something else, or look at all of them."),
            self.tr("Show all photos"),
            self,
        )
        nothing.pressed.connect(self.all_asked)
        coming = EmptyState(
            "photos",
            self.tr("Looking for photos…"),
            self.tr("They appear here as they are found."),
            parent=self,
        )
        for part in (page, nothing, coming):
            self.addWidget(part)

    def show_timeline(self, *, wanted: bool) -> None:
        """Show the strip of months, where there are months, or hide it."""
        self._wants_timeline = wanted
        self.timeline.setVisible(wanted and self.timeline.worth_showing)

    def _read_months(self) -> None:
        self.timeline.show_months(self._model.rows.months)
        self.show_timeline(wanted=self._wants_timeline)
        self._follow()

    def _follow(self) -> None:
        self.timeline.show_seen(self.wall.shown_rows())

    def show_state(self, *, photos: bool, looking: bool) -> None:
        """Show the wall, that photos are coming, or that none fits."""
        self.setCurrentIndex(0 if photos else 2 if looking else 1)
