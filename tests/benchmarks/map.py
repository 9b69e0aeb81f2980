"""How the map bears 100,000 photos.

``python -m tests.benchmarks.map [--photos N]``: the time of the window's thread to pan, to zoom and
to catch half of them in a lasso, a frame each. CPU time, because it stays the same on a busy
machine.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QApplication

from gallery_app.domain.photo_map import KINDS, PhotoMap, Shades
from gallery_app.gui import theme
from gallery_app.gui.views.map.canvas import MapCanvas
from gallery_app.gui.views.map.points import inside
from tests.benchmarks.machine import describe_machine

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

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
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    count = parser.parse_args().photos
    print(describe_machine())
    app = QApplication([])
    theme.apply(app, "light")
    made = MadeMap(count)
    canvas = MapCanvas(made, made)
    canvas.resize(1280, 720)
    canvas.show()
    app.processEvents()  # a window that is not exposed paints nothing
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

    for name, move in (("pan", pan), ("zoom", zoom)):
        canvas.fit()
        _time(f"{name}, {count:,} photos", move)
    canvas.fit()
    _time(f"lasso, {count:,} photos", lasso)


def _time(name: str, move: Callable[[], None]) -> None:
    frames = []
    for _ in range(FRAMES):
        start = time.thread_time()
        move()
        frames.append((time.thread_time() - start) * 1000)
    frames.sort()
    p99 = frames[int(FRAMES * 0.99)]
    print(f"{name}: a frame takes {statistics.median(frames):.1f} ms, p99 {p99:.1f} ms")


if __name__ == "__main__":
    main()
