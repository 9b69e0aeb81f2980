"""The real program with its real window, driven from inside."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gallery_app.app import open_window
from gallery_app.gui.main_window import MainWindow

POLL_MS = 20


def drive(directory: Path, work: Callable[[MainWindow], None]) -> None:
    """Open the program on a library, do ``work`` in place of its event loop, and close it."""

    def run() -> int:
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        work(window)
        window.close()
        return 0

    QApplication.exec = staticmethod(run)  # type: ignore[method-assign]
    open_window(directory)


def wait(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def wait_until(ready: Callable[[], bool], seconds: float = 60) -> float:
    """Let the window live until something is so; return how many milliseconds that took."""
    start = time.perf_counter()
    while not ready():
        if time.perf_counter() - start > seconds:
            sys.exit(f"Waited {seconds} s for what did not come: {ready}")
        wait(POLL_MS)
    return (time.perf_counter() - start) * 1000


def resident_mb(field: str = "VmRSS") -> float:
    """Return the memory of this process in MB; ``VmHWM`` is the most it ever had."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1000
