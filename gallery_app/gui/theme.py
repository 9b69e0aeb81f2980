"""How the window looks: two palettes, one accent, a 4-px grid, one type scale.

Colours live here, shapes in ``resources/style.qss``, where ``@name`` stands for a colour.
"""

import re
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

FAMILY = "Inter"
MODES = ("system", "light", "dark")
POINTING = {"back", "chevron-left", "chevron-right", "inspector", "sidebar", "skip", "undo"}
"""Icons that point the way words run."""
CAPTION, SMALL, BODY, SUBTITLE, TITLE, DISPLAY = 11, 12, 13, 15, 20, 28
"""The type scale, in pixels."""
USUAL_TEXT, LARGEST_TEXT = 15, 1.5
"""Pixels of a desktop's own words up to which ours stay as designed, and how far they grow."""


@dataclass(frozen=True, slots=True)
class Colors:
    """One palette. Every colour is a ``#rrggbb`` string.

    Attributes:
        wall: Behind photos, the quietest surface.
        panel: Sidebar, inspector, bars.
        raised: Buttons, chips, cards on a panel.
        hover: A raised or panel surface under the pointer.
        line: Hairlines between surfaces.
        text: Words to read.
        quiet: Words beside them.
        faint: Hints, disabled words, empty placeholders.
        accent: The one accent, for focus, selection and the main button.
        accent_soft: The accent as a background behind text.
        on_accent: Words on the accent.
        yes: Accepting.
        no: Refusing, and things that went wrong.
        tile: A photo that has not arrived yet.
    """

    wall: str
    panel: str
    raised: str
    hover: str
    line: str
    text: str
    quiet: str
    faint: str
    accent: str
    accent_soft: str
    on_accent: str
    yes: str
    no: str
    tile: str


DARK = Colors(
    wall="#121316", panel="#191a1e", raised="#25272d", hover="#2c2f36", line="#2a2c32",
    text="#ededf0", quiet="#a3a6b0", faint="#747884", accent="#5f67ec", accent_soft="#2b2e52",
    on_accent="#ffffff", yes="#3fbf7f", no="#f0716a", tile="#1d1f23",
)  # fmt: skip
LIGHT = Colors(
    wall="#ffffff", panel="#f6f6f8", raised="#ebecf0", hover="#e2e4ea", line="#e1e2e7",
    text="#1b1c21", quiet="#5c606c", faint="#7e828e", accent="#4f56e0", accent_soft="#e3e5fd",
    on_accent="#ffffff", yes="#1c8f57", no="#c8433c", tile="#eeeff2",
)  # fmt: skip


def colors() -> Colors:
    """Return the palette in use now."""
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


def apply(app: QApplication, mode: str = "system") -> None:
    """Dress the application.

    Args:
        app: The running application.
        mode: "light", "dark", or "system", which follows the desktop as it changes.

    Raises:
        ValueError: For any other mode.
    """
    if mode not in MODES:
        raise ValueError(f"“{mode}” is no theme; choose one of {', '.join(MODES)}")
    schemes = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
    hints = app.styleHints()
    if app.font().family() != FAMILY:
        app.setStyle("fusion")
        app.setFont(_font())
        app.setWindowIcon(_emblem())
        hints.colorSchemeChanged.connect(lambda scheme: _paint(app, scheme))
    hints.setColorScheme(schemes[MODES.index(mode)])
    _paint(app, schemes[MODES.index(mode)] if mode != "system" else hints.colorScheme())


def _paint(app: QApplication, scheme: Qt.ColorScheme) -> None:
    chosen = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    if app.styleSheet() != _style(chosen):  # every widget there is would be dressed again
        app.setPalette(_palette(chosen))
        app.setStyleSheet(_style(chosen))


def _emblem() -> QIcon:
    svg = QByteArray(files("resources").joinpath("handful.svg").read_bytes())
    emblem = QIcon()
    for side in (32, 64, 256):
        emblem.addPixmap(_draw(svg, side))
    return emblem


