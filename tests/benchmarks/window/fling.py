"""Flinging through a view, the same for the wall and for what it is compared with."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from tests.benchmarks.window.driver import wait
from tests.benchmarks.window.meter import Beat, Meter

FRAME_MS = 16
FLICKS, FASTEST, SLOWEST, SLOWER = 8, 200.0, 2.0, 0.95
"""Pixels a frame: a flick starts fast and runs out."""
DRAGGED, PAGES = 200, 150


def fling(view: QAbstractScrollArea) -> list[Beat]:
    """Flick at eight places, then drag the bar from top to bottom; return the frames."""
    meter, frames = Meter(), []
    for place in _places(view.verticalScrollBar()):
        view.verticalScrollBar().setValue(place)
        view.viewport().repaint()
        wait(max(1, FRAME_MS - round(meter.since())))
        frames.append(meter.beat("fling"))
    return frames


def page_through(view: QAbstractScrollArea) -> None:
    """Look at many screenfuls, each long enough for its pictures to come."""
    bar = view.verticalScrollBar()
    for page in range(PAGES):
        bar.setValue(page * bar.pageStep())
        wait(100)


def _places(bar: QScrollBar) -> Iterator[int]:
    for flick in range(FLICKS):
        place, speed = bar.maximum() * flick / FLICKS, FASTEST
        while speed > SLOWEST:
            yield round(place)
            place += speed
            speed *= SLOWER
    for step in range(DRAGGED):
        yield bar.maximum() * step // (DRAGGED - 1)
