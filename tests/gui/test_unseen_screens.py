"""Screens that nobody sees read nothing, and show what is new at the next look."""

import shutil
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.domain.changes import Changes
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.library import Library
from tests.gui.test_models import watched

SEEN_ANYWHERE = {"bridge", "sidebar", "beginner", "tag_names", "completions", "thumbnails"}
BY_ITSELF = set(Screen) - {Screen.VIEWER, Screen.COMPARE, Screen.SIMILAR}


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules whose questions were put to the library, in order."""
    asked: list[str] = []
    ask = Bridge.ask

    def noted(bridge: Bridge, work: Callable[[Library], Any], *more: Any, **named: Any) -> None:
        asked.append(work.__module__.rpartition(".")[2])
        ask(bridge, work, *more, **named)

    monkeypatch.setattr(Bridge, "ask", noted)
    return asked


@pytest.fixture
def toured(qtbot: QtBot, window: MainWindow, reads: list[str]) -> MainWindow:
    """The window, back on the wall after a look at every screen."""
    for screen in (*sorted(BY_ITSELF), Screen.WALL):
        window.models.place.go(Spot(screen))
        qtbot.waitUntil(lambda: not window.bridge.jobs)
    qtbot.waitUntil(lambda: not window.models.duplicates.looking)
    window.gestures.work._rest.stop()
    reads.clear()
    return window


def heard(qtbot: QtBot, window: MainWindow, of: Callable[[Changes], object]) -> Any:
    """Wait for the screens to hear of changes."""
    return qtbot.waitSignal(
        window.bridge.changed, check_params_cb=lambda changes: bool(of(changes))
    )


def test_learning_tags_has_no_screen_read_that_nobody_sees(
    qtbot: QtBot, toured: MainWindow, library: Library, reads: list[str]
):
    with heard(qtbot, toured, lambda changes: changes.suggestions):
        toured.gestures.work.suggest()
    qtbot.waitUntil(lambda: not toured.bridge.jobs)
    assert set(reads) <= SEEN_ANYWHERE
    with heard(qtbot, toured, lambda changes: changes.tagged):
        library.tag("New", library.photo_ids("red")[:2])
    assert set(reads) <= SEEN_ANYWHERE | {"photo_wall"}


def test_photos_that_come_are_counted_and_read_at_the_next_look(
    qtbot: QtBot, toured: MainWindow, library: Library, reads: list[str]
):
    models, photo = toured.models, library.photos(library.photo_ids())[0].path
    toured.models.place.go(Spot(Screen.ENCODER))
    qtbot.waitUntil(lambda: "encoders" in reads)
    known, copy = models.wall.total, photo.with_name("copy.jpg")
    for model in (models.wall, models.duplicates):
        watched(model)
    reads.clear()
    shutil.copy(photo, copy)
    try:
        toured.gestures.work.look_again()
        qtbot.waitUntil(lambda: models.sidebar.duplicates == 1)
        assert set(reads) <= SEEN_ANYWHERE | {"duplicates"}
        assert (models.wall.total, models.duplicates.rowCount()) == (known, 0)
        models.place.go(Spot(Screen.DUPLICATES))
        qtbot.waitUntil(lambda: models.duplicates.rowCount() == 1)
        models.place.go(Spot())
        qtbot.waitUntil(lambda: models.wall.total == known + 1)
    finally:
        copy.unlink()


def test_tags_given_elsewhere_are_on_the_wall_at_the_next_look(
    qtbot: QtBot, toured: MainWindow, library: Library
):
    wall = toured.models.wall
    first = wall.ids[0]
    toured.models.place.go(Spot(Screen.LYING))
    with heard(qtbot, toured, lambda changes: changes.tagged):
        library.tag("Elsewhere", [first])
    toured.models.place.go(Spot())
    qtbot.waitUntil(lambda: "Elsewhere" in wall.row(0).tags)
