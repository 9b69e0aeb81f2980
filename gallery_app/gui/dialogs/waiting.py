"""What an export could not write: shown while there is any."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from gallery_app.gui.models.waiting import Waiting
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.problems import LINE, ProblemDelegate

LINES = 2


class WaitingSection(QWidget):
    """The sidecars that wait, and what can be done about them.

    Signals:
        retried: Try to write them.
        opened: The id of a photo to look at.
    """

    retried = Signal()
    opened = Signal(int)

    def __init__(self, waiting: Waiting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting = waiting
        waiting.setParent(self)
        self.title = label("", "heading", self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Sidecars that wait to be written"))
        self.list.setModel(waiting)
        self.list.setItemDelegate(ProblemDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(LINES * LINE + 4)
        self.open = button(self.tr("Open the photo"), "", self)
        self.retry = button(self.tr("Try again"), "", self)
        self._build()
        self.retry.clicked.connect(self.retried)
        self.open.clicked.connect(lambda: self._open(self.list.currentIndex()))
        self.list.activated.connect(self._open)
        waiting.shown.connect(self._show)
        self.hide()
        waiting.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self.title)
        line.addStretch()
        line.addWidget(self.open)
        line.addWidget(self.retry)
        column.addLayout(line)
        column.addWidget(self.list)

    def _show(self) -> None:
        total = self._waiting.total
        self.setVisible(total > 0)
        self.title.setText(fill(self.tr("WAITING TO BE WRITTEN · {n:,}"), n=total))
        if total and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._waiting.index(0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._waiting.row(index.row()).photo_id)
