"""How sharp a photo is beside its copies."""

from pathlib import Path

import numpy as np
from PIL import Image

from gallery_app.files.failures import photo_errors

SIDE = 256


def sharpness(thumbnail: Path) -> float:
    """Return the variance of the Laplacian (Pech-Pacheco et al., ICPR 2000), grey levels squared.

    Only copies of one photo can be compared by it: it depends on what the photo shows. All are
    brought to the same size first.

    Args:
        thumbnail: A JPEG.

    Raises:
        PhotoError: The thumbnail is gone or damaged.
    """
    with photo_errors(), Image.open(thumbnail, formats=["JPEG"]) as opened:
        small = opened.convert("L").resize((SIDE, SIDE), Image.Resampling.BICUBIC)
    grey = np.asarray(small, dtype=np.float32)
    middle = grey[1:-1, 1:-1]
    edges = 4 * middle - grey[:-2, 1:-1] - grey[2:, 1:-1] - grey[1:-1, :-2] - grey[1:-1, 2:]
    return float(edges.var())
