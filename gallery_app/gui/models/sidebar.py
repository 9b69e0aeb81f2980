"""The sidebar's tree: what there is to look at, with how much of it."""

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from gallery_app.domain.changes import Changes
from gallery_app.domain.cluster import SHOWN_LEVEL
from gallery_app.domain.counts import Counts
from gallery_app.gui.bridge import Bridge, Library, Reading
from gallery_app.gui.models.entries import (
    Entry,
    album_entries,
    folder_entries,
    group_entries,
    tag_entries,
)
from gallery_app.gui.models.photo_wall import PHOTOS_MIME
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.models.words import localised

Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole + 1
ICON = Qt.ItemDataRole.UserRole + 2
BADGE = Qt.ItemDataRole.UserRole + 3
SPOT = Qt.ItemDataRole.UserRole + 4
HEADING = Qt.ItemDataRole.UserRole + 5
TAG = Qt.ItemDataRole.UserRole + 6
FOLDER_ID = Qt.ItemDataRole.UserRole + 7
ALBUM = Qt.ItemDataRole.UserRole + 8


GROUPS = "clusters"
"""The key of the line under which the groups are."""
BIGGEST = 30
"""Groups that have lines of their own; all of them are on their screen."""


class Sidebar(QStandardItemModel):
    """Library, albums, folders and the tag tree. Groups are read when their line is unfolded.

    Attributes:
        duplicates: How many groups of duplicates there were at the last look.

    Signals:
        rebuilt: Lines came or went.
        grouped: The lines of groups are others.
        photos_dropped: A tag and the ids of the photos dropped on it.
        photos_put: An album's id, and the photos dropped on it.
    """

    rebuilt = Signal()
    grouped = Signal()
    photos_dropped = Signal(str, object)
    photos_put = Signal(int, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = Reading(bridge, self._read, self._show)
        self._grouping = Reading(bridge, _read_groups, self._show_groups)
        self._unfolded = False
        self._groups: list[Entry] = []
        self.setColumnCount(1)
        self._shape: list[object] = []
        self.duplicates = 0
        bridge.counted.connect(lambda _counts: self.refresh())
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read everything again."""
        self._reading.again()

    def unfold_groups(self, *, on: bool) -> None:
        """Have a line for each of the biggest groups, or none."""
        self._unfolded = on
        if on:
            self._grouping.again()
        else:
            self._show_groups([])

    def _read(self, library: Library) -> list[Entry]:
        folders, below = library.folders(), library.browsing.subfolders
        added = [folder.path for folder in folders]
        groups = library.clustering.levels().get(SHOWN_LEVEL, 0)
        sections = (
            self._library(library.counts(), groups, len(library.curation.on_their_side())),
            album_entries(library.curation.albums()),
            folder_entries(folders, [one for path in added for one in below(path)]),
            tag_entries([(known.tag, known.photos) for known in library.tags()]),
        )
        return [section for section in sections if section.below]

    def show_duplicates(self, groups: int) -> None:
        """Show how many groups of duplicates there are; the library does not know it by heart."""
        if groups != self.duplicates:
            self.duplicates = groups
            self.refresh()

    def _library(self, counts: Counts, groups: int, lying: int) -> Entry:
        places = [
            Entry("all", self.tr("All Photos"), "photos", counts.photos, Spot()),
            Entry(
                "untagged",
                self.tr("Untagged"),
                "untagged",
                counts.untagged,
                Spot(query="is:untagged", title=self.tr("Untagged")),
            ),
            Entry(
                "picked",
                self.tr("Picked"),
                "flag",
                counts.picked,
                Spot(query="is:picked", title=self.tr("Picked")),
            ),
            Entry("review", self.tr("To Review"), "review", counts.to_review, Spot(Screen.REVIEW)),
            Entry("ask", self.tr("Ask Me"), "ask", 0, Spot(Screen.ASK)),
            Entry(GROUPS, self.tr("Groups"), "groups", groups, Spot(Screen.CLUSTERS)),
            Entry("map", self.tr("Map"), "map", 0, Spot(Screen.MAP)),
            Entry(
                "duplicates",
                self.tr("Duplicates"),
                "duplicates",
                self.duplicates,
                Spot(Screen.DUPLICATES),
            ),
            Entry("health", self.tr("Tag Health"), "health", 0, Spot(Screen.HEALTH)),
            Entry("lying", self.tr("On Their Side"), "lying", lying, Spot(Screen.LYING)),
            Entry(
                "problems",
                self.tr("Problems"),
                "problems",
                counts.problems + counts.missing,
                Spot(Screen.PROBLEMS),
            ),
            Entry("encoder", self.tr("Encoder"), "encoder", 0, Spot(Screen.ENCODER)),
        ]
        if counts.missing:
            spot = Spot(query="is:missing", title=self.tr("Missing"))
            missing = Entry("missing", self.tr("Missing"), "missing", counts.missing, spot)
            places.insert(-1, missing)
        return Entry("library", self.tr("Library"), below=places)

    def _show(self, entries: list[Entry]) -> None:
        shape = [entry.shape for entry in entries]
        if shape == self._shape:
            for row, entry in enumerate(entries):
                self._recount(self.item(row), entry)
            node = self._groups_line
            if node is not None and bool(node.rowCount()) != bool(node.data(BADGE)):
                self._hang_groups()  # there are some now, or none any more
            return
        self._shape = shape
        self.removeRows(0, self.rowCount())
        self.invisibleRootItem().appendRows([self._grow(entry) for entry in entries])
        self._hang_groups()
        self.rebuilt.emit()

    def _show_groups(self, groups: list[Entry]) -> None:
        groups = groups if self._unfolded else []
        same = [group.shape for group in groups] == [group.shape for group in self._groups]
        self._groups, node = groups, self._groups_line
        if same and groups and node is not None:
            for row, group in enumerate(groups):
                self._recount(node.child(row), group)
        else:
            self._hang_groups()
            self.grouped.emit()

    def _hang_groups(self) -> None:
        """Put the groups under their line; a line in their place tells that there are some."""
        node = self._groups_line
        if node is not None:
            node.removeRows(0, node.rowCount())
            node.setColumnCount(1)  # else the first lines bring it, and one change is in another
            waiting = [Entry("no-group", self.tr("Looking…"))] if node.data(BADGE) else []
            node.appendRows([self._grow(entry) for entry in self._groups or waiting])

    @property
    def _groups_line(self) -> QStandardItem | None:
        section = self.item(0)
        lines = range(section.rowCount()) if section else ()
        return next(
            (section.child(row) for row in lines if section.child(row).data(KEY) == GROUPS), None
        )

    def _grow(self, entry: Entry) -> QStandardItem:
        node = QStandardItem(entry.title)
        node.setEditable(False)
        node.setSelectable(entry.spot is not None)
        node.setDropEnabled(entry.takes_photos)
        node.setToolTip(entry.tip)
        facts = {
            KEY: entry.key,
            ICON: entry.icon,
            BADGE: entry.badge,
            SPOT: entry.spot,
            HEADING: entry.spot is None,
            TAG: entry.tag,
            FOLDER_ID: entry.folder_id,
            ALBUM: entry.album,
        }
        for role, value in facts.items():
            node.setData(value, role)
        node.setAccessibleText(_told(entry))
        for below in entry.below:
            node.appendRow(self._grow(below))
        return node

    def _recount(self, node: QStandardItem, entry: Entry) -> None:
        if node.data(BADGE) != entry.badge:
            node.setData(entry.badge, BADGE)
            node.setAccessibleText(_told(entry))
        for row, below in enumerate(entry.below):
            self._recount(node.child(row), below)

    def _on_changed(self, changes: Changes) -> None:
        if changes.clusters and self._unfolded:
            self._grouping.again()
        # saved searches hold what they find; the counts may be the same though tags are others
        if changes.albums or changes.marked or changes.tags:
            self.refresh()

    # Dropping photos on a tag or an album

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
        """Tag the dropped photos, or put them into the album."""
        tag, album = parent.data(TAG), parent.data(ALBUM)
        nowhere = action == Qt.DropAction.IgnoreAction or not (tag or album)
        if nowhere or not data.hasFormat(PHOTOS_MIME):
            return False
        ids = [int(word) for word in bytes(data.data(PHOTOS_MIME).data()).decode().split(",")]
        if tag:
            self.photos_dropped.emit(tag, ids)
        else:
            self.photos_put.emit(album, ids)
        return True


def _told(entry: Entry) -> str:
    return f"{entry.title}, {localised(f'{entry.badge:,}')}" if entry.badge else entry.title


def _read_groups(library: Library) -> list[Entry]:
    number = library.clustering.levels().get(SHOWN_LEVEL, 0)
    return group_entries(library.clustering.biggest(BIGGEST), number)
