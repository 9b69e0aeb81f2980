"""Duplicates: the cards under a bar, or why there are none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gallery_app.gui.models.duplicates import DuplicateGroups
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import button
from gallery_app.gui.views.cards import CardList
from gallery_app.gui.views.duplicate_cards import DuplicateDelegate
from gallery_app.gui.views.keys import sideways
from gallery_app.gui.views.listed_page import ListedPage


class DuplicateCards(CardList):
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
        self.delegate = DuplicateDelegate(thumbnails, self)
        self.fill(model, self.delegate)
        self.delegate.kept.connect(lambda row: self.keep_asked.emit(model.choice(row)))
        self.delegate.refused.connect(self._refuse)
        self.delegate.chosen.connect(model.choose)
        self.activated.connect(lambda index: self.opened.emit(model.kept(index.row())))
        model.shown.connect(self._show_current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose, keep, refuse."""
        row = self.currentIndex().row()
        key, step = Qt.Key(event.key()), sideways(event, self)
        if row >= 0 and step:
            self._step(row, step)
        elif row >= 0 and key == Qt.Key.Key_K:
            self.keep_asked.emit(self._groups.choice(row))
        elif row >= 0 and key == Qt.Key.Key_N:
            self._refuse(row)
        else:
            super().keyPressEvent(event)

    def _step(self, row: int, step: int) -> None:
        ids = self._groups.row(row).ids
        place = ids.index(self._groups.kept(row)) + step
        self._groups.choose(row, ids[min(max(place, 0), len(ids) - 1)])

    def _refuse(self, row: int) -> None:
        ids = self._groups.row(row).ids
        self.refused.emit(ids)
        self._groups.settled(ids)

    def _show_current(self) -> None:
        """Let a group be current always, so that the keys mean one."""
        if not self.currentIndex().isValid() and self._groups.rowCount():
            self.setCurrentIndex(self._groups.index(0))


class DuplicatesPage(ListedPage):
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
        cards = DuplicateCards(model, thumbnails)
        super().__init__(model, cards, "duplicates", parent)
        self.setObjectName("duplicates")
        self.cards = cards
        self._groups = model
        self.every = button("", "", self)
        self._add(self.every)
        self.cards.keep_asked.connect(lambda choice: self.keep_asked.emit([choice]))
        self.cards.refused.connect(self.refused)
        self.every.clicked.connect(lambda: self.keep_asked.emit(model.exact()))
        self.nothing.button.setText(self.tr("Look again"))
        self.nothing.pressed.connect(model.refresh)
        self._show()

    def _say(self, found: int) -> str:
        exact = len(self._groups.exact())
        groups = self.tr("%Ln groups.", "", found)
        rest = self.tr(
            "The one that stays takes over tags, stars and albums; the others go to the "
            "wastebasket. Choose with a click or ←\u00a0→, then K; N if they are no duplicates."
        )
        self.every.setText(self.tr("Keep the best of %Ln exact groups…", "", exact))
        self.every.setVisible(exact > 1)
        return f"{groups} {rest}"

    def _while_looking(self) -> str:
        return self.tr("All photos are being compared.")

    def _when_none(self) -> tuple[str, str]:
        words = self.tr("No photo is there twice, and none looks like a copy of another.")
        return self.tr("No duplicates"), words
