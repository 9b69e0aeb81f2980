"""The photos that are looked at side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.changes import Changes
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.watched import Watched

FEWEST, MOST = 2, 4


class Compared(Watched, QObject):
    """Keeps the facts of a few photos up to date.

    Signals:
        changed: The photos, in order.
    """

    changed = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ids: list[int] = []
        bridge.changed.connect(self._on_changed)

    def show(self, ids: Sequence[int]) -> None:
        """Look at these photos."""
        self._ids = list(ids)
        self._bridge.ask(lambda library: library.photos(ids), self.changed.emit)

    def _on_changed(self, changes: Changes) -> None:
        if self.watched and set(self._ids) & (changes.photos | changes.marked):
            self.show(self._ids)
