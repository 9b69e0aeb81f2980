"""The screens of the window, one shown at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from gallery_app.gui.models.model_set import ModelSet
from gallery_app.gui.models.place import Screen
from gallery_app.gui.views.ask.page import AskPage
from gallery_app.gui.views.clusters.page import ClustersPage
from gallery_app.gui.views.compare import ComparePage
from gallery_app.gui.views.duplicates import DuplicatesPage
from gallery_app.gui.views.encoder.page import EncoderPage
from gallery_app.gui.views.first_run import FirstRun
from gallery_app.gui.views.health import HealthPage
from gallery_app.gui.views.lying import LyingPage
from gallery_app.gui.views.map.page import MapPage
from gallery_app.gui.views.problems import ProblemsPage
from gallery_app.gui.views.review.page import ReviewPage
from gallery_app.gui.views.similar import SimilarPage
from gallery_app.gui.views.viewer import Viewer
from gallery_app.gui.views.wall_page import WallPage

if TYPE_CHECKING:
    from gallery_app.gui.models.watched import Watched


class Screens(QStackedWidget):
    """Every screen, and the first-run page."""

    def __init__(self, models: ModelSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        small, large = models.thumbnails, models.previews
        self.first_run = FirstRun(self)
        self.wall_page = WallPage(models.wall, small, self)
        self.viewer = Viewer(models.wall, large, small, models.tag_names, self)
        self.compare = ComparePage(models.compared, large, small, self)
        self.similar = SimilarPage(models.similar, small, self)
        self.clusters = ClustersPage(models.clusters, models.tag_names, small, self)
        self.review = ReviewPage(models.review, large, small, self)
        self.problems = ProblemsPage(models.problems, self)
        self.encoder = EncoderPage(models, self)
        self.lying = LyingPage(models.lying, small, self)
        self.duplicates = DuplicatesPage(models.duplicates, small, self)
        self.ask = AskPage(models.asking, models.tag_names, large, small, self)
        self.health = HealthPage(models.health, small, self)
        self.map = MapPage(models.map, small, self)
        self._by_screen: dict[Screen, QWidget] = {
            Screen.WALL: self.wall_page,
            Screen.VIEWER: self.viewer,
            Screen.COMPARE: self.compare,
            Screen.SIMILAR: self.similar,
            Screen.CLUSTERS: self.clusters,
            Screen.REVIEW: self.review,
            Screen.PROBLEMS: self.problems,
            Screen.ENCODER: self.encoder,
            Screen.LYING: self.lying,
            Screen.DUPLICATES: self.duplicates,
            Screen.ASK: self.ask,
            Screen.HEALTH: self.health,
            Screen.MAP: self.map,
        }
        for page in (self.first_run, *self._by_screen.values()):
            self.addWidget(page)
        self.currentChanged.connect(self.updateGeometry)
        photos = {Screen.WALL, Screen.VIEWER, Screen.COMPARE}
        self._seen_on: tuple[tuple[Watched, set[Screen]], ...] = (
            (models.wall, photos),
            (models.compared, {Screen.COMPARE}),
            (models.similar, {Screen.SIMILAR, Screen.VIEWER}),
            (models.clusters, {Screen.CLUSTERS}),
            (models.problems, {Screen.PROBLEMS}),
            (models.encoders, {Screen.ENCODER}),
            (models.lying, {Screen.LYING}),
            (models.duplicates, {Screen.DUPLICATES}),
            (models.map, {Screen.MAP}),
        )

    def show_screen(self, screen: Screen, *, first_run: bool) -> None:
        """Show a screen and give it the keys; in place of an empty wall, the first-run page.

        What is on no screen now follows the library no longer.
        """
        for model, screens in self._seen_on:
            model.watch(on=screen in screens)
        empty = first_run and screen == Screen.WALL
        page = self.first_run if empty else self._by_screen[screen]
        if page is not self.currentWidget():
            self.setCurrentWidget(page)
            self.take_keys()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what the screen shown needs: the widest would take it from the panels of all."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def take_keys(self) -> None:
        """Give the keys to what they are for on this screen."""
        holders: tuple[QWidget, ...] = (
            self.first_run.choose,
            self.wall_page.wall,
            self.viewer,
            self.compare,
            self.similar.wall,
            self.clusters.cards,
            self.review,
            self.problems.list,
            self.encoder.tabs,
            self.lying.cards,
            self.duplicates.cards,
            self.ask,
            self.health,
            self.map.canvas if self.map.currentIndex() == 0 else self.map.nothing.button,
        )
        holders[self.currentIndex()].setFocus()
