"""Colours that can be read, icons that exist."""

from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.gui import theme
from gallery_app.gui.actions import GESTURES
from gallery_app.gui.views.buttons import PictureButton


def luminance(color: str) -> float:
    parts = [part / 255 for part in QColor(color).getRgb()[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, success criterion 1.4.3."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
def test_words_can_be_read(palette: theme.Colors):
    for ground in (palette.wall, palette.panel, palette.raised):
        assert contrast(palette.text, ground) >= 7
        assert contrast(palette.quiet, ground) >= 4.5
        assert contrast(palette.faint, ground) >= 3
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.accent, palette.wall) >= 3


def test_every_icon_that_the_code_names_is_there(qapp: QApplication):
    icons = {Path(str(icon)).stem for icon in files("resources").joinpath("icons").iterdir()}
    assert len(icons) > 30
    for name in icons:
        assert not theme.pixmap(name, "#ff0000").toImage().allGray()


def test_the_style_names_only_colours_of_the_palette(qapp: QApplication):
    for mode in ("light", "dark"):
        theme.apply(qapp, mode)
        assert "@" not in qapp.styleSheet()


def test_the_icon_of_an_answer_follows_the_theme(qtbot: QtBot, qapp: QApplication):
    theme.apply(qapp, "dark")
    answer = PictureButton("No", "cross", "")
    qtbot.addWidget(answer)
    for mode, palette in (("light", theme.LIGHT), ("dark", theme.DARK)):
        theme.apply(qapp, mode)
        shown = answer.icon().pixmap(20, 20).toImage()
        strong = [
            c for x in range(20) for y in range(20) if (c := shown.pixelColor(x, y)).alpha() > 250
        ]
        assert strong
        assert {c.name() for c in strong} == {palette.quiet}


def test_an_unknown_mode_is_refused(qapp: QApplication):
    with pytest.raises(ValueError, match="sepia"):
        theme.apply(qapp, "sepia")


def test_no_key_means_two_things():
    keys = [key for gesture in GESTURES for key in gesture.keys.split()]
    assert len(keys) == len(set(keys))
    assert all(gesture.title and gesture.tip for gesture in GESTURES)
