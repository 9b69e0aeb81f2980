"""The checklist of the first run, at the foot of the sidebar."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gallery_app.gui.models.beginner import Step
from gallery_app.gui.views.buttons import IconButton, Picture, button, label

LEADING = {"grouped", "tag", "review"}
"""Steps that a click leads to; the others happen by themselves."""


class Checklist(QFrame):
    """What is done and what comes next.

    Signals:
        asked: A step's name.
        dismissed: Say no more.
    """

    asked = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("First steps"))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("First steps"), "strong", self))
        head.addStretch()
        leave = IconButton("cross", self.tr("Do not show this again"), self, size=14)
        leave.setFixedSize(22, 22)
        leave.clicked.connect(self.dismissed)
        head.addWidget(leave)
        self._lines = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 6, 10)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._lines)
        self.hide()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show how far it is; nothing when there are no steps."""
        self.setVisible(bool(steps))
        made = QWidget(self)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        coming = next((step.name for step in steps if not step.done), "")
        for step in steps:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(Picture("check" if step.done else "step", 16, made))
            line.addWidget(self._words(step, made, coming=step.name == coming), 1)
            if step.numbers:
                line.addWidget(label(step.numbers, "caption", made))
            column.addLayout(line)
        self._column.replaceWidget(self._lines, made)
        self._lines.deleteLater()
        self._lines = made

    def _words(self, step: Step, parent: QWidget, *, coming: bool) -> QWidget:
        if step.done or step.name not in LEADING:
            return label(step.words, "quiet" if step.done else "", parent, wrap=True)
        made: QPushButton = button(step.words, "link", parent)
        weight = 600 if coming else 400
        made.setStyleSheet(f"text-align: left; padding: 0; border: 0; font-weight: {weight};")
        made.clicked.connect(lambda: self.asked.emit(step.name))
        return made
