"""A part of a photo: a box drawn on it."""

from typing import NamedTuple


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
