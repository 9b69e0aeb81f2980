"""Photos that lie on their side: found by an encoder that learnt to tell turns apart."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.embed.embedder import QUARTERS, Embedder

SURE = 0.9
"""A turn is suggested from this probability upwards."""


def turn_probabilities(crops: NDArray[np.uint8], embedder: Embedder) -> NDArray[np.float32]:
    """Tell how photos look to have been turned, looking at each from all four sides.

    A photo turned by t quarters looks turned by t + k after k more; each of the four looks so gives
    a probability of t, and their mean is what is returned. Turning the photo turns the answer.

    Args:
        crops: (N, S, S, 3) uint8 RGB from `ssl_core.embed.preprocess.crop`.
        embedder: Of an encoder whose card has a ``turn_output``.

    Returns:
        (N, 4) float32, rows that sum to 1: the probability that the photo was turned by 0 to 3
        quarters counter-clockwise.

    Raises:
        EncoderError: The encoder did not learn this, or fails.
    """
    looks = [
        np.roll(embedder.turns(np.rot90(crops, more, axes=(1, 2))), -more, axis=1)
        for more in range(QUARTERS)
    ]
    return np.mean(looks, axis=0, dtype=np.float32)


def suggested_turns(probabilities: NDArray[np.floating], sure: float = SURE) -> NDArray[np.int64]:
    """Choose the quarter turns clockwise that would set each photo upright.

    Args:
        probabilities: (N, 4) from `turn_probabilities`.
        sure: Least probability for a suggestion, above 0.5.

    Returns:
        (N,) int64 from 0 to 3; 0 also where nothing is sure enough.
    """
    likeliest = probabilities.argmax(axis=1)
    return np.where(probabilities.max(axis=1) >= sure, likeliest, 0)
