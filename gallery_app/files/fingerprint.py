"""The content hash: the same bytes are the same photo, wherever they lie."""

import hashlib
from pathlib import Path

_BLOCK = 1 << 20
_DIGEST_BYTES = 16


def content_hash(path: Path) -> str:
    """Return the BLAKE2b-128 hash of a file, read in blocks of 1 MiB.

    Args:
        path: The file.

    Returns:
        32 lower-case hex digits.

    Raises:
        OSError: When the file cannot be read.
    """
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
