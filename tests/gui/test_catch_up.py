"""A window opened on a library goes on where the last session ended."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

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
        qtbot.waitUntil(lambda: window.models.wall.rowCount() == before + 1, timeout=20_000)
        qtbot.waitUntil(lambda: not window.bridge.jobs, timeout=60_000)
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
    qtbot.waitUntil(lambda: bool(library.clusters()), timeout=60_000)
    qtbot.waitUntil(lambda: not window.bridge.jobs, timeout=60_000)
