"""Rows read from the library at once: what every list of cards or files has in common."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.watched import Watched

Index = QModelIndex | QPersistentModelIndex
Item = TypeVar("Item")


class Listed(Watched, QAbstractListModel, Generic[Item]):
    """One row a thing; a model says what a row is called and when to read again.

    Attributes:
        looking: Whether something is at work that may bring rows.
        trouble: Why there can be none yet, a sentence, or "".

    Signals:
        shown: The rows are here, perhaps none, or it is known why not.
    """

    shown = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: list[Item] = []
        self.looking = False
        self.trouble = ""

    @property
    def rows(self) -> Sequence[Item]:
        """All of them."""
        return self._rows

    def row(self, row: int) -> Item:
        """Return one of them."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def _show(self, rows: list[Item]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.shown.emit()

    def _let_go(self, settled: Callable[[Item], bool]) -> None:
        """Let what is settled go at once; what the library says comes later."""
        for row in reversed(range(len(self._rows))):
            if settled(self._rows[row]):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        self.shown.emit()
