"""Random choices of the photos that are labelled, for scores with a handful of labels."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray


def labelled_and_rest(
    labels: NDArray[np.integer], shots: int, draws: int, seed: int
) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Draw labelled photos, the same for every caller.

    Args:
        labels: ``(N,)`` class of each photo; every class has more than ``shots`` photos.
        shots: Labelled photos a class.
        draws: How many choices.
        seed: Of the choices.

    Yields:
        Rows of the labelled photos, ``(C * shots,)`` class by class, and of all others.
    """
    generator = np.random.default_rng(seed)
    classes = np.unique(labels)
    for _ in range(draws):
        chosen = np.concatenate([
            generator.choice(np.flatnonzero(labels == one), shots, replace=False) for one in classes
        ])
        yield chosen, np.setdiff1d(np.arange(len(labels)), chosen)
