"""How the map bears 100,000 photos.

``python -m tests.benchmarks.window.map_frames COUNT REPORT`` is the process: it pans, zooms, and
catches half of the photos in a lasso.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QApplication

from gallery_app.domain.photo_map import KINDS, PhotoMap, Shades
from gallery_app.gui import theme
from gallery_app.gui.views.map.canvas import MapCanvas
from gallery_app.gui.views.map.points import inside
from tests.benchmarks.window.driver import wait
from tests.benchmarks.window.meter import Beat, Meter, p99

FRAMES = 200


class MadeMap(QObject):
    """A map without a library: groups of photos in the plane, of a few kinds."""

    shown = Signal()
    known = Signal()
    arrived = Signal(int)

    def __init__(self, count: int) -> None:
        super().__init__()
        random = np.random.default_rng(0)
        middles = random.uniform(-0.9, 0.9, (200, 2))
        groups = random.integers(0, 200, count)
        places = middles[groups] + 0.03 * random.normal(size=(count, 2))
        self.map = PhotoMap(np.arange(count), places.astype(np.float32))
        kinds = tuple(map(str, range(KINDS)))
        self.shades = Shades((groups % (KINDS + 1)).astype(np.float32), kinds)

    def look_up(self, ids: list[int]) -> None:
        """Know no facts."""

    def photo(self, photo_id: int) -> None:
        """Know none of them."""


def main() -> None:
    """Write the frames that 99 in 100 stay below."""
    count, report = int(sys.argv[1]), Path(sys.argv[2])
    app = QApplication([])
    theme.apply(app, "light")
    made = MadeMap(count)
    canvas = MapCanvas(made, made)
    canvas.resize(1280, 720)
    canvas.show()
    wait(300)  # a window that is not exposed paints nothing
    made.shown.emit()

    def pan() -> None:
        canvas.eye.pan(3, 1)
        canvas._look()
        canvas.repaint()

    def zoom() -> None:
        canvas.zoom(1.02)
        canvas.repaint()

    def lasso() -> None:
        half = [QPointF(0, 0), QPointF(640, 0), QPointF(640, 720), QPointF(0, 720)]
        canvas.caught = inside(canvas._spots, QPolygonF(half), canvas.size())
        canvas._look()
        canvas.repaint()

    found = {}
    for name, move in (("pan", pan), ("zoom", zoom), ("lasso", lasso)):
        canvas.fit()
        found[name] = asdict(p99(_frames(move)))
    report.write_text(json.dumps(found))


def _frames(move: Callable[[], None]) -> list[Beat]:
    meter, frames = Meter(), []
    for _ in range(FRAMES):
        meter.beat("")
        move()
        frames.append(meter.beat("map"))
    return frames


if __name__ == "__main__":
    main()
