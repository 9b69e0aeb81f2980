"""What training does, and what each method does, in plain words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gallery_app.gui.models.methods import MethodWords, method_words
from gallery_app.gui.views.buttons import button, label


class MethodsExplained(QWidget):
    """A page to read.

    Signals:
        left: The user has read it.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button(self.tr("Back to training"), "", self)
        self.back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("How an encoder learns from your photos"), "title", self))
        head.addStretch()
        head.addWidget(self.back)
        column.addLayout(head)
        for words in self._beginning():
            column.addWidget(label(words, "", self, wrap=True))
        column.addSpacing(4)
        for method in method_words():
            column.addWidget(self._card(method))
        column.addStretch()

    def _beginning(self) -> tuple[str, ...]:
        return (
            self.tr(
                "An encoder turns a photo into a list of numbers, so that photos of the same kind "
                "of thing get similar numbers. Groups, similar photos and suggested tags all rest "
                "on it. Training gives it exercises made from your own photos. The answers are "
                "known without anybody tagging anything, so it learns from all photos at once. "
                "Nothing leaves this computer."
            ),
            self.tr(
                "Practice does not always help: an encoder that saw millions of photos elsewhere "
                "can get worse on yours. So each new one is measured beside the one in use: does "
                "it find your photos with the same tag, and guess their tags from one another? It "
                "is taken over only when it is better beyond chance, and going back is one click."
            ),
        )

    def _card(self, words: MethodWords) -> QFrame:
        card = QFrame(self)
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(4)
        column.addWidget(label(words.title, "subtitle", card))
        column.addWidget(label(words.sentence, "strong", card, wrap=True))
        column.addWidget(label(words.story, "quiet", card, wrap=True))
        if words.paper:
            column.addWidget(label(words.paper, "caption", card, wrap=True))
        return card
