"""Colours of the map, of a lightness that both palettes bear."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from gallery_app.domain.photo_map import KINDS, Shades
from gallery_app.gui import theme

OF_KINDS = (
    "#4c78d8", "#ee7f31", "#3fa863", "#d8504f", "#9668c9",
    "#a9774f", "#e36bb0", "#2aa5b8", "#b3a12c", "#6d8f2f",
)  # fmt: skip
RAMP = ("#3f6fe0", "#a855b8", "#f0803c")
STEPS = 64


def kind_color(kind: int) -> str:
    """Return the colour of the n-th largest kind; the smaller ones share one."""
    return OF_KINDS[kind] if kind < KINDS else theme.colors().quiet


def point_colors(shades: Shades) -> NDArray[np.uint32]:
    """Return the colour of each photo, ``(N,)`` 0xAARRGGBB."""
    known = np.isfinite(shades.amounts)
    amounts = np.where(known, shades.amounts, 0)
    if shades.kinds:
        table = _numbers([kind_color(kind) for kind in range(KINDS + 1)])
        found = table[np.clip(amounts, 0, KINDS).astype(int)]
    else:
        found = _ramp()[np.clip(amounts * (STEPS - 1), 0, STEPS - 1).astype(int)]
    return np.where(known, found, _numbers([unknown_color()])[0])


def ramp_colors(count: int) -> list[str]:
    """Return colours from least to most."""
    chosen = _ramp()[np.linspace(0, STEPS - 1, count).astype(int)]
    return [QColor.fromRgb(int(color)).name() for color in chosen]


def unknown_color() -> str:
    """Return the colour of photos of which nothing is known."""
    dark = theme.colors() is theme.DARK
    return "#4a4d57" if dark else "#c3c6cf"


def _numbers(colors: list[str]) -> NDArray[np.uint32]:
    return np.array([QColor(color).rgba() for color in colors], np.uint32)


def _ramp() -> NDArray[np.uint32]:
    stops = np.array([(c.red(), c.green(), c.blue()) for c in map(QColor, RAMP)], np.float64)
    at = np.linspace(0, len(RAMP) - 1, STEPS)
    red, green, blue = (
        np.interp(at, range(len(RAMP)), stops[:, channel]).astype(np.uint32) for channel in range(3)
    )
    return np.asarray(0xFF000000 | (red << 16) | (green << 8) | blue, np.uint32)
