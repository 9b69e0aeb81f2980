"""Where photos stand on the wall: sums only, so that 100,000 cost no more than ten."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

MARGIN = 20
SMALLEST, LARGEST = 64, 512


@dataclass(frozen=True, slots=True)
class WallLayout:
    """A grid of squares, logical pixels, y growing from the first row.

    Attributes:
        width: Of the viewport.
        side: Of a photo.
        count: Photos.
        caption: Height of the words under each photo.
    """

    width: int
    side: int
    count: int
    caption: int = 0

    @property
    def gap(self) -> int:
        """Space between photos: tighter when they are small."""
        return 4 if self.side < 112 else 8

    @property
    def columns(self) -> int:
        """Photos in a row, at least one."""
        return max(1, (self.width - 2 * MARGIN + self.gap) // (self.side + self.gap))

    @property
    def pitch(self) -> int:
        """From one row's top to the next."""
        return self.side + self.caption + self.gap

    @property
    def height(self) -> int:
        """Of everything."""
        rows = -(-self.count // self.columns)
        return rows * self.pitch - self.gap + 2 * MARGIN if rows else 0

    @property
    def left(self) -> int:
        """Where the first column starts; what is left over goes to both sides."""
        return (self.width - self.columns * (self.side + self.gap) + self.gap) // 2

    def cell(self, position: int) -> QRect:
        """Return the square of the photo at `position`."""
        down, across = divmod(position, self.columns)
        return QRect(
            self.left + across * (self.side + self.gap),
            MARGIN + down * self.pitch,
            self.side,
            self.side,
        )

    def at(self, x: int, y: int) -> int:
        """Return the position under a point, or -1."""
        down, across = (y - MARGIN) // self.pitch, (x - self.left) // (self.side + self.gap)
        position = down * self.columns + across
        inside = 0 <= across < self.columns and 0 <= position < self.count and down >= 0
        return position if inside and self.cell(position).contains(x, y) else -1

    def between(self, top: int, bottom: int) -> range:
        """Return the positions of rows that touch the band from `top` to `bottom`."""
        first = max(0, (top - MARGIN) // self.pitch) * self.columns
        last = max(0, (bottom - MARGIN) // self.pitch + 1) * self.columns
        return range(min(first, self.count), min(last, self.count))

    def settled(self) -> "WallLayout":
        """Return the grid whose photos fill the width, with a side near this one's."""
        room = self.width - 2 * MARGIN + self.gap
        columns = max(1, round(room / (self.side + self.gap)))
        side = min(room // columns - self.gap, round(self.side * 1.25), LARGEST + 64)
        return WallLayout(self.width, max(side, SMALLEST // 2), self.count, self.caption)
