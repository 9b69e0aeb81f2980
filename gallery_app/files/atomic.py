"""Writing a file so that, whatever happens, either the old or the new one is there, whole."""

import errno
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path

from gallery_app.errors import HandfulError, SurroundingsError, UserError

_PREFIX, _SUFFIX = ".handful-", ".tmp"
_STALE_SECONDS = 3600
_FULL = {errno.ENOSPC, errno.EDQUOT}
_PROTECTED = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file's contents in one step: temporary file, flush, read back, rename.

    The temporary file lies in the same folder. A file that is replaced keeps its permissions; a
    link stays a link and the file it leads to is replaced.

    Args:
        path: The file to make or replace.
        data: Its new contents.

    Raises:
        UserError: When the file or folder is write-protected.
        SurroundingsError: When the disk is full, the folder or drive is gone, or what was read
            back is not what was written. The old file is untouched.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    try:
        _refuse_protected(target)
        try:
            _write_through(temporary, data)
            _take_permissions(temporary, target)
            temporary.replace(target)
        finally:
            with suppress(OSError):
                temporary.unlink()
        _flush_folder(target.parent)
    except OSError as error:
        raise _explained(error, path) from error


def clean_leftovers(folder: Path) -> int:
    """Delete temporary files that a killed process left in a folder.

    Only ones that nobody has touched for an hour: another process may be writing just now.

    Args:
        folder: The folder; its sub-folders are left alone.

    Returns:
        How many were deleted.
    """
    stale = time.time() - _STALE_SECONDS
    deleted = 0
    for path in sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}")):
        with suppress(OSError):
            if path.stat().st_mtime < stale:
                path.unlink()
                deleted += 1
    return deleted


def _refuse_protected(target: Path) -> None:
    """Fail for a file that its owner locked: renaming over it would need no permission."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _write_through(temporary: Path, data: bytes) -> None:
    with temporary.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if temporary.read_bytes() != data:
        raise OSError(errno.EIO, "what was read back is not what was written")


def _take_permissions(temporary: Path, target: Path) -> None:
    with suppress(FileNotFoundError):
        temporary.chmod(target.stat().st_mode & 0o7777)


def _flush_folder(folder: Path) -> None:
    """Flush the rename itself; Windows has no such call and some network drives refuse it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)


def _explained(error: OSError, path: Path) -> HandfulError:
    if error.errno in _FULL:
        return SurroundingsError(f"The disk is full: “{path}” was not written; free some space.")
    if error.errno in _PROTECTED:
        return UserError(f"“{path}” is write-protected; change its permissions and try again.")
    if error.errno == errno.ENOENT:
        return SurroundingsError(f"The folder of “{path}” is gone; connect its drive again.")
    return SurroundingsError(f"“{path}” was not written: {error.strerror}.")
