"""From the start of the process to a wall that can be used: every photo in sight is there.

``python -m tests.benchmarks.window.opening LIBRARY COUNT`` is the process; it says when.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from gallery_app.gui.main_window import MainWindow
from tests.benchmarks.window.driver import drive, wait_until


class Usable(QObject):
    """Watches the wall being painted."""

    def __init__(self, window: MainWindow, count: int) -> None:
        super().__init__(window)
        self._wall = window.screens.wall_page.wall
        self._count = count
        self.first = self.full = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        wall = self._wall
        if event.type() == QEvent.Type.Paint and wall.model().total >= self._count:
            self.first = self.first or time.time()
            ids = [wall.model().ids[row] for row in wall.shown_rows()]
            if all(wall._tiles.tile(one, wall.plan.side, 1.0, cut=False) for one in ids):
                self.full = self.full or time.time()
        return False


def main() -> None:
    """Say when the wall was painted, without and with its pictures, and the processor time taken.

    The time is that of all threads, and that of the window's.
    """
    directory, count = Path(sys.argv[1]), int(sys.argv[2])

    def watch(window: MainWindow) -> None:
        usable = Usable(window, count)
        window.screens.wall_page.wall.viewport().installEventFilter(usable)
        wait_until(lambda: bool(usable.full))
        window.screens.wall_page.wall.viewport().removeEventFilter(usable)
        print(usable.first, usable.full, time.process_time(), time.thread_time(), flush=True)

    drive(directory, watch)


if __name__ == "__main__":
    main()
