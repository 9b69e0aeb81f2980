"""The folders that an export writes to."""

import errno
from pathlib import Path

from gallery_app.errors import SurroundingsError, UserError


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there.

    Raises:
        UserError: A file is in the way.
        SurroundingsError: The disk is full, write-protected or gone.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise UserError(
            f"{error.filename} is a file, and a folder is needed there; choose another place.",
            command="handful export FORMAT --out PLACE",
        ) from error
    except OSError as error:
        what = "free some space" if error.errno == errno.ENOSPC else "check the drive"
        raise SurroundingsError(
            f"The folder {folder} cannot be made ({error.strerror}); {what} and try again."
        ) from error
