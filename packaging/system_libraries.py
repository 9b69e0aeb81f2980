"""What the system must bring: Qt's libraries, and for tests two readers of metadata."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

# Every library outside the wheel that Qt's widgets and its X11 and offscreen plugins load.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
TEST_PROGRAMS = {
    "exiftool": "libimage-exiftool-perl",
    "exiv2": "exiv2",
    "xvfb-run": "xvfb",
    "xauth": "xauth",
}
_QT_FILES = ("plugins/platforms/libqxcb.so", "plugins/platforms/libqoffscreen.so",
             "lib/libQt6Widgets.so.6", "lib/libQt6DBus.so.6")  # fmt: skip
_MISSING = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


class MissingLibrariesError(Exception):
    """Qt's libraries are missing and cannot be installed from here; the message says how."""


def provide(venv: Path) -> None:
    """Install the libraries of Qt that are missing, where that is possible.

    Args:
        venv: A virtual environment with PySide6.

    Raises:
        MissingLibrariesError: They have to be installed by hand.
    """
    if missing := missing_libraries(venv):
        packages = sorted({DEBIAN_PACKAGES.get(name, name) for name in missing})
        if not (_may_install() and _apt_install(packages)):
            raise MissingLibrariesError(advice(missing))


def provide_test_programs() -> None:
    """Install what some tests compare with; tests skip what cannot be installed."""
    packages = [name for program, name in TEST_PROGRAMS.items() if not shutil.which(program)]
    if packages and _may_install():
        _apt_install(packages)


def missing_libraries(venv: Path) -> set[str]:
    """Return the names of the shared libraries that Qt asks for and the system lacks."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return set()
    qt = "lib/python*/site-packages/PySide6/Qt"
    files = [str(file) for part in _QT_FILES for file in venv.glob(f"{qt}/{part}")]
    return set(_MISSING.findall(_output(["ldd", *files]))) if files else set()


def advice(missing: Collection[str]) -> str:
    """Say how to install the missing libraries by hand."""
    packages = sorted({DEBIAN_PACKAGES.get(name, name) for name in missing})
    return (
        f"The window needs system libraries that are missing ({', '.join(sorted(missing))}); "
        f"on Debian and Ubuntu run: sudo apt-get install {' '.join(packages)}"
    )


def _may_install() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def _apt_install(packages: Iterable[str]) -> bool:
    names = list(packages)
    sys.stdout.write(f"Installing Debian packages: {' '.join(names)} …\n")
    sys.stdout.flush()
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    # A machine whose package lists are old or absent needs them first.
    return _succeeds(install) or (_succeeds(["apt-get", "update"]) and _succeeds(install))


def _succeeds(command: list[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    return done.returncode == 0


def _output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, check=False, text=True).stdout
