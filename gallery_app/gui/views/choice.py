"""A list to choose one of, with an arrow that follows the theme."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from gallery_app.gui import theme

ARROW = 14


class Choice(QComboBox):
    """A combo box; style sheets can draw arrows only from files of one colour."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def fill(self, options: Sequence[tuple[str, object]]) -> None:
        """Offer these words, each with what it stands for; the choice stays where it can."""
        chosen = self.currentData() if self.count() else None
        if [(self.itemText(row), self.itemData(row)) for row in range(self.count())] == list(
            options
        ):
            return
        self.clear()
        for words, meaning in options:
            self.addItem(words, meaning)
        places = [row for row, (_, meaning) in enumerate(options) if meaning == chosen]
        self.setCurrentIndex(places[0] if places else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the arrow over the box."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            drawn = theme.pixmap(
                "chevron-down", theme.colors().quiet, ARROW, self.devicePixelRatioF()
            )
            left = 8 if self.isRightToLeft() else self.width() - ARROW - 8
            painter.drawPixmap(left, (self.height() - ARROW) // 2, drawn)
