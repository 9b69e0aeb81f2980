"""Through all screens with real clicks and keys, each step watched."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gallery_app.domain.photo_map import Shade
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.models.sidebar import KEY, SPOT
from gallery_app.gui.views.wall_layout import LARGEST, SMALLEST
from tests.benchmarks.window.driver import wait, wait_until
from tests.benchmarks.window.heartbeat import Heartbeat

PAUSE_MS = 1500
FRAME_MS = 16
SECTIONS = ("none", "day", "folder", "cluster", "tag", "month")
MANY = 10_000
SOME = 3
"""Tags, and folders, that are looked at."""
CONTROL = Qt.KeyboardModifier.ControlModifier


class Tour:
    """Walks through a window; the heartbeat knows each step by its name."""

    def __init__(self, window: MainWindow, heart: Heartbeat, quiet: Callable[[], bool]) -> None:
        self._window = window
        self._heart = heart
        self._quiet = quiet
        self._wall = window.screens.wall_page.wall

    def run(self) -> None:
        """Take every step."""
        wait(PAUSE_MS)  # a tag that was taken back leaves the sidebar
        for key, words in self._lines().items():
            self._step(f"sidebar: {words}", lambda key=key: self._click(key))
        self._step("all photos", lambda: self._window.models.place.go(Spot()))
        for words in ("img_0001", "tag:places rating:3.."):
            self._step(f"search: {words}", lambda words=words: self._search(words))
        self._step("search taken back", lambda: self._search(""))
        for name in SECTIONS:
            self._step(f"sections by {name}", self._window.gestures[f"by-{name}"].trigger)
        self._step("a stack opened", self._open_stack)
        self._step("the stack closed", self._open_stack)
        self._step("zoom from 48 to 512", self._zoom)
        self._step("timeline", self._travel)
        self._step("select all", lambda: QTest.keyClick(self._wall, Qt.Key.Key_A, CONTROL))
        self._step("select 10,000", self._select_many)
        self._step("stars for 10,000", self._window.gestures["rate3"].trigger)
        self._step("stars taken back", self._window.gestures["undo"].trigger)
        self._step("tick tags of 10,000", self._tick)
        self._step("let go of 10,000", self._wall.clearSelection)
        self._step("viewer, 20 photos", self._look)
        self._step("back to the wall", self._window.models.place.back)
        self._step("similar", self._similar)
        self._step("review, 10 answers", self._review)
        self._step("map, pan and zoom", self._travel_map)
        self._step("all photos again", lambda: self._window.models.place.go(Spot()))

    def _step(self, name: str, act: Callable[[], object]) -> None:
        self._heart.during = name
        act()
        wait(PAUSE_MS)
        self._window.gestures.work._rest.stop()  # learning is watched by itself
        for job in self._window.bridge.jobs:
            job.cancel()
        wait_until(self._quiet, 120)
        self._heart.during = ""

    def _lines(self) -> dict[str, str]:
        """Return key and words of the sidebar's lines that lead somewhere, a few of each kind."""
        every = self._window.sidebar.tree._every(QModelIndex())
        lines = {index.data(KEY): index.data() for index in every if index.data(SPOT) is not None}
        for kind in ("tag:", "folder:"):
            for key in [key for key in lines if key.startswith(kind)][SOME:]:
                del lines[key]
        return lines

    def _click(self, key: str) -> None:
        tree = self._window.sidebar.tree
        every = tree._every(QModelIndex())  # found again: lines come and go
        index = next(index for index in every if index.data(KEY) == key)
        tree.scrollTo(index)
        middle = tree.visualRect(index).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def _search(self, words: str) -> None:
        search = self._window.top.search
        search.setFocus()
        search.clear()
        QTest.keyClicks(search, words)
        QTest.keyClick(search, Qt.Key.Key_Return)

    def _open_stack(self) -> None:
        model = self._window.models.wall
        wait_until(lambda: len(model.arrangement.stacks) > 0)
        model.toggle_stack(next(row for row in range(1000) if model.rows.stack(row)))

    def _zoom(self) -> None:
        slider = self._window.top.zoom
        before = slider.value()
        for side in [*range(SMALLEST, LARGEST, 4), before]:
            slider.setValue(side)
            wait(FRAME_MS)

    def _travel(self) -> None:
        timeline = self._window.screens.wall_page.timeline
        for across in range(20, timeline.width() - 20, 40):
            spot = QPoint(across, timeline.height() // 2)
            QTest.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=spot)
            wait(100)

    def _select_many(self) -> None:
        model, wall = self._window.models.wall, self._wall
        wall.clearSelection()  # QTest leaves Ctrl pressed, and all selected
        last = model.index(min(MANY, model.rowCount()) - 1)
        wall.setCurrentIndex(model.index(0))
        wall.scrollTo(last)
        middle = wall.visualRect(last).center()
        shift = Qt.KeyboardModifier.ShiftModifier
        QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, shift, middle)

    def _tick(self) -> None:
        self._window.gestures["ticks"].trigger()
        wait(PAUSE_MS)
        QApplication.activeModalWidget().close()

    def _look(self) -> None:
        self._wall.select_photo(self._window.models.wall.ids[500])
        self._window.gestures["look"].trigger()
        for _ in range(20):
            wait(200)
            QTest.keyClick(self._window.screens.viewer, Qt.Key.Key_Right)

    def _similar(self) -> None:
        self._wall.select_photo(self._window.models.wall.ids[500])
        self._window.gestures["similar"].trigger()
        wait_until(lambda: self._window.models.similar.rowCount() > 0)

    def _review(self) -> None:
        review = self._window.models.review
        self._window.models.place.go(Spot(Screen.REVIEW))
        wait_until(lambda: review.total > 0)
        wait(PAUSE_MS)
        for _ in range(10):
            QTest.keyClick(self._window.screens.review, Qt.Key.Key_Y)
            wait(300)

    def _travel_map(self) -> None:
        canvas, model = self._window.screens.map.canvas, self._window.models.map
        self._window.models.place.go(Spot(Screen.MAP))
        wait_until(lambda: len(model.map.ids) > 0)
        for shade in Shade:
            model.color_by(shade)
            wait(PAUSE_MS)
        for _ in range(60):
            canvas.zoom(1.03)
            wait(FRAME_MS)
        for _ in range(60):
            canvas.eye.pan(5, 3)
            canvas._look()
            wait(FRAME_MS)
