"""What one gesture is: a line in a menu, its keys, its tip, what it does."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Gesture:
    """One thing that the user can do.

    Attributes:
        name: Its name in the code.
        group: The menu and the heading under which it stands.
        title: What the menu calls it.
        keys: Its keys, separated by blanks, in Qt's portable spelling.
        tip: One sentence.
        handler: What it does, given the window's `Actions`.
        on_photos: Whether it belongs in a photo's context menu.
        choice: Gestures with the same word here exclude each other; the one in use is ticked.
        ticked: Whether it turns something on and off, with a tick in the menu while it is on.
    """

    name: str
    group: str
    title: str
    keys: str
    tip: str
    handler: Callable[..., None]
    on_photos: bool = False
    choice: str = ""
    ticked: bool = False

    @staticmethod
    def words(text: str) -> str:
        """Return a text in the user's language."""
        return QCoreApplication.translate("Gesture", text)
