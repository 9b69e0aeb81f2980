"""Finding photos below a folder, without opening them and without ever failing half-way."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gallery_app.errors import SurroundingsError, UserError
from gallery_app.files.failures import reason_for
from gallery_app.files.formats import (
    COMPANION_EXTENSIONS,
    OTHER_PICTURE_EXTENSIONS,
    PHOTO_EXTENSIONS,
    SNIFF_BYTES,
    is_text,
    sniff,
)

# Thumbnails, waste baskets and previews that other programs keep beside the photos.
_SKIPPED_FOLDERS = frozenset({
    "$recycle.bin",
    "#recycle",
    "#snapshot",
    "@eadir",
    "__macosx",
    "captureone",
    "lost+found",
    "system volume information",
})
_SKIPPED_SUFFIXES = (".lrdata", ".lrcat-data", ".cocatalog", ".photolibrary")
_APPLE_LIBRARY = ".photoslibrary"
_APPLE_ORIGINALS = frozenset({"originals", "masters"})
_GONE_DRIVE = {errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that looks like a photo.

    Attributes:
        path: Absolute when the walked folder is.
        size: Bytes.
        modified_ns: Nanoseconds since the epoch.
    """

    path: Path
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file or folder that cannot become a photo, and why.

    Attributes:
        path: Always valid text; bytes of the name that are not show as "�".
        reason: A clause for people.
    """

    path: Path
    reason: str


def walk(folder: Path) -> Iterator[FoundFile | PassedOver]:
    """Find the photos below a folder, at any depth, in a fixed order.

    Hidden files, other programs' caches and files that are plainly no pictures (texts, films,
    sidecars) are left out. Links to folders are followed once, after the real folders, so a photo
    is found under its real path first and a circle of links ends.

    Args:
        folder: The folder to look in.

    Returns:
        Photos and passed-over files as they are found.

    Raises:
        UserError: At once, when the folder is missing, a file, or may not be read.
        SurroundingsError: At once, when its drive does not answer.
    """
    return _walk_open(folder, _entries_of_root(folder))


def _entries_of_root(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return _entries(folder)
    except FileNotFoundError:
        raise UserError(f"There is no folder “{folder}”; check the path or the drive.") from None
    except NotADirectoryError:
        raise UserError(f"“{folder}” is a file; give the folder it lies in.") from None
    except PermissionError:
        raise UserError(f"You may not read “{folder}”; change its permissions.") from None
    except OSError as error:
        if error.errno in _GONE_DRIVE:
            raise SurroundingsError(f"The drive of “{folder}” does not answer.") from error
        raise UserError(f"“{folder}” cannot be read: {error.strerror}.") from error


def _walk_open(folder: Path, entries: list[os.DirEntry[str]]) -> Iterator[FoundFile | PassedOver]:
    seen = {_identity(folder.stat())}
    real: list[Path] = []
    linked: list[Path] = []
    yield from _look_at(folder, entries, real, linked)
    while real or linked:
        current = real.pop() if real else linked.pop()
        try:
            identity = _identity(current.stat())
            if identity in seen:
                continue
            seen.add(identity)
            inside = _entries(current)
        except OSError as error:
            reason = reason_for(error).replace("the file", "the folder")
            yield PassedOver(_as_text(current), reason)
            continue
        yield from _look_at(current, inside, real, linked)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _look_at(
    folder: Path, entries: list[os.DirEntry[str]], real: list[Path], linked: list[Path]
) -> Iterator[FoundFile | PassedOver]:
    """Yield a folder's photos; put its folders on `real` or `linked`, last one first."""
    folders = []
    for entry in entries:
        if _is_hidden(entry):
            continue
        if _is_folder(entry):
            if _is_entered(folder, entry.name):
                folders.append(entry)
        elif found := _judge(entry):
            yield found
    for entry in reversed(folders):
        (linked if entry.is_symlink() else real).append(Path(entry.path))


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    if sys.platform == "win32":
        hidden = stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM
        return bool(entry.stat(follow_symlinks=False).st_file_attributes & hidden)
    return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder; a link that leads nowhere is judged as a file."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_entered(folder: Path, name: str) -> bool:
    """Return whether a folder holds people's own photos, not another program's copies."""
    name = name.lower()
    if folder.name.lower().endswith(_APPLE_LIBRARY):
        return name in _APPLE_ORIGINALS
    return name not in _SKIPPED_FOLDERS and not name.endswith(_SKIPPED_SUFFIXES)


def _judge(entry: os.DirEntry[str]) -> FoundFile | PassedOver | None:
    """Decide what a file is; None for one that is plainly no picture."""
    path = Path(entry.path)
    extension = path.suffix.lower()
    if extension in COMPANION_EXTENSIONS:
        return None
    try:
        status = entry.stat()
        reason = _reason_against(path, extension, status)
    except OSError as error:
        return PassedOver(_as_text(path), reason_for(error))
    if reason is None:
        return FoundFile(path, status.st_size, status.st_mtime_ns)
    return PassedOver(_as_text(path), reason) if reason else None


def _reason_against(path: Path, extension: str, status: os.stat_result) -> str | None:
    """Return why a file is no photo, "" when that needs no telling, None when it may be one."""
    if not stat.S_ISREG(status.st_mode):
        return "it is not an ordinary file"
    if _as_text(path) != path:
        return "its name is not valid text; rename it"
    if not status.st_size:
        return "the file is empty"
    if extension in PHOTO_EXTENSIONS:
        return None
    return _reason_against_bytes(_head(path), extension)


def _reason_against_bytes(head: bytes, extension: str) -> str | None:
    """The same for a file whose extension does not say that it is a photo."""
    if sniff(head, extension):
        return None
    if extension in OTHER_PICTURE_EXTENSIONS:
        return f"Handful does not open {extension[1:].upper()} pictures"
    return "" if is_text(head) else "it is not a picture that Handful knows"


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(SNIFF_BYTES)


def _as_text(path: Path) -> Path:
    """Return a path that can be shown and stored, whatever bytes its name holds."""
    return Path(os.fsencode(path).decode("utf-8", "replace"))
