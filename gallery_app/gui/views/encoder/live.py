"""A training while it runs: curves, what it practises on, what it says."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gallery_app.gui.language import said
from gallery_app.gui.models.methods import words_of
from gallery_app.gui.models.training import Training
from gallery_app.gui.models.words import fill, localised, time_left
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.choice import Choice
from gallery_app.gui.views.encoder.curve import Curve
from gallery_app.gui.views.encoder.practice import PracticeView

SHARES = {"view_agreement"}
"""Label-free scores that are shares of 1."""
NOTES = 4


class TrainLive(QWidget):
    """The running training and the ways to end it."""

    def __init__(self, training: Training, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training = training
        self._title = label("", "subtitle", self)
        self._doing = label("", "caption", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far the training is"))
        self.pause = button(self.tr("Pause"), "", self)
        self.stop = button(self.tr("Stop and keep"), "", self)
        self.cancel = button(self.tr("Cancel"), "", self)
        self._facts = {
            name: (label(name, "caption", self), label("–", "subtitle", self))
            for name in (self.tr("Step"), self.tr("Photos a second"), self.tr("Time left"))
        }
        self.loss = Curve(
            self.tr("Loss"),
            self.tr("How wrong the machine still is at its exercise; lower is better"),
            self,
        )
        self.score = Choice(
            self.tr("Label-free quality"),
            self.tr("Measured without any tags, on photos of yours"),
            self,
        )
        self.quality = Curve("", "", self)
        self.practice = PracticeView(training, self)
        self._notes = label("", "caption", self, wrap=True)
        self._build()
        self.pause.clicked.connect(training.pause_or_resume)
        self.stop.clicked.connect(training.stop)
        self.cancel.clicked.connect(training.cancel)
        self.score.currentIndexChanged.connect(self._show_quality)
        training.moved.connect(self._show)
        training.progressed.connect(self._show_progress)
        self._show()

    def _build(self) -> None:
        self.stop.setToolTip(self.tr("Ends it now; what is learnt so far is measured and kept"))
        self.cancel.setToolTip(self.tr("Ends it now; it can go on another time"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 8, 24, 20)
        outer.setSpacing(12)
        outer.addLayout(self._head())
        outer.addWidget(self._bar)
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.loss, 0, 0)
        grid.addLayout(self._quality_column(), 1, 0)
        grid.addLayout(self._side(), 0, 1, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        outer.addLayout(grid, 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._doing)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for gesture in (self.pause, self.stop, self.cancel):
            head.addWidget(gesture)
        return head

    def _quality_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(label(self.score.accessibleName().upper(), "heading", self))
        line.addStretch()
        line.addWidget(self.score)
        column.addLayout(line)
        column.addWidget(self.quality, 1)
        return column

    def _side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(8)
        facts = QHBoxLayout()
        facts.setSpacing(12)
        for name, value in self._facts.values():
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(value)
            pair.addWidget(name)
            facts.addLayout(pair, 1)
        side.addLayout(facts)
        side.addSpacing(4)
        side.addWidget(label(self.tr("WHAT IT PRACTISES ON"), "heading", self))
        side.addWidget(self.practice, 1)
        frame = QFrame(self)
        frame.setObjectName("notes")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._notes)
        side.addWidget(frame)
        return side

    def _scores(self) -> list[tuple[str, str, str]]:
        return [
            (
                "view_agreement",
                self.tr("View agreement"),
                self.tr(
                    "How often a changed copy of a photo finds its own photo; higher is better"
                ),
            ),
            (
                "rank",
                self.tr("Rank"),
                self.tr("How many things the vectors tell apart; higher is better"),
            ),
            (
                "spread",
                self.tr("Spread"),
                self.tr("How far the vectors lie apart; near 0 all photos look the same to it"),
            ),
        ]

    def _show(self) -> None:
        training = self._training
        state = training.state
        self._title.setText(self._headline())
        held = state in {"pausing", "paused"}
        self.pause.setText(self.tr("Go on") if held else self.tr("Pause"))
        self.pause.setEnabled(held or state == "running")
        self.stop.setEnabled(held or state == "running")
        self._show_progress()
        self._show_facts()
        self.loss.show_values(training.series.get("loss", {}), training.step)
        self._show_quality()
        self._notes.setText("\n".join(training.notes[-NOTES:]))

    def _headline(self) -> str:
        news = self._training.news
        if news is None:
            return self.tr("Getting ready")
        photos = self.tr("%Ln photos", "", news.photos)
        return self.tr("{method} on {photos}").format(
            method=words_of(news.request.method).title, photos=photos
        )

    def _show_progress(self) -> None:
        progress = self._training.progress
        self._doing.setText(self._words(self._training.state))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _words(self, state: str) -> str:
        told = {
            "queued": self.tr("Waits until other work is done"),
            "pausing": self.tr("Pausing once this step is written down"),
            "paused": self.tr("Paused"),
            "stopping": self.tr("Stopping; what is learnt is kept"),
        }
        return told.get(state, said(self._training.progress.step))

    def _show_facts(self) -> None:
        training = self._training
        rate, left = training.now.get("photos_per_s"), training.now.get("seconds_left")
        if training.step >= training.steps:
            left = None  # what follows is not counted in steps
        steps = self.tr("{step:,} of {steps:,}")
        values = (
            fill(steps, step=training.step, steps=training.steps) if training.steps else "–",
            localised(f"{rate:,.0f}") if rate is not None else "–",
            time_left(left) if left is not None else "–",
        )
        for (_, value), words in zip(self._facts.values(), values, strict=True):
            value.setText(words)

    def _show_quality(self) -> None:
        """Show the chosen score; those that this method does not measure are not offered."""
        told = [score for score in self._scores() if score[0] in self._training.series]
        with QSignalBlocker(self.score):
            self.score.fill([(title, name) for name, title, _ in told or self._scores()])
        name = self.score.currentData()
        for known, title, tip in self._scores():
            if known == name:
                self.quality.describe(title, tip, percent=name in SHARES)
        self.quality.show_values(self._training.series.get(name, {}), self._training.step)
