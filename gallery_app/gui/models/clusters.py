"""The machine's groups as cards."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gallery_app.domain.changes import Changes
from gallery_app.domain.cluster import Cluster
from gallery_app.domain.photo import Photo
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.models.words import counted

Index = QModelIndex | QPersistentModelIndex
CLUSTER = Qt.ItemDataRole.UserRole + 1
COVERS = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A cluster and the photos of its cover, most typical first."""

    cluster: Cluster
    covers: tuple[Photo, ...]


class Clusters(QAbstractListModel):
    """Cards, biggest cluster first; editing a card names its cluster.

    Signals:
        named: A cluster's id and the name typed.
        shown: The cards are here, perhaps none.
    """

    named = Signal(int, str)
    shown = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._cards: list[Card] = []
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the clusters again."""
        self._bridge.ask(_read, self._show)

    def card(self, row: int) -> Card:
        """Return a card."""
        return self._cards[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many clusters there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cluster's title, its name for editing, or its id."""
        if not index.isValid():
            return None
        cluster = self._cards[index.row()].cluster
        if role == Qt.ItemDataRole.DisplayRole:
            return cluster.title
        if role == Qt.ItemDataRole.EditRole:
            return cluster.name
        if role == CLUSTER:
            return cluster.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return counted(
                len(cluster.photo_ids), self.tr("{name}, {n} photo"), self.tr("{name}, {n} photos")
            ).format(name=cluster.title)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take a name that the user typed."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        cluster = self._cards[index.row()].cluster
        if name != cluster.name:
            self.named.emit(cluster.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be edited."""
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsEditable if index.isValid() else plain

    def _on_changed(self, changes: Changes) -> None:
        if changes.clusters:
            self.refresh()

    def _show(self, cards: list[Card]) -> None:
        if [card.cluster.id for card in cards] == [card.cluster.id for card in self._cards]:
            self._cards = cards
            if cards:
                self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
        else:
            self.beginResetModel()
            self._cards = cards
            self.endResetModel()
        self.shown.emit()


def _read(library: Library) -> list[Card]:
    clusters = library.clusters()
    ids = sorted({photo_id for cluster in clusters for photo_id in cluster.photo_ids[:COVERS]})
    known = {photo.id: photo for photo in library.photos(ids)}
    return [
        Card(
            cluster,
            tuple(known[photo_id] for photo_id in cluster.photo_ids[:COVERS] if photo_id in known),
        )
        for cluster in clusters
    ]
