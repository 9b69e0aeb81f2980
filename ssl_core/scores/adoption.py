"""Is another encoder better on these photos, when nobody has labelled any? And beyond noise?

The old encoder's own groups of photos stand in for tags: the test is whether a few photos of a
group find changed copies of the others. A new encoder must be better at the old one's groups.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.cluster import KMeans

from ssl_core.vectors import centre, normalise

# Photos a group, on average: a small tag and a large one.
_SCALES = (15, 50)
_SHOTS = (1, 3)
_TRIALS = 5
_ROUNDS = 20
_DRAWS = 1000
_RANGE = (2.5, 97.5)

Groups = list[NDArray[np.integer]]


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
    """Compare two encoders' scores photo by photo, as from `recognised`: ``(N,)`` each."""
    gains = (new - old).astype(np.float64)
    drawn = np.random.default_rng(0).integers(0, len(gains), (_DRAWS, len(gains)))
    low, high = np.percentile(gains[drawn].mean(axis=1), _RANGE)
    return Comparison(float(old.mean()), float(new.mean()), float(low), float(high))


def groups_of(vectors: NDArray[np.floating]) -> Groups:
    """Group photos by k-means, finely and coarsely: ``(N, D)`` raw → two times ``(N,)``."""
    rows = centre(vectors)
    return [
        KMeans(max(2, len(rows) // photos), n_init=1, max_iter=_ROUNDS, random_state=0)
        .fit(rows)
        .labels_
        for photos in _SCALES
    ]


def recognised(
    groups: Groups, vectors: NDArray[np.floating], copies: NDArray[np.floating]
) -> NDArray[np.float64]:
    """Tell how often each photo's changed copy is put into its group, given a few photos of each.

    A copy gets the group whose few photos' mean is nearest, as prototypes do with tags. All
    encoders are asked with the same few photos.

    Args:
        groups: From `groups_of` the old encoder's vectors.
        vectors: ``(N, D)`` raw, of the photos.
        copies: ``(N, D)`` raw, of a changed copy of each.

    Returns:
        ``(N,)`` in [0, 1]; chance where a group is too small to ask.
    """
    mean = normalise(vectors).mean(axis=0)
    rows, seen = centre(vectors, mean), centre(copies, mean)
    right, asked = np.zeros((2, len(rows)))
    for labels in groups:
        for shots in _SHOTS:
            for trial in range(_TRIALS):
                shown = _few(labels, shots, trial)
                rest = np.setdiff1d(np.flatnonzero(np.isin(labels, labels[shown])), shown)
                right[rest] += _nearest(rows, labels, shown, seen[rest]) == labels[rest]
                asked[rest] += 1
    return right / asked.clip(1)


def _few(labels: NDArray[np.integer], shots: int, seed: int) -> NDArray[np.int64]:
    """Draw a few photos of each group that has more than twice as many."""
    generator = np.random.default_rng(seed)
    large = np.flatnonzero(np.bincount(labels) > 2 * shots)
    chosen = [
        generator.choice(np.flatnonzero(labels == each), shots, replace=False) for each in large
    ]
    return np.concatenate(chosen) if chosen else np.empty(0, np.int64)


def _nearest(
    rows: NDArray[np.float32],
    labels: NDArray[np.integer],
    shown: NDArray[np.int64],
    seen: NDArray[np.float32],
) -> NDArray[np.integer]:
    names, place = np.unique(labels[shown], return_inverse=True)
    sums = np.zeros((len(names), rows.shape[1]), np.float32)
    np.add.at(sums, place, rows[shown])
    return names[(seen @ normalise(sums).T).argmax(axis=1)] if len(names) else names