def _draw(svg: QByteArray, pixels: int) -> QPixmap:
    drawn = QPixmap(pixels, pixels)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        QSvgRenderer(svg).render(painter, QRectF(0, 0, pixels, pixels))
    return drawn


def _font() -> QFont:
    for weight in ("Regular", "Medium", "SemiBold"):
        data = files("resources").joinpath("fonts", f"Inter-{weight}.otf").read_bytes()
        QFontDatabase.addApplicationFontFromData(QByteArray(data))
    return font(BODY)


@cache
def text_scale() -> float:
    """Return how much larger than usual the system's words are, 1 to `LARGEST_TEXT`."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return min(max(QFontInfo(system).pixelSize() / USUAL_TEXT, 1.0), LARGEST_TEXT)


def scaled(pixels: int) -> int:
    """Return a length that grows with the words."""
    return round(pixels * text_scale())


def font(pixels: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface font.

    Args:
        pixels: A step of the type scale.
        weight: Normal, Medium or DemiBold, the three that ship.
    """
    chosen = QFont(FAMILY)
    chosen.setPixelSize(scaled(pixels))
    chosen.setWeight(weight)
    return chosen


def _palette(chosen: Colors) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: chosen.panel,
        QPalette.ColorRole.WindowText: chosen.text,
        QPalette.ColorRole.Base: chosen.wall,
        QPalette.ColorRole.AlternateBase: chosen.panel,
        QPalette.ColorRole.Text: chosen.text,
        QPalette.ColorRole.PlaceholderText: chosen.faint,
        QPalette.ColorRole.Button: chosen.raised,
        QPalette.ColorRole.ButtonText: chosen.text,
        QPalette.ColorRole.Highlight: chosen.accent,
        QPalette.ColorRole.HighlightedText: chosen.on_accent,
        QPalette.ColorRole.ToolTipBase: chosen.raised,
        QPalette.ColorRole.ToolTipText: chosen.text,
        QPalette.ColorRole.Link: chosen.accent,
        QPalette.ColorRole.Accent: chosen.accent,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.faint))
    return palette


@lru_cache(maxsize=2)
def _style(chosen: Colors) -> str:
    names = {field.name: getattr(chosen, field.name) for field in fields(chosen)}
    names["ticked"] = Path(str(files("resources").joinpath("ticked.svg"))).as_posix()
    sheet = files("resources").joinpath("style.qss").read_text(encoding="utf-8")
    sheet = re.sub(r"@(\w+)", lambda match: names[match[1]], sheet)
    scaled = r"font-size: (\d+)px"
    return re.sub(scaled, lambda m: f"font-size: {round(int(m[1]) * text_scale())}px", sheet)


def pixmap(name: str, color: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """Return an icon of ``resources/icons`` as a picture.

    Args:
        name: The file's name without ".svg".
        color: The line's colour.
        size: Side in logical pixels.
        ratio: The screen's device pixel ratio.
    """
    mirrored = name in POINTING and QGuiApplication.isRightToLeft()
    return _pixmap(name, color, round(size * ratio), ratio, mirrored=mirrored)


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, pixels: int, ratio: float, *, mirrored: bool) -> QPixmap:
    svg = files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")
    tinted = QByteArray(svg.replace("currentColor", color).encode())
    drawn = _draw(tinted, pixels)
    if mirrored:
        drawn = drawn.transformed(QTransform.fromScale(-1, 1))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, color: str = "") -> QIcon:
    """Return an icon of ``resources/icons`` in the palette's quiet colour, or in `color`."""
    now = colors()
    return _icon(name, color or now.quiet, now, mirrored=QGuiApplication.isRightToLeft())


@lru_cache(maxsize=256)
def _icon(name: str, color: str, now: Colors, *, mirrored: bool) -> QIcon:  # noqa: ARG001 - of the cache
    drawn = QIcon()
    for ratio in (1.0, 2.0):
        drawn.addPixmap(pixmap(name, color, 20, ratio))
        drawn.addPixmap(pixmap(name, now.faint, 20, ratio), QIcon.Mode.Disabled)
        drawn.addPixmap(pixmap(name, now.accent, 20, ratio), state=QIcon.State.On)
    return drawn
