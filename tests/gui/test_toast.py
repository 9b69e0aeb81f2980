"""Sentences over the bottom of the window: all of each can be read."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gallery_app.gui.views.toast import MARGIN, STAY_MS, Toast

LONG = (
    "The catalogue /home/somebody/Pictures/Handful/catalogue.sqlite cannot be written (unable to "
    "open database file); check the drive and the folder's permissions."
)


@pytest.mark.parametrize("width", [420, 800, 2000])
def test_a_long_sentence_takes_more_lines_and_more_time(qtbot: QtBot, width: int):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(width, 600)
    toast = Toast(ground)
    ground.show()
    toast.say("Tagged 3 photos")
    low = toast.height()
    assert toast._stay.interval() == STAY_MS
    toast.offer_undo(LONG)
    assert toast.words == LONG
    assert toast._words.height() >= toast._words.heightForWidth(toast._words.width())
    assert low < toast.height() < 200
    assert toast.width() <= width - 2 * MARGIN
    assert toast._stay.interval() > STAY_MS
    ground.resize(420, 600)
    qtbot.waitUntil(lambda: toast.width() <= 420 - 2 * MARGIN)
    toast.say("Tagged 3 photos")
    assert toast.height() == low
