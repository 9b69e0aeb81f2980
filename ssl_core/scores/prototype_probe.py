"""How well a handful of labels does, the simplest way: the nearest mean."""

import numpy as np
from numpy.typing import NDArray

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
    generator = np.random.default_rng(seed)
    classes = np.unique(labels)
    scores = []
    for _ in range(draws):
        chosen = [
            generator.choice(np.flatnonzero(labels == one), shots, replace=False) for one in classes
        ]
        prototypes = np.stack([rows[few].mean(axis=0) for few in chosen])
        prototypes /= np.linalg.norm(prototypes, axis=1, keepdims=True).clip(1e-12)
        rest = np.setdiff1d(np.arange(len(rows)), np.concatenate(chosen))
        scores.append((classes[(rows[rest] @ prototypes.T).argmax(axis=1)] == labels[rest]).mean())
    return float(np.mean(scores))
