"""What worker processes do in the tests of training; it loads no torch, which takes seconds."""

import os
from pathlib import Path

from ssl_core.train.data.decode import Decoded, decode


def decode_or_die(path: Path, side: int, *, centres: bool) -> Decoded:
    """Decode in a worker process, which a photo can bring down."""
    if path.name == "killer.jpg":
        os.abort()
    return decode(path, side, centres=centres)
