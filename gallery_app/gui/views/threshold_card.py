"""Accept many at once, knowing about how many will be wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gallery_app.gui.models.review import Review
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.histogram import Histogram


class ThresholdCard(QFrame):
    """A histogram, a threshold, and what accepting from there on would do.

    Signals:
        accepted: The threshold.
    """

    accepted = Signal(float)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.histogram = Histogram(self)
        self._expected = label("", "caption", self, wrap=True)
        self.accept = button("", "", self)
        self.accept.clicked.connect(lambda: self.accepted.emit(self.histogram.threshold))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("HOW SURE"), "heading", self))
        column.addWidget(self.histogram)
        column.addWidget(self.accept)
        column.addWidget(self._expected)
        self.histogram.moved.connect(lambda _threshold: self._say())
        review.moved.connect(self._refresh)

    def _refresh(self) -> None:
        self.histogram.show_counts(self._review.histogram())
        self._say()

    def _say(self) -> None:
        least = self.histogram.threshold
        above = self._review.above(least)
        self.accept.setText(self.tr("Accept {n:,} above {p:.2f}").format(n=above.count, p=least))
        self.accept.setEnabled(above.count > 0)
        if above.count == 0:
            words = self.tr("No suggestion is that sure.")
        elif above.wrong < 0.5:
            words = self.tr("Fewer than one expected to be wrong.")
        else:
            words = self.tr("About {n:,} expected to be wrong.").format(n=round(above.wrong))
        self._expected.setText(words)
