"""Takes back everything that was accepted from one run of the machine."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gallery_app.domain.teaching import ModelRun
from gallery_app.gui.views.buttons import button, label


class RunsDialog(QDialog):
    """The runs from which suggestions were accepted in bulk, newest first.

    Signals:
        chosen: The run to take back.
    """

    chosen = Signal(str)

    def __init__(self, runs: Sequence[ModelRun], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Take back a run"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(label(self.tr("Take back a run of suggestions"), "subtitle", self))
        explained = self.tr(
            "Every tag accepted in bulk from that run comes off. Tags that you confirmed one by "
            "one stay, and Undo puts everything back."
        )
        column.addWidget(label(explained, "quiet", self, wrap=True))
        self.takes: list[QPushButton] = []
        for run in runs:
            column.addWidget(self._row(run))
        if not runs:
            words = self.tr("Nothing was accepted in bulk so far.")
            column.addWidget(label(words, "strong", self))
        leave = button(self.tr("Close"), "", self)
        leave.clicked.connect(self.reject)
        column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)

    def _row(self, run: ModelRun) -> QFrame:
        row = QFrame(self)
        row.setObjectName("row")
        line, words = QHBoxLayout(row), QVBoxLayout()
        line.setContentsMargins(14, 10, 14, 10)
        encoder, _, when = run.model.rpartition(", ")
        words.addWidget(label(when[:16].replace("T", " ") or run.model, "strong", row))
        photos = self.tr("%Ln photos", "", run.photos)
        words.addWidget(label(f"{photos} · {encoder}", "caption", row))
        line.addLayout(words, 1)
        take = button(self.tr("Take back"), "", row)
        take.clicked.connect(lambda: self._choose(run.model))
        line.addWidget(take)
        self.takes.append(take)
        return row

    def _choose(self, model: str) -> None:
        self.chosen.emit(model)
        self.accept()
