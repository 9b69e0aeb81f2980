"""From places to pixels: which part of the map is in sight, painted a hundred thousand at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

MARGIN = 32
FARTHEST, CLOSEST = 0.5, 4000.0


@dataclass
class Eye:
    """Which part of the map is in sight.

    Attributes:
        size: Of the widget, in logical pixels.
        scale: How much closer than the whole map; 1 fits.
        middle: The place in the middle of the widget.
    """

    size: QSize
    scale: float = 1.0
    middle: tuple[float, float] = (0.0, 0.0)

    @property
    def unit(self) -> float:
        """Logical pixels of one unit of the map."""
        room = min(self.size.width(), self.size.height()) / 2 - MARGIN
        return max(room, 16) * self.scale

    def seen(self, places: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return where places lie on the widget, ``(N, 2)`` logical pixels."""
        centre = np.array([self.size.width(), self.size.height()], np.float32) / 2
        shift = centre - np.array(self.middle, np.float32) * np.float32(self.unit)
        return places * np.float32(self.unit) + shift

    def zoom(self, factor: float, pointer: QPointF) -> None:
        """Come closer, keeping what is under the pointer where it is."""
        before = self.unit
        self.scale = min(max(self.scale * factor, FARTHEST), CLOSEST)
        way = 1 / before - 1 / self.unit
        across = pointer.x() - self.size.width() / 2
        down = pointer.y() - self.size.height() / 2
        self.middle = (self.middle[0] + across * way, self.middle[1] + down * way)

    def pan(self, across: float, down: float) -> None:
        """Move the map by logical pixels; its middle stays within reach."""
        moved = self.middle[0] - across / self.unit, self.middle[1] - down / self.unit
        self.middle = (min(max(moved[0], -1.0), 1.0), min(max(moved[1], -1.0), 1.0))


def in_sight(spots: NDArray[np.float32], size: QSize) -> NDArray[np.int64]:
    """Return the rows of the spots on the widget."""
    x, y = spots[:, 0], spots[:, 1]
    return np.flatnonzero((x >= 0) & (y >= 0) & (x < size.width()) & (y < size.height()))


def paint_points(
    spots: NDArray[np.float32], colors: NDArray[np.uint32], size: QSize, ratio: float, radius: float
) -> QImage:
    """Paint round points onto a transparent picture.

    Args:
        spots: ``(N, 2)`` logical pixels.
        colors: ``(N,)`` 0xAARRGGBB, opaque.
        size: Of the picture in logical pixels.
        ratio: Pixels of the screen for each of them.
        radius: Of a point, in logical pixels.
    """
    reach = max(1, round(radius * ratio))
    wide, high = round(size.width() * ratio), round(size.height() * ratio)
    # a frame around the picture takes in the points that are cut by its edge
    pixels = np.zeros((high + 2 * reach, wide + 2 * reach), np.uint32)
    x, y = spots[:, 0] * ratio, spots[:, 1] * ratio
    there = np.flatnonzero((x >= 0) & (y >= 0) & (x < wide) & (y < high))
    column, row = x[there].astype(np.int64) + reach, y[there].astype(np.int64) + reach
    flat, drawn = row * pixels.shape[1] + column, colors[there]
    line = pixels.ravel()
    steps = range(-reach, reach + 1)
    for down in steps:
        for across in steps:
            if across**2 + down**2 <= reach**2 + reach // 3:  # a large point without spikes
                line[flat + down * pixels.shape[1] + across] = drawn
    whole = QImage(
        pixels.data, pixels.shape[1], pixels.shape[0], QImage.Format.Format_ARGB32_Premultiplied
    )
    picture = whole.copy(QRect(QPoint(reach, reach), QSize(wide, high)))
    picture.setDevicePixelRatio(ratio)
    return picture


def inside(spots: NDArray[np.float32], lasso: QPolygonF, size: QSize) -> NDArray[np.int64]:
    """Return the rows of the spots inside a lasso, by painting it: quick however long it is."""
    mask = QImage(size, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    with QPainter(mask) as painter:
        painter.setBrush(QColor("white"))
        painter.setPen(QColor("white"))
        painter.drawPolygon(lasso)
    rows = np.frombuffer(mask.constBits(), np.uint8).reshape(size.height(), mask.bytesPerLine())
    seen = in_sight(spots, size)
    at = spots[seen].astype(np.int64)
    return seen[rows[at[:, 1], at[:, 0]] > 0]


def within(spots: NDArray[np.float32], ring: QRectF) -> NDArray[np.int64]:
    """Return the rows of the spots inside a circle."""
    away = spots - np.array([ring.center().x(), ring.center().y()], np.float32)
    return np.flatnonzero((away**2).sum(axis=1) <= (ring.width() / 2) ** 2)


def spread(spots: NDArray[np.float32], rows: NDArray[np.int64], side: int) -> NDArray[np.int64]:
    """Return the rows that get a thumbnail: one in each square of ``side`` pixels, the first."""
    squares = np.floor(spots[rows] / side).astype(np.int64)
    _, first = np.unique(squares[:, 1] * 100_000 + squares[:, 0], return_index=True)
    return rows[np.sort(first)]
