"""What a screen shows when it has nothing to show: a sentence and a button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gallery_app.gui import theme
from gallery_app.gui.views.buttons import Picture, button, label

WIDTH = 400


class EmptyState(QWidget):
    """An icon, a title, a sentence, and perhaps a button.

    Signals:
        pressed: The button.
    """

    pressed = Signal()

    def __init__(
        self, icon: str, title: str, sentence: str, gesture: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(3)
        column.addWidget(Picture(icon, 44, self), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._title = label(title, "title", self)
        self._sentence = label(sentence, "quiet", self, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setFixedWidth(theme.scaled(WIDTH))
        self._fit()
        column.addWidget(self._title, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self.button = button(gesture, "main", self)
        self.button.clicked.connect(self.pressed)
        self.button.setVisible(bool(gesture))
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)

    def say(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._fit()

    def offer(self, *, on: bool) -> None:
        """Show the button, if it says anything, or hide it."""
        self.button.setVisible(on and bool(self.button.text()))

    def _fit(self) -> None:
        # a centred label is not asked for its height by its width, so it is told
        self._sentence.setFixedHeight(max(0, self._sentence.heightForWidth(self._sentence.width())))
