"""Asks for a name."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.entry import tag_completer


class NameDialog(QDialog):
    """One line to write a name in; Enter takes it, Esc leaves.

    Args:
        title: What is asked for.
        take: What the button says that takes it.
        names: Completions.
        name: What stands there at first.
        parent: The window.
    """

    def __init__(
        self,
        title: str,
        take: str,
        names: Sequence[str] = (),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        self.entry = QLineEdit(name, self)
        self.entry.setPlaceholderText(self.tr("Name"))
        self.entry.setObjectName("name")
        self.entry.setAccessibleName(title)
        self.entry.selectAll()
        if names:
            self.entry.setCompleter(tag_completer(QStringListModel(list(names), self), self.entry))
        yes = button(take, "main", self)
        yes.clicked.connect(self.accept)
        yes.setDefault(True)
        leave = button(self.tr("Cancel"), "", self)
        leave.clicked.connect(self.reject)
        self.entry.textChanged.connect(lambda words: yes.setEnabled(bool(words.strip())))
        yes.setEnabled(bool(name))
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(leave)
        line.addWidget(yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(label(title, "subtitle", self))
        column.addWidget(self.entry)
        column.addLayout(line)


def ask_name(
    parent: QWidget,
    title: str,
    take: str,
    then: Callable[[str], None],
    names: Sequence[str] = (),
    name: str = "",
) -> None:
    """Ask for a name; ``then`` gets it, trimmed, unless the user leaves.

    Args:
        parent: The window.
        title: What is asked for.
        take: What the button says that takes it.
        then: Called with the name.
        names: Completions.
        name: What stands there at first.
    """
    dialog = NameDialog(title, take, names, name, parent)
    dialog.accepted.connect(lambda: then(dialog.entry.text().strip()))
    dialog.open()
