"""Two encoders side by side: all scores of both, and what each finds alike on a few photos."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.photo import Photo
from gallery_app.domain.query import quoted
from gallery_app.domain.training import Comparison, TrainReport
from gallery_app.errors import HandfulError, UserError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said

SAMPLES, NEIGHBOURS = 4, 6


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A photo that an encoder finds alike.

    Attributes:
        photo: It.
        shares: Whether it shares a tag with the photo it is like.
        alone: Whether only this encoder finds it.
    """

    photo: Photo
    shares: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """One photo and its nearest under both encoders, the most alike first."""

    photo: Photo
    first: tuple[Neighbour, ...]
    second: tuple[Neighbour, ...]


class BeforeAfter(QObject):
    """The comparison on show.

    Signals:
        shown: `comparison` and `report` are new.
        paired: `pairs` are new.
        moved: A comparison was asked for, or is over.

    Attributes:
        comparison: The two encoders, measured; None before the first.
        report: The training that it came from, None when it was asked for by itself.
        pairs: A few photos with their neighbours.
        comparing: Whether one is under way.
        trouble: Why the last one failed, or "".
    """

    shown = Signal()
    paired = Signal()
    moved = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._turn = 0
        self.comparison: Comparison | None = None
        self.report: TrainReport | None = None
        self.pairs: list[Pair] = []
        self.comparing = False
        self.trouble = ""

    def show_report(self, report: TrainReport) -> None:
        """Show what came of a training."""
        self._show(report.comparison, report)

    def compare(self, first: str, second: str) -> None:
        """Measure two encoders on the same photos."""
        self.comparing, self.trouble = True, ""

        def done(comparison: Comparison) -> None:
            self._show(comparison, None)

        def refuse(error: HandfulError) -> None:
            self.trouble = said(str(error))
            self.moved.emit()

        def over() -> None:
            self.comparing = False
            self.moved.emit()

        self._bridge.start(
            self.tr("Comparing {first} and {second}").format(first=first, second=second),
            lambda library: library.compare_encoders(first, second),
            done,
            refuse,
            over,
        )
        self.moved.emit()

    def dismiss(self) -> None:
        """The user has seen it."""
        self._show(None, None)

    def show_others(self) -> None:
        """Look at other photos."""
        self._turn += 1
        self._pair()

    def _show(self, comparison: Comparison | None, report: TrainReport | None) -> None:
        self.comparison, self.report = comparison, report
        self.pairs = []
        self._turn = 0
        self.shown.emit()
        self._pair()

    def _pair(self) -> None:
        asked, turn = self.comparison, self._turn
        if asked is None or asked.first == asked.second:
            return

        def keep(pairs: list[Pair]) -> None:
            if asked is self.comparison and turn == self._turn:
                self.pairs = pairs
                self.paired.emit()

        self._bridge.ask(lambda library: _read(library, asked, turn), keep)


def _read(library: Library, compared: Comparison, turn: int) -> list[Pair]:
    found = []
    for photo_id in islice(_samples(library, turn), SAMPLES):
        try:
            both = [
                [near for near, _ in library.neighbours_under(name, photo_id, NEIGHBOURS)]
                for name in (compared.first, compared.second)
            ]
        except UserError:
            continue  # one of them has not seen this photo
        found.append(_pair(library, photo_id, *both))
    return found


def _samples(library: Library, turn: int) -> Iterator[int]:
    """A photo of each of the commonest tags, then some from all over the library."""
    given = set()
    common = sorted(library.tags(), key=lambda known: -known.photos)
    for known in common:
        ids = library.photo_ids(f"tag:{quoted(known.tag)}")
        if ids and ids[turn % len(ids)] not in given:
            given.add(ids[turn % len(ids)])
            yield ids[turn % len(ids)]
    every = library.photo_ids()
    for place in range(SAMPLES):
        photo_id = every[(place * len(every) // SAMPLES + turn) % len(every)] if every else 0
        if photo_id and photo_id not in given:
            given.add(photo_id)
            yield photo_id


def _pair(library: Library, photo_id: int, first: Sequence[int], second: Sequence[int]) -> Pair:
    ids = list({photo_id, *first, *second})
    photos = {photo.id: photo for photo in library.photos(ids)}
    tags = {key: {carried.tag for carried in held} for key, held in library.tags_of(ids).items()}
    own = tags.get(photo_id, set())

    def neighbours(near: Sequence[int], other: Sequence[int]) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(photos[key], bool(own & tags.get(key, set())), key not in other)
            for key in near
            if key in photos
        )

    return Pair(photos[photo_id], neighbours(first, second), neighbours(second, first))
