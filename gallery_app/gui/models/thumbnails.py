"""Small pictures of photos, by photo id, decoded beside the window."""

from collections import OrderedDict
from threading import Semaphore

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from gallery_app.domain.photo import Photo
from gallery_app.errors import HandfulError
from gallery_app.files.thumbnails import load_bgra
from gallery_app.gui.bridge import Bridge, Library

SIDES = (128, 256, 512)
"""Long sides that are decoded, in pixels; the last is what the library stores."""
ROOM = 96 * 2**20
"""Bytes of decoded thumbnails to keep."""
WAITING = 400
"""Decodes that may wait; those asked for longest ago have been scrolled out of sight."""
AT_ONCE = 12
"""Decodes handed over at a time: enough for the threads; the rest waits without any work for it.

As many may arrive together, between two frames."""
Loaded = tuple[Photo, int, QImage | None]


class Thumbnails(QObject):
    """Decoded thumbnails, the least recently used dropped first.

    Signals:
        arrived: A photo's id, when a (sharper) picture of it is here.
    """

    arrived = Signal(int)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._bytes = 0
        self._wanted: OrderedDict[int, tuple[Photo, int]] = OrderedDict()
        self._on_way: dict[int, int] = {}
        """Long sides of those wanted and those being decoded."""
        self._free = Semaphore(AT_ONCE)
        self._unreadable: set[int] = set()
        self._looks: dict[int, int] = {}

    @property
    def busy(self) -> bool:
        """Whether pictures are on their way."""
        return bool(self._on_way)

    def image(self, photo_id: int) -> QImage | None:
        """Return the sharpest picture here, or None."""
        kept = self._kept.get(photo_id)
        if kept is not None:
            self._kept.move_to_end(photo_id)
        return kept

    def unreadable(self, photo_id: int) -> bool:
        """Return whether the photo's thumbnail could not be decoded."""
        return photo_id in self._unreadable

    def want(self, photo: Photo, side: int) -> None:
        """Ask for a picture with a long side of at least `side` pixels, unless it is here."""
        enough = next((step for step in SIDES if step >= side), SIDES[-1])
        if self._looks.get(photo.id) != _look(photo):  # the file changed, or the photo was turned
            self._looks[photo.id] = _look(photo)
            self._on_way.pop(photo.id, None)
            self._unreadable.discard(photo.id)
        elif self._sharpest(photo.id) >= enough or photo.id in self._unreadable:
            return
        if photo.missing and not photo.has_thumbnail:
            return
        self._on_way[photo.id] = enough
        self._wanted.pop(photo.id, None)  # to the end; a runner thread may take it at any moment
        self._wanted[photo.id] = photo, enough
        while len(self._wanted) > WAITING:
            dropped, _ = self._wanted.popitem(last=False)
            self._on_way.pop(dropped, None)
        self._load_more()

    def _sharpest(self, photo_id: int) -> int:
        """Return the long side of the picture that is here or on its way."""
        kept = self._kept.get(photo_id)
        here = max(kept.width(), kept.height()) if kept is not None else 0
        # a thumbnail that came smaller than asked for is all there is
        here = here if here in {0, *SIDES} else SIDES[-1]
        return max(here, self._on_way.get(photo_id, 0))

    def _load_more(self) -> None:
        if self._wanted and self._free.acquire(blocking=False):
            self._bridge.ask(self._load, self._arrive, lane="thumbnail")

    def _load(self, library: Library) -> Loaded | None:
        """Decode the photo that was asked for last, on a runner thread; None where none is left."""
        try:
            photo, side = self._wanted.popitem()[1]
        except KeyError:
            return None
        else:
            return photo, side, _decoded(library, photo, side)
        finally:
            self._free.release()

    def _arrive(self, loaded: Loaded | None) -> None:
        self._load_more()
        if loaded is None:
            return
        photo, side, image = loaded
        if self._looks[photo.id] != _look(photo):
            return
        if self._on_way.get(photo.id) == side:
            del self._on_way[photo.id]
        if image is None:
            self._unreadable.add(photo.id)
        else:
            self._keep(photo.id, image)
        self.arrived.emit(photo.id)

    def _keep(self, photo_id: int, image: QImage) -> None:
        before = self._kept.pop(photo_id, None)
        if before is not None:
            self._bytes -= before.sizeInBytes()
        self._kept[photo_id] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > ROOM:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()


def _look(photo: Photo) -> int:
    """Return a number that changes when the photo looks different."""
    return hash((photo.content_hash, photo.turn))


def _decoded(library: Library, photo: Photo, side: int) -> QImage | None:
    """Decode a photo; None when that cannot be done."""
    try:
        if photo.has_thumbnail:
            data, width, height = load_bgra(library.thumbnail(photo), side, photo.turn)
        else:  # what is on screen need not wait for the scan to come to it
            data, width, height = library.preview(photo.id, side)
    except HandfulError:
        return None
    # QImage borrows the bytes; copy() makes it own them.
    shape = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(data, width, height, width * 4, shape).copy()
