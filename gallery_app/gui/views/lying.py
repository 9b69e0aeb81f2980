"""Photos on their side: the cards under a bar, or why there are none."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gallery_app.gui.models.lying import LyingPhotos
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import button
from gallery_app.gui.views.listed_page import ListedPage
from gallery_app.gui.views.lying_cards import LyingCards


class LyingPage(ListedPage):
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
        cards = LyingCards(model, thumbnails)
        super().__init__(model, cards, "lying", parent)
        self.setObjectName("lying")
        self.cards = cards
        self._photos = model
        self.every = button("", "main", self)
        self.look = button(self.tr("Look again"), "", self)
        self._add(self.look, self.every)
        self.cards.answered.connect(self.answered)
        self.every.clicked.connect(self._set_all)
        self.look.clicked.connect(model.look)
        self.nothing.button.setText(self.tr("Look for them"))
        self.nothing.pressed.connect(model.look)
        self._show()

    def _say(self, found: int) -> str:
        rest = self.tr("Y sets one upright, N leaves it. Files are not changed.")
        self.every.setText(self.tr("Set all %Ln upright", "", found))
        self.look.setEnabled(not self._photos.looking)
        lying = self.tr("%Ln photos look as if they lay on their side.", "", found)
        return f"{lying} {rest}"

    def _while_looking(self) -> str:
        return self.tr("The bar below shows how far it is.")

    def _when_none(self) -> tuple[str, str]:
        words = self.tr("An encoder that was trained on turned photos can find them.")
        return self.tr("No photo is known to lie on its side"), words

    def _set_all(self) -> None:
        ids = self._photos.ids
        self.all_upright.emit(ids)
        self._photos.answered(ids)
