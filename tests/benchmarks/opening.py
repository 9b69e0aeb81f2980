"""How long the window takes to open on a library of 10,000 photos.

``python -m tests.benchmarks.opening [--photos N]``: from the start of the process to the first
painted wall, five times, on a library made in code.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gallery_app.catalogue.recording import FoundPhoto
from gallery_app.domain.photo import Facts
from gallery_app.library import Library
from tests.benchmarks.machine import describe_machine
from tests.photos import jpeg_bytes, noise

_RUNS = 5
_OPEN = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QAbstractItemView
from gallery_app.app import open_window

class Watch(QObject):
    def eventFilter(self, watched, event):
        wall = watched.parent()
        if event.type() == QEvent.Type.Paint and isinstance(wall, QAbstractItemView):
            if wall.model() is not None and wall.model().rowCount() >= int(sys.argv[2]):
                print(time.time(), flush=True)
                QTimer.singleShot(0, QApplication.instance().quit)
        return False

run = QApplication.exec
def watched_run():
    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    return run()
QApplication.exec = staticmethod(watched_run)
open_window(Path(sys.argv[1]))
"""


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=10_000)
    count = parser.parse_args().photos
    print(describe_machine())
    with tempfile.TemporaryDirectory() as directory:
        _make_library(Path(directory), count)
        seconds = sorted(_open(Path(directory), count) for _ in range(_RUNS))
    print(
        f"{count} photos: {statistics.median(seconds):.2f} s from start to the first painted wall "
        f"(median of {_RUNS}; {seconds[0]:.2f} to {seconds[-1]:.2f})"
    )


def _make_library(directory: Path, count: int) -> None:
    library = Library.open(directory)
    photos, store = library._catalogue.photos, library._place.thumbnails
    folder = photos.add_folder(directory / "photos")
    pictures = [jpeg_bytes(noise(512, 384, seed=seed)) for seed in range(20)]
    found = [
        FoundPhoto(folder, str(directory / "photos" / f"{number:06}.jpg"), _facts(number), "")
        for number in range(count)
    ]
    ids = photos.record(found, lambda _: False).new
    photos.set_pixels((photo_id, 0) for photo_id in ids)
    for number in range(count):
        store.put(f"{number:032x}", pictures[number % len(pictures)])
    library.close()


def _facts(number: int) -> Facts:
    day = f"{2000 + number % 25}-{1 + number % 12:02}-{1 + number % 28:02}T12:00:00"
    return Facts(f"{number:032x}", 1, 1, 512, 384, taken=day)


def _open(directory: Path, count: int) -> float:
    start = time.time()
    shown = subprocess.run(
        [sys.executable, "-c", _OPEN, str(directory), str(count)],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(shown.stdout.split()[0]) - start


if __name__ == "__main__":
    main()
