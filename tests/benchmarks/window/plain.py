"""What one would write in an hour: QListView with icons from a QPixmapCache.

``python -m tests.benchmarks.window.plain PATHS REPORT``: PATHS has a thumbnail's path a line.
"""

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QListView

from tests.benchmarks.window.driver import resident_mb, wait, wait_until
from tests.benchmarks.window.fling import fling, page_through
from tests.benchmarks.window.heartbeat import Heartbeat
from tests.benchmarks.window.hiccups import Hiccups
from tests.benchmarks.window.meter import p99, worst

SIDE = 176
CACHE_KB = 192 * 1024
"""As much as Handful keeps of decoded thumbnails."""


class Model(QAbstractListModel):
    """Paths, and their pictures when asked for."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__()
        self._paths = paths

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self._paths)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        path = self._paths[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            known = QPixmap()
            if not QPixmapCache.find(path, known):
                known = QPixmap(path).scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio)
                QPixmapCache.insert(path, known)
            return QIcon(known)
        return None


class Painted(QObject):
    """Tells when something was painted first."""

    when = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.when = self.when or time.time()
        return False


def main() -> None:
    """Open, fling, and write down the same as for Handful."""
    app = QApplication([])
    QPixmapCache.setCacheLimit(CACHE_KB)
    model = Model(Path(sys.argv[1]).read_text().splitlines())
    view = QListView()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setIconSize(QSize(SIDE, SIDE))
    view.setGridSize(QSize(SIDE + 8, SIDE + 8))
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setModel(model)
    view.resize(1280, 800)
    painted = Painted()
    view.viewport().installEventFilter(painted)
    view.show()
    wait_until(lambda: bool(painted.when))
    worked = time.process_time(), time.thread_time()
    report: dict[str, object] = {"opened": painted.when}
    if len(sys.argv) > 2:
        heart = Heartbeat()
        with Hiccups() as hiccups:
            report["frame"] = asdict(p99(fling(view)))
            page_through(view)
            wait(500)
        own = [beat for beat in heart.beats if not hiccups.beside(beat)]
        report |= {"stall": asdict(worst(own)), "memory": resident_mb()}
        Path(sys.argv[2]).write_text(json.dumps(report))
    print(painted.when, painted.when, *worked, flush=True)
    app.quit()


if __name__ == "__main__":
    main()
