"""Which part of a photo speaks most for a tag."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.vectors import normalise

STANDS_OUT = 0.08
"""How much more (cosine) than the whole photo a part must point to the tag, to be named."""


def speaks_most(
    parts: NDArray[np.floating],
    whole: NDArray[np.floating],
    own: NDArray[np.floating],
    others: NDArray[np.floating],
) -> int | None:
    """Find the part that points most from the other tags' examples to those of a tag.

    Args:
        parts: ``(P, D)`` raw vectors of parts of a photo.
        whole: ``(D,)`` that of the photo.
        own: ``(E, D)`` those of the tag's examples, one at least.
        others: ``(O, D)`` those of other tags' examples, perhaps none.

    Returns:
        The place of the part, or None where none tells clearly more than the whole photo.
    """
    if not len(parts):
        return None
    away = normalise(others).mean(axis=0) if len(others) else np.float32(0)
    [direction] = normalise((normalise(own).mean(axis=0) - away)[None])
    pointing = normalise(np.concatenate([parts, whole[None]])) @ direction
    best = int(pointing[:-1].argmax())
    return best if pointing[best] - pointing[-1] >= STANDS_OUT else None
