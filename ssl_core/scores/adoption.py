"""Is another encoder better on these photos, when nobody has labelled any? And beyond noise?"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import nearest
from ssl_core.vectors import centre, normalise

_NEAR = 10
_DRAWS = 1000
_RANGE = (2.5, 97.5)


class Comparison(NamedTuple):
    """A new encoder beside an old one, on the same photos.

    Attributes:
        old: The old encoder's score, in [0, 1].
        new: The new encoder's.
        low: Of the 95 % interval of ``new - old`` when the photos are drawn again.
        high: Of the same.
    """

    old: float
    new: float
    low: float
    high: float

    @property
    def better(self) -> bool:
        """Whether the new one is better beyond noise."""
        return self.low > 0


def compare(old: NDArray[np.floating], new: NDArray[np.floating]) -> Comparison:
    """Compare two encoders' `kept_neighbours` of the same photos: ``(N,)`` each."""
    gains = (new - old).astype(np.float64)
    drawn = np.random.default_rng(0).integers(0, len(gains), (_DRAWS, len(gains)))
    low, high = np.percentile(gains[drawn].mean(axis=1), _RANGE)
    return Comparison(float(old.mean()), float(new.mean()), float(low), float(high))


def kept_neighbours(
    vectors: NDArray[np.floating], copies: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Tell for each photo what share of its neighbours a changed copy of it has as well.

    Args:
        vectors: ``(N, D)`` raw, of photos.
        copies: ``(N, D)`` raw, of a changed copy of each.

    Returns:
        ``(N,)`` in [0, 1]; the photo itself is no neighbour of its copy.
    """
    mean = normalise(vectors).mean(axis=0)
    rows, near = centre(vectors, mean), min(_NEAR, len(vectors) - 1)
    of_photo = _others(rows, rows, near)
    of_copy = _others(centre(copies, mean), rows, near)
    shared = (of_photo[:, :, None] == of_copy[:, None, :]).any(axis=2)
    return shared.mean(axis=1, dtype=np.float32)


def _others(query: NDArray[np.float32], rows: NDArray[np.float32], near: int) -> NDArray[np.int64]:
    """Find each query's nearest rows but for the row of its own number: ``(N, near)``."""
    found = nearest(query, rows, near + 1).indices
    own = found == np.arange(len(found))[:, None]
    own[~own.any(axis=1), -1] = True
    return found[~own].reshape(len(found), near)
