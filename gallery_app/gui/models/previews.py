"""Large pictures for looking at one photo, with its neighbours decoded ahead."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge

KEPT = 6


class Previews(QObject):
    """Decoded photos; only the last few are kept, they are large.

    Signals:
        arrived: A photo's id.
        refused: A photo's id and a sentence.
    """

    arrived = Signal(int)
    refused = Signal(int, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[int, tuple[QImage, int]] = OrderedDict()
        self._asked: set[tuple[int, int]] = set()

    def image(self, photo_id: int) -> QImage | None:
        """Return the picture, or None while it is on its way."""
        kept = self._kept.get(photo_id)
        return kept[0] if kept else None

    def want(self, photo_id: int, side: int) -> None:
        """Ask for a picture whose long side has at least `side` pixels, or all the photo has."""
        kept = self._kept.get(photo_id)
        if (kept and kept[1] >= side) or (photo_id, side) in self._asked:
            return
        self._asked.add((photo_id, side))

        def keep(answer: tuple[bytes, int, int]) -> None:
            self._asked.discard((photo_id, side))
            data, width, height = answer
            shape = QImage.Format.Format_ARGB32_Premultiplied
            self._kept[photo_id] = (QImage(data, width, height, width * 4, shape).copy(), side)
            self._kept.move_to_end(photo_id)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.arrived.emit(photo_id)

        def refuse(error: HandfulError) -> None:
            self._asked.discard((photo_id, side))
            self.refused.emit(photo_id, str(error))

        self._bridge.ask(lambda library: library.preview(photo_id, side), keep, refuse)
