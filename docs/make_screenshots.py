"""Take the pictures in docs/screenshots: `make screenshots`, or `python docs/make_screenshots.py`.

Opens the real window on the demo's gallery, in a virtual display when there is none (xvfb-run).
"""

import csv
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHOTS = HERE / "screenshots"
SIZE = (1280, 800)
SHARP_SIZE, SHARPNESS = (1280, 720), 2
"""The window again on a screen of 2560×1440 with two pixels for one."""
PATIENCE_MS = 1500
"""Long enough for thumbnails, previews and toasts to come and go."""
LONGEST_S = 1200
"""Longer than the training and the comparing take, even on a busy machine."""


def main() -> int:
    """Take all pictures and return the exit code."""
    if not os.environ.get("DISPLAY") and sys.platform == "linux":
        return _again_in_virtual_display()
    sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
    with tempfile.TemporaryDirectory() as place:
        _take_all(Path(place))
    return 0


def _again_in_virtual_display() -> int:
    """Take them on a screen of our own, and once more some on one with many pixels."""
    xvfb = shutil.which("xvfb-run")
    if xvfb is None:
        sys.exit("There is no display; install xvfb (Debian: apt install xvfb).")
    for (width, height), scale in ((SIZE, 1), (SHARP_SIZE, SHARPNESS)):
        screen = f"-screen 0 {width * scale}x{height * scale}x24"
        command = [xvfb, "-a", "-s", screen, sys.executable, __file__]
        scaled = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
        code = subprocess.run(command, check=False, env=scaled).returncode
        if code:
            return code
    return 0


def _take_all(place: Path) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the display is known
    from screenshot_library import organised  # noqa: PLC0415

    from gallery_app.gui.language import speak  # noqa: PLC0415
    from gallery_app.jobs.runner import Runner  # noqa: PLC0415
    from gallery_app.library import Library  # noqa: PLC0415

    app = QApplication([])
    speak(app, "en")
    SHOTS.mkdir(exist_ok=True)
    runner = Runner()
    empty = Library.open(place / "empty")
    full, tags = organised(place)
    try:
        if app.devicePixelRatio() > 1:
            Camera(app, full, runner).take_two("sharp")
            return
        Camera(app, empty, runner).take_first_run()
        Camera(app, full, runner).take_screens(tags)
        speak(app, "de")
        Camera(app, full, runner).take_two("german")
    finally:
        runner.stop()
        empty.close()
        full.close()


