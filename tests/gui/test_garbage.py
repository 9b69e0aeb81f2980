"""Widgets are freed on the GUI thread, whichever thread makes the garbage."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gallery_app.gui import garbage


class Cycle(QObject):
    def __init__(self, freed_on: list[threading.Thread]) -> None:
        super().__init__()
        self._own = self
        self._freed_on = freed_on

    def __del__(self) -> None:
        self._freed_on.append(threading.current_thread())


def test_a_busy_thread_frees_no_widget(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(garbage, "EVERY_MS", 10)
    gc.enable()
    collector = garbage.Garbage()
    freed_on: list[threading.Thread] = []
    Cycle(freed_on)
    busy = threading.Thread(target=lambda: [[[]] for _ in range(100_000)])
    busy.start()
    busy.join()
    assert not freed_on
    monkeypatch.setattr(gc, "get_count", lambda: (10**9,) * 3)
    qtbot.waitUntil(lambda: bool(freed_on))
    assert freed_on == [threading.main_thread()]
    collector.deleteLater()
    gc.unfreeze()
