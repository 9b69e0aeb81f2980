"""Plain keys that a screen keeps for itself, before the window's gestures see them."""

from collections.abc import Container

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

NEITHER = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


def claimed(event: QEvent, keys: Container[int]) -> bool:
    """Accept a plain key that would otherwise be a gesture; tell whether it is one of ``keys``."""
    if (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.modifiers() in NEITHER
        and event.key() in keys
    ):
        event.accept()
        return True
    return False


def sideways(event: QKeyEvent, widget: QWidget) -> int:
    """Return 1 for the arrow that points the way words run, -1 for the other, 0 for no such key."""
    step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
    return -step if widget.isRightToLeft() else step
