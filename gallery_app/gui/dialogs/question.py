"""A question before something that costs time to take back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        title: Of the dialog.
        words: The question.
        more: What happens then.
        yes: What the button says that does it.
    """

    title: str
    words: str
    more: str
    yes: str


def ask(question: Question, then: Callable[[], None], parent: QWidget) -> None:
    """Ask; ``then`` is called when the answer is yes."""
    box = QMessageBox(QMessageBox.Icon.NoIcon, question.title, question.words)
    box.setParent(parent, Qt.WindowType.Dialog)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(question.more)
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    yes = box.addButton(question.yes, QMessageBox.ButtonRole.AcceptRole)
    yes.setProperty("role", "main")
    yes.style().polish(yes)  # the box has dressed it already
    box.setDefaultButton(yes)
    box.accepted.connect(then)
    box.open()
