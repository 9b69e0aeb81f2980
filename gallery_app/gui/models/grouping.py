"""What the user changes in groups; each edit undoable, each one said."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.edits import Edits


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
        self._edits.write(
            lambda library: library.clustering.merge(cluster_ids),
            lambda n: self.tr("Merged %Ln groups", "", n),
        )

    def dismiss(self, cluster_ids: Sequence[int]) -> None:
        """Never show these groups again."""
        self._edits.write(
            lambda library: library.clustering.dismiss(cluster_ids),
            lambda n: self.tr("%Ln groups are gone for good", "", n),
        )

    def take_out(self, cluster_id: int, photo_ids: Sequence[int]) -> None:
        """Take photos out of a group."""
        self._edits.write(
            lambda library: library.clustering.take_out(cluster_id, photo_ids),
            lambda n: self.tr("Took %Ln photos out", "", n),
        )

    def split(self, cluster_id: int, tags: Sequence[str] = ()) -> None:
        """Split a group as its photos look, or between tags."""
        self._bridge.start(
            self.tr("Splitting the group"),
            lambda library: library.clustering.split(cluster_id, tags),
            lambda parts: self._edits.wrote.emit(self.tr("Split into %Ln groups", "", len(parts))),
        )
