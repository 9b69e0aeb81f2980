"""Checks of this machine, each with what to do when it fails."""

import platform
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from gallery_app import __version__
from gallery_app.errors import HandfulError
from gallery_app.library import Library

_PACKAGES = ("PySide6-Essentials", "numpy", "pillow", "pillow-heif", "rawpy", "exiv2", "hdbscan")
_ENCODING = ("torch", "torchvision", "timm", "onnx")
_RUNTIMES = ("onnxruntime-gpu", "onnxruntime")
_ROOM_BYTES = 2_000_000_000

Check = dict[str, object]


def doctor(directory: Path) -> list[Check]:
    """Return every check: its name, whether it is fine, and what was found or is to be done."""
    return [
        _check("Handful", f"{__version__} on Python {platform.python_version()}"),
        *(_package(name) for name in (*_PACKAGES, *_ENCODING)),
        _runtime(),
        *_library_checks(directory),
        _space(directory),
    ]


def _check(name: str, detail: str, *, ok: bool = True) -> Check:
    return {"check": name, "ok": ok, "detail": detail}


def _package(name: str) -> Check:
    try:
        return _check(name, version(name))
    except PackageNotFoundError:
        return _check(name, f"not installed; run: pip install {name}", ok=False)


def _runtime() -> Check:
    checks = [_package(name) for name in _RUNTIMES]
    return next((check for check in checks if check["ok"]), checks[0])


def _library_checks(directory: Path) -> Iterator[Check]:
    try:
        library = Library.open(directory)
    except HandfulError as error:
        yield _check("library", str(error), ok=False)
        return
    try:
        counts = library.counts()
        yield _check("library", f"{directory}, {counts.photos} photos")
        yield from _encoder_checks(library)
        gone = [str(folder.path) for folder in library.folders() if not folder.path.is_dir()]
        yield _check(
            "folders",
            f"not there: {', '.join(gone)}; connect the drive" if gone else "all there",
            ok=not gone,
        )
    finally:
        library.close()


def _encoder_checks(library: Library) -> Iterator[Check]:
    try:
        reason = library.why_no_gpu()
        yield _check("GPU", f"not used: {reason}" if reason else "CUDA is used")
        for facts in library.encoders():
            in_use = ", in use" if facts.active else ""
            yield _check(f"encoder {facts.name}", f"runs on {facts.provider}{in_use}")
    except HandfulError as error:
        yield _check("encoder", str(error), ok=False)


def _space(directory: Path) -> Check:
    spot = next(p for p in (directory, *directory.parents) if p.exists())
    free = shutil.disk_usage(spot).free
    room = f"{free / 1e9:.1f} GB free at {spot}"
    return _check("free space", room, ok=free > _ROOM_BYTES)
