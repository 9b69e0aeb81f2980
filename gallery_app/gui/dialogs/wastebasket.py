"""The question before files go to the wastebasket."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gallery_app.gui.models.words import counted


def ask_to_throw_away(number: int, then: Callable[[], None], parent: QWidget) -> None:
    """Ask whether files shall go to the wastebasket; it names how many.

    Args:
        number: Of files.
        then: Called when the answer is yes.
        parent: The window.
    """
    one, many = (
        QCoreApplication.translate("Wastebasket", "Move {n} file to the wastebasket?"),
        QCoreApplication.translate("Wastebasket", "Move {n} files to the wastebasket?"),
    )
    box = QMessageBox(
        QMessageBox.Icon.NoIcon,
        QCoreApplication.translate("Wastebasket", "Wastebasket"),
        counted(number, one, many),
    )
    box.setParent(parent, Qt.WindowType.Dialog)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(
        QCoreApplication.translate(
            "Wastebasket",
            "What stays takes over their tags, stars and albums. Nothing is deleted for good.",
        )
    )
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    yes = box.addButton(
        QCoreApplication.translate("Wastebasket", "Move to the wastebasket"),
        QMessageBox.ButtonRole.AcceptRole,
    )
    yes.setProperty("role", "main")
    yes.style().polish(yes)  # the box has dressed it already
    box.setDefaultButton(yes)
    box.accepted.connect(then)
    box.open()
