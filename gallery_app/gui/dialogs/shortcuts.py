"""Every key on one page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui import theme
from gallery_app.gui.views.buttons import button, label

COLUMNS, FEWER, LARGE_FROM = 3, 2, 1.25
"""Columns, and how many with words so much larger than usual."""
HEADING_LINES = 2
"""Lines that a group's heading takes, with the air above it."""
ROOM = 160
"""Left free of the screen around a long list, with its margins and title."""


class Shortcuts(QDialog):
    """Gestures with their keys, by group."""

    def __init__(self, lines: Sequence[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 28, 32, 28)
        outer.setSpacing(20)
        outer.addWidget(label(self.tr("Keyboard"), "title", self))
        page = QWidget(self)
        page.setObjectName("page")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setSpacing(48)
        area = QScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(page)
        outer.addWidget(area)
        groups: dict[str, list[tuple[str, str]]] = {}
        for group, action in lines:
            if action.shortcut().isEmpty():
                continue
            keys = "  ".join(_native(known) for known in action.shortcuts())
            groups.setdefault(group, []).append((action.text(), keys))
        groups[self.tr("On the wall")] = [
            (self.tr("Move"), "← ↑ → ↓"),
            (self.tr("Open"), self.tr("Enter")),
            (self.tr("Select more"), self.tr("Shift, Ctrl")),
            (self.tr("Select all"), _native("Ctrl+A")),
            (self.tr("Select the section"), _native("Ctrl+Shift+A")),
            (
                self.tr("Next section, previous one"),
                f"{_native('Ctrl+Down')}  {_native('Ctrl+Up')}",
            ),
        ]
        groups[self.tr("In review")] = [
            (self.tr("Yes, no, later"), "Y  N  S"),
            (self.tr("Take back"), "Z"),
            (self.tr("Which part says so"), "W"),
        ]
        wanted = COLUMNS if theme.text_scale() < LARGE_FROM else FEWER
        stacks = [QVBoxLayout() for _ in range(wanted)]
        for stack in stacks:
            stack.setSpacing(24)
            columns.addLayout(stack)
        lines_in = [0] * wanted
        for group, held in groups.items():
            shortest = lines_in.index(min(lines_in))
            stacks[shortest].addLayout(self._group(group, held))
            lines_in[shortest] += len(held) + HEADING_LINES
        for stack in stacks:
            stack.addStretch()
        close = button(self.tr("Close"), "main", self)
        close.clicked.connect(self.accept)
        outer.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableSize() - QSize(ROOM, ROOM + close.sizeHint().height())
        bar = area.verticalScrollBar().sizeHint().width()
        area.setMinimumSize((page.sizeHint() + QSize(bar, 0)).boundedTo(room))

    def _group(self, group: str, keys: list[tuple[str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.addWidget(label(group.upper(), "heading", self), 0, 0)
        for row, (title, words) in enumerate(keys, 1):
            grid.addWidget(label(title, "", self), row, 0)
            grid.addWidget(
                label(words, "quiet", self), row, 1, alignment=Qt.AlignmentFlag.AlignRight
            )
        return grid


def _native(keys: QKeySequence | str) -> str:
    """Return keys as the user's keyboard calls them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
