"""What to train: method, start, photos, time, device."""

from datetime import datetime, timedelta

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.training import AUTO, SCRATCH, USUAL_MINUTES, TrainRequest
from gallery_app.gui.models.encoders import Encoders
from gallery_app.gui.models.estimate import seconds_after
from gallery_app.gui.models.methods import MethodWords, method_words, words_of
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.training import Training
from gallery_app.gui.models.words import fill
from gallery_app.gui.views.buttons import button, label
from gallery_app.gui.views.choice import Choice
from gallery_app.gui.views.encoder.offer import InterruptedOffer
from ssl_core.run_spec import FEWEST_PHOTOS

MINUTES = (2, USUAL_MINUTES, 20, 60, 180, 480)


class MethodChoice(QFrame):
    """One method: its name and one plain sentence; all of it can be clicked."""

    def __init__(self, words: MethodWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.radio = QRadioButton(words.title, self)
        self.radio.setAccessibleDescription(words.sentence)
        sentence = label(words.sentence, "caption", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 5, 12, 7)
        column.setSpacing(0)
        column.addWidget(self.radio)
        below = QHBoxLayout()
        below.addSpacing(24)
        below.addWidget(sentence, 1)
        column.addLayout(below)
        self.radio.toggled.connect(lambda checked: self._dress(chosen=checked))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose it."""
        self.radio.setChecked(True)
        self.radio.setFocus()
        super().mousePressEvent(event)

    def _dress(self, *, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        self.style().unpolish(self)
        self.style().polish(self)


class TrainSetup(QWidget):
    """The form, and the offer to go on with an interrupted training.

    Signals:
        explain_asked: What do the methods do?
    """

    explain_asked = Signal()

    def __init__(
        self,
        training: Training,
        encoders: Encoders,
        wall: PhotoWall,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._training, self._encoders, self._wall = training, encoders, wall
        self._methods = QButtonGroup(self)
        self.choices: dict[str, MethodChoice] = {}
        self.begin = Choice(
            self.tr("Start from"), self.tr("Going on from a good encoder takes far less time"), self
        )
        self.photos = Choice(
            self.tr("Learn from"), self.tr("All photos, or what the search finds just now"), self
        )
        self.time = Choice(
            self.tr("For how long"), self.tr("It can be stopped earlier and keeps its work"), self
        )
        self.device = Choice(self.tr("Runs on"), self.tr("Where the training computes"), self)
        self.explain = button(self.tr("What do these do?"), "link", self)
        self.start = button(self.tr("Start training"), "main", self)
        self._estimate = label("", "caption", self, wrap=True)
        self._trouble = label("", "trouble", self, wrap=True)
        self._outcome = label("", "quiet", self, wrap=True)
        self._offer = InterruptedOffer(training, self)
        self._build()
        self.explain.clicked.connect(self.explain_asked)
        self.start.clicked.connect(lambda: training.start(self.request()))
        for chosen in (self.photos, self.time, self.device, self.begin):
            chosen.currentIndexChanged.connect(self._estimate_time)
        self._methods.buttonClicked.connect(self._estimate_time)
        encoders.shown.connect(self.refresh)
        training.moved.connect(self._show_ending)
        self.refresh()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(self._offer)
        line = QHBoxLayout()
        line.setSpacing(32)
        line.addLayout(self._method_column(), 3)
        line.addLayout(self._settings_column(), 2)
        outer.addLayout(line)
        outer.addStretch()

    def _method_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("HOW IT LEARNS"), "heading", self))
        head.addStretch()
        head.addWidget(self.explain)
        column.addLayout(head)
        for words in method_words():
            choice = self.choices[words.name] = MethodChoice(words, self)
            self._methods.addButton(choice.radio)
            column.addWidget(choice)
        self.choices[AUTO].radio.setChecked(True)
        column.addStretch()
        return column

    def _settings_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        for chosen in (self.begin, self.photos, self.time, self.device):
            column.addWidget(label(chosen.accessibleName().upper(), "heading", self))
            column.addWidget(chosen)
            column.addSpacing(8)
        self.time.fill([(self._lasting(minutes), minutes) for minutes in MINUTES])
        self.time.setCurrentIndex(MINUTES.index(USUAL_MINUTES))
        self.device.fill([
            (self.tr("Automatic"), "auto"),
            (self.tr("Processor"), "cpu"),
            (self.tr("Graphics card"), "cuda"),
        ])
        column.addWidget(self._estimate)
        column.addWidget(self._trouble)
        column.addSpacing(4)
        column.addWidget(self.start)
        column.addSpacing(12)
        column.addWidget(self._outcome)
        column.addStretch()
        return column

    def request(self) -> TrainRequest:
        """Return what is chosen."""
        return TrainRequest(
            method=self._method(),
            start=self.begin.currentData(),
            minutes=self.time.currentData(),
            device=self.device.currentData(),
            query=self.photos.currentData(),
        )

    def refresh(self) -> None:
        """Offer what there is now."""
        shelf, served = self._encoders.shelf, self._encoders.shelf.in_use
        in_use = self.tr("The encoder in use ({name})").format(name=served.name if served else "–")
        others = [(encoder.name, encoder.name) for encoder in shelf.others]
        scratch = (self.tr("From scratch"), SCRATCH)
        self.begin.fill([(in_use, None), *others, scratch])
        every = [(fill(self.tr("All photos ({n:,})"), n=shelf.photos), "")]
        if self._wall.query:
            found = self.tr("The current search, {query} ({n:,})")
            words = fill(found, query=self._wall.query, n=self._wall.total)
            every.append((words, self._wall.query))
        self.photos.fill(every)
        self._estimate_time()

    def _estimate_time(self) -> None:
        found = self._wall.total if self.photos.currentData() else self._encoders.shelf.photos
        enough, empty = found >= FEWEST_PHOTOS, self._starts_from_nothing()
        self.start.setEnabled(enough and not empty)
        if not self._encoders.shelf.read:
            words = self.tr("Looking at what there is…")
        elif not enough:
            words = self.tr("Training needs at least %Ln photos.", "", FEWEST_PHOTOS)
        elif empty:
            words = self.tr("From scratch it takes a way that looks at photos; choose another.")
        else:
            words = (
                self._until(found)
                + " "
                + self.tr("The encoder in use serves on, and stays unless the new one is better.")
            )
        if self.device.currentData() == "cuda" and self._encoders.shelf.no_gpu:
            words += " " + self.tr("The graphics card is not used just now: {why}.").format(
                why=self._encoders.shelf.no_gpu
            )
        self._estimate.setText(words)

    def _until(self, found: int) -> str:
        """Say when it will be done, for so many photos to learn from."""
        shelf = self._encoders.shelf
        seconds = 60 * (self.time.currentData() or USUAL_MINUTES)
        learnt = _clock(seconds)
        if shelf.in_use is None or not shelf.in_use.photos_per_s:
            words = self.tr(
                "Learns until about {learnt}, then looks at your photos anew and compares."
            )
            return words.format(learnt=learnt)
        method = self._method()
        on_vectors = words_of(method).on_vectors
        pace = shelf.in_use.photos_per_s
        seconds += seconds_after(method, found, shelf.photos, pace, on_vectors=on_vectors)
        return self.tr(
            "Learns until about {learnt}, then looks at your photos anew and compares, until about "
            "{end}."
        ).format(learnt=learnt, end=_clock(seconds))

    def _starts_from_nothing(self) -> bool:
        return self.begin.currentData() == SCRATCH and words_of(self._method()).on_vectors

    def _method(self) -> str:
        return next(name for name, choice in self.choices.items() if choice.radio.isChecked())

    def _show_ending(self) -> None:
        for said, words in (
            (self._trouble, self._training.trouble),
            (self._outcome, self._training.outcome),
        ):
            said.setText(words)
            said.setVisible(bool(words))

    def _lasting(self, minutes: float) -> str:
        if minutes < 60:
            return self.tr("%Ln minutes", "", round(minutes))
        return self.tr("%Ln hours", "", round(minutes / 60))


def _clock(seconds: float) -> str:
    """Return the time of day in so many seconds."""
    then = datetime.now().astimezone() + timedelta(seconds=seconds)
    return QLocale().toString(QTime(then.hour, then.minute), QLocale.FormatType.ShortFormat)
