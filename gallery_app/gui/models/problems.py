"""Files that could not be read, and photos that are not where they were."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt

from gallery_app.domain.counts import Counts
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.listed import Index, Listed

REASON = Qt.ItemDataRole.UserRole + 1
FOLDER = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Trouble:
    """One file and what is wrong with it."""

    path: Path
    reason: str


class Problems(Listed[Trouble]):
    """Unreadable files first, then missing photos."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self._seen = (-1, -1)
        bridge.counted.connect(self._on_counted)

    def refresh(self) -> None:
        """Read the problems again."""
        self._bridge.ask(self._read, self._show)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the file's name, its folder, or what is wrong."""
        if not index.isValid():
            return None
        trouble = self._rows[index.row()]
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
            if self.watched:
                self.refresh()

    def _read(self, library: Library) -> list[Trouble]:
        gone = self.tr("The file is not where it was; its tags are kept until it comes back.")
        unreadable = [Trouble(known.path, said(known.reason)) for known in library.problems()]
        missing = library.photos(library.photo_ids("is:missing"))
        return unreadable + [Trouble(photo.path, gone) for photo in missing]
