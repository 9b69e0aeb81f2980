"""Files that could not be read, and photos that are not where they were."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gallery_app.domain.counts import Counts
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said

Index = QModelIndex | QPersistentModelIndex
REASON = Qt.ItemDataRole.UserRole + 1
FOLDER = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Trouble:
    """One file and what is wrong with it."""

    path: Path
    reason: str


class Problems(QAbstractListModel):
    """Unreadable files first, then missing photos.

    Signals:
        shown: The list is here, perhaps empty.
    """

    shown = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._troubles: list[Trouble] = []
        self._seen = (-1, -1)
        bridge.counted.connect(self._on_counted)

    def refresh(self) -> None:
        """Read the problems again."""
        self._bridge.ask(self._read, self._show)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._troubles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the file's name, its folder, or what is wrong."""
        if not index.isValid():
            return None
        trouble = self._troubles[index.row()]
        answers = {
            Qt.ItemDataRole.DisplayRole: trouble.path.name,
            Qt.ItemDataRole.ToolTipRole: str(trouble.path),
            Qt.ItemDataRole.AccessibleTextRole: f"{trouble.path.name}: {trouble.reason}",
            REASON: trouble.reason,
            FOLDER: str(trouble.path.parent),
        }
        return answers.get(role)

    def _on_counted(self, counts: Counts) -> None:
        seen = (counts.problems, counts.missing)
        if seen != self._seen:
            self._seen = seen
            self.refresh()

    def _read(self, library: Library) -> list[Trouble]:
        gone = self.tr("The file is not where it was; its tags are kept until it comes back.")
        unreadable = [Trouble(known.path, said(known.reason)) for known in library.problems()]
        missing = library.photos(library.photo_ids("is:missing"))
        return unreadable + [Trouble(photo.path, gone) for photo in missing]

    def _show(self, troubles: list[Trouble]) -> None:
        self.beginResetModel()
        self._troubles = troubles
        self.endResetModel()
        self.shown.emit()
