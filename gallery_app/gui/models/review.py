"""The questions of the review screen: a list that never jumps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from gallery_app.domain.photo import Photo
from gallery_app.domain.questions import Pair, Some
from gallery_app.domain.suggestion import REVIEW_FROM, Suggestion, Verdict
from gallery_app.domain.tag import leaf
from gallery_app.domain.teaching import Acceptance, acceptance
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.deck import FROM, Deck, Page, doubted, page, suggested
from gallery_app.gui.models.words import localised

Index = QModelIndex | QPersistentModelIndex
AHEAD = 12
"""Questions in view: the present one and those that follow."""
PAGE, NEAR = 200, 48
"""Questions read in full at a time, and how many are left when more are read."""
BINS = 35


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one answer of the user did: the rows' verdicts before it, and how many writes.

    ``unread`` are the questions that it answered before they were read in full; they are no rows.
    """

    before: dict[int, Verdict | None]
    writes: int
    at: int
    unread: Some | None = None


class Review(QAbstractListModel):
    """Questions in the order asked; answers move on at once and are written beside it.

    Answered rows stay where they are. What the machine learns meanwhile changes only rows that
    are not in view yet. Rows are the questions read in full so far; the others are numbers.

    Signals:
        moved: Another question is present; look at `ahead`.
        loaded: Other questions, or many accepted at once; look at `tags`.
        answered: The verdict, the tag and the photos.
        taken_back: How many answers the library must take back; what to call if it refuses.
    """

    moved = Signal()
    loaded = Signal()
    answered = Signal(object, str, object)
    taken_back = Signal(int, object)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._deck = Deck()
        self._left = self._deck.questions.left(0, ())
        """Places of the questions that are not among the rows."""
        self._photos: dict[int, Photo] = {}
        self._others: dict[int, list[Suggestion]] = {}
        self._fetching = False
        self._rows: list[Suggestion] = []
        self._verdicts: dict[int, Verdict] = {}
        self._past: list[_Answer] = []
        self._accepted: set[tuple[int, str]] = set()
        self._seen = 0
        self._loads = self._refreshes = 0
        self.at = 0
        self.least = REVIEW_FROM
        self.tag = ""
        self.fringe = False

    # Reading

    def load(self, tag: str = "", *, fringe: bool = False) -> None:
        """Ask about this tag, or about all.

        Args:
            tag: Its path; "" for all.
            fringe: Ask about photos that carry the tag but may not deserve it.
        """
        self._loads += 1
        now, learnt, least = self._loads, self._refreshes, 0.0 if fringe else self.least

        def read(library: Library, deck: Deck) -> tuple[Deck, Page]:
            return deck, page(library, deck, deck.questions.left(least, ())[:PAGE])

        def show(answer: tuple[Deck, Page]) -> None:
            if now == self._loads:
                self.tag, self.fringe = tag, fringe
                late = self._refreshes != learnt
                self._refreshes += 1  # those under way read about other questions
                self._start_over(*answer)
                if late:  # this deck may have been read before the machine learnt
                    self.refresh()

        if fringe:
            self._bridge.start(
                self.tr("Looking for doubtful photos"),
                lambda library: library.teaching.fringe(tag or None),
                lambda found: self._bridge.ask(
                    lambda library: read(library, doubted(library, found)), show
                ),
            )
        else:
            self._bridge.ask(lambda library: read(library, suggested(library, tag)), show)

    def refresh(self) -> None:
        """Take over what the machine learnt, beyond the rows in view."""
        self._refreshes += 1
        now, tag, least = self._refreshes, self.tag, self.least
        kept, unread = self._rows[: self._kept(self._in_view)], self._unread
        beside = [one.photo_id for one in kept[self.at :]]

        def read(library: Library) -> tuple[Deck, Page]:
            deck = suggested(library, tag)
            left = deck.questions.left(least, map(_pair, kept), unread)
            return deck, page(library, deck, left[:PAGE], beside)

        def show(answer: tuple[Deck, Page]) -> None:
            if now == self._refreshes:
                self._deck, found = answer
                self._know(found)
                self._mark_accepted()
                self._renew_after(self._in_view, found.rows)

        if not self.fringe:
            self._bridge.ask(read, show)

    def _start_over(self, deck: Deck, found: Page) -> None:
        self.beginResetModel()
        self._deck = deck
        self._photos, self._others = found.photos, found.others
        self._rows, self.at, self._seen = list(found.rows), 0, 0
        self._verdicts.clear()
        self._accepted.clear()
        self._past = []
        self._count_left()
        self.endResetModel()
        self.loaded.emit()
        self._move()

    def _know(self, found: Page) -> None:
        self._photos.update(found.photos)
        self._others.update(found.others)

    @property
    def _in_view(self) -> int:
        return max(self.at + AHEAD, self._seen)

    def _kept(self, rows: int) -> int:
        """Return how many rows stay when so many must: those answered do, too."""
        return min(max(rows, 1 + max(self._verdicts, default=-1)), len(self._rows))

    def _renew_after(self, kept: int, rows: Sequence[Suggestion]) -> None:
        """Put other questions behind the first rows."""
        kept = self._kept(kept)
        if kept < len(self._rows):
            self.beginRemoveRows(QModelIndex(), kept, len(self._rows) - 1)
            del self._rows[kept:]
            self.endRemoveRows()
        self._append(rows)
        self._count_left()
        self.at = self._open_from(self.at)
        self._move()

    def _append(self, rows: Sequence[Suggestion]) -> None:
        here, first = {_pair(one) for one in self._rows}, len(self._rows)
        new = [
            one
            for one in rows
            if _pair(one) not in here and (self.fringe or one.probability >= self.least)
        ]
        if new:
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows += new
            self.endInsertRows()

    def _count_left(self) -> None:
        least = 0.0 if self.fringe else self.least
        self._left = self._deck.questions.left(least, map(_pair, self._rows), self._unread)

    def _count_again(self, answer: _Answer) -> None:
        """Count what is left after an answer, or its end, to questions that are no rows."""
        if answer.unread:
            self._count_left()

    @property
    def _unread(self) -> list[Some]:
        """What was answered before it was read in full."""
        return [answer.unread for answer in self._past if answer.unread]

    def _move(self) -> None:
        """Tell that another question may be present, and read on before the rows end."""
        if self.at + NEAR > len(self._rows):
            self.fetchMore()
        self.moved.emit()

    def canFetchMore(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802 - Qt's
        """Return whether there are questions that were not read in full yet."""
        return not parent.isValid() and len(self._left) > 0

    def fetchMore(self, parent: Index = QModelIndex()) -> None:  # noqa: B008, N802 - Qt's
        """Read the next ones."""
        if self._fetching or not self.canFetchMore(parent):
            return
        self._fetching = True
        deck, left = self._deck, self._left

        def show(found: Page) -> None:
            self._fetching = False
            if left is self._left:  # else there are other questions now
                self._left = left[PAGE:]
                self._know(found)
                self._append(found.rows)
            self._move()

        def fail(error: HandfulError) -> None:
            self._fetching = False
            self._bridge.failed.emit(said(str(error)))

        self._bridge.ask(lambda library: page(library, deck, left[:PAGE]), show, fail)

    # Rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of questions, answered ones too."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a question in words; a screen reader says its photo and answer, too."""
        roles = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if not index.isValid() or role not in roles:
            return None
        asked = self._rows[index.row()]
        words = [leaf(asked.tag), localised(f"{asked.probability:.0%}")]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            verdict = self._verdicts.get(index.row())
            words += [self._photos[asked.photo_id].path.name, *([said(verdict)] if verdict else [])]
        return ", ".join(words)

    def row(self, row: int) -> Suggestion:
        """Return a question."""
        return self._rows[row]

    def verdict(self, row: int) -> Verdict | None:
        """Return how a question was answered."""
        return self._verdicts.get(row)

    def photo(self, photo_id: int) -> Photo:
        """Return a photo of the questions."""
        return self._photos[photo_id]

    def because(self, asked: Suggestion) -> list[Photo]:
        """Return the tagged photos that speak for a question, nearest first."""
        return [self._photos[one] for one in asked.because if one in self._photos]

    def others(self, asked: Suggestion) -> list[Suggestion]:
        """Return the open suggestions of other tags for the photo of a question."""
        done = {_pair(self._rows[row]) for row in self._verdicts}
        return [
            one
            for one in self._others.get(asked.photo_id, ())
            if one.tag != asked.tag and _pair(one) not in done
        ]

    @property
    def ahead(self) -> Sequence[Suggestion]:
        """The present question and the next open ones."""
        found: list[Suggestion] = []
        for row in range(self.at, len(self._rows)):
            if row not in self._verdicts:
                found.append(self._rows[row])
            if len(found) == AHEAD:
                break
        return found

    @property
    def done(self) -> int:
        """Questions answered since loading."""
        return len(self._verdicts) + self._answered_unread

    @property
    def total(self) -> int:
        """Questions, answered and open."""
        return len(self._rows) + len(self._left) + self._answered_unread

    @property
    def unread(self) -> int:
        """Open questions that are no rows yet."""
        return len(self._left)

    @property
    def over(self) -> bool:
        """Whether no question is present, and none on its way."""
        return self.at >= len(self._rows) and not len(self._left)

    @property
    def _answered_unread(self) -> int:
        return sum(len(some.places) for some in self._unread)

    @property
    def tags(self) -> tuple[tuple[str, int], ...]:
        """Tags with questions, and how many, most asked first."""
        return self._deck.tags

    # Answering

    def see(self, row: int) -> None:
        """Keep the rows up to this one where they are: the user sees them."""
        self._seen = max(self._seen, row + 1)

    def go(self, row: int) -> None:
        """Make a question the present one."""
        if row != self.at and 0 <= row < len(self._rows):
            self.at = row
            self._move()

    def answer(self, verdict: Verdict, rows: Sequence[int] = (), *, unread: bool = False) -> None:
        """Answer the present question, or those of some rows; the next open one is present then.

        Args:
            verdict: The answer.
            rows: These rows; none for the present one.
            unread: Also all open questions that are no rows yet.
        """
        rest = Some(self._deck.questions, self._left) if unread and len(self._left) else None
        chosen = rows or ([] if rest else [self.at])
        answered = [row for row in chosen if row < len(self._rows)]
        by_tag = rest.by_tag() if rest else {}
        for row in answered:
            by_tag.setdefault(self._rows[row].tag, []).append(self._rows[row].photo_id)
        self._give(verdict, answered, by_tag, rest)

    def none_of_these(self) -> None:
        """Refuse every tag suggested for the photo of the present question."""
        if self.at < len(self._rows):
            asked = self._rows[self.at]
            refused = [asked, *self.others(asked)]
            rows = [
                row
                for row, one in enumerate(self._rows)
                if one.photo_id == asked.photo_id and row not in self._verdicts
            ]
            by_tag = {one.tag: [one.photo_id] for one in refused}
            self._give(Verdict.NO, sorted({self.at, *rows}), by_tag)

    def _give(
        self,
        verdict: Verdict,
        rows: list[int],
        by_tag: dict[str, list[int]],
        unread: Some | None = None,
    ) -> None:
        if not by_tag:
            return
        before = {row: self._verdicts.get(row) for row in rows}
        self._past.append(_Answer(before, len(by_tag), self.at, unread))
        self._mark(dict.fromkeys(rows, verdict))
        self.at = self._open_from(max(rows, default=self.at))
        self._count_again(self._past[-1])
        for tag, photo_ids in by_tag.items():
            self.answered.emit(verdict, tag, photo_ids)
        self._move()

    def _mark(self, verdicts: Mapping[int, Verdict | None]) -> None:
        for row, verdict in verdicts.items():
            if verdict is None:
                self._verdicts.pop(row, None)
            else:
                self._verdicts[row] = verdict
        if verdicts:
            self.dataChanged.emit(self.index(min(verdicts)), self.index(max(verdicts)))

    def _open_from(self, row: int) -> int:
        """Return the first open row from one on, else the first before it, else the end."""
        order = chain(range(row, len(self._rows)), range(min(row, len(self._rows))))
        return next((one for one in order if one not in self._verdicts), len(self._rows))

    def take_back(self) -> None:
        """Ask what was answered last again."""
        if self._past:
            past, last = self._past, self._past.pop()
            place = len(past)
            given = {row: self._verdicts.get(row) for row in last.before}

            def keep() -> None:
                if past is self._past:  # else there are other questions now
                    past.insert(place, last)
                    self._count_again(last)
                    self._show_verdicts(given, self._open_from(max(given, default=last.at)))

            self.taken_back.emit(last.writes, keep)
            self._count_again(last)
            self._show_verdicts(last.before, last.at)

    def reopen(self) -> None:
        """Ask again what was undone elsewhere."""
        self.take_back()

    def _show_verdicts(self, verdicts: dict[int, Verdict | None], at: int) -> None:
        self._mark(verdicts)
        self.at = at if at not in self._verdicts else self._open_from(at)
        self.moved.emit()

    # Answering many at once

    def ask_from(self, least: float) -> None:
        """Ask only about suggestions of at least this probability."""
        if least != self.least:
            self.least = least
            self._renew_after(0, list(self._rows))

    def accepted_from(self, least: float) -> None:
        """Everything from this probability on was accepted: it is answered where it stands."""
        asked = self._deck.questions
        places = asked.places(map(_pair, self._rows))
        sure = places[asked.acceptable[places] & (asked.chances[places] >= least)]
        self._accepted |= set(map(asked.pair, sure.tolist()))
        self.refresh()

    def _mark_accepted(self) -> None:
        """Mark what was accepted at once; what is open again was taken back."""
        if not self._accepted:
            return
        asked = self._deck.questions
        again = set(map(asked.pair, asked.places(self._accepted).tolist()))
        for row, one in enumerate(self._rows):
            if _pair(one) in again:
                self._verdicts.pop(row, None)
            elif _pair(one) in self._accepted:
                self._verdicts.setdefault(row, Verdict.YES)
        if self._rows:
            self._accepted -= again
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            self.loaded.emit()

    def histogram(self) -> list[int]:
        """Count open suggestions in `BINS` equal bins of probability from `FROM` to 1."""
        places = (self._open_chances(FROM) - FROM) / (1 - FROM) * BINS
        counts = np.bincount(np.minimum(places.astype(np.int64), BINS - 1), minlength=BINS)
        found: list[int] = counts.tolist()
        return found

    def above(self, probability: float) -> Acceptance:
        """Return what accepting everything from `probability` on would do."""
        return acceptance(self._open_chances(probability), self._deck.answers)

    def between(self, least: float, most: float) -> int:
        """Return how many open questions there are from `least` on and below `most`."""
        return len(self._open_chances(least)) - len(self._open_chances(most))

    @property
    def answers(self) -> int:
        """Answers that the probabilities rest on."""
        return self._deck.answers

    def _open_chances(self, least: float) -> NDArray[np.float64]:
        """Return the probabilities of what is open and would be accepted in bulk."""
        asked = self._deck.questions
        chosen = asked.acceptable & (asked.chances >= least)
        chosen[asked.places(_pair(self._rows[row]) for row in self._verdicts)] = False
        for some in self._unread:
            chosen[asked.places_of(some)] = False
        return asked.chances[chosen]


def _pair(one: Suggestion) -> Pair:
    return one.photo_id, one.tag
