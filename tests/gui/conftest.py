"""A small real library, prepared once, copied for every test, and a window on it."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import translations
from PIL import Image
from PySide6.QtCore import QLocale, QTranslator, SignalInstance
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from gallery_app.gui import theme
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import plain_english
from gallery_app.gui.main_window import MainWindow
from gallery_app.jobs.job import finish
from gallery_app.jobs.runner import Runner
from gallery_app.library import Library
from tests.conftest import make_library
from tests.photos import exif, noise, save_photo

PATIENCE = 120_000
"""Milliseconds that a test waits for something: machines here are busy, and a pass ends at once."""

TINTS = {"Red": (255, 0, 0), "Green": (0, 255, 0), "Blue": (0, 0, 255)}
EACH = 8


class PatientBot(QtBot):
    """Waits longer than pytest-qt's five seconds."""

    def waitUntil(  # noqa: N802
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: SignalInstance, **settings: Any) -> SignalBlocker:  # noqa: N802
        return super().waitSignal(signal, **{"timeout": PATIENCE, **settings})


@pytest.fixture(scope="session", autouse=True)
def _english(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Speak English as the program does, built from its source."""
    qm = tmp_path_factory.mktemp("english") / "handful_en.qm"
    translations.release(translations.TRANSLATIONS / "handful_en.ts", qm)
    english = QTranslator(qapp)
    english.setObjectName("english")
    assert english.load(str(qm))
    qapp.installTranslator(english)
    QLocale.setDefault(plain_english())


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Take the place of pytest-qt's own."""
    return PatientBot(request)


def make_photos(folder: Path) -> Path:
    """Make three kinds of photos, told apart by their colour, and a broken file."""
    for number, (kind, tint) in enumerate(TINTS.items()):
        for step in range(EACH):
            shot = Image.blend(
                noise(seed=EACH * number + step), Image.new("RGB", (96, 64), tint), 0.7
            )
            taken = exif(taken=f"202{number}:05:1{step} 12:00:00")
            save_photo(folder / kind / f"{kind.lower()}{step}.jpg", shot, exif=taken)
    (folder / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 not really")
    return folder


@pytest.fixture(autouse=True)
def _garbage_of_the_gui_thread() -> Iterator[None]:
    """Free what a window leaves on this thread, as the program does (`gui.garbage`)."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a library with photos, tags, groups and suggestions."""
    home = tmp_path_factory.mktemp("gallery")
    library = make_library(home / "library")
    finish(library.add_folders([make_photos(home / "photos")]))
    for kind in TINTS:
        ids = library.photo_ids(kind.lower())
        library.tag(f"Colours/{kind}", ids[:3])
    finish(library.group())
    finish(library.suggest())
    library.close()
    return home / "library"


@pytest.fixture
def library(prepared: Path, tmp_path: Path) -> Iterator[Library]:
    """A copy of the prepared library."""
    directory = tmp_path / "library"
    shutil.copytree(prepared, directory)
    made = Library.open(directory)
    yield made
    made.close()


@pytest.fixture
def runner() -> Iterator[Runner]:
    """The threads."""
    made = Runner()
    yield made
    made.stop()


@pytest.fixture
def bridge(qapp: QApplication, library: Library, runner: Runner) -> Iterator[Bridge]:
    """A bridge to the library."""
    made = Bridge(library, runner)
    yield made
    made.close()


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, runner: Runner
) -> Callable[[Library], MainWindow]:
    """Return what opens a window on a library."""

    def opened(library: Library) -> MainWindow:
        theme.apply(qapp, "light")
        made = MainWindow(library, runner)
        qtbot.addWidget(made, before_close_func=lambda _window: runner.stop())
        made.show()
        qtbot.waitExposed(made)
        return made

    return opened


@pytest.fixture
def window(
    qtbot: QtBot, library: Library, open_window: Callable[[Library], MainWindow]
) -> MainWindow:
    """The window, with the photos on its wall."""
    made = open_window(library)
    qtbot.waitUntil(lambda: made.models.wall.rowCount() == len(TINTS) * EACH)
    qtbot.waitUntil(lambda: made.models.wall.row(0) is not None)
    return made
