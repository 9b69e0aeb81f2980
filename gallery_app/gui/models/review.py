"""The questions of the review screen: a queue that never jumps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.photo import Photo
from gallery_app.domain.suggestion import Suggestion, Verdict
from gallery_app.gui.bridge import Bridge, Library

AHEAD = 12
"""Questions in view: the present one and those that follow."""
BINS = 40


@dataclass(frozen=True, slots=True)
class Threshold:
    """What accepting everything above a probability would do.

    Attributes:
        count: Suggestions it accepts.
        wrong: How many of those are expected to be wrong: the sum of 1 - p.
    """

    count: int
    wrong: float


class Review(QObject):
    """Suggestions in the order asked; answers move on at once and are written beside it.

    Signals:
        moved: Another question is first; look at `ahead`.
        loaded: Other suggestions; look at `probabilities`.
        answered: The verdict, the tag and the photo.
        taken_back: The last answer must be undone in the library.
    """

    moved = Signal()
    loaded = Signal()
    answered = Signal(object, str, int)
    taken_back = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._queue: list[Suggestion] = []
        self._photos: dict[int, Photo] = {}
        self._at = 0
        self._answers: list[Verdict] = []
        self.tag = ""

    def load(self, tag: str = "") -> None:
        """Ask about this tag, or about all."""
        self.tag = tag

        def read(library: Library) -> tuple[list[Suggestion], dict[int, Photo]]:
            found = library.suggestions(tag or None)
            ids = sorted({known.photo_id for known in found})
            return found, {photo.id: photo for photo in library.photos(ids)}

        def show(answer: tuple[list[Suggestion], dict[int, Photo]]) -> None:
            found, self._photos = answer
            self._queue = [known for known in found if known.photo_id in self._photos]
            self._at = 0
            self._answers.clear()
            self.loaded.emit()
            self.moved.emit()

        self._bridge.ask(read, show)

    @property
    def ahead(self) -> Sequence[Suggestion]:
        """The present question and the next ones."""
        return self._queue[self._at : self._at + AHEAD]

    @property
    def done(self) -> int:
        """Questions answered since loading."""
        return self._at

    @property
    def total(self) -> int:
        """Questions loaded."""
        return len(self._queue)

    @property
    def tags(self) -> list[str]:
        """Tags with questions, most asked first."""
        names = [known.tag for known in self._queue]
        return sorted(set(names), key=lambda name: (-names.count(name), name))

    def photo(self, photo_id: int) -> Photo:
        """Return a photo of the queue."""
        return self._photos[photo_id]

    def answer(self, verdict: Verdict) -> None:
        """Answer the present question."""
        if self._at < len(self._queue):
            question = self._queue[self._at]
            self._at += 1
            self._answers.append(verdict)
            self.answered.emit(verdict, question.tag, question.photo_id)
            self.moved.emit()

    def take_back(self) -> None:
        """Ask the last question again."""
        if self._answers:
            self._answers.pop()
            self._at -= 1
            self.taken_back.emit()
            self.moved.emit()

    def histogram(self) -> list[int]:
        """Count open suggestions in `BINS` equal bins of probability from 0.5 to 1."""
        counts = [0] * BINS
        for known in self._queue[self._at :]:
            place = int((known.probability - 0.5) * 2 * BINS)
            counts[min(max(place, 0), BINS - 1)] += 1
        return counts

    def above(self, probability: float) -> Threshold:
        """Return what accepting everything from `probability` on would do."""
        chosen = [known.probability for known in self._queue[self._at :]]
        chosen = [known for known in chosen if known >= probability]
        return Threshold(len(chosen), sum(1 - known for known in chosen))
