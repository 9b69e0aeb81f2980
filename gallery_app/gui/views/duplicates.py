"""Duplicates: the cards under a bar, or why there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui.models.duplicates import DuplicateGroups
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import counted
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.duplicate_cards import DuplicateDelegate
from gallery_app.gui.views.empty import EmptyState


class DuplicateCards(QListView):
    """The cards; ← and → choose what stays, K keeps it, N says that these are none, Enter looks.

    Signals:
        keep_asked: A `Choice`.
        refused: Ids of photos that are no duplicates of each other.
        opened: A photo's id.
    """

    keep_asked = Signal(object)
    refused = Signal(object)
    opened = Signal(int)

    def __init__(
        self, model: DuplicateGroups, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._groups = model
        self.setAccessibleName(self.tr("Duplicates"))
        self.setModel(model)
        self.delegate = DuplicateDelegate(thumbnails, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(12, 4, 0, 0)
        self.delegate.kept.connect(lambda row: self.keep_asked.emit(model.choice(row)))
        self.delegate.refused.connect(self._refuse)
        self.delegate.chosen.connect(model.choose)
        self.activated.connect(lambda index: self.opened.emit(model.kept(index.row())))
        model.shown.connect(self._show_current)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the copies out anew."""
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose, keep, refuse."""
        row = self.currentIndex().row()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if row >= 0 and key in steps:
            self._step(row, steps[key])
        elif row >= 0 and key == Qt.Key.Key_K:
            self.keep_asked.emit(self._groups.choice(row))
        elif row >= 0 and key == Qt.Key.Key_N:
            self._refuse(row)
        else:
            super().keyPressEvent(event)

    def _step(self, row: int, step: int) -> None:
        ids = self._groups.group(row).ids
        place = ids.index(self._groups.kept(row)) + step
        self._groups.choose(row, ids[min(max(place, 0), len(ids) - 1)])

    def _refuse(self, row: int) -> None:
        ids = self._groups.group(row).ids
        self.refused.emit(ids)
        self._groups.settled(ids)

    def _show_current(self) -> None:
        """Let a group be current always, so that the keys mean one."""
        if not self.currentIndex().isValid() and self._groups.rowCount():
            self.setCurrentIndex(self._groups.index(0))


class DuplicatesPage(QStackedWidget):
    """The cards under a bar, or why there are none.

    Signals:
        keep_asked: A list of `Choice`, to be confirmed.
        refused: Ids of photos that are no duplicates of each other.
    """

    keep_asked = Signal(object)
    refused = Signal(object)

    def __init__(
        self, model: DuplicateGroups, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("duplicates")
        self._model = model
        self.cards = DuplicateCards(model, thumbnails, self)
        self.every = button("", "", self)
        self._words = label("", "quiet", self, wrap=True)
        self._nothing = EmptyState("duplicates", "", "", self.tr("Look again"), self)
        self._build()
        self.cards.keep_asked.connect(lambda choice: self.keep_asked.emit([choice]))
        self.cards.refused.connect(self.refused)
        self.every.clicked.connect(lambda: self.keep_asked.emit(model.exact()))
        self._nothing.pressed.connect(model.refresh)
        model.shown.connect(self._show)
        self._show()

    def _build(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(24, 12, 24, 8)
        line.setSpacing(8)
        line.addWidget(self._words, 1)
        line.addWidget(self.every)
        column.addLayout(line)
        column.addWidget(self.cards, 1)
        self.addWidget(page)
        self.addWidget(self._nothing)

    def _show(self) -> None:
        found, exact = self._model.rowCount(), len(self._model.exact())
        self.setCurrentIndex(0 if found else 1)
        groups = counted(found, self.tr("{n} group."), self.tr("{n} groups."))
        rest = self.tr(
            "The one that stays takes over tags, stars and albums; the others go to the "
            "wastebasket. Choose with a click or ←\u00a0→, then K; N if they are no duplicates."
        )
        self._words.setText(f"{groups} {rest}")
        one = self.tr("Keep the best of {n} exact group…")
        many = self.tr("Keep the best of {n} exact groups…")
        self.every.setText(counted(exact, one, many))
        self.every.setVisible(exact > 1)
        self._nothing.button.setVisible(not self._model.looking)
        if self._model.looking:
            self._nothing.say(self.tr("Looking…"), self.tr("All photos are being compared."))
        elif self._model.trouble:
            self._nothing.say(self.tr("It cannot be told yet"), self._model.trouble)
        else:
            words = self.tr("No photo is there twice, and none looks like a copy of another.")
            self._nothing.say(self.tr("No duplicates"), words)
