"""The present question: the photo, the tag in large type, why, and the answers."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gallery_app.domain.part import Part
from gallery_app.domain.suggestion import Suggestion, Verdict
from gallery_app.domain.tag import SEPARATOR, ancestors, leaf
from gallery_app.gui.models.previews import Previews
from gallery_app.gui.models.review import Review
from gallery_app.gui.models.thumbnails import Thumbnails
from gallery_app.gui.models.words import fill, localised
from gallery_app.gui.views.buttons import ARROW, PictureButton, button, label
from gallery_app.gui.views.part_marks import PartMarks, mostly_words
from gallery_app.gui.views.photo_canvas import PhotoCanvas
from gallery_app.gui.views.review.wall import ReviewWall
from gallery_app.gui.views.suggestion_row import PhotoStrip

NEXT_SIDE, WHY_SIDE = 44, 52
REASONS = 3
PREVIEW = 1600
PREFETCHED = 3
MARGIN, SPACE = 24, 16
WORDS = 180
"""Width kept for the tag at least."""


class Question(QFrame):
    """One big photo or a wall of small ones, the tag, the photos that speak for it, and answers.

    Signals:
        answered: The verdict.
        refused_all: None of the tags suggested for this photo fits.
        where_asked: The photo and the tag, of which the part that speaks for it shall be shown.
    """

    answered = Signal(object)
    refused_all = Signal()
    where_asked = Signal(int, str)

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
        self._asked_tag = ""
        self.canvas = PhotoCanvas(self)
        self.marks = PartMarks(self.canvas)
        self.wall = ReviewWall(review, thumbnails, self)
        self._either = QStackedWidget(self)
        self._either.addWidget(self.canvas)
        self._either.addWidget(self.wall)
        self._above = label("", "quiet", self)
        self._tag = label("", "display", self)
        self._sure = label("", "quiet", self, wrap=True)
        self._also = label("", "caption", self, wrap=True)
        self.why = PhotoStrip([], thumbnails, self, side=WHY_SIDE)
        self._why_words = label("", "caption", self)
        self.where = button("", "link", self)
        self.where.setToolTip(self.tr("Show which part of the photo speaks most for the tag"))
        self.where.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.where.clicked.connect(self.ask_where)
        self._next = PhotoStrip([], thumbnails, self, side=NEXT_SIDE)
        self._none = button("", "link", self)
        self._none.clicked.connect(self.refused_all)
        self._build()
        previews.arrived.connect(self._on_arrived)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 20, MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self._either, 1)
        self._asking, self._answering = QHBoxLayout(), self._answers()
        self._asking.setSpacing(SPACE)
        # the tag takes what the others leave: nothing moves from question to question
        self._asking.addWidget(self._words(), 1)
        self._asking.addLayout(self._reasons())
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(SPACE)
        self._foot.addLayout(self._asking, 1)
        self._foot.addLayout(self._answering)
        column.addLayout(self._foot)
        column.addWidget(self._next)

    def _parts(self) -> tuple[int, int]:
        return self._asking.minimumSize().width(), self._answering.minimumSize().width()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size with the answers on a line of their own."""
        return QSize(max(self._parts()) + 2 * MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the answers beside the question where there is room, else below it."""
        beside = sum(self._parts()) + SPACE + 2 * MARGIN <= self.width()
        way = QBoxLayout.Direction
        self._foot.setDirection(way.LeftToRight if beside else way.TopToBottom)
        super().resizeEvent(event)

    def _words(self) -> QWidget:
        words = QWidget(self)
        words.setMinimumWidth(WORDS)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._above, self._tag, self._sure, self._also):
            column.addWidget(part)
        column.addStretch()
        return words

    def _reasons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.why.setFixedWidth(REASONS * (WHY_SIDE + 4))
        column.addWidget(self._why_words)
        column.addWidget(self.why)
        column.addWidget(self.where, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        return column

    def _answers(self) -> QVBoxLayout:
        column, line = QVBoxLayout(), QHBoxLayout()
        line.setSpacing(8)
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
            line.addWidget(made)
        column.setSpacing(4)
        column.addLayout(line)
        self._none.setText(self.tr("None of these   0"))
        self._none.setObjectName("none-of-these")
        self._none.setToolTip(self.tr("Refuse every tag suggested for this photo"))
        self._none.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self._none, alignment=Qt.AlignmentFlag.AlignRight)
        column.addStretch()
        return column

    def _answer_button(self, words: str, icon: str, role: str) -> QPushButton:
        made = PictureButton(words, icon, role, self)
        made.ensurePolished()
        made.setMinimumSize(made.sizeHint().expandedTo(QSize(100, 42)))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    @property
    def as_wall(self) -> bool:
        """Whether many photos are shown."""
        return self._either.currentWidget() is self.wall

    @property
    def told(self) -> str:
        """The present question in words, for a screen reader."""
        name = self._review.photo(self._photo_id).path.name
        return f"{self._above.text()} {self._tag.text()} {self._sure.text()}, {name}"

    def show_wall(self, *, wall: bool) -> None:
        """Show many photos, or the present one large."""
        self._either.setCurrentWidget(self.wall if wall else self.canvas)
        self._next.setVisible(not wall)
        self.show_ahead()

    def show_ahead(self) -> None:
        """Show the present question and those that follow."""
        if self._review.at >= self._review.rowCount():
            return
        self._show(self._review.row(self._review.at))
        ahead = self._review.ahead
        self._next.show_photos([self._review.photo(one.photo_id) for one in ahead[1:]])
        if not self.as_wall:
            for one in ahead[:PREFETCHED]:
                self._previews.want(one.photo_id, PREVIEW)

    def _show(self, asked: Suggestion) -> None:
        photo_id = asked.photo_id
        before, self._photo_id = self._photo_id, photo_id
        same = photo_id == before
        self._thumbnails.want(self._review.photo(photo_id), 512)
        image = self._previews.image(photo_id) or self._thumbnails.image(photo_id)
        self.canvas.show_image(image, same=same)
        above = ancestors(asked.tag)
        self._above.setText(above[-1].replace(SEPARATOR, ARROW) if above else self.tr("Is this"))
        self._tag.setToolTip(asked.tag)
        words = self._tag.fontMetrics().elidedText(
            f"{leaf(asked.tag)}?",
            Qt.TextElideMode.ElideRight,
            max(WORDS, self._above.width()),
        )
        self._tag.setText(words)
        sure = min(asked.probability, 0.99)
        doubt = self.tr("Your other answers say {p:.0%}")
        words = doubt if self._review.fringe else self.tr("{p:.0%} sure")
        self._sure.setText(fill(words, p=sure))
        self._show_others(asked)
        reasons = self._review.because(asked)
        self._why_words.setText(self.tr("Because of these") if reasons else "")
        self.why.show_photos(reasons)
        if (photo_id, asked.tag) != (before, self._asked_tag):
            self._asked_tag = asked.tag
            self.marks.mark(())
            self.offer_where()
        self.where.setVisible(bool(reasons) and not self.as_wall)

    def ask_where(self) -> None:
        """Ask which part of the photo speaks most for the tag."""
        if self.where.isVisible():
            self.where.setText(self.tr("Looking…"))
            self.where_asked.emit(self._photo_id, self._asked_tag)

    def offer_where(self) -> None:
        """Offer to show which part of the photo speaks most for the tag."""
        self.where.setText(self.tr("Which part?   W"))

    def show_telling(self, photo_id: int, tag: str, part: Part | None) -> None:
        """Show the part that speaks most, or say that none does."""
        if (photo_id, tag) == (self._photo_id, self._asked_tag):
            self.marks.mark([(part, mostly_words(tag))] if part is not None else ())
            self.offer_where()
            if part is None:
                self.where.setText(self.tr("No part stands out"))

    def _show_others(self, asked: Suggestion) -> None:
        others = [
            f"{leaf(one.tag)} {localised(f'{min(one.probability, 0.99):.0%}')}"
            for one in self._review.others(asked)[:2]
        ]
        words = self.tr("or perhaps {tags}").format(tags=", ".join(others))
        self._also.setText(words if others else " ")  # no words would let the photo above jump
        self._none.setVisible(not self._review.fringe)

    def _on_arrived(self, photo_id: int) -> None:
        if photo_id == self._photo_id:
            self.canvas.show_image(self._previews.image(photo_id), same=True)
