"""Every tag, for completing what the user types."""

from PySide6.QtCore import QObject, QStringListModel

from gallery_app.domain.changes import Changes
from gallery_app.gui.bridge import Bridge


class TagNames(QStringListModel):
    """Tag paths, sorted."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        bridge.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Read the tags again."""
        self._bridge.ask(lambda library: [known.tag for known in library.tags()], self._show)

    def _show(self, names: list[str]) -> None:
        if names != self.stringList():
            self.setStringList(names)

    def _on_changed(self, changes: Changes) -> None:
        if changes.tags:
            self.refresh()
