"""A window opened on a library goes on where the last session ended."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gallery_app.catalogue import tags
from gallery_app.gui.main_window import MainWindow
from gallery_app.library import Library
from tests.photos import noise, save_photo


def test_photos_that_came_meanwhile_are_found(
    qtbot: QtBot, library: Library, open_window: Callable[[Library], MainWindow]
):
    before = library.counts().photos
    added = save_photo(library.folders()[0].path / "late.jpg", noise(seed=99))
    try:
        window = open_window(library)
        window.gestures.work.catch_up()
        qtbot.waitUntil(lambda: window.models.wall.rowCount() == before + 1)
        qtbot.waitUntil(lambda: not window.bridge.jobs)
        assert library.counts().vectors == before + 1
    finally:
        added.unlink()


def test_groups_that_were_never_made_are_made(
    qtbot: QtBot, library: Library, open_window: Callable[[Library], MainWindow]
):
    encoder = library._catalogue.encoders.active()
    assert encoder is not None
    library._catalogue.clusters.replace(encoder.id, [])
    window = open_window(library)
    window.gestures.work.catch_up()
    qtbot.waitUntil(lambda: bool(library.clusters()))
    qtbot.waitUntil(lambda: not window.bridge.jobs)


def test_tags_that_nothing_was_learnt_from_are_learnt_from(
    qtbot: QtBot,
    library: Library,
    open_window: Callable[[Library], MainWindow],
    monkeypatch: pytest.MonkeyPatch,
):
    assert not library.teaching.is_behind()
    monkeypatch.setattr(tags, "now", lambda: "2099-01-01T00:00:00+00:00")
    library.tag("Late", library.photo_ids("red")[:3])  # and the window was closed at once
    assert library.teaching.is_behind()
    window = open_window(library)
    with qtbot.waitSignal(window.gestures.work.learnt):
        window.catch_up()
    assert any(suggestion.tag == "Late" for suggestion in library.suggestions(minimum=0.01))
