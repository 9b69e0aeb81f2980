"""Suggestions, one question at a time."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.suggestion import Suggestion, Verdict
from gallery_app.domain.tag import SEPARATOR, ancestors, leaf
from gallery_app.gui import theme
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.review import Review
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.buttons import ARROW, button, label
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.photo_canvas import PhotoCanvas
from gallery_app.gui.views.suggestion_row import PhotoStrip
from gallery_app.gui.views.threshold_card import ThresholdCard

NEXT_SIDE = 56
PREVIEW = 1600


class Question(QFrame):
    """One big photo, the tag in large type, and three answers."""

    answered = Signal(object)

    def __init__(
        self,
        review: Review,
        previews: Previews,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._previews = previews
        self._thumbnails = thumbnails
        self._photo_id = 0
        self._canvas = PhotoCanvas(self)
        self._above = label("", "quiet", self)
        self._tag = label("", "display", self)
        self._sure = label("", "quiet", self)
        self._strip = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self._canvas, 1)
        self._column.addLayout(self._words())
        self._column.addWidget(self._strip)
        previews.arrived.connect(self._on_arrived)

    def _words(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._above)
        names.addWidget(self._tag)
        names.addWidget(self._sure)
        line.addLayout(names)
        line.addStretch()
        answers = (
            (self.tr("No"), "N", "cross", Verdict.NO, ""),
            (self.tr("Later"), "S", "skip", Verdict.SKIP, ""),
            (self.tr("Yes"), "Y", "check", Verdict.YES, "main"),
        )
        for words, key, icon, verdict, role in answers:
            made = self._answer_button(f"{words}   {key}", icon, role)
            made.setObjectName(f"answer-{verdict}")
            made.setToolTip(self.tr("Key {key}").format(key=key))
            made.clicked.connect(
                lambda _checked=False, verdict=verdict: self.answered.emit(verdict)
            )
            line.addWidget(made, alignment=Qt.AlignmentFlag.AlignBottom)
        return line

    def _answer_button(self, words: str, icon: str, role: str) -> QPushButton:
        made = button(words, role, self)
        now = theme.colors()
        made.setIcon(theme.icon(icon, now.on_accent if role else now.quiet))
        made.setIconSize(QSize(18, 18))
        made.setMinimumSize(104, 42)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def show_ahead(self) -> None:
        """Show the present question and those that follow."""
        ahead = self._review.ahead
        if ahead:
            self._show(ahead[0])
            photos = [self._review.photo(known.photo_id) for known in ahead[1:]]
            strip = PhotoStrip(photos, self._thumbnails, self, side=NEXT_SIDE)
            self._column.replaceWidget(self._strip, strip)
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = strip
            for known in ahead[:3]:
                self._previews.want(known.photo_id, PREVIEW)

    def _show(self, question: Suggestion) -> None:
        photo_id = question.photo_id
        same = photo_id == self._photo_id
        self._photo_id = photo_id
        self._thumbnails.want(self._review.photo(photo_id), 512)
        image = self._previews.image(photo_id) or self._thumbnails.image(photo_id)
        self._canvas.show_image(image, same=same)
        above = ancestors(question.tag)
        self._above.setText(above[-1].replace(SEPARATOR, ARROW) if above else self.tr("Is this"))
        self._tag.setText(f"{leaf(question.tag)}?")
        self._sure.setText(self.tr("{p:.0%} sure").format(p=min(question.probability, 0.99)))

    def _on_arrived(self, photo_id: int) -> None:
        if photo_id == self._photo_id:
            self._canvas.show_image(self._previews.image(photo_id), same=True)


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
        self.question.answered.connect(review.answer)
        self.threshold = ThresholdCard(review, self)
        self.threshold.accepted.connect(lambda least: self.accepted.emit(least, review.tag))
        self._tags = QComboBox(self)
        self._tags.setAccessibleName(self.tr("Which tag to review"))
        self._tags.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tags.activated.connect(lambda _row: review.load(self._tags.currentData()))
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._done = label("", "caption", self)
        self._empty = EmptyState("review", "", "", self.tr("Learn again"), self)
        self._empty.pressed.connect(self.suggest_asked)
        self._build()
        review.moved.connect(self._on_moved)
        review.loaded.connect(self._on_loaded)

    def _build(self) -> None:
        page = QWidget(self)
        side = QFrame(page)
        side.setObjectName("inspector")
        side.setFixedWidth(304)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("REVIEWING"), "heading", side))
        column.addWidget(self._tags)
        column.addWidget(self._progress)
        column.addWidget(self._done)
        column.addSpacing(20)
        column.addWidget(self.threshold)
        column.addStretch()
        keys = self.tr("Y yes    N no    S later    Z take back")
        column.addWidget(label(keys, "caption", side))
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.question, 1)
        line.addWidget(side)
        self.addWidget(page)
        self.addWidget(self._empty)
        loading = QWidget(self)
        self.addWidget(loading)
        self.setCurrentWidget(loading)

    def _on_loaded(self) -> None:
        if not self._review.tag:
            self._tags.clear()
            self._tags.addItem(self.tr("All tags, mixed"), "")
            for tag in self._review.tags:
                self._tags.addItem(tag.replace(SEPARATOR, ARROW), tag)
        self._tags.setCurrentIndex(max(0, self._tags.findData(self._review.tag)))

    def _on_moved(self) -> None:
        done, total = self._review.done, self._review.total
        if not self._review.ahead:
            self._say_empty(answered=done > 0)
            self.setCurrentIndex(1)
            return
        self.setCurrentIndex(0)
        self.question.show_ahead()
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._done.setText(self.tr("{done:,} of {total:,} answered").format(done=done, total=total))

    def _say_empty(self, *, answered: bool) -> None:
        if answered:
            self._empty.say(
                self.tr("All answered"),
                self.tr("Handful learns from your answers and may have new questions soon."),
            )
        else:
            self._empty.say(
                self.tr("Nothing to review yet"),
                self.tr(
                    "Tag a handful of photos — three of a kind will do — and the suggestions "
                    "for all the others are asked here."
                ),
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer with one key."""
        verdicts = {Qt.Key.Key_Y: Verdict.YES, Qt.Key.Key_N: Verdict.NO, Qt.Key.Key_S: Verdict.SKIP}
        if event.key() in verdicts:
            self._review.answer(verdicts[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Z:
            self._review.take_back()
        else:
            super().keyPressEvent(event)
