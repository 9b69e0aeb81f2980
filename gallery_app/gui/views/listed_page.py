"""A list under a line of words and buttons, or why there is nothing in it."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.gui.models.listed import Listed
from gallery_app.gui.views.buttons import label
from gallery_app.gui.views.empty import EmptyState


class ListedPage(QStackedWidget):
    """The page of one list; what it says is up to each kind.

    Args:
        model: The rows.
        cards: What shows them.
        icon: Of the empty page.
        parent: Qt's.
    """

    def __init__(
        self,
        model: Listed[Any],
        cards: QWidget,
        icon: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._words = label("", "quiet", self, wrap=True)
        self.nothing = EmptyState(icon, "", "", parent=self)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(24, 12, 20, 8)
        self._line.setSpacing(8)
        self._line.addWidget(self._words, 1)
        column.addLayout(self._line)
        column.addWidget(cards, 1)
        self.addWidget(page)
        self.addWidget(self.nothing)
        model.shown.connect(self._show)

    def _add(self, *buttons: QPushButton) -> None:
        for each in buttons:
            self._line.addWidget(each)

    def _show(self) -> None:
        model, found = self._model, self._model.rowCount()
        self.setCurrentIndex(0 if found else 1)
        self._words.setText(self._say(found))
        self.nothing.offer(on=not model.looking)
        if model.looking:
            self.nothing.say(self.tr("Looking…"), self._while_looking())
        elif model.trouble:
            self.nothing.say(self.tr("It cannot be told yet"), model.trouble)
        else:
            self.nothing.say(*self._when_none())

    def _say(self, found: int) -> str:
        """Return the line over the list."""
        raise NotImplementedError

    def _while_looking(self) -> str:
        """Return what is said while the list is made."""
        return ""

    def _when_none(self) -> tuple[str, str]:
        """Return a title and a sentence for a list with nothing in it."""
        raise NotImplementedError
