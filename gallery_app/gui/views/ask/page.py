"""Ask me: what is this? Tags by key or by typing, and what the answers gain."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gallery_app.domain.tag import SEPARATOR
from gallery_app.gui import theme
from gallery_app.gui.language import said
from gallery_app.gui.models.asking import AskMe
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.views.ask.choices import TagChoices
from gallery_app.gui.views.ask.curve import GainCurve
from gallery_app.gui.views.buttons import ARROW, button, label
from gallery_app.gui.views.chips import TagEntry
from gallery_app.gui.views.empty import EmptyState
from gallery_app.gui.views.keys import claimed
from gallery_app.gui.views.photo_canvas import PhotoCanvas
from gallery_app.gui.views.suggestion_row import PhotoStrip

NEXT_SIDE = 44
PREVIEW = 1600
SIDE, MOST_SIDE = 304, 380
DIGITS = [Qt.Key(Qt.Key.Key_1 + place) for place in range(9)]
CONFIRM = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
KEYS = {*DIGITS, *CONFIRM, Qt.Key.Key_0, Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_T}


class AskPage(QStackedWidget):
    """One photo, tags to choose from, and the curve of what was gained.

    Signals:
        review_asked: Enough was answered; go and review.
    """

    review_asked = Signal()

    def __init__(
        self,
        asking: AskMe,
        names: QStringListModel,
        previews: Previews,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Ask me"))
        self._asking = asking
        self._previews = previews
        self._thumbnails = thumbnails
        self._photo_id = 0
        self.canvas = PhotoCanvas(self)
        self._reason = label("", "quiet", self, wrap=True)
        self.choices = TagChoices(asking, self)
        self.choices.toggled.connect(asking.toggle)
        self.entry = TagEntry(names, self)
        self.entry.entered.connect(asking.enter)
        self.entry.left.connect(self.setFocus)
        self._next = PhotoStrip([], thumbnails, self, side=NEXT_SIDE)
        self.curve = GainCurve(self)
        self.gain = label("", "quiet", self, wrap=True)
        self._done = label("", "caption", self)
        self.to_review = button(self.tr("Review what Handful proposes"), "", self)
        self.to_review.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.to_review.clicked.connect(self.review_asked)
        self._empty = EmptyState("ask", "", "", self.tr("Look again"), self)
        self._empty.pressed.connect(asking.start)
        self._build()
        asking.moved.connect(self._on_moved)
        asking.chosen_changed.connect(self._on_chosen)
        asking.measured.connect(self._on_measured)
        previews.arrived.connect(self._on_arrived)

    # Building

    def _build(self) -> None:
        page = QWidget(self)
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._middle(), 1)
        line.addWidget(self._side())
        self.addWidget(page)
        self.addWidget(self._empty)
        waiting = EmptyState(
            "ask",
            self.tr("Looking for what to ask"),
            self.tr("Handful picks the photos whose answers teach it most."),
            parent=self,
        )
        self.addWidget(waiting)
        self.setCurrentWidget(waiting)

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.canvas, 1)
        column.addWidget(label(self.tr("What is this?"), "display", middle))
        column.addWidget(self._reason)
        column.addWidget(self.choices)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.entry.setMaximumWidth(280)
        line.addWidget(self.entry, 1)
        line.addStretch()
        self.none = self._answer(self.tr("None of these   0"), self._asking.none_of_these)
        self.later = self._answer(self.tr("Skip   S"), self._asking.skip)
        self.go_on = self._answer(self.tr("Next   ⏎"), self._asking.confirm, "main")
        for made in (self.none, self.later, self.go_on):
            line.addWidget(made)
        column.addLayout(line)
        column.addWidget(self._next)
        return middle

    def _answer(self, words: str, act: Callable[[], None], role: str = "") -> QPushButton:
        made = button(words, role, self)
        made.ensurePolished()
        made.setMinimumSize(made.sizeHint().expandedTo(QSize(100, 42)))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(act)
        return made

    def _side(self) -> QFrame:
        side = QFrame(self)
        side.setObjectName("inspector")
        side.setFixedWidth(min(theme.scaled(SIDE), MOST_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("WHAT ANSWERS GAIN"), "heading", side))
        column.addWidget(self.curve)
        column.addWidget(self.gain)
        column.addWidget(self._done)
        column.addSpacing(8)
        column.addWidget(self.to_review)
        column.addStretch()
        for keys in (
            self.tr("1–9 choose tags    T type    ⏎ next"),
            self.tr("0 none of these    S skip    Z take back"),
        ):
            column.addWidget(label(keys, "caption", side, wrap=True))
        return side

    # Showing

    def _on_moved(self) -> None:
        question = self._asking.question
        if question is None:
            self._empty.say(
                self.tr("Nothing left to ask"),
                self.tr("Every photo that would teach something has been asked about."),
            )
            self.setCurrentIndex(1 if self._asking.ready else 2)
            return
        self.setCurrentIndex(0)
        same, self._photo_id = question.photo_id == self._photo_id, question.photo_id
        self._thumbnails.want(self._asking.photo(question.photo_id), 512)
        image = self._previews.image(question.photo_id) or self._thumbnails.image(question.photo_id)
        self.canvas.show_image(image, same=same)
        why = said(question.reason).replace(SEPARATOR, ARROW)
        self._reason.setText(self.tr("Asked because: {why}.").format(why=why))
        photo = self._asking.photo(question.photo_id)
        self.setAccessibleDescription(f"{photo.path.name}. {self._reason.text()}")
        self.none.setEnabled(bool(question.tags))
        ahead = self._asking.ahead
        self._next.show_photos(list(ahead))
        for photo_id in (question.photo_id, *(photo.id for photo in ahead[:2])):
            self._previews.want(photo_id, PREVIEW)
        self._done.setText(self.tr("%Ln photos answered now", "", self._asking.done))

    def _on_chosen(self) -> None:
        self.go_on.setEnabled(bool(self._asking.chosen))

    def _on_measured(self) -> None:
        self.curve.show_gain(self._asking.curve, self._asking.gain)
        if self._asking.enough:
            words = self.tr(
                "More answers would gain little now. Review what Handful proposes instead."
            )
        else:
            words = self.tr(
                "The next ten answers should raise it by about %Ln points.",
                "",
                max(1, round(self._asking.gain * 100)),
            )
        self.gain.setText(words)
        self.to_review.setProperty("role", "main" if self._asking.enough else "")
        self.to_review.style().polish(self.to_review)

    def _on_arrived(self, photo_id: int) -> None:
        if photo_id == self._photo_id:
            self.canvas.show_image(self._previews.image(photo_id), same=True)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep the answers' keys from the window's gestures."""
        return claimed(event, KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer with one key."""
        key, asking = Qt.Key(event.key()), self._asking
        acts = {
            Qt.Key.Key_0: asking.none_of_these,
            Qt.Key.Key_S: asking.skip,
            Qt.Key.Key_Z: asking.take_back,
            Qt.Key.Key_T: self.entry.setFocus,
        } | dict.fromkeys(CONFIRM, asking.confirm)
        if key in DIGITS:
            place = DIGITS.index(key)
            if place < len(asking.choices):
                asking.toggle(asking.choices[place])
        elif key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)
