"""Collects Python's garbage on the GUI thread only.

Python frees cycles on whichever thread makes the collector run, and a closed dialog is one: Qt's
widgets freed by a worker's thread, while the GUI thread still sends them events, end the program
(seen as a crash on entering a window in one of three test runs).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Takes the place of the automatic collector while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Stop the automatic collector."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what has been loaded stays: no need to look through it ever again
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(EVERY_MS)


def collect_due() -> None:
    """Collect the generations that the automatic collector would collect; on the GUI thread."""
    for generation, (count, threshold) in enumerate(
        zip(gc.get_count(), gc.get_threshold(), strict=True)
    ):
        if count > threshold:
            gc.collect(generation)
