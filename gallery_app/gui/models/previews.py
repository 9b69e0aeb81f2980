"""Large pictures for looking at one photo, with its neighbours decoded ahead."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gallery_app.domain.changes import Changes
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said

KEPT = 8


@dataclass(frozen=True, slots=True)
class _Preview:
    """A picture, the long side it was asked for with, and how the photo was turned then."""

    image: QImage
    side: int
    turn: int


class Previews(QObject):
    """Decoded photos; only the last few are kept, they are large.

    Signals:
        arrived: A photo's id.
        outdated: A photo's id, when it is shown turned another way now; ask for it again.
        refused: A photo's id and a sentence.
    """

    arrived = Signal(int)
    outdated = Signal(int)
    refused = Signal(int, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[int, _Preview] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()
        bridge.changed.connect(self._on_changed)

    def image(self, photo_id: int) -> QImage | None:
        """Return the picture, or None while it is on its way."""
        kept = self._kept.get(photo_id)
        return kept.image if kept else None

    def want(self, photo_id: int, side: int) -> None:
        """Ask for a picture whose long side has at least `side` pixels, or all the photo has."""
        kept = self._kept.get(photo_id)
        if (kept and kept.side >= side) or (photo_id, side) in self._asked:
            return
        self._asked.add((photo_id, side))

        def read(library: Library) -> tuple[int, tuple[bytes, int, int]]:
            turn = library.photos([photo_id])[0].turn
            return turn, library.preview(photo_id, side)

        def keep(answer: tuple[int, tuple[bytes, int, int]]) -> None:
            self._asked.discard((photo_id, side))
            turn, (data, width, height) = answer
            shape = QImage.Format.Format_ARGB32_Premultiplied
            image = QImage(data, width, height, width * 4, shape).copy()
            self._kept[photo_id] = _Preview(image, side, turn)
            self._kept.move_to_end(photo_id)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.arrived.emit(photo_id)

        def refuse(error: HandfulError) -> None:
            self._asked.discard((photo_id, side))
            self.refused.emit(photo_id, said(str(error)))

        self._bridge.ask(read, keep, refuse)

    def _on_changed(self, changes: Changes) -> None:
        """Find out which pictures show a photo as it was before it was turned or edited."""
        gone = changes.photos & self._kept.keys()
        marked = list(changes.marked & self._kept.keys() - gone)
        for photo_id in gone:
            self._outdate(photo_id)
        if marked:

            def compare(turns: dict[int, int]) -> None:
                for photo_id, turn in turns.items():
                    if photo_id in self._kept and self._kept[photo_id].turn != turn:
                        self._outdate(photo_id)

            self._bridge.ask(
                lambda library: {photo.id: photo.turn for photo in library.photos(marked)}, compare
            )

    def _outdate(self, photo_id: int) -> None:
        del self._kept[photo_id]
        self.outdated.emit(photo_id)
