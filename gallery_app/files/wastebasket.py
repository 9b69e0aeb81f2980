"""The system's wastebasket: the only way in which Handful ever takes a photo away."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from send2trash import send2trash

from gallery_app.domain.photo import Photo
from gallery_app.errors import SurroundingsError, UserError
from gallery_app.files.fingerprint import content_hash
from gallery_app.files.metadata import find_sidecars


def throw_copy_away(copy: Photo, kept: Photo) -> list[str]:
    """Move a photo, and the sidecar that is its alone, to the wastebasket.

    Args:
        copy: The photo that goes.
        kept: The one that stays. Both files are read first: they must be what the user saw.

    Returns:
        The files that went, the photo first.

    Raises:
        UserError: One of them changed or is gone, or both are the same file.
        SurroundingsError: The wastebasket does not take it.
    """
    path = copy.path
    for photo in (kept, copy):
        _check_contents(photo)
    # one file under two names is lost when it goes, unless it is linked once more
    linked = path.samefile(kept.path) and path.stat().st_nlink == 1
    if linked or path.resolve() == kept.path.resolve():
        raise UserError(f"“{path}” and “{kept.path}” are one file; nothing was thrown away.")
    sidecars = [sidecar for sidecar in find_sidecars(path) if _is_alone(sidecar, path)]
    gone = []
    try:
        for file in (path, *sidecars):
            send2trash(file)
            gone.append(str(file))
    except OSError as error:
        if not gone:  # a sidecar that stays harms nobody
            words = f"“{path}” cannot be moved to the wastebasket: {error}."
            raise SurroundingsError(words) from error
    return gone


def _check_contents(photo: Photo) -> None:
    try:
        changed = content_hash(photo.path) != photo.content_hash
    except OSError as error:
        why = error.strerror
        raise UserError(f"“{photo.path}” cannot be read: {why}. Its copies stay.") from error
    if changed:
        raise UserError(f"“{photo.path}” has changed. Its copies stay; press F5 to look again.")


def _is_alone(sidecar: Path, photo: Path) -> bool:
    """Whether a sidecar belongs to no other file: ``a.xmp`` may be that of ``a.raw``, too."""
    if sidecar.name.startswith(photo.name):
        return True
    beside = {other for other in photo.parent.iterdir() if other.stem == photo.stem}
    return beside <= {photo, sidecar}


def bring_back(path: Path, contents: str = "") -> bool:
    """Put a file back from a freedesktop.org wastebasket, if it is there and its place is free.

    Args:
        path: Where it was.
        contents: Its content hash, if it must be that.

    Returns:
        Whether it is back. On Windows and macOS it never is.
    """
    if not sys.platform.startswith("linux") or path.exists():
        return False
    for info in _infos_of(path):
        thrown = info.parent.parent / "files" / info.stem
        with suppress(OSError):
            if contents and content_hash(thrown) != contents:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            thrown.rename(path)
            info.unlink()
            return True
    return False


def _infos_of(path: Path) -> Iterator[Path]:
    """Yield the wastebaskets' notes about a path, the newest first (freedesktop.org Trash 1.0)."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "Trash"
    top = next(folder for folder in path.parents if folder.is_mount())
    user = os.getuid()
    for basket in (home, top / ".Trash" / str(user), top / f".Trash-{user}"):
        infos = list((basket / "info").glob("*.trashinfo"))
        for info in sorted(infos, key=lambda each: each.stat().st_mtime, reverse=True):
            lines = info.read_text(encoding="utf-8", errors="replace").splitlines()
            named = next((line[5:] for line in lines if line.startswith("Path=")), "")
            if named and top / unquote(named) == path:  # an absolute one stays as it is
                yield info
