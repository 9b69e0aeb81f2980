"""From the photos that were found to the rows of the wall: a closed stack shows its cover only."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property

import numpy as np

from gallery_app.domain.arrangement import Arrangement, Section, Stack
from gallery_app.domain.lookup import Lookup, Numbers


class Rows:
    """The rows of a wall; R of N photos.

    Args:
        found: The photos in order.
        opened: Bursts whose stacks show all their shots.

    Attributes:
        found: The photos, in closed stacks too.
        opened: As given.
        ids: The photo of each row.
    """

    def __init__(self, found: Arrangement, opened: Collection[int] = ()) -> None:
        self.found = found
        self.opened = frozenset(opened)
        self._photos = np.frombuffer(found.ids, np.int64)
        self._stacks = stacks = np.frombuffer(found.stacks, np.int64).reshape(-1, 3)
        self._starts = stacks[:, 0].tolist()
        closed = stacks[~np.isin(stacks[:, 2], list(self.opened))]
        behind = np.zeros(len(self._photos) + 1, np.int64)
        behind[closed[:, 0] + 1] += 1
        behind[closed[:, 0] + closed[:, 1]] -= 1
        shown = np.cumsum(behind[:-1]) == 0
        self._places = np.append(np.flatnonzero(shown), len(self._photos))
        """(R + 1,) where the photos of each row start, and where one more's would."""
        own = self._photos[shown]
        self.ids: array[int] = array("q", own.tobytes())
        self._lookup = Lookup(own)

    def own_rows(self, ids: Collection[int]) -> Numbers:
        """Return the rows of those of these photos that have one; in a closed stack, the cover."""
        return self._lookup.places(np.fromiter(ids, np.int64, len(ids)))

    @cached_property
    def _run_ends(self) -> Numbers:
        runs = self.found.months or self.found.sections
        return np.cumsum(np.array([run.photos for run in runs], np.int64))

    def run(self, row: int) -> Section | None:
        """Return the month of a row; its section where the order is not by date."""
        runs = self.found.months or self.found.sections
        if not runs:
            return None
        return runs[int(np.searchsorted(self._run_ends, self._places[row], "right"))]

    @cached_property
    def sections(self) -> Numbers:
        """(S,) rows of each section."""
        return self._rows_of(self.found.sections)

    @cached_property
    def months(self) -> tuple[Section, ...]:
        """The months of the photos; a closed stack counts as one photo."""
        counts = self._rows_of(self.found.months).tolist()
        months = zip(self.found.months, counts, strict=True)
        return tuple(Section(month.key, rows) for month, rows in months)

    def _rows_of(self, runs: Sequence[Section]) -> Numbers:
        ends = np.cumsum(np.array([run.photos for run in runs], np.int64))
        return np.diff(np.searchsorted(self._places[:-1], ends), prepend=0)

    def photos(self, rows: range) -> "array[int]":
        """Return the photos of rows that follow each other, with all in closed stacks."""
        return self.found.ids[self._places[rows.start] : self._places[rows.stop]]

    def row_of(self, photo_id: int) -> int:
        """Return the row that shows a photo, or the cover of its stack; -1 where there is none."""
        found = np.flatnonzero(self._photos == photo_id)
        return int(np.searchsorted(self._places, found[0], "right")) - 1 if len(found) else -1

    def whole_rows(self, ids: Sequence[int]) -> Numbers:
        """Return the rows of which all photos are among these, in order."""
        if not len(self.ids) or not ids:
            return np.empty(0, np.int64)
        among = np.isin(self._photos, np.asarray(ids, np.int64))
        return np.flatnonzero(np.logical_and.reduceat(among, self._places[:-1]))

    def stack(self, row: int) -> Stack | None:
        """Return the stack that a row is part of."""
        if not self._starts:
            return None
        place = int(self._places[row])
        stack = Stack(*self._stacks[bisect_right(self._starts, place) - 1].tolist())
        return stack if 0 <= place - stack.start < stack.photos else None

    def is_cover(self, row: int) -> bool:
        """Return whether a row shows the cover of a stack."""
        stack = self.stack(row)
        return stack is not None and stack.start == self._places[row]

    def is_open(self, stack: Stack) -> bool:
        """Return whether all shots of a stack are shown."""
        return stack.burst in self.opened

    def closed(self, rows: range) -> int:
        """Return how many of these rows, which follow each other, are closed stacks."""
        return int(np.count_nonzero(np.diff(self._places[rows.start : rows.stop + 1]) > 1))
