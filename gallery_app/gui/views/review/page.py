"""Suggestions to answer, one by one or many at once."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import SEPARATOR
from gallery_app.gui import theme
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.review import Review
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import fill, localised
from gallery_app.gui.views.buttons import ARROW, label
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.keys import claimed, sideways
from gallery_app.gui.views.review.question import Question
from gallery_app.gui.views.review.threshold_card import ThresholdCard

VERDICTS = {Qt.Key.Key_Y: Verdict.YES, Qt.Key.Key_N: Verdict.NO, Qt.Key.Key_S: Verdict.SKIP}
SIDE, MOST_SIDE = 304, 380
KEYS = {
    *VERDICTS,
    *(Qt.Key.Key_Left, Qt.Key.Key_Right),
    *(Qt.Key.Key_Z, Qt.Key.Key_G, Qt.Key.Key_W, Qt.Key.Key_0),
}


class ReviewPage(QStackedWidget):
    """The question, what it is about, and the way to answer many at once.

    Signals:
        accepted: From which probability on, and the tag or "" for all.
        suggest_asked: Learn again now.
    """

    accepted = Signal(float, str)
    suggest_asked = Signal()

    def __init__(
        self,
        review: Review,
        previews: Previews,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Review"))
        self._review = review
        self.question = Question(review, previews, thumbnails, self)
        self.question.answered.connect(self._answer)
        self.question.refused_all.connect(review.none_of_these)
        self.threshold = ThresholdCard(review, self)
        self.threshold.accepted.connect(lambda least: self.accepted.emit(least, review.tag))
        self._tags = QComboBox(self)
        self._tags.setAccessibleName(self.tr("Which tag to review"))
        self._tags.setToolTip(self.tr("Which tag to review"))
        self._tags.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tags.activated.connect(
            lambda _row: review.load(self._tags.currentData(), fringe=review.fringe)
        )
        self.kinds = self._tab_bar(
            self.tr("What is asked"),
            (self.tr("Suggestions"), self.tr("What Handful proposes, the surest first")),
            (self.tr("Fringe"), self.tr("What you tagged, the least certain first")),
        )
        self.looks = self._tab_bar(
            self.tr("How many at a time"),
            (self.tr("One photo"), self.tr("One question at a time (G)")),
            (self.tr("Wall"), self.tr("Many at once: select, then answer them together (G)")),
        )
        self.kinds.currentChanged.connect(lambda kind: review.load(review.tag, fringe=kind == 1))
        self.question.wall.opened.connect(lambda: self.looks.setCurrentIndex(0))
        self.question.wall.chose.connect(self._show_chosen)
        self.looks.currentChanged.connect(lambda look: self._show_wall(wall=look == 1))
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._done = label("", "caption", self)
        self._chosen = label("", "caption", self)
        self._empty = EmptyState("review", "", "", self.tr("Learn again"), self)
        self._empty.pressed.connect(self.suggest_asked)
        self._build()
        review.moved.connect(self._on_moved)
        review.loaded.connect(self._on_loaded)

    def _tab_bar(self, name: str, *tabs: tuple[str, str]) -> QTabBar:
        bar = QTabBar(self)
        bar.setAccessibleName(name)
        bar.setDrawBase(False)
        bar.setExpanding(False)
        bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for place, (words, tip) in enumerate(tabs):
            bar.addTab(words)
            bar.setTabToolTip(place, tip)
        return bar

    def _build(self) -> None:
        page, side = QWidget(self), QFrame(self)
        side.setObjectName("inspector")
        side.setFixedWidth(min(theme.scaled(SIDE), MOST_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("REVIEWING"), "heading", side))
        column.addWidget(self._tags)
        column.addWidget(self.kinds)
        column.addWidget(self.looks)
        column.addSpacing(4)
        column.addWidget(self._progress)
        column.addWidget(self._done)
        column.addWidget(self._chosen)
        column.addSpacing(16)
        column.addWidget(self.threshold)
        column.addStretch()
        for keys in (
            self.tr("Y yes    N no    S later    Z take back"),
            self.tr("0 none of these    G one or many    ← → go"),
        ):
            column.addWidget(label(keys, "caption", side, wrap=True))
        self._shown = QStackedWidget(page)
        self._shown.addWidget(self.question)
        self._shown.addWidget(self._empty)
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._shown, 1)
        line.addWidget(side)
        loading = QWidget(self)
        self.addWidget(loading)
        self.addWidget(page)

    def _show_wall(self, *, wall: bool) -> None:
        self.question.show_wall(wall=wall)
        self._show_chosen()
        self.setFocus()

    def refresh(self) -> None:
        """Take over what the machine learnt, if anybody looks."""
        if self.isVisible():
            self._review.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Give the arrows to the wall."""
        super().focusInEvent(event)
        if self.question.as_wall:
            self.question.wall.setFocus()

    def _on_loaded(self) -> None:
        self.setCurrentIndex(1)
        self.kinds.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.kinds.setCurrentIndex(int(self._review.fringe))
        self.kinds.blockSignals(False)  # noqa: FBT003
        self._tags.clear()
        self._tags.addItem(self.tr("All tags, mixed"), "")
        for tag, count in self._review.tags:
            self._tags.addItem(f"{tag.replace(SEPARATOR, ARROW)}   {localised(f'{count:,}')}", tag)
        self._tags.setCurrentIndex(max(0, self._tags.findData(self._review.tag)))

    def _on_moved(self) -> None:
        done, total, over = self._review.done, self._review.total, self._review.over
        self._shown.setCurrentIndex(int(over))
        if over:
            self._say_empty(answered=done > 0)
        self.question.show_ahead()
        self.setAccessibleDescription("" if over else self.question.told)
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        words = self.tr("{done:,} of {total:,} answered")
        self._done.setText(fill(words, done=done, total=total))

    def _say_empty(self, *, answered: bool) -> None:
        if answered:
            title = self.tr("All answered")
            words = self.tr("Handful learns from your answers and may have new questions soon.")
        elif self._review.fringe:
            title = self.tr("No tag to doubt yet")
            words = self.tr("A tag can be doubted once three photos carry it.")
        else:
            title = self.tr("Nothing to review yet")
            words = self.tr(
                "Tag a handful of photos — three of a kind will do — and the suggestions "
                "for all the others are asked here."
            )
        self._empty.say(title, words)

    def _answer(self, verdict: Verdict) -> None:
        wall = self.question.wall
        if self.question.as_wall:
            self._review.answer(verdict, wall.chosen, unread=wall.everything)
            wall.choose_present()
        else:
            self._review.answer(verdict)

    def _show_chosen(self) -> None:
        """Say how many an answer on the wall goes to."""
        chosen = self.question.wall.number if self.question.as_wall else 0
        words = self.tr("{n:,} selected, answered together")
        self._chosen.setText(fill(words, n=chosen) if chosen > 1 else "")

    def event(self, event: QEvent) -> bool:
        """Keep the answers' keys from the window's gestures."""
        return claimed(event, KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer with one key."""
        key = Qt.Key(event.key())
        if key in VERDICTS:
            self._answer(VERDICTS[key])
        elif step := sideways(event, self):
            self._review.go(self._review.at + step)
        elif key == Qt.Key.Key_Z:
            self._review.take_back()
        elif key == Qt.Key.Key_G:
            self.looks.setCurrentIndex(1 - self.looks.currentIndex())
        elif key == Qt.Key.Key_W:
            self.question.ask_where()
        elif key == Qt.Key.Key_0:
            self._review.none_of_these()
        else:
            super().keyPressEvent(event)
