"""Which part of a photo speaks most for a tag, asked for when somebody wants to know."""

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.part import Part
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import said


class Pointer(QObject):
    """Asks the library beside the window: the photo is read, and its parts are encoded.

    Signals:
        found: The photo, the tag, and the `Part` as the photo is shown, or None.
        refused: It could not be found out; the window has said why.
    """

    found = Signal(int, str, object)
    refused = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge

    def point_out(self, photo_id: int, tag: str) -> None:
        """Look for the part of a photo that speaks most for a tag."""

        def tell(part: Part | None) -> None:
            self.found.emit(photo_id, tag, part)

        def refuse(error: HandfulError) -> None:
            self._bridge.failed.emit(said(str(error)))
            self.refused.emit()

        self._bridge.ask(lambda library: library.teaching.where(photo_id, tag), tell, refuse)
