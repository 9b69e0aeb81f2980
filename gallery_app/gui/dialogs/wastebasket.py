"""The question before files go to the wastebasket."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gallery_app.gui.dialogs.question import Question, ask


def ask_to_throw_away(number: int, then: Callable[[], None], parent: QWidget) -> None:
    """Ask whether files shall go to the wastebasket; it names how many.

    Args:
        number: Of files.
        then: Called when the answer is yes.
        parent: The window.
    """
    question = Question(
        QCoreApplication.translate("Wastebasket", "Wastebasket"),
        QCoreApplication.translate("Wastebasket", "Move %Ln files to the wastebasket?", "", number),
        QCoreApplication.translate(
            "Wastebasket",
            "What stays takes over their tags, stars and albums. Nothing is deleted for good.",
        ),
        QCoreApplication.translate("Wastebasket", "Move to the wastebasket"),
    )
    ask(question, then, parent)
