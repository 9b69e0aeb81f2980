"""Where photos stand on the wall: sums only, so that 100,000 cost no more than ten."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect

MARGIN = 20
SMALLEST, LARGEST = 48, 512
HEADER = 44
SECTION_GAP = 12

Numbers = npt.NDArray[np.int64]
_ONE_SECTION: Numbers = np.zeros(1, np.int64)


@dataclass(frozen=True)
class WallLayout:
    """A grid of squares in sections, logical pixels, y growing from the first row.

    Attributes:
        width: Of the viewport.
        side: Of a photo.
        count: Photos.
        caption: Height of the words under each photo.
        header: Height of the words over each section; 0 for a wall without headers.
        starts: (S,) the first photo of each section; the first is 0.
        mirrored: Whether rows run from right to left.
    """

    width: int
    side: int
    count: int
    caption: int = 0
    header: int = 0
    starts: Numbers = field(default_factory=lambda: _ONE_SECTION, compare=False)
    mirrored: bool = False

    @property
    def gap(self) -> int:
        """Space between photos: tighter when they are small."""
        return 4 if self.side < 112 else 8

    @cached_property
    def columns(self) -> int:
        """Photos in a row, at least one."""
        return max(1, (self.width - 2 * MARGIN + self.gap) // (self.side + self.gap))

    @cached_property
    def pitch(self) -> int:
        """From one row's top to the next."""
        return self.side + self.caption + self.gap

    @cached_property
    def _ends(self) -> Numbers:
        return np.append(self.starts[1:], self.count)

    @cached_property
    def _tops(self) -> Numbers:
        """(S + 1,) where each section starts, and where one more would."""
        rows = -(-(self._ends - self.starts) // self.columns)
        gap = SECTION_GAP if self.header else 0
        return MARGIN + np.concatenate([[0], np.cumsum(self.header + rows * self.pitch + gap)])

    # One number is found in a list twenty times as fast as in an array, and each photo that is
    # painted asks for some.

    @cached_property
    def _start_list(self) -> list[int]:
        found: list[int] = self.starts.tolist()
        return found

    @cached_property
    def _top_list(self) -> list[int]:
        found: list[int] = self._tops[:-1].tolist()
        return found

    @property
    def height(self) -> int:
        """Of everything."""
        gap = SECTION_GAP if self.header else 0
        return int(self._tops[-1]) - gap - self.gap + MARGIN if self.count else 0

    @cached_property
    def left(self) -> int:
        """Where the first column starts; what is left over goes to both sides."""
        return (self.width - self.columns * (self.side + self.gap) + self.gap) // 2

    # Sections

    def section_of(self, position: int) -> int:
        """Return the section of a photo."""
        return bisect_right(self._start_list, position) - 1

    def section_at(self, y: int) -> int:
        """Return the section at a height; the first one above all."""
        return max(0, bisect_right(self._top_list, y) - 1)

    def photos_of(self, section: int) -> range:
        """Return the positions of a section's photos."""
        return range(int(self.starts[section]), int(self._ends[section]))

    def header_rect(self, section: int) -> QRect:
        """Return where a section's words stand."""
        return QRect(0, int(self._tops[section]), self.width, self.header)

    # Photos

    def cell(self, position: int) -> QRect:
        """Return the square of the photo at `position`."""
        section = self.section_of(position)
        down, across = divmod(position - int(self.starts[section]), self.columns)
        return QRect(
            self.left + self._place(across) * (self.side + self.gap),
            int(self._tops[section]) + self.header + down * self.pitch,
            self.side,
            self.side,
        )

    def at(self, x: int, y: int) -> int:
        """Return the position under a point, or -1."""
        across = self._place((x - self.left) // (self.side + self.gap))
        row = self._row_at(y)
        if not self.count or not 0 <= across < self.columns or row < 0:
            return -1
        section = self.section_at(y)
        position = int(self.starts[section]) + row * self.columns + across
        inside = position < self._ends[section]
        return position if inside and self.cell(position).contains(x, y) else -1

    def between(self, top: int, bottom: int) -> range:
        """Return the positions of rows that touch the band from `top` to `bottom`."""
        if not self.count or bottom < int(self._tops[0]) + self.header:
            return range(0)
        return range(self._from(top, 0), self._from(bottom, 1))

    def touched(self, band: QRect) -> Numbers:
        """Return the positions of the photos that a band touches, in order."""
        rows = self.between(band.top(), band.bottom())
        positions = np.arange(rows.start, rows.stop)
        if not len(positions):
            return positions
        sections = np.searchsorted(self.starts, positions, "right") - 1
        down, across = np.divmod(positions - self.starts[sections], self.columns)
        places = self.columns - 1 - across if self.mirrored else across
        left = self.left + places * (self.side + self.gap)
        top = self._tops[sections] + self.header + down * self.pitch
        inside = (left <= band.right()) & (left + self.side > band.left())
        inside &= (top <= band.bottom()) & (top + self.side > band.top())
        return positions[inside]

    def vertical_step(self, position: int, rows: int) -> int:
        """Return the photo `rows` below (above, if negative), as far as there is one."""
        section = self.section_of(position)
        row, across = divmod(position - int(self.starts[section]), self.columns)
        row += rows
        while row < 0 and section > 0:
            section -= 1
            row += self._rows_in(section)
        while row >= self._rows_in(section) and section < len(self.starts) - 1:
            row -= self._rows_in(section)
            section += 1
        row = min(max(row, 0), self._rows_in(section) - 1)
        wished = int(self.starts[section]) + row * self.columns + across
        return min(wished, int(self._ends[section]) - 1)

    def settled(self) -> "WallLayout":
        """Return the grid whose photos fill the width, with a side near this one's."""
        room = self.width - 2 * MARGIN + self.gap
        columns = max(1, round(room / (self.side + self.gap)))
        side = min(room // columns - self.gap, round(self.side * 1.25), LARGEST + 64)
        return replace(self, side=max(side, SMALLEST // 2))

    def _place(self, across: int) -> int:
        """Return which column from the left is so many from where rows start, and back."""
        return self.columns - 1 - across if self.mirrored else across

    def _rows_in(self, section: int) -> int:
        return -(-len(self.photos_of(section)) // self.columns)

    def _row_at(self, y: int) -> int:
        """Return the row of its section at a height; -1 on a header or above all."""
        top = int(self._tops[self.section_at(y)]) + self.header
        return (y - top) // self.pitch

    def _from(self, y: int, more: int) -> int:
        """Return the first position of the row at a height, or `more` rows below."""
        section = self.section_at(y)
        row = max(0, self._row_at(y) + more)
        return min(int(self.starts[section]) + row * self.columns, int(self._ends[section]))
