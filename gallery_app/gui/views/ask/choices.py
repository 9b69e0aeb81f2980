"""The tags that can answer a question: a key each, several at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gallery_app.domain.tag import SEPARATOR, leaf
from gallery_app.gui.models.asking import AskMe
from gallery_app.gui.views.buttons import ARROW, button
from gallery_app.gui.views.flow import SPACE, Flow

LINE = 32


class TagChoices(QWidget):
    """Buttons for tags, numbered by their keys.

    Signals:
        toggled: The tag.
    """

    toggled = Signal(str)

    def __init__(self, asking: AskMe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking = asking
        self.buttons: list[QPushButton] = []
        self._flow = Flow(self)
        self.setMinimumHeight(2 * LINE + SPACE)  # a second line would let the photo above jump
        asking.chosen_changed.connect(self._show)

    def _show(self) -> None:
        choices = self._asking.choices
        while len(self.buttons) < len(choices):
            self._add(len(self.buttons))
        for place, made in enumerate(self.buttons):
            made.setVisible(place < len(choices))
        for place, (made, tag) in enumerate(zip(self.buttons, choices, strict=False), start=1):
            made.setText(f"{place}   {leaf(tag)}")
            made.setToolTip(tag.replace(SEPARATOR, ARROW))
            made.setChecked(tag in self._asking.chosen)
        self._flow.invalidate()
        self.updateGeometry()

    def _add(self, place: int) -> None:
        made = button("", "pick", self)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda: self.toggled.emit(self._asking.choices[place]))
        self._flow.addWidget(made)
        self.buttons.append(made)
