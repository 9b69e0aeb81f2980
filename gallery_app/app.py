"""The composition root of the window: the only file that builds and joins the big objects."""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from gallery_app.errors import HandfulError
from gallery_app.gui import theme
from gallery_app.gui.garbage import Garbage
from gallery_app.gui.language import said, speak
from gallery_app.gui.main_window import MainWindow
from gallery_app.jobs.runner import Runner
from gallery_app.library import Library
from gallery_app.log import log
from gallery_app.settings import load_settings

SWITCH_S = 0.001
"""How long the window's thread waits for a busy one at most, each time that Qt calls Python: some
fifty times a frame. Python's own 5 ms would be a third of a frame; with 0.1 ms it is itself made to
wait more often: while photos are scanned 99 in 100 frames took 41 ms, with 1 ms 35 to 40.
"""
_ARENA_MAX = -8
"""``M_ARENA_MAX`` of glibc's malloc.h."""


def open_window(directory: Path) -> int:
    """Open the window on a library and return the exit code when it is closed."""
    _share_heaps()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Handful")
    app.setDesktopFileName("handful")  # so that Wayland shows the icon
    speak(app, load_settings(directory).language)
    theme.apply(app)
    sys.excepthook = _write_down
    sys.setswitchinterval(SWITCH_S)
    try:
        library = Library.open(directory)
    except HandfulError as error:
        QMessageBox.critical(None, "Handful", said(str(error)))
        return error.exit_code
    runner = Runner()
    window = MainWindow(library, runner)
    window.opened.connect(window.catch_up)
    window.show()
    Garbage(app)
    try:
        return app.exec()
    finally:
        library.tidying.give_up()
        runner.stop()
        library.close()


def _share_heaps() -> None:
    """Let all threads share two heaps, where glibc would give each its own.

    After all screens of 100,000 photos the window holds 50 MB less.
    """
    if sys.platform == "linux":
        with suppress(AttributeError):  # another libc, without the setting
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 2)


def _write_down(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Log a mistake of the window, for the crash report, and go on."""
    log().error("The window made a mistake", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
