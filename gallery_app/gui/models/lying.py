"""Photos that look as if they lay on their side, to be set upright or left as they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from gallery_app.domain.changes import Changes
from gallery_app.domain.photo import Photo
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.listed import Index, Listed
from gallery_app.gui.models.words import fill, turn_words


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


class LyingPhotos(Listed[Lying]):
    """One row a photo, the surest first."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        bridge.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read them again."""
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

    @property
    def ids(self) -> list[int]:
        """The photos."""
        return [lying.photo.id for lying in self._rows]

    def answered(self, ids: Iterable[int]) -> None:
        """Let answered photos go at once; what the library says comes later."""
        gone = set(ids)
        self._let_go(lambda lying: lying.photo.id in gone)

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
        if self.watched and (changes.suggestions or changes.marked or changes.photos):
            self.refresh()


def _read(library: Library) -> list[Lying]:
    found = library.curation.on_their_side()
    photos = {photo.id: photo for photo in library.photos([turned.photo_id for turned in found])}
    return [
        Lying(photos[turned.photo_id], turned.quarters, turned.probability)
        for turned in found
        if turned.photo_id in photos
    ]
