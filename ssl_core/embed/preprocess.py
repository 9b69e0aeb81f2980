"""From an upright photo to the numbers a network reads."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ssl_core.model_card import ModelCard

_FILTERS = {
    "bicubic": Image.Resampling.BICUBIC,
    "bilinear": Image.Resampling.BILINEAR,
}
# Shrink by whole factors first and filter the last 2x: a twentieth of the work on 12 megapixels.
_REDUCING_GAP = 2.0


def crop(photo: Image.Image, card: ModelCard) -> NDArray[np.uint8]:
    """Resize the short side to ``card.resize`` and cut out the centre ``card.input_size`` square.

    Both happen in one antialiased step that reads only the square it keeps.

    Args:
        photo: Upright, mode RGB, any size from 1 x 1.
        card: The encoder's facts.

    Returns:
        (S, S, 3) uint8 RGB.
    """
    side = min(photo.size) * card.input_size / card.resize
    left = (photo.width - side) / 2
    top = (photo.height - side) / 2
    square = photo.resize(
        (card.input_size, card.input_size),
        _FILTERS[card.interpolation],
        box=(left, top, left + side, top + side),
        reducing_gap=_REDUCING_GAP,
    )
    return np.asarray(square)


def to_batch(crops: NDArray[np.uint8], card: ModelCard) -> NDArray[np.float32]:
    """Turn crops into the network's input, ``(x / 255 - mean) / std`` per channel.

    Args:
        crops: (B, S, S, 3) uint8 RGB.
        card: The encoder's facts.

    Returns:
        (B, 3, S, S) float32, contiguous.
    """
    std = np.asarray(card.std, np.float32)
    scale = (1 / (255 * std)).reshape(3, 1, 1)
    shift = (np.asarray(card.mean, np.float32) / std).reshape(3, 1, 1)
    batch = np.multiply(crops.transpose(0, 3, 1, 2), scale, dtype=np.float32, order="C")
    batch -= shift
    return batch
