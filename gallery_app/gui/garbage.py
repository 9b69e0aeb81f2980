"""Collects Python's garbage on the GUI thread only, and not while others make much.

Python frees cycles on whichever thread makes the collector run, and a closed dialog is one: Qt's
widgets freed by a worker's thread, while the GUI thread still sends them events, end the program
(seen as a crash on entering a window in one of three test runs).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
MANY, PATIENCE = 20_000, 30
"""New objects that are a thread's rows rather than garbage, and how many looks long they are left.

To look through 300,000 takes 60 ms, and most are gone a moment later without that."""


class Garbage(QObject):
    """Takes the place of the automatic collector while it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Stop the automatic collector."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what has been loaded stays: no need to look through it ever again
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(EVERY_MS)

    def _collect(self) -> None:
        """Collect what the automatic collector would, unless much is being made."""
        if gc.get_count()[0] > MANY and self._left < PATIENCE:
            self._left += 1
            return
        self._left = 0
        counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [place for place, (count, threshold) in enumerate(counts) if count > threshold]
        if due:
            gc.collect(due[-1])  # the younger generations are among it
