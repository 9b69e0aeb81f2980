"""Which photos the next gesture means."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The chosen photos, whichever screen they were chosen on.

    Signals:
        changed: The photos are others now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()

    @property
    def ids(self) -> tuple[int, ...]:
        """Photo ids in the order of the screen."""
        return self._ids

    def choose(self, ids: Sequence[int]) -> None:
        """Choose these photos and no others."""
        if tuple(ids) != self._ids:
            self._ids = tuple(ids)
            self.changed.emit()
