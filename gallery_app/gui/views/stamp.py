"""Small shapes that the wall shows many times: painted once, then copied."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap


def stamp(width: int, height: int, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
    """Return what is painted, on a transparent ground.

    A smooth round corner costs twenty times what a copy of it does, and a wall shows hundreds.

    Args:
        width: Logical pixels.
        height: Logical pixels.
        ratio: The screen's device pixel ratio.
        paint: Paints it; the ratio is taken care of.
    """
    drawn = QPixmap(round(width * ratio), round(height * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        paint(painter)
    return drawn
