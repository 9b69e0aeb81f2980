"""Photos that look as if they lay on their side, to be set upright or left as they are."""

from collections.abc import Iterable
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
from gallery_app.domain.photo import Photo
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.words import fill, turn_words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lying:
    """A photo, and how to set it upright.

    Attributes:
        photo: It.
        quarters: Quarter turns clockwise, 1 to 3.
        probability: 0 to 1.
    """

    photo: Photo
    quarters: int
    probability: float


class LyingPhotos(QAbstractListModel):
    """One row a photo, the surest first.

    Signals:
        shown: The rows are here, perhaps none.
    """

    shown = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._rows: list[Lying] = []
        self._wanted = False
        self.looking = False
        self.trouble = ""
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read them again."""
        self._wanted = True
        self._bridge.ask(_read, self._show)

    def look(self) -> None:
        """Look through the photos that no encoder has looked at this way."""
        self.looking, self.trouble = True, ""

        def refuse(error: HandfulError) -> None:
            self.trouble = said(str(error))
            self.shown.emit()

        def over() -> None:
            self.looking = False
            self.refresh()

        title = self.tr("Looking for photos on their side")
        self._bridge.start(
            title, lambda library: library.find_turned(), lambda _found: None, refuse, over
        )
        self.shown.emit()

    def row(self, row: int) -> Lying:
        """Return one of them."""
        return self._rows[row]

    @property
    def ids(self) -> list[int]:
        """The photos."""
        return [lying.photo.id for lying in self._rows]

    def answered(self, ids: Iterable[int]) -> None:
        """Let answered photos go at once; what the library says comes later."""
        gone = set(ids)
        for row in reversed(range(len(self._rows))):
            if self._rows[row].photo.id in gone:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()
        self.shown.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the file's name, its path as a tip, or all in words."""
        if not index.isValid():
            return None
        lying = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return lying.photo.path.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(lying.photo.path)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{name}, upright after {turn}, {p:.0%} sure")
            turn = turn_words(lying.quarters)
            return fill(words, name=lying.photo.path.name, turn=turn, p=lying.probability)
        return None

    def _on_changed(self, changes: Changes) -> None:
        if self._wanted and (changes.suggestions or changes.marked or changes.photos):
            self.refresh()

    def _show(self, rows: list[Lying]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.shown.emit()


def _read(library: Library) -> list[Lying]:
    found = library.on_their_side()
    photos = {photo.id: photo for photo in library.photos([turned.photo_id for turned in found])}
    return [
        Lying(photos[turned.photo_id], turned.quarters, turned.probability)
        for turned in found
        if turned.photo_id in photos
    ]
