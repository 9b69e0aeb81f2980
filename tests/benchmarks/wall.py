"""How the wall bears 100,000 photos, with and without sections.

``python -m tests.benchmarks.wall [--photos N]``: the CPU time to arrange them, to lay them out, and
to paint a frame while scrolling from top to bottom, of the thread that does it, on a library made
in code; then what it costs to open a stack, a fifth of them being shots of bursts. CPU time,
because it stays the same on a busy machine.
"""

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gallery_app.catalogue.recording import FoundPhoto
from gallery_app.domain.arrangement import Grouping
from gallery_app.domain.photo import Facts
from gallery_app.gui import theme
from gallery_app.gui.main_window import MainWindow
from gallery_app.jobs.runner import Runner
from gallery_app.library import Library
from tests.benchmarks.machine import describe_machine
from tests.photos import jpeg_bytes, noise

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PICTURES = 20
FRAMES = 300
SHOTS = 5


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    count = parser.parse_args().photos
    print(describe_machine())
    with tempfile.TemporaryDirectory() as directory:
        library = make_library(Path(directory), count)
        try:
            for grouping in Grouping:
                start = time.thread_time()
                found = library.browsing.arrange("", grouping)
                took = time.thread_time() - start
                print(f"arrange by {grouping}: {took:.2f} s, {len(found.sections)} sections")
            _stack(library)
            _show(library, count)
        finally:
            library.close()


def make_library(directory: Path, count: int) -> Library:
    """Make a library of photos over 25 years in 200 folders, of which 20 pictures are stored."""
    library = Library.open(directory)
    photos, store = library._catalogue.photos, library._place.thumbnails
    folder = photos.add_folder(directory / "photos")
    pictures = [
        store.put(f"{number:032x}", jpeg_bytes(noise(512, 384, seed=number)))
        for number in range(PICTURES)
    ]
    for number in range(PICTURES, count):
        place = store.path(f"{number:032x}")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.hardlink_to(pictures[number % PICTURES])
    found = [
        FoundPhoto(
            folder,
            str(directory / "photos" / f"{number % 200:03}" / f"{number:06}.jpg"),
            _facts(number),
            "",
        )
        for number in range(count)
    ]
    ids = photos.record(found, lambda _: False).new
    photos.set_pixels((photo_id, 0) for photo_id in ids)
    return library


def _facts(number: int) -> Facts:
    day = f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}T12:00:00"
    return Facts(f"{number:032x}", 1, 1, 512, 384, taken=day)


def _stack(library: Library) -> None:
    """Make every fifth run of five photos of one moment a burst."""
    ids = library.photo_ids()
    found = [ids[start : start + SHOTS] for start in range(0, len(ids) - SHOTS, SHOTS * 5)]
    library._catalogue.bursts.put(ids, found)
    start = time.thread_time()
    stacks = library.browsing.arrange("", Grouping.NONE, stacks=True).stacks
    print(f"arrange with {len(stacks)} stacks: {time.thread_time() - start:.2f} s")


def _show(library: Library, count: int) -> None:
    app = QApplication([])
    theme.apply(app, "light")
    runner = Runner()
    window = MainWindow(library, runner)
    window.resize(1280, 800)
    window.show()

    def wait(ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    wall, model = window.screens.wall_page.wall, window.models.wall
    for grouping in (Grouping.NONE, Grouping.DAY, Grouping.FOLDER):
        window.gestures[f"by-{grouping}"].trigger()
        while model.arrangement.grouping is not grouping or model.total < count:
            wait(50)
        start = time.thread_time()
        wall._lay_out()
        laid = (time.thread_time() - start) * 1000
        bar, frames = wall.verticalScrollBar(), []
        for frame in range(FRAMES):
            start = time.thread_time()
            bar.setValue(bar.maximum() * frame // FRAMES)
            wall.viewport().repaint()
            frames.append((time.thread_time() - start) * 1000)
            wait(1)
        frames.sort()
        print(
            f"wall by {grouping}: laid out in {laid:.1f} ms; a frame takes "
            f"{statistics.median(frames):.1f} ms, p99 {frames[int(FRAMES * 0.99)]:.1f} ms"
        )
    toggles = []
    for cover in [model.ids[row] for row in range(2000) if model.rows.is_cover(row)][:20]:
        start = time.thread_time()
        model.toggle_stack(model.row_of(cover))
        wall.viewport().repaint()
        toggles.append((time.thread_time() - start) * 1000)
    print(f"open a stack: {statistics.median(toggles):.0f} ms, at most {max(toggles):.0f} ms")
    start = time.thread_time()
    wall.selectAll()
    print(f"select all: {(time.thread_time() - start) * 1000:.0f} ms")
    window.close()
    runner.stop()


if __name__ == "__main__":
    main()
