"""What the user changes in groups; each edit undoable, each one said."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.edits import Edits
from gallery_app.gui.models.words import counted


class GroupEdits(QObject):
    """Merging, splitting, taking photos out, and "not a group".

    Args:
        edits: Writes, and says what was done.
        bridge: For splitting, which takes a while.
        parent: Qt's.
    """

    def __init__(self, edits: Edits, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._bridge = bridge

    def merge(self, cluster_ids: Sequence[int]) -> None:
        """Make one group of several."""
        words = self.tr("Merged {n} groups")
        self._edits.write(
            lambda library: library.clustering.merge(cluster_ids), lambda n: words.format(n=n)
        )

    def dismiss(self, cluster_ids: Sequence[int]) -> None:
        """Never show these groups again."""
        one, many = self.tr("This group is gone for good"), self.tr("{n} groups are gone for good")
        self._edits.write(
            lambda library: library.clustering.dismiss(cluster_ids),
            lambda n: counted(n, one, many),
        )

    def take_out(self, cluster_id: int, photo_ids: Sequence[int]) -> None:
        """Take photos out of a group."""
        one, many = self.tr("Took {n} photo out"), self.tr("Took {n} photos out")
        self._edits.write(
            lambda library: library.clustering.take_out(cluster_id, photo_ids),
            lambda n: counted(n, one, many),
        )

    def split(self, cluster_id: int, tags: Sequence[str] = ()) -> None:
        """Split a group as its photos look, or between tags."""
        words = self.tr("Split into {n} groups")
        self._bridge.start(
            self.tr("Splitting the group"),
            lambda library: library.clustering.split(cluster_id, tags),
            lambda parts: self._edits.wrote.emit(words.format(n=len(parts))),
        )
