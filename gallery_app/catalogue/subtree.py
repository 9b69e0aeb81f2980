"""All that lies below a folder, as a range of paths that an index can serve."""

import os
from pathlib import Path


def bounds(folder: Path) -> tuple[str, str]:
    """Return (first, end): ``first <= path < end`` holds for exactly the paths below a folder.

    Unlike LIKE it minds the case, and names with ``%`` or ``_`` need no escaping.
    """
    stem = str(folder).rstrip(os.sep)
    return stem + os.sep, stem + chr(ord(os.sep) + 1)
