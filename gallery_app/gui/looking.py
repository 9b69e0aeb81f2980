"""Looking at photos: from the wall into the viewer, side by side, as a slideshow, and back."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gallery_app.domain.part import Part
from gallery_app.domain.photo import Photo
from gallery_app.domain.tag import leaf
from gallery_app.gui.actions import Actions
from gallery_app.gui.models.compared import FEWEST, MOST
from gallery_app.gui.models.export import Scope
from gallery_app.gui.models.model_set import ModelSet
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.views.screens import Screens
from gallery_app.gui.views.slideshow import Slideshow


class Looking(QObject):
    """Joins the screens that show photos, and knows which photos the next gesture means.

    Signals:
        followed: Other photos are chosen now.
    """

    followed = Signal()

    def __init__(
        self, models: ModelSet, screens: Screens, gestures: Actions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._models = models
        self._screens = screens
        self._gestures = gestures
        place, viewer, compare = models.place, screens.viewer, screens.compare
        walls = ((screens.wall_page.wall, models.wall), (screens.similar.wall, models.similar))
        for wall, model in walls:
            wall.chosen.connect(self.follow)
            wall.opened.connect(lambda photo_id, model=model: self.open(photo_id, model))
        viewer.stepped.connect(place.step)
        viewer.closed.connect(place.back)
        viewer.asked.connect(self.do)
        viewer.part_asked.connect(self._find_part)
        viewer.part_named.connect(
            lambda part, tag: gestures.edits.tag_part(tag, models.place.spot.photo_id, part)
        )
        models.inspection.changed.connect(viewer.marks.show_inspected)
        models.pointer.found.connect(self._show_telling)
        viewer.entry.entered.connect(lambda tag: gestures.edits.tag(tag, models.selection.ids))
        viewer.entry.left.connect(screens.take_keys)
        compare.focused.connect(self.follow)
        compare.opened.connect(lambda photo_id: self.open(photo_id, models.wall))
        gestures.viewer_asked.connect(self.do)
        gestures.zoom_asked.connect(self._zoom)

    def load(self, spot: Spot) -> None:
        """Show the photos of a spot on its screen."""
        if spot.screen == Screen.VIEWER:
            self._screens.viewer.look_at(spot.photo_id)
            self._screens.wall_page.wall.select_photo(spot.photo_id)
        elif spot.screen == Screen.COMPARE:
            self._models.compared.show(spot.photo_ids)
        elif spot.screen == Screen.SIMILAR:
            self._screens.similar.wait()
            self._models.similar.rank(spot.photo_id, spot.part)
            self._models.bridge.ask(
                lambda library: library.photos([spot.photo_id]), self._show_source
            )

    def _show_source(self, photos: list[Photo]) -> None:
        for photo in photos:
            self._screens.similar.show_source(photo, self._models.place.spot.part)

    def _find_part(self, part: Part) -> None:
        photo_id = self._models.place.spot.photo_id
        self._models.place.go(Spot(Screen.SIMILAR, photo_id=photo_id, part=part))

    def point_out(self, tag: str) -> None:
        """Look at the chosen photo, and at which part of it speaks most for a suggested tag."""
        screen = self._models.place.spot.screen
        for photo_id in self._models.selection.ids:
            if screen != Screen.VIEWER:
                similar, wall = self._models.similar, self._models.wall
                self.open(photo_id, similar if screen == Screen.SIMILAR else wall)
            self._gestures.edits.said.emit(self.tr("Looking at parts of the photo…"))
            self._models.pointer.point_out(photo_id, tag)

    def _show_telling(self, photo_id: int, tag: str, part: Part | None) -> None:
        spot = self._models.place.spot
        if spot.screen == Screen.VIEWER and spot.photo_id == photo_id:
            self._screens.viewer.marks.show_telling(tag, part)
            if part is None:
                words = self.tr("No part of it says more for “{tag}” than all of it")
                self._gestures.edits.said.emit(words.format(tag=leaf(tag)))

    def open(self, photo_id: int, model: PhotoWall) -> None:
        """Look at one photo of a wall."""
        self._screens.viewer.use(model)
        spot = self._models.place.spot
        self._models.place.go(Spot(Screen.VIEWER, spot.query, spot.title, photo_id))

    def follow(self) -> None:
        """Let gestures mean the photos that are chosen on the screen shown now."""
        spot = self._models.place.spot
        if spot.screen == Screen.WALL:
            ids = self._screens.wall_page.wall.selected_ids()
        elif spot.screen == Screen.SIMILAR:
            ids = self._screens.similar.wall.selected_ids() or [spot.photo_id]
        elif spot.screen == Screen.COMPARE:
            ids = [known for known in [self._screens.compare.photo_id] if known in spot.photo_ids]
        else:
            ids = [spot.photo_id] if spot.photo_id else []
        self._models.selection.choose(ids)
        self.followed.emit()

    def scopes(self) -> tuple[Scope, ...]:
        """Return which photos can be exported: all, those shown now, those selected."""
        counts, chosen = self._models.bridge.counts, self._models.selection.ids
        return (
            Scope("all", counts.photos if counts else 0),
            self._shown(),
            Scope("selected", len(chosen), photo_ids=chosen),
        )

    def _shown(self) -> Scope:
        """Return what the wall shows, or the photos that are like one."""
        spot, wall = self._models.place.spot, self._models.wall
        if spot.screen == Screen.SIMILAR:
            alike = tuple(self._models.similar.ids)
            return Scope("shown", len(alike), self.tr("Similar Photos"), photo_ids=alike)
        if wall.query is None:
            return Scope("shown", len(wall.chosen), self.tr("From the Map"), photo_ids=wall.chosen)
        if not wall.query:
            return Scope("shown", 0)  # the whole library, which is offered already
        title = spot.title if spot.query == wall.query else ""
        return Scope("shown", wall.total, title or wall.query, wall.query)

    def do(self, name: str) -> None:
        """Do what a gesture says; those that only make sense in the viewer wait for it."""
        screen = self._models.place.spot.screen
        if name == "compare":
            self._compare()
        elif name == "slideshow":
            self._start_slideshow()
        elif name.startswith("turn-"):
            self._gestures[name].trigger()
        elif name == "stack":
            if screen == Screen.WALL:
                self._screens.wall_page.wall.toggle_stack()
        elif screen == Screen.VIEWER:
            self._screens.viewer.do(name)
        elif screen == Screen.COMPARE:
            self._screens.compare.do(name)

    def _compare(self) -> None:
        spot, wall = self._models.place.spot, self._models.wall
        ids = tuple(self._models.selection.ids)
        if len(ids) == 1:
            row = wall.row_of(ids[0])
            ids = tuple(wall.ids[max(0, min(row, len(wall.ids) - FEWEST)) :][:FEWEST])
        if FEWEST <= len(ids) <= MOST:
            self._models.place.go(Spot(Screen.COMPARE, spot.query, spot.title, photo_ids=ids))
        else:
            self._gestures.edits.said.emit(self.tr("Select two to four photos to compare them."))

    def _start_slideshow(self) -> None:
        """Show the selected photos, or, of one, all from there on."""
        wall, chosen = self._models.wall, self._models.selection.ids
        ids = list(chosen) if len(chosen) > 1 else list(wall.ids)
        if ids:
            start = ids.index(chosen[0]) if len(chosen) == 1 and chosen[0] in ids else 0
            Slideshow(ids, start, self._models.previews, self._window).showFullScreen()

    def _zoom(self, factor: float) -> None:
        screen = self._models.place.spot.screen
        if screen == Screen.VIEWER:
            self._screens.viewer.canvas.zoom(factor)
        elif screen == Screen.COMPARE:
            self._screens.compare.zoom(factor)
        elif screen == Screen.MAP:
            self._screens.map.canvas.zoom(factor)
        else:
            wall = self._screens.wall_page.wall
            wall.zoom_to(round(wall.zoom * factor))
