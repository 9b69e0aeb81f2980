"""The sidebar's tree: what there is to look at, with how much of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from gallery_app.catalogue.photos import Folder
from gallery_app.domain import query
from gallery_app.domain.counts import Counts
from gallery_app.domain.tag import ancestors, leaf
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.models.photo_wall import PHOTOS_MIME
from gallery_app.gui.models.place import Screen, Spot

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole + 1
ICON = Qt.ItemDataRole.UserRole + 2
BADGE = Qt.ItemDataRole.UserRole + 3
SPOT = Qt.ItemDataRole.UserRole + 4
HEADING = Qt.ItemDataRole.UserRole + 5
TAG = Qt.ItemDataRole.UserRole + 6
FOLDER_ID = Qt.ItemDataRole.UserRole + 7


@dataclass(slots=True)
class Entry:
    """One line of the sidebar before it becomes a Qt item."""

    key: str
    title: str
    icon: str = ""
    badge: int = 0
    spot: Spot | None = None
    tag: str = ""
    tip: str = ""
    folder_id: int = 0
    below: list["Entry"] = field(default_factory=list)


def quoted(words: str) -> str:
    """Return words as one term of the query language."""
    return query.quoted(words)


class Sidebar(QStandardItemModel):
    """Library, folders and the tag tree.

    Signals:
        rebuilt: Lines came or went.
        photos_dropped: A tag and the ids of the photos dropped on it.
    """

    rebuilt = Signal()
    photos_dropped = Signal(str, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setColumnCount(1)
        self._shape: list[object] = []
        bridge.counted.connect(lambda _counts: self.refresh())

    def refresh(self) -> None:
        """Read everything again."""

        def read(library: Library) -> list[Entry]:
            groups = len(library.clusters())
            sections = (
                self._library(library.counts(), groups),
                self._folders(library.folders()),
                self._tags([(known.tag, known.photos) for known in library.tags()]),
            )
            return [section for section in sections if section.below]

        self._bridge.ask(read, self._show)

    def _library(self, counts: Counts, groups: int) -> Entry:
        places = [
            Entry("all", self.tr("All Photos"), "photos", counts.photos, Spot()),
            Entry(
                "untagged",
                self.tr("Untagged"),
                "untagged",
                counts.untagged,
                Spot(query="is:untagged", title=self.tr("Untagged")),
            ),
            Entry("review", self.tr("To Review"), "review", counts.to_review, Spot(Screen.REVIEW)),
            Entry("clusters", self.tr("Groups"), "groups", groups, Spot(Screen.CLUSTERS)),
            Entry(
                "problems",
                self.tr("Problems"),
                "problems",
                counts.problems + counts.missing,
                Spot(Screen.PROBLEMS),
            ),
        ]
        return Entry("library", self.tr("Library"), below=places)

    def _folders(self, folders: Sequence[Folder]) -> Entry:
        below = [
            Entry(
                f"folder:{folder.id}",
                Path(folder.path).name or str(folder.path),
                "folder",
                folder.photos,
                Spot(query=f"folder:{quoted(str(folder.path))}", title=Path(folder.path).name),
                tip=str(folder.path),
                folder_id=folder.id,
            )
            for folder in folders
        ]
        return Entry("folders", self.tr("Folders"), below=below)

    def _tags(self, tags: Sequence[tuple[str, int]]) -> Entry:
        heading = Entry("tags", self.tr("Tags"))
        made: dict[str, Entry] = {}
        for tag, photos in tags:
            for name in [*ancestors(tag), tag]:
                if name.casefold() not in made:
                    entry = made[name.casefold()] = self._tag_entry(name)
                    above = [made[upper.casefold()] for upper in ancestors(name)]
                    (above[-1] if above else heading).below.append(entry)
            made[tag.casefold()].badge = photos
        return heading

    def _tag_entry(self, tag: str) -> Entry:
        spot = Spot(query=f"tag:{quoted(tag)}", title=leaf(tag))
        return Entry(f"tag:{tag}", leaf(tag), "tag", 0, spot, tag=tag, tip=tag)

    def _show(self, entries: list[Entry]) -> None:
        shape = [_shape(entry) for entry in entries]
        if shape == self._shape:
            for row, entry in enumerate(entries):
                self._recount(self.item(row), entry)
            return
        self._shape = shape
        self.removeRows(0, self.rowCount())
        self.invisibleRootItem().appendRows([self._grow(entry) for entry in entries])
        self.rebuilt.emit()

    def _grow(self, entry: Entry) -> QStandardItem:
        node = QStandardItem(entry.title)
        node.setEditable(False)
        node.setSelectable(entry.spot is not None)
        node.setDropEnabled(bool(entry.tag))
        node.setToolTip(entry.tip)
        facts = {
            KEY: entry.key,
            ICON: entry.icon,
            BADGE: entry.badge,
            SPOT: entry.spot,
            HEADING: entry.spot is None,
            TAG: entry.tag,
            FOLDER_ID: entry.folder_id,
        }
        for role, value in facts.items():
            node.setData(value, role)
        for below in entry.below:
            node.appendRow(self._grow(below))
        return node

    def _recount(self, node: QStandardItem, entry: Entry) -> None:
        if node.data(BADGE) != entry.badge:
            node.setData(entry.badge, BADGE)
        for row, below in enumerate(entry.below):
            self._recount(node.child(row), below)

    # Dropping photos on a tag

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Take photos and nothing else."""
        return [PHOTOS_MIME]

    def dropMimeData(  # noqa: N802 - Qt's signature
        self,
        data: QMimeData,
        action: Qt.DropAction,
        _row: int,
        _column: int,
        parent: Index,
    ) -> bool:
        """Tag the dropped photos."""
        tag = parent.data(TAG)
        if action == Qt.DropAction.IgnoreAction or not tag or not data.hasFormat(PHOTOS_MIME):
            return False
        ids = [int(word) for word in bytes(data.data(PHOTOS_MIME).data()).decode().split(",")]
        self.photos_dropped.emit(tag, ids)
        return True


def _shape(entry: Entry) -> object:
    return entry.key, entry.title, tuple(_shape(below) for below in entry.below)
