"""Accept many at once, knowing about how many will be wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gallery_app.domain.teaching import Acceptance
from gallery_app.gui.models.review import Review
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.review.histogram import Histogram


class ThresholdCard(QFrame):
    """A histogram, two thresholds, and what accepting from the upper one on would do.

    Signals:
        accepted: The upper threshold.
    """

    accepted = Signal(float)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.histogram = Histogram(self)
        self.expected = label("", "quiet", self, wrap=True)
        self.left = label("", "caption", self, wrap=True)
        self.accept = button("", "", self)
        self.accept.clicked.connect(lambda: self.accepted.emit(self.histogram.threshold))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("HOW SURE"), "heading", self))
        column.addWidget(self.histogram)
        column.addWidget(self.accept)
        column.addWidget(self.expected)
        column.addWidget(self.left)
        self.histogram.moved.connect(self._say)
        self.histogram.settled.connect(lambda: review.ask_from(self.histogram.least))
        review.moved.connect(self._refresh)

    def _refresh(self) -> None:
        self.setVisible(not self._review.fringe)
        self.histogram.show_counts(self._review.histogram())
        self._say()

    def _say(self) -> None:
        least, most = self.histogram.least, self.histogram.threshold
        above = self._review.above(most)
        words = self.tr("Accept {n:,} above {p:.2f}")
        self.accept.setText(fill(words, n=above.count, p=most))
        self.accept.setEnabled(above.count > 0)
        self.expected.setText(self._expectation(above))
        between = self._review.between(least, most)
        left = self.tr("{n:,} left to ask, down to {p:.2f}.")
        self.left.setText(fill(left, n=between, p=least))

    def _expectation(self, above: Acceptance) -> str:
        if above.count == 0:
            return self.tr("No suggestion is that sure.")
        right = min(1 - above.wrong / above.count, 0.99 if above.most else 1.0)
        trust = self.tr("About {p:.0%} right, from %Ln answers of yours.", "", self._review.answers)
        if above.most == 0:
            wrong = self.tr("None expected to be wrong.")
        elif above.least == above.most:
            wrong = self.tr("%Ln expected to be wrong.", "", above.most)
        else:
            words = self.tr("{least:,}–{most:,} expected to be wrong.")
            wrong = fill(words, least=above.least, most=above.most)
        return f"{fill(trust, p=right)} {wrong}"
