"""How well a handful of labels does, the simplest way: the nearest mean."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.scores.draws import labelled_and_rest
from ssl_core.vectors import centre


def prototype_accuracy(
    vectors: NDArray[np.floating],
    labels: NDArray[np.integer],
    shots: int,
    *,
    draws: int = 20,
    seed: int = 0,
) -> float:
    """Label a few photos a class at random, and give all others the class of the nearest mean.

    Args:
        vectors: ``(N, D)`` raw vectors.
        labels: ``(N,)`` class of each photo; every class has more than ``shots`` photos.
        shots: Labelled photos a class.
        draws: Random choices of them.
        seed: Of the choices.

    Returns:
        Mean share of unlabelled photos that are right, in [0, 1].
    """
    rows = centre(vectors)
    classes = np.unique(labels)
    scores = []
    for chosen, rest in labelled_and_rest(labels, shots, draws, seed):
        prototypes = rows[chosen].reshape(len(classes), shots, -1).mean(axis=1)
        prototypes /= np.linalg.norm(prototypes, axis=1, keepdims=True).clip(1e-12)
        scores.append((classes[(rows[rest] @ prototypes.T).argmax(axis=1)] == labels[rest]).mean())
    return float(np.mean(scores))
