"""A part of a photo: a box drawn on it."""

from math import ceil
from typing import NamedTuple

SCALES = (1.0, 0.6)
"""Sides of the squares that a photo is looked at in, of its short side."""
OVERLAP = 0.5
"""Least share of a square that the next one beside it holds too ..."""
MOST_STEPS = 12
"""... unless that takes more of them in a row: in a long panorama."""


class Part(NamedTuple):
    """A box, in fractions of the photo as it is shown, upright and turned.

    Attributes:
        left: 0 to 1.
        top: 0 to 1.
        width: Above 0, up to 1.
        height: Above 0, up to 1.
    """

    left: float
    top: float
    width: float
    height: float

    def turned(self, quarters: int) -> "Part":
        """Return the same part of the photo turned clockwise, by so many quarters of a turn."""
        part = self
        for _ in range(quarters % 4):
            part = Part(1 - part.top - part.height, part.left, part.height, part.width)
        return part

    def square(self, width: int, height: int) -> tuple[float, float, float, float]:
        """Return the smallest square around it, moved and cut to fit a photo.

        An encoder reads squares; what lies beside a narrow box says more than half of the box.

        Args:
            width: Of the photo, pixels.
            height: Of the photo, pixels.

        Returns:
            Left, top, right, bottom in pixels; where the photo is too narrow, no square.
        """
        side = max(self.width * width, self.height * height)
        spans = []
        for start, size, whole in (
            (self.left, self.width, width),
            (self.top, self.height, height),
        ):
            taken = min(side, whole)
            middle = (start + size / 2) * whole
            first = min(max(middle - taken / 2, 0), whole - taken)
            spans.append((first, first + taken))
        (left, right), (top, bottom) = spans
        return left, top, right, bottom


def windows(width: int, height: int) -> list[Part]:
    """Lay overlapping squares over a photo, large ones first; none is all of it.

    Args:
        width: Of the photo, pixels.
        height: Of the photo, pixels.
    """
    found = []
    for scale in SCALES:
        side = scale * min(width, height)
        across, down = side / width, side / height
        if min(across, down) < 1:
            found += [
                Part(left, top, across, down) for top in _starts(down) for left in _starts(across)
            ]
    return found


def _starts(size: float) -> list[float]:
    """Return where windows of a size begin, from one edge to the other."""
    steps = min(ceil((1 - size) / (size * (1 - OVERLAP)) - 1e-9), MOST_STEPS)
    return [step * (1 - size) / steps for step in range(steps + 1)] if steps else [0.0]
