"""The wall, or why it is empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gallery_app.domain.query import QueryError, parse_query
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
        self._nothing = nothing = EmptyState(
            "search", *self._why_empty(""), self.tr("Show all photos"), self
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

    def show_state(self, query: str, *, photos: bool, looking: bool) -> None:
        """Show the wall, that photos are coming, or why none fits a query."""
        self._nothing.say(*self._why_empty(query))
        self.setCurrentIndex(0 if photos else 2 if looking else 1)

    def _why_empty(self, query: str) -> tuple[str, str]:
        """Return a title, and a sentence that says how photos come here."""
        by_place = {
            "is:untagged": (
                self.tr("Every photo has a tag"),
                self.tr("New photos wait here until you tag them."),
            ),
            "is:picked": (
                self.tr("No photo is picked yet"),
                self.tr("P picks the selected photos: the best, to be found here again."),
            ),
            "album:": (
                self.tr("Nothing in this album yet"),
                self.tr(
                    "Select photos and press B, or drag them onto the album. "
                    "A saved search fills by itself."
                ),
            ),
            "tag:": (
                self.tr("No photo carries this tag"),
                self.tr("Select photos and press T, or drag them onto the tag."),
            ),
        }
        nothing = (
            self.tr("No photos here"),
            self.tr("No photo fits. Search for something else, or look at all of them."),
        )
        place = _lone_term(query)
        return next((told for start, told in by_place.items() if place.startswith(start)), nothing)


def _lone_term(query: str) -> str:
    """Return the one condition of a query, as kind and value; "" when it has none or several."""
    try:
        terms = parse_query(query)
    except QueryError:  # the search bar says what is wrong with it
        return ""
    return f"{terms[0].kind}:{terms[0].value}" if len(terms) == 1 and not terms[0].negated else ""
