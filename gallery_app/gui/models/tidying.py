"""Duplicates, as the user settles them; undoable and said."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gallery_app.domain.duplicates import Choice
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import said
from gallery_app.gui.models.edits import Edits
from gallery_app.jobs.job import finish
from gallery_app.tidying import Kept

AT_ONCE = 20
"""Files that are moved without a job, which might have to wait for its turn."""


class Tidying(QObject):
    """Keeping the best of duplicates, or all.

    Args:
        edits: Writes, and says what was done.
        bridge: Runs what takes longer.
        parent: Qt's.
    """

    def __init__(self, edits: Edits, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._bridge = bridge

    def keep(self, choices: Sequence[Choice]) -> None:
        """Move the others of each choice to the wastebasket."""
        if sum(len(choice.others) for choice in choices) > AT_ONCE:
            title = self.tr("Keeping the best of duplicates")
            self._bridge.start(title, lambda library: library.tidying.keep(choices), self._say)
        else:
            self._bridge.write(lambda library: finish(library.tidying.keep(choices)), self._say)

    def _say(self, kept: Kept) -> None:
        if kept.stayed:
            more = len(kept.stayed) - 1
            rest = self.tr(" ({n} more)").format(n=more) if more else ""
            self._edits.said.emit(said(kept.stayed[0]) + rest)
        else:
            self._edits.wrote.emit(
                self.tr("Moved %Ln photos to the wastebasket", "", kept.changes.count)
            )

    def refuse(self, ids: Sequence[int]) -> None:
        """Remember that photos are no duplicates of each other."""
        words = self.tr("These will not be shown as duplicates again")
        self._edits.write(lambda library: library.tidying.refuse(ids), lambda _n: words)
