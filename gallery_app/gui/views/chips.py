"""Tags as chips, and the entry that makes new ones."""

from PySide6.QtCore import QStringListModel, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gallery_app.domain.tag import ancestors, leaf
from gallery_app.gui import theme
from gallery_app.gui.models.inspection import CarriedTag
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.buttons import ARROW, IconButton, OneLine, label
from gallery_app.gui.views.entry import Entry, tag_completer


class Chip(QFrame):
    """One tag: where it comes from as a tip, a ✕ to take it off, a click or Enter to go there.

    Signals:
        removed: The tag.
        completed: The tag, when the photos that lack it shall have it too.
        opened: The tag.
    """

    removed = Signal(str)
    completed = Signal(str)
    opened = Signal(str)

    def __init__(self, carried: CarriedTag, photos: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag = carried.tag
        partial = carried.photos < photos
        self.setObjectName("chip")
        self.setProperty("partial", partial)
        self.setFixedHeight(theme.scaled(26))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self._provenance(carried))
        self.setAccessibleName(carried.tag)
        self.setAccessibleDescription(self.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 0, 4, 0)
        line.setSpacing(4)
        above = ancestors(carried.tag)
        if above:
            line.addWidget(OneLine(leaf(above[-1]) + ARROW, "caption", self))
        line.addWidget(OneLine(leaf(carried.tag), "strong", self))
        if partial:
            line.addWidget(label(f"{carried.photos}/{photos}", "caption", self))
            self._add(line, "plus", self.tr("Tag all {n}").format(n=photos), self.completed)
        self._add(line, "cross", self.tr("Take “{tag}” off").format(tag=self._tag), self.removed)

    def _add(self, line: QHBoxLayout, icon: str, tip: str, signal: SignalInstance) -> None:
        made = IconButton(icon, tip, self, size=14)
        made.setFixedSize(18, 18)
        made.clicked.connect(lambda: signal.emit(self._tag))
        line.addWidget(made)

    def _provenance(self, carried: CarriedTag) -> str:
        words = {
            "hand": self.tr("Tagged by you"),
            "file": self.tr("Found in the file"),
            "import": self.tr("Imported from a table or from folder names"),
            "accepted": self.tr("Suggested, accepted by you"),
            "cluster": self.tr("Named as a group"),
        }
        lines = [carried.tag, *(words.get(source, source) for source in carried.sources)]
        if carried.probability is not None:
            lines[-1] += f" ({localised(f'{carried.probability:.0%}')}, {carried.model})"
        if carried.part:
            lines.append(self.tr("Learnt from a part of the photo"))
        if carried.created:
            lines.append(carried.created[:16].replace("T", " "))
        return "\n".join(lines)

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002, N802
        """Go to the tag."""
        self.opened.emit(self._tag)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the tag with Enter or Space, take it off with Delete."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit(self._tag)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self._tag)
        else:
            super().keyPressEvent(event)


class TagEntry(Entry):
    """Type a tag, Enter adds it; Tab or the arrows take a completion.

    Signals:
        entered: The words.
    """

    entered = Signal(str)

    def __init__(self, names: QStringListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Add a tag…"))
        self.setAccessibleName(self.tr("Add a tag"))
        self.setToolTip(self.tr("“/” parts levels, as in Places/Paris"))
        self.setCompleter(tag_completer(names, self))
        self.returnPressed.connect(self._enter)

    def _enter(self) -> None:
        words = self.text().strip()
        self.clear()
        if words:
            self.entered.emit(words)
        else:
            self.left.emit()
