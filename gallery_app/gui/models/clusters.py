"""The machine's groups as cards."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from gallery_app.domain.changes import Changes
from gallery_app.domain.cluster import SHOWN_LEVEL, Cluster, ClusterSize, TagShare
from gallery_app.domain.photo import Photo
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.models.listed import Index, Listed

CLUSTER = Qt.ItemDataRole.UserRole + 1
COVERS = 4


@dataclass(frozen=True, slots=True)
class Card:
    """A cluster as it is shown.

    Attributes:
        cluster: The cluster.
        covers: The photos of its cover, most typical first.
        odd: Its photos that least belong, oddest first.
        tags: The tags in it, the most frequent first.
    """

    cluster: Cluster
    covers: tuple[Photo, ...]
    odd: tuple[Photo, ...] = ()
    tags: tuple[TagShare, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    level: int
    levels: list[int]
    cards: list[Card]


class Clusters(Listed[Card]):
    """Cards of one level, biggest cluster first; editing a card names its cluster.

    Attributes:
        level: The level shown; see `Library.clustering`.
        levels: Those there are, coarse to fine.

    Signals:
        named: A cluster's id and the name typed.
    """

    named = Signal(int, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self.level = SHOWN_LEVEL
        self.levels = [SHOWN_LEVEL]
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the clusters again."""
        level = self.level
        self._bridge.ask(lambda library: _read(library, level), self._show_read)

    def show_level(self, level: int) -> None:
        """Show coarser or finer groups."""
        if level != self.level and level in self.levels:
            self.level = level
            self.refresh()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cluster's title, its name for editing, or its id."""
        if not index.isValid():
            return None
        cluster = self._rows[index.row()].cluster
        if role == Qt.ItemDataRole.DisplayRole:
            return group_title(cluster)
        if role == Qt.ItemDataRole.EditRole:
            return cluster.name
        if role == CLUSTER:
            return cluster.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{name}, %Ln photos", "", len(cluster.photo_ids)).format(
                name=group_title(cluster)
            )
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take a name that the user typed."""
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        cluster = self._rows[index.row()].cluster
        if name != cluster.name:
            self.named.emit(cluster.id, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be edited, and dropped on each other."""
        plain = super().flags(index)
        more = (
            Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemIsDropEnabled
        )
        return plain | more if index.isValid() else plain

    def _on_changed(self, changes: Changes) -> None:
        if (changes.clusters or changes.tagged) and self.watched:  # tags colour the cards
            self.refresh()

    def _show_read(self, read: _Read) -> None:
        if read.level != self.level:  # the user has moved on
            return
        self.levels = read.levels
        if [card.cluster.id for card in read.cards] == [card.cluster.id for card in self._rows]:
            self._rows = read.cards  # what is chosen stays
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self._show(read.cards)


def group_title(cluster: Cluster | ClusterSize) -> str:
    """Return the user's name of a group, or one with its number while it has none."""
    words = QCoreApplication.translate("Clusters", "Group {n}")
    return cluster.name or words.format(n=cluster.id)


def _read(library: Library, level: int) -> _Read:
    levels = list(library.clustering.levels())
    clusters = library.clustering.clusters(level)
    tags = library.clustering.tags_in(level)
    ids = {i for cluster in clusters for i in (*cluster.photo_ids[:COVERS], *cluster.odd)}
    known = {photo.id: photo for photo in library.photos(sorted(ids))}

    def photos(wanted: tuple[int, ...]) -> tuple[Photo, ...]:
        return tuple(known[photo_id] for photo_id in wanted if photo_id in known)

    cards = [
        Card(
            cluster,
            photos(cluster.photo_ids[:COVERS]),
            photos(cluster.odd),
            tuple(tags.get(cluster.id, ())),
        )
        for cluster in clusters
    ]
    return _Read(level, levels, cards)
