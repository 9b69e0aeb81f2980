"""A session of questions that the machine chooses, and what the answers gained."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.photo import Photo
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.tag import clean_tag
from gallery_app.domain.teaching import Asking, Question
from gallery_app.errors import UserError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said

BATCH = 10
AGAIN = 5
"""Answers after which the machine chooses anew, while the next questions are still there."""
IN_VIEW = 3
"""Questions that stay as they are then: the present one, and what is prefetched."""
CHOICES = 9


@dataclass(frozen=True, slots=True)
class _Round:
    """One look for questions, with what is shown beside them."""

    asking: Asking
    photos: dict[int, Photo]
    tags: list[str]
    answers: int


@dataclass(frozen=True, slots=True)
class _Past:
    """A question that was answered, and how many writes that took."""

    question: Question
    writes: int


class AskMe(QObject):
    """Questions, the tags to answer with, and the curve of what the answers gained.

    Signals:
        moved: Another question is present, or there is none.
        chosen_changed: Other tags are chosen for the present photo, or can be.
        measured: The curve has a new point.
        answered: The verdict, the tag and the photos.
        taken_back: How many answers the library must take back; what to call if it refuses.
    """

    moved = Signal()
    chosen_changed = Signal()
    measured = Signal()
    answered = Signal(object, str, object)
    taken_back = Signal(int, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._queue: list[Question] = []
        self._photos: dict[int, Photo] = {}
        self._past: list[_Past] = []
        self._common: list[str] = []
        self._used: list[str] = []
        self._asked: set[int] = set()
        self._looking = False
        self._since = 0
        self.choices: list[str] = []
        self.chosen: list[str] = []
        self.curve: dict[int, float] = {}
        self.gain = 0.0
        self.enough = False
        self.ready = False

    # Questions

    def start(self) -> None:
        """Look for questions; a session that goes on keeps those it has."""
        if not self._looking:
            self._looking = True
            self._since = 0
            self._bridge.start(
                self.tr("Looking for what to ask"),
                lambda library: library.teaching.ask(BATCH + IN_VIEW),
                lambda asking: self._bridge.ask(lambda known: _around(known, asking), self._show),
                over=self._looked,
            )

    def _looked(self) -> None:
        self._looking = False

    def _show(self, found: _Round) -> None:
        before = self.question
        self._photos.update(found.photos)
        self._common = found.tags
        kept = self._queue[:IN_VIEW]
        known = self._asked | {one.photo_id for one in kept}
        new = [one for one in found.asking.questions if one.photo_id not in known]
        self._queue = kept + [one for one in new if one.photo_id in self._photos]
        self.curve[found.answers] = found.asking.right
        self.gain, self.enough, self.ready = found.asking.gain, found.asking.enough, True
        self.measured.emit()
        if before is None or self.question is None:
            self._present()

    @property
    def question(self) -> Question | None:
        """The present question."""
        return self._queue[0] if self._queue else None

    @property
    def ahead(self) -> Sequence[Photo]:
        """The photos that follow."""
        return [self._photos[one.photo_id] for one in self._queue[1:]]

    @property
    def done(self) -> int:
        """Photos answered in this session."""
        return sum(1 for past in self._past if past.writes)

    def photo(self, photo_id: int) -> Photo:
        """Return a photo of the session."""
        return self._photos[photo_id]

    def _present(self) -> None:
        question = self.question
        likely = question.tags if question else ()
        names = dict.fromkeys([*likely, *reversed(self._used), *self._common])
        self.choices, self.chosen = list(names)[:CHOICES], []
        self.moved.emit()
        self.chosen_changed.emit()

    # Answering

    def toggle(self, tag: str) -> None:
        """Choose a tag for the present photo, or no longer."""
        if tag in self.chosen:
            self.chosen.remove(tag)
        else:
            self.chosen.append(tag)
        self.chosen_changed.emit()

    def enter(self, words: str) -> None:
        """Choose a tag that the user typed; what cannot be a tag is refused with a sentence."""
        try:
            tag = clean_tag(words)
        except UserError as error:
            self._bridge.failed.emit(said(str(error)))
            return
        known = {one.casefold(): one for one in [*self._common, *self._used, *self.choices]}
        tag = known.get(tag.casefold(), tag)
        if tag not in self.choices:
            self.choices = [*self.choices[: CHOICES - 1], tag]
        if tag not in self.chosen:
            self.toggle(tag)

    def confirm(self) -> None:
        """Tag the present photo with what is chosen, and go on."""
        if self.question is not None and self.chosen:
            tags = list(self.chosen)
            self._used = [tag for tag in self._used if tag not in tags] + tags
            self._next([(Verdict.YES, tag) for tag in tags])

    def none_of_these(self) -> None:
        """Refuse the tags that the question names, and go on."""
        if self.question is not None and self.question.tags:
            self._next([(Verdict.NO, tag) for tag in self.question.tags])

    def skip(self) -> None:
        """Go on without an answer; the photo is not asked about again in this session."""
        self._next([])

    def _next(self, answers: list[tuple[Verdict, str]]) -> None:
        if self.question is None:
            return
        question = self._queue.pop(0)
        self._asked.add(question.photo_id)
        self._past.append(_Past(question, len(answers)))
        for verdict, tag in answers:
            self.answered.emit(verdict, tag, [question.photo_id])
        self._since += 1
        self._present()
        if self._since >= AGAIN or len(self._queue) <= IN_VIEW:
            self.start()

    def take_back(self) -> None:
        """Ask what was answered last again."""
        if self._past:
            past = self._past.pop()
            self._queue.insert(0, past.question)
            self._asked.discard(past.question.photo_id)

            def keep() -> None:
                if past.question in self._queue:
                    self._queue.remove(past.question)
                    self._asked.add(past.question.photo_id)
                    self._past.append(past)
                    self._present()

            if past.writes:
                self.taken_back.emit(past.writes, keep)
            self._present()

    def reopen(self) -> None:
        """Ask again what was undone elsewhere, and the photos passed over since."""
        while self._past and not self._past[-1].writes:
            self.take_back()
        self.take_back()


def _around(library: Library, asking: Asking) -> _Round:
    photos = library.photos([one.photo_id for one in asking.questions])
    tags = sorted(library.tags(), key=lambda known: -known.photos)
    return _Round(
        asking,
        {photo.id: photo for photo in photos},
        [known.tag for known in tags if known.photos],
        library.teaching.answers(),
    )
