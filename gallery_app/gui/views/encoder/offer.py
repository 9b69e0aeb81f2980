"""The offer to go on with a training that was interrupted."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gallery_app.gui.models.training import Training
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import button, label


class InterruptedOffer(QFrame):
    """A training that was interrupted, and a button to go on with it."""

    def __init__(self, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self._training = training
        self._words = label("", "strong", self, wrap=True)
        self.go_on = button(self.tr("Go on"), "main", self)
        self.go_on.setToolTip(self.tr("Goes on exactly where it was"))
        self.go_on.clicked.connect(training.go_on)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 10, 12, 10)
        line.addWidget(self._words, 1)
        line.addWidget(self.go_on)
        training.moved.connect(self._show)
        self._show()

    def _show(self) -> None:
        left = self._training.unfinished
        self.setVisible(left is not None)
        if left is None:
            return
        if left.steps:
            words = self.tr("A training was interrupted at step {step:,} of {steps:,}.")
        else:
            words = self.tr("A training was interrupted before its first step.")
        self._words.setText(fill(words, step=left.step, steps=left.steps))
