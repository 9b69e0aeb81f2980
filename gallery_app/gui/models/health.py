"""Doubts about the user's own tags, as a list that never jumps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gallery_app.domain.photo import Photo
from gallery_app.domain.query import quoted
from gallery_app.domain.tag import leaf
from gallery_app.domain.teaching import Mistake, Split, TagHealth, Twins
from gallery_app.gui.bridge import Bridge, Library

Index = QModelIndex | QPersistentModelIndex
Doubt = Mistake | Split | Twins
MISTAKES = 60
"""Mistakes listed at a time; the next look brings more."""
SHOWN = 6
"""Photos shown of each part of a split, and of each twin."""


@dataclass(frozen=True, slots=True)
class _Found:
    doubts: list[Doubt]
    photos: dict[int, Photo]
    examples: dict[str, list[int]]


class Health(QAbstractListModel):
    """Mistakes first, then tags that look like two, then pairs that look like one.

    Signals:
        loaded: Other doubts.
        kept: A tag and a photo that rightly carries it.
        removed: A tag and a photo that does not deserve it.
        replaced: A tag, the one that takes its place, and the photos.
        merged: A tag, and the one that it becomes part of.
    """

    loaded = Signal()
    kept = Signal(str, int)
    removed = Signal(str, int)
    replaced = Signal(str, str, object)
    merged = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found = _Found([], {}, {})
        self._settled: dict[int, str] = {}
        self._looking = False

    def load(self) -> None:
        """Look over the tags."""
        if not self._looking:
            self._looking = True
            self._bridge.start(
                self.tr("Looking over your tags"),
                lambda library: library.teaching.tag_health(),
                lambda health: self._bridge.ask(lambda known: _around(known, health), self._show),
                over=self._looked,
            )

    def _looked(self) -> None:
        self._looking = False

    def _show(self, found: _Found) -> None:
        self.beginResetModel()
        self._found = found
        self._settled.clear()
        self.endResetModel()
        self.loaded.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of doubts, settled ones too."""
        return 0 if parent.isValid() else len(self._found.doubts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a doubt in words."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        doubt = self._found.doubts[index.row()]
        if isinstance(doubt, Mistake):
            return self.tr("Is this “{tag}”?").format(tag=leaf(doubt.tag))
        if isinstance(doubt, Split):
            return self.tr("“{tag}” looks like two").format(tag=leaf(doubt.tag))
        words = self.tr("“{first}” and “{second}” look like one")
        return words.format(first=leaf(doubt.first), second=leaf(doubt.second))

    def row(self, row: int) -> Doubt:
        """Return a doubt."""
        return self._found.doubts[row]

    def settled(self, row: int) -> str:
        """Return how a doubt was settled, a few words; "" while it is open."""
        return self._settled.get(row, "")

    def photos(self, ids: Sequence[int]) -> list[Photo]:
        """Return the first photos of a part."""
        return [self._found.photos[one] for one in ids[:SHOWN] if one in self._found.photos]

    def examples(self, tag: str) -> list[Photo]:
        """Return a few photos of a tag."""
        return self.photos(self._found.examples.get(tag, []))

    # Settling

    def keep(self, row: int) -> None:
        """The tag is right."""
        doubt = self._found.doubts[row]
        if isinstance(doubt, Mistake):
            self._settle(row, self.tr("Kept"), lambda: self.kept.emit(doubt.tag, doubt.photo_id))

    def remove(self, row: int) -> None:
        """The tag is wrong."""
        doubt = self._found.doubts[row]
        if isinstance(doubt, Mistake):
            words = self.tr("Taken off")
            self._settle(row, words, lambda: self.removed.emit(doubt.tag, doubt.photo_id))

    def change(self, row: int) -> None:
        """The tag that suits better is right."""
        doubt = self._found.doubts[row]
        if isinstance(doubt, Mistake) and doubt.instead:
            words = self.tr("Changed to {tag}").format(tag=leaf(doubt.instead))
            ids = [doubt.photo_id]
            self._settle(row, words, lambda: self.replaced.emit(doubt.tag, doubt.instead, ids))

    def split(self, row: int, name: str) -> None:
        """Give the smaller part a tag of its own."""
        doubt = self._found.doubts[row]
        if isinstance(doubt, Split) and name.strip("/ "):
            words = self.tr("Split into {tag}").format(tag=leaf(name))
            ids = list(doubt.second)
            self._settle(row, words, lambda: self.replaced.emit(doubt.tag, name, ids))

    def merge(self, row: int) -> None:
        """Make one tag of the two."""
        doubt = self._found.doubts[row]
        if isinstance(doubt, Twins):
            words = self.tr("Merged")
            self._settle(row, words, lambda: self.merged.emit(doubt.second, doubt.first))

    def leave(self, row: int) -> None:
        """Leave the tags as they are."""
        self._settle(row, self.tr("Left as it is"), lambda: None)

    def _settle(self, row: int, words: str, act: Callable[[], None]) -> None:
        if row not in self._settled:
            self._settled[row] = words
            act()
            index = self.index(row)
            self.dataChanged.emit(index, index)


def _around(library: Library, health: TagHealth) -> _Found:
    doubts: list[Doubt] = [*health.mistakes[:MISTAKES], *health.splits, *health.twins]
    ids = {doubt.photo_id for doubt in health.mistakes[:MISTAKES]}
    for split in health.splits:
        ids.update(split.first[:SHOWN], split.second[:SHOWN])
    examples = {
        tag: library.photo_ids(f"tag:{quoted(tag)}")[:SHOWN]
        for pair in health.twins
        for tag in (pair.first, pair.second)
    }
    ids.update(*examples.values())
    return _Found(doubts, {photo.id: photo for photo in library.photos(sorted(ids))}, examples)
