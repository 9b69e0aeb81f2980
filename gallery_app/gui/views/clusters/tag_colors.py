"""A colour for each tag, always the same one."""

from zlib import crc32

from PySide6.QtGui import QColor

from gallery_app.domain.tag import tag_key
from gallery_app.gui import theme

SATURATION = 0.55
ON_DARK, ON_LIGHT = 0.62, 0.48


def tag_color(tag: str) -> QColor:
    """Return the colour of a tag, of a lightness that suits the palette in use."""
    hue = crc32(tag_key(tag).encode()) % 360 / 360
    lightness = ON_DARK if theme.colors() is theme.DARK else ON_LIGHT
    return QColor.fromHslF(hue, SATURATION, lightness)
