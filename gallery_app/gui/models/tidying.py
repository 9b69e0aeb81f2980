"""Duplicates, as the user settles them; undoable and said."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gallery_app.domain.changes import Changes
from gallery_app.domain.duplicates import Choice
from gallery_app.gui.bridge import Library
from gallery_app.gui.models.edits import Edits
from gallery_app.gui.models.words import counted


class Tidying(QObject):
    """Keeping the best of duplicates, or all.

    Args:
        edits: Writes, and says what was done.
        parent: Qt's.
    """

    def __init__(self, edits: Edits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits

    def keep(self, choices: Sequence[Choice]) -> None:
        """Move the others of each choice to the wastebasket."""
        one = self.tr("Moved {n} photo to the wastebasket")
        many = self.tr("Moved {n} photos to the wastebasket")
        stayed: list[str] = []

        def write(library: Library) -> Changes:
            kept = library.tidying.keep(choices)
            stayed.extend(kept.stayed)
            return kept.changes

        def say(number: int) -> str:
            if not stayed:
                return counted(number, one, many)
            rest = self.tr(" ({n} more)").format(n=len(stayed) - 1) if len(stayed) > 1 else ""
            self._edits.said.emit(stayed[0] + rest)
            return ""

        self._edits.write(write, say)

    def refuse(self, ids: Sequence[int]) -> None:
        """Remember that photos are no duplicates of each other."""
        words = self.tr("These will not be shown as duplicates again")
        self._edits.write(lambda library: library.tidying.refuse(ids), lambda _n: words)
