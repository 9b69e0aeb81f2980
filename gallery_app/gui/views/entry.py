"""A line to type in that gives the keys back with Esc, and completes tags."""

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView


class Entry(QLineEdit):
    """Esc empties it, then leaves it; the window's own Esc waits.

    Signals:
        emptied: Esc was pressed on words.
        left: The keys are for the photos again.
    """

    emptied = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim Esc before the window's gestures see it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Empty or leave with Esc."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()  # Qt hands it on, and the screen around would take it too
        elif self.text():
            self.clear()
            self.emptied.emit()
        else:
            self.left.emit()


def tag_completer(words: QAbstractItemModel, entry: QLineEdit) -> QCompleter:
    """Return what completes tags in an entry: any case, any part of the word."""
    made = QCompleter(words, entry)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    popup = QListView()
    popup.setObjectName("completions")
    made.setPopup(popup)
    return made