class Camera:
    """A window and what is pressed in it before each picture."""

    def __init__(self, app, library, runner) -> None:
        from gallery_app.gui import theme  # noqa: PLC0415
        from gallery_app.gui.main_window import MainWindow  # noqa: PLC0415

        self._app = app
        self._library = library
        theme.apply(app, "light")
        self._window = MainWindow(library, runner)
        self._window.setGeometry(self._window.screen().geometry())
        self._window.show()

    def take_first_run(self) -> None:
        """Photograph the first-run page."""
        self._take("first-run")
        self._window.close()

    def take_two(self, kind: str) -> None:
        """Photograph the library and the review, in another language or on another screen.

        Args:
            kind: The end of the pictures' names.
        """
        from gallery_app.gui.models.place import Screen, Spot  # noqa: PLC0415

        window = self._window
        window.top.zoom.setValue(132)
        self._wait()
        window.screens.wall_page.wall.select_photo(self._library.suggestions()[0].photo_id)
        self._take(f"library-{kind}")
        window.models.place.go(Spot(Screen.REVIEW))
        self._wait_for(lambda: window.models.review.total > 0)
        self._take(f"review-{kind}")
        window.close()

    def take_screens(self, tags: Path) -> None:
        """Photograph every other screen, the main ones in both palettes.

        Args:
            tags: Enough of them to compare encoders by.
        """
        from gallery_app.gui.models.place import Screen, Spot  # noqa: PLC0415

        window = self._window
        wall, go = window.screens.wall_page.wall, window.models.place.go
        window.gestures["light"].trigger()
        window.top.zoom.setValue(132)
        self._wait()
        asked = self._library.suggestions()[0].photo_id
        wall.select_photo(asked)
        for theme in ("light", "dark"):
            window.gestures[theme].trigger()
            self._take(f"library-{theme}")
        self._take_teaching(tags)
        go(Spot(Screen.CLUSTERS))
        self._wait()
        cards = window.screens.clusters.cards
        cards.setCurrentIndex(cards.model().index(0, 0))
        self._take("groups")
        self._at(lambda: go(Spot(Screen.SIMILAR, photo_id=asked)), "similar")
        go(Spot(Screen.DUPLICATES))
        self._wait_for(lambda: window.models.duplicates.rowCount() > 0)
        self._both("duplicates")
        self._take_map()
        self._at(lambda: go(Spot(Screen.PROBLEMS)), "problems")
        self._at(lambda: go(Spot(Screen.LYING)), "on-their-side")
        window.gestures["dark"].trigger()
        self._at(lambda: go(Spot(Screen.VIEWER, photo_id=asked)), "viewer")
        window.gestures["part"].trigger()
        self._take("part")
        window.gestures["part"].trigger()
        window.gestures["light"].trigger()
        self._take_wall()
        go(Spot())
        self._dialog("export")
        self._dialog("help")
        self._dialog("settings")
        self._dialog("about")
        window.gestures.edits.tag("Favourites", [asked])
        self._take("toast", wait_ms=900)
        self._take_encoder(tags)
        window.close()

    def _take_wall(self) -> None:
        """Photograph sections, ticks, a search that is not understood, and photos side by side."""
        from PySide6.QtCore import QItemSelectionModel  # noqa: PLC0415

        from gallery_app.gui.models.place import Spot  # noqa: PLC0415

        window = self._window
        wall, search = window.screens.wall_page.wall, window.top.search
        window.models.place.go(Spot())
        window.gestures["by-tag"].trigger()
        self._take("sections")
        self._take_stack()
        window.gestures["by-month"].trigger()
        self._wait()
        wall.setCurrentIndex(wall.model().index(12))
        for row in range(12, 16):
            flag = QItemSelectionModel.SelectionFlag.Select
            wall.selectionModel().select(wall.model().index(row), flag)
        self._dialog("ticks")
        window.gestures["compare"].trigger()
        self._take("compare")
        window.models.place.go(Spot())
        window.activateWindow()
        search.setFocus()
        self._wait()
        search.setText("tag:pagoda colour:red")
        search.searched.emit(search.text())
        self._take("search")
        search.clear()
        window.models.place.search("")

    def _take_stack(self) -> None:
        """Photograph an open stack among closed ones."""
        window = self._window
        wall = window.screens.wall_page.wall
        window.gestures["by-day"].trigger()
        self._wait()
        wall.select_photo(self._library.photo_ids("IMG_90.jpg")[0])
        window.gestures["stack"].trigger()
        self._take("stack")
        window.gestures["stack"].trigger()

    def _take_map(self) -> None:
        """Photograph the map, drawn for the occasion."""
        from gallery_app.gui.models.place import Screen, Spot  # noqa: PLC0415

        window = self._window
        window.models.place.go(Spot(Screen.MAP))
        window.models.map.draw()
        self._wait_for(lambda: len(window.models.map.map.ids) > 0)
        self._wait(PATIENCE_MS * 5)  # for the toast to go
        self._both("map")

    def _take_teaching(self, tags: Path) -> None:
        """Photograph the screens that review, ask and doubt, with a photo tagged wrongly."""
        from PySide6.QtCore import Qt  # noqa: PLC0415
        from PySide6.QtTest import QTest  # noqa: PLC0415

        from gallery_app.gui.models.place import Screen, Spot  # noqa: PLC0415

        window, library = self._window, self._library
        go, screens, asking = window.models.place.go, window.screens, window.models.asking
        go(Spot(Screen.REVIEW))
        self._wait_for(lambda: window.models.review.total > 0)
        self._both("review")
        screens.review.looks.setCurrentIndex(1)
        for key in (Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_S):
            QTest.keyClick(screens.review, key)
        self._take("review-wall")
        screens.review.looks.setCurrentIndex(0)
        go(Spot(Screen.ASK))
        self._wait_for(lambda: asking.question is not None)
        known = _tags_by_name(tags)
        while (name := asking.photo(asking.question.photo_id).path.name) not in known:
            asking.skip()  # a copy, or a shot of the burst
        asking.toggle(known[name])
        self._both("ask")
        found = library.suggestions()
        kind = found[0].tag
        right = [one.photo_id for one in found if one.tag == kind][:6]
        library.tag(kind, [*right, next(one.photo_id for one in found if one.tag != kind)])
        go(Spot(Screen.HEALTH))
        self._wait_for(lambda: screens.health.currentIndex() > 0)
        self._both("tag-health")
        library.undo()

    def _take_encoder(self, tags: Path) -> None:
        """Photograph a real training: two minutes, and what comes of it."""
        from gallery_app.domain.training import TrainRequest  # noqa: PLC0415
        from gallery_app.gui.models.place import Screen, Spot  # noqa: PLC0415
        from gallery_app.gui.views.encoder.page import COMPARE, READY_MADE  # noqa: PLC0415
        from gallery_app.jobs.job import finish  # noqa: PLC0415

        finish(self._library.import_tags(tags))
        window = self._window
        page, training = window.screens.encoder, window.models.training
        window.models.place.go(Spot(Screen.ENCODER))
        self._wait_for(page.setup.start.isEnabled)
        self._both("encoder")
        page.tabs.setCurrentIndex(READY_MADE)
        self._take("encoder-ready-made")
        page.tabs.setCurrentIndex(0)
        page.setup.explain.click()
        self._take("encoder-explained")
        page.explained.back.click()
        training.start(TrainRequest(method="simclr", minutes=2))
        self._wait_for(lambda: len(training.pictures) > 2 and training.step > 0)
        self._wait(PATIENCE_MS * 30)  # for the curves to become some; the rest is a minute more
        self._both("encoder-training")
        window.job_bar.queue.click()
        self._take("jobs")
        window.job_bar.list.close()
        self._wait_for(lambda: page.tabs.currentIndex() == COMPARE)
        self._wait_for(lambda: bool(window.models.before_after.pairs))
        self._wait(PATIENCE_MS * 5)  # for the toast to go
        self._both("encoder-compared")

    def _both(self, name: str) -> None:
        for theme in ("dark", "light"):
            self._window.gestures[theme].trigger()
            self._take(f"{name}-{theme}")

    def _wait_for(self, ready: Callable[[], bool]) -> None:
        for _ in range(LONGEST_S * 2):
            if ready():
                return
            self._wait(500)
        sys.exit("What was to be photographed did not come.")

    def _at(self, move: Callable[[], None], name: str) -> None:
        move()
        self._take(name)

    def _dialog(self, gesture: str) -> None:
        self._window.gestures[gesture].trigger()
        self._wait_for(lambda: not self._window.bridge.jobs)  # an export looks at the files first
        self._take(gesture)
        self._app.activeModalWidget().close()

    def _wait(self, wait_ms: int = PATIENCE_MS) -> None:
        from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415

        loop = QEventLoop()  # QTest.qWait would keep the GIL, and the runner's threads would starve
        QTimer.singleShot(wait_ms, loop.quit)
        loop.exec()

    def _take(self, name: str, wait_ms: int = PATIENCE_MS) -> None:
        from PIL import Image  # noqa: PLC0415
        from PySide6.QtCore import QBuffer, QIODevice  # noqa: PLC0415

        self._wait(wait_ms)
        if self._window.models.thumbnails.busy:
            self._wait_for(lambda: not self._window.models.thumbnails.busy)
            self._wait()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._window.screen().grabWindow(0).save(buffer, "PNG")
        with Image.open(BytesIO(bytes(buffer.data().data()))) as whole:
            # 256 colours: a third of the size, and no eye sees it at this scale
            small = whole.convert("RGB").quantize(256, Image.Quantize.MEDIANCUT)
        small.save(SHOTS / f"{name}.png", optimize=True)


def _tags_by_name(tags: Path) -> dict[str, str]:
    with tags.open(newline="", encoding="utf-8") as table:
        return {Path(line["path"]).name: line["tag"] for line in csv.DictReader(table)}


if __name__ == "__main__":
    sys.exit(main())
