"""A sentence that comes, offers to undo, and goes."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gallery_app.gui.views.buttons import button, label

STAY_MS = 6000
READING_MS = 60
"""A letter: long sentences stay for longer."""
RISE_MS = 160
WIDEST, MARGIN = 640, 24
"""Of the words, and around it all; logical pixels."""


class Toast(QFrame):
    """Floats over the bottom of its parent.

    Signals:
        undo_asked: The button was pressed.
    """

    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._ground = parent
        self._words = label("", "", self)
        self.undo = button(self.tr("Undo"), "", self)
        self.undo.clicked.connect(self._ask)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.setSpacing(12)
        line.addWidget(self._words)
        line.addWidget(self.undo)
        self._stay = QTimer(self, interval=STAY_MS, singleShot=True)
        self._stay.timeout.connect(self.hide)
        self._rise = QPropertyAnimation(self, b"pos", self)
        self._rise.setDuration(RISE_MS)
        self._rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say a sentence for a while."""
        self._show(words, undoable=False)

    def offer_undo(self, words: str) -> None:
        """Say a sentence and offer to take it back."""
        self._show(words, undoable=True)

    def _show(self, words: str, *, undoable: bool) -> None:
        self._words.setText(words)
        self.undo.setVisible(undoable)
        self._fit()
        rest = self._rest()
        self.move(rest + QPoint(0, 24))
        self.show()
        self.raise_()
        self._rise.setStartValue(self.pos())
        self._rise.setEndValue(rest)
        self._rise.start()
        self._stay.start(max(STAY_MS, READING_MS * len(words)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay in the middle when the window changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._rise.stop()
            self._fit()
            self.move(self._rest())
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Take as much room as the words need, in several lines where they are long."""
        self._words.ensurePolished()
        needed = self._words.fontMetrics().horizontalAdvance(self.words) + 2
        around = self.undo.sizeHint().width() + 4 * MARGIN
        most = max(0, min(WIDEST, self._ground.width() - around))
        self._words.setWordWrap(needed > most)
        self._words.setFixedWidth(min(needed, most))
        self.adjustSize()

    def _rest(self) -> QPoint:
        room = self._ground.rect()
        return QPoint((room.width() - self.width()) // 2, room.height() - self.height() - MARGIN)

    def _ask(self) -> None:
        self.hide()
        self.undo_asked.emit()
