"""Photos on their side: the cards under a bar, or why there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.gui.models.lying import LyingPhotos
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import counted
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.lying_cards import LyingCards


class LyingPage(QStackedWidget):
    """The cards under a bar, or why there are none.

    Signals:
        answered: A photo's id, and whether to set it upright.
        all_upright: Ids of photos that shall be set upright.
    """

    answered = Signal(int, bool)
    all_upright = Signal(object)

    def __init__(
        self, model: LyingPhotos, thumbnails: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lying")
        self._model = model
        self.cards = LyingCards(model, thumbnails, self)
        self.every = button("", "main", self)
        self.look = button(self.tr("Look again"), "", self)
        self._words = label("", "quiet", self, wrap=True)
        self._nothing = EmptyState("lying", "", "", self.tr("Look for them"), self)
        self._build()
        self.cards.answered.connect(self.answered)
        self.every.clicked.connect(self._set_all)
        self.look.clicked.connect(model.look)
        self._nothing.pressed.connect(model.look)
        model.shown.connect(self._show)
        self._show()

    def _build(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(24, 12, 20, 8)
        line.setSpacing(8)
        line.addWidget(self._words, 1)
        line.addWidget(self.look)
        line.addWidget(self.every)
        column.addLayout(line)
        column.addWidget(self.cards, 1)
        self.addWidget(page)
        self.addWidget(self._nothing)

    def _show(self) -> None:
        found = self._model.rowCount()
        self.setCurrentIndex(0 if found else 1)
        one = self.tr("{n} photo looks as if it lay on its side.")
        many = self.tr("{n} photos look as if they lay on their side.")
        rest = self.tr("Y sets one upright, N leaves it. Files are not changed.")
        self._words.setText(f"{counted(found, one, many)} {rest}")
        all_of_them = self.tr("Set {n} upright"), self.tr("Set all {n} upright")
        self.every.setText(counted(found, *all_of_them))
        self.look.setEnabled(not self._model.looking)
        self._nothing.button.setVisible(not self._model.looking)
        if self._model.looking:
            self._nothing.say(self.tr("Looking…"), self.tr("The bar below shows how far it is."))
        elif self._model.trouble:
            self._nothing.say(self.tr("It cannot be told yet"), self._model.trouble)
        else:
            words = self.tr("An encoder that was trained on turned photos can find them.")
            self._nothing.say(self.tr("No photo is known to lie on its side"), words)

    def _set_all(self) -> None:
        ids = self._model.ids
        self.all_upright.emit(ids)
        self._model.answered(ids)
