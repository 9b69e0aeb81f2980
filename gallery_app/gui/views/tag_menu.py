"""What can be done with a tag of the sidebar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget


class TagMenu(QMenu):
    """The menu of one tag.

    Args:
        tag: Its path.
        children: Whether there are tags below it.
        exclusive: The tags marked “only one of these”.
        parent: The window.

    Signals:
        review_asked: Look at its suggestions, or with True at its doubtful photos.
        rename_asked: Give it another name.
        deleted: Take it off all photos.
        exclusive_set: Whether a photo carries one of its children at most.
    """

    review_asked = Signal(bool)
    rename_asked = Signal()
    deleted = Signal()
    exclusive_set = Signal(bool)

    def __init__(
        self, tag: str, *, children: bool, exclusive: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.addAction(self.tr("Review suggestions"), lambda: self.review_asked.emit(False))  # noqa: FBT003
        self.addAction(self.tr("Show doubtful photos"), lambda: self.review_asked.emit(True))  # noqa: FBT003
        self.addSeparator()
        self.addAction(self.tr("Rename or move…"), self.rename_asked.emit)
        self.addAction(self.tr("Delete the tag"), self.deleted.emit)
        if children:
            self.addSeparator()
            only = self.addAction(self.tr("Only one of these on a photo"))
            only.setCheckable(True)
            only.setChecked(tag in exclusive)
            only.toggled.connect(self.exclusive_set)
