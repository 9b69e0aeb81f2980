"""Before and after: the verdict, all scores of both, and neighbours side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.training import Comparison, Score
from gallery_app.gui.language import said
from gallery_app.gui.models.before_after import BeforeAfter
from gallery_app.gui.models.encoders import Encoders
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import fill, localised
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.encoder.neighbours import NeighbourRows

NUMBERS = {"rank", "spread"}
"""Scores that are no shares of 1."""
WIDEST = 620
"""Of the table of scores, pixels: the eye must find its way from a title to its numbers."""


class Verdict(QFrame):
    """What came of it, in a sentence, and what the user can do about it.

    Signals:
        used: An encoder that shall be taken into use.
        kept: It may stay as it is.
    """

    used = Signal(str)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = label("", "subtitle", self)
        self._why = label("", "", self, wrap=True)
        self.keep = button("", "main", self)
        self.other = button("", "", self)
        self._other = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 14, 16, 14)
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._why)
        line.addLayout(words, 1)
        line.addSpacing(16)
        line.addWidget(self.other)
        line.addWidget(self.keep)
        self.keep.clicked.connect(self.kept)
        self.other.clicked.connect(lambda: self.used.emit(self._other))

    def show_verdict(self, compared: Comparison, why: str, in_use: str) -> None:
        """Say what came of it; the buttons keep the one in use or take the other."""
        adopted = in_use == compared.second
        self._other = compared.first if adopted else compared.second
        self._title.setText(self._judged(compared))
        self._why.setText(why)
        self.keep.setText(self.tr("Keep {name}").format(name=in_use))
        if adopted:
            self.other.setText(self.tr("Go back to {name}").format(name=self._other))
        else:
            self.other.setText(self.tr("Use {name} anyway").format(name=self._other))
        self.other.setToolTip(self.tr("The one in use serves until all photos are looked at"))

    def _judged(self, compared: Comparison) -> str:
        gain = compared.gain
        if gain is None:
            return self.tr("Your tags cannot tell yet")
        if compared.better:
            return self.tr("Better beyond chance")
        return self.tr("Worse") if gain.high < 0 else self.tr("Not better beyond chance")


class ScoreTable(QWidget):
    """Every score of both encoders, those of the user's tags first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.setMaximumWidth(WIDEST)
        self._shown: Comparison | None = None

    def show_scores(self, compared: Comparison) -> None:
        """Show them, unless they are on show."""
        if compared is self._shown:
            return
        self._shown = compared
        _empty(self._grid)
        titles = (self.tr("Measured on the same photos"), compared.first, compared.second, "")
        for column, words in enumerate(titles):
            self._put(0, column, words, "caption")
        for row, score in enumerate(compared.scores, 1):
            change = score.second - score.first
            self._put(row, 0, said(score.title), "strong" if score.decides else "")
            self._put(row, 1, _number(score, score.first), "")
            self._put(row, 2, _number(score, score.second), "strong")
            sign = "worse" if change < 0 else "better"
            self._put(row, 3, _change(score, change), sign if abs(change) > 5e-4 else "caption")
        if compared.gain is not None:
            gain = compared.gain
            words = self.tr(
                "Gain on your tags: {mean:+.1f} points, 95 % between {low:+.1f} and {high:+.1f}"
            )
            told = fill(words, mean=gain.mean * 100, low=gain.low * 100, high=gain.high * 100)
            made = label(told, "caption", self)
            self._grid.addWidget(made, len(compared.scores) + 1, 0, 1, 4)

    def _put(self, row: int, column: int, words: str, role: str) -> None:
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(label(words, role, self), row, column, alignment=side)


class BeforeAfterPage(QStackedWidget):
    """The comparison, or the offer to make one.

    Signals:
        left: The user is done with it.
    """

    left = Signal()

    def __init__(
        self,
        model: BeforeAfter,
        encoders: Encoders,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._encoders = model, encoders
        self.verdict = Verdict(self)
        self.scores = ScoreTable(self)
        self.rows = NeighbourRows(thumbnails, self)
        self.others = button(self.tr("Other photos"), "link", self)
        self._left = label("", "heading", self)
        self._right = label("", "heading", self)
        self._nothing = EmptyState("similar", "", "", self.tr("Compare"), self)
        self._build()
        self._nothing.pressed.connect(self._compare)
        self.verdict.kept.connect(self._keep)
        self.verdict.used.connect(encoders.use)
        self.others.clicked.connect(model.show_others)
        model.paired.connect(lambda: self.rows.show_pairs(model.pairs))
        for news in (model.shown, model.moved, encoders.shown, encoders.moved):
            news.connect(self._show)
        self._show()

    def _build(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 12, 24, 20)
        column.setSpacing(14)
        column.addWidget(self.verdict)
        column.addWidget(self.scores)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self.tr("MOST ALIKE, BEFORE AND AFTER"), "heading", page))
        hint = self.tr(
            "Green dot: shares a tag with the photo at the left. Framed: new. Faded: gone."
        )
        head.addWidget(label(hint, "caption", page, wrap=True), 1)
        head.addWidget(self.others)
        column.addLayout(head)
        column.addWidget(self.rows)
        column.addStretch()
        self.addWidget(page)
        self.addWidget(self._nothing)

    def _show(self) -> None:
        compared, shelf = self._model.comparison, self._encoders.shelf
        paired = compared is not None and compared.first != compared.second
        self.setCurrentIndex(0 if paired else 1)
        if compared is not None and paired:
            report, served = self._model.report, shelf.in_use
            why = said(report.why if report is not None else compared.why)
            self.verdict.show_verdict(compared, why, served.name if served else compared.first)
            self.verdict.other.setEnabled(not self._encoders.switching)
            self.scores.show_scores(compared)
            self.rows.show_names(compared.first, compared.second)
        elif self._model.comparing:
            self._say(self.tr("Comparing…"), self.tr("The bar below shows how far it is."))
        elif self._model.trouble:
            self._say(self.tr("They cannot be compared"), self._model.trouble)
        elif shelf.before is not None:
            words = self.tr("Measures {first} and {second} on the same photos of yours.")
            served = shelf.in_use
            name = served.name if served is not None else ""
            title = self.tr("Before and after")
            self._say(title, words.format(first=shelf.before, second=name))
        else:
            title = self.tr("Nothing to compare yet")
            self._say(title, self.tr("Train an encoder, or get a well-known one, and see both."))
        can = shelf.before is not None and not self._model.comparing
        self._nothing.button.setVisible(can)

    def _say(self, title: str, sentence: str) -> None:
        self._nothing.say(title, sentence)

    def _compare(self) -> None:
        shelf, served = self._encoders.shelf, self._encoders.shelf.in_use
        if shelf.before is not None and served is not None:
            self._model.compare(shelf.before, served.name)

    def _keep(self) -> None:
        self._model.dismiss()
        self.left.emit()


def _number(score: Score, value: float) -> str:
    return localised(f"{value:.1f}" if score.name in NUMBERS else f"{value * 100:.1f} %")


def _change(score: Score, change: float) -> str:
    return localised(f"{change if score.name in NUMBERS else change * 100:+.1f}")


def _empty(layout: QLayout) -> None:
    while (held := layout.takeAt(0)) is not None:
        widget = held.widget()
        if widget is not None:
            widget.deleteLater()
