"""Every tag with a tick: whether all, some or none of the chosen photos carry it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from shiboken6 import isValid

from gallery_app.domain.changes import Changes
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.models.edits import Edits

Index = QModelIndex | QPersistentModelIndex
Check = Qt.CheckState


class TagTicks(QAbstractListModel):
    """Tags to tick on and off, for as long as a selection is looked at.

    Args:
        bridge: To the library.
        edits: Writes what is ticked.
        ids: The chosen photos.
        parent: Qt's.
    """

    def __init__(
        self, bridge: Bridge, edits: Edits, ids: Sequence[int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._edits = edits
        self._ids = tuple(ids)
        self._tags: list[tuple[str, int]] = []
        bridge.changed.connect(self._on_changed)
        self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many tags there are."""
        return 0 if parent.isValid() else len(self._tags)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every tag can be ticked."""
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else plain

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the tag, its tick, or how many photos carry it."""
        if not index.isValid() or index.row() >= len(self._tags):
            return None
        tag, photos = self._tags[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tag
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._tick(photos)
        carried = self.tr("{n} of %Ln photos", "", len(self._ids)).format(n=photos)
        if role == Qt.ItemDataRole.ToolTipRole:
            return carried
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tag}, {carried}"
        return None

    def _tick(self, photos: int) -> Check:
        if not photos:
            return Check.Unchecked
        return Check.Checked if photos == len(self._ids) else Check.PartiallyChecked

    def toggle(self, index: Index) -> None:
        """Tag all of the photos, or, when all carry the tag, none."""
        if index.isValid():
            tag, photos = self._tags[index.row()]
            if photos == len(self._ids):
                self._edits.untag(tag, self._ids)
            else:
                self._edits.tag(tag, self._ids)

    def add(self, tag: str) -> None:
        """Tag all of the photos with a tag, new or old."""
        self._edits.tag(tag, self._ids)

    def refresh(self) -> None:
        """Read the tags again."""
        ids = self._ids

        def read(library: Library) -> list[tuple[str, int]]:
            carried = {tag: photos for tag, photos, _ in library.browsing.carried_by(ids)}
            return [(known.tag, carried.get(known.tag, 0)) for known in library.tags()]

        # the dialog may be closed by then
        self._bridge.ask(read, lambda tags: self._show(tags) if isValid(self) else None)

    def _show(self, tags: list[tuple[str, int]]) -> None:
        """Show tags; what is focused stays so when only ticks change."""
        if not isValid(self):  # the dialog was closed meanwhile
            return
        same = [tag for tag, _ in tags] == [tag for tag, _ in self._tags]
        if same:
            self._tags = tags
            if tags:
                self.dataChanged.emit(self.index(0), self.index(len(tags) - 1))
            return
        self.beginResetModel()
        self._tags = tags
        self.endResetModel()

    def _on_changed(self, changes: Changes) -> None:
        if changes.tags:
            self.refresh()
