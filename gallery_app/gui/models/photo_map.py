"""The map of the library: where photos lie and their colours; facts of the few looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.photo import Photo
from gallery_app.domain.photo_map import PhotoMap, Shade, Shades, shade_kinds
from gallery_app.gui.bridge import Bridge, Library, Reading
from gallery_app.gui.models.watched import Watched

MOST_FACTS = 5000
"""Photos whose facts are kept."""


class Map(Watched, QObject):
    """Places and colours of all photos.

    Attributes:
        map: The places.
        shades: The colours, in the order of the places.
        shade: What they show.
        drawing: Whether the map is being drawn.
        read: Whether the library has been asked once.

    Signals:
        shown: Places or colours are others now, or drawing began or ended.
        known: Facts of more photos are here.
    """

    shown = Signal()
    known = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.map = PhotoMap()
        self.shade = Shade.TAG
        self.shades: Shades = shade_kinds(self.map.ids, {})
        self.drawing = self.read = False
        self._reading = Reading(bridge, self._read, self._show)
        self._photos: dict[int, Photo] = {}
        self._asked: set[int] = set()
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read places and colours again."""
        self._reading.again()

    def _read(self, library: Library) -> tuple[Shade, PhotoMap, Shades]:
        shade, found = self.shade, library.mapping.photo_map()
        return shade, found, library.mapping.shades(found, shade)

    def color_by(self, shade: Shade) -> None:
        """Colour the points by something else."""
        self.shade = shade
        self.refresh()

    def draw(self) -> None:
        """Lay all photos out anew."""
        if self.drawing:
            return
        self.drawing = True
        title = self.tr("Drawing the map")
        self._bridge.start(
            title, lambda library: library.mapping.draw(), lambda _n: None, over=self._drawn
        )
        self.shown.emit()

    def photo(self, photo_id: int) -> Photo | None:
        """Return a photo's facts if they are here; see `look_up`."""
        return self._photos.get(photo_id)

    def look_up(self, ids: Sequence[int]) -> None:
        """Ask for the facts of these photos, those that are not here."""
        new = [i for i in ids if i not in self._photos and i not in self._asked]
        if not new:
            return
        self._asked.update(new)

        def keep(photos: list[Photo]) -> None:
            self._asked.difference_update(new)
            if len(self._photos) > MOST_FACTS:
                self._photos.clear()
            self._photos.update((photo.id, photo) for photo in photos)
            self.known.emit()

        self._bridge.ask(lambda library: library.photos(new), keep)

    def _drawn(self) -> None:
        self.drawing = False
        self.refresh()

    def _show(self, answer: tuple[Shade, PhotoMap, Shades]) -> None:
        shade, found, shades = answer
        if shade == self.shade:
            self.map, self.shades, self.read = found, shades, True
            self.shown.emit()

    def _on_changed(self, changes: Changes) -> None:
        for photo_id in changes.photos | changes.marked:  # a turned photo looks different
            self._photos.pop(photo_id, None)
        colours = {
            Shade.TAG: bool(changes.tagged or changes.tags),
            Shade.CLUSTER: changes.clusters,
            Shade.DATE: bool(changes.photos),
            Shade.SURENESS: changes.suggestions,
        }
        if self.watched and (changes.places or changes.photos or colours[self.shade]):
            self.refresh()
