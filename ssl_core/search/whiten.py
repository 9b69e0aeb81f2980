"""Make directions count less in which photos of one kind differ, learnt without any label.

Discriminant analysis with the nearest neighbours standing in for the class: what a photo and its
neighbours differ in is mostly light, frame and background (compare Goldberger et al. 2004). With
the covariance of all photos instead, what tells the kinds apart is levelled too, and that hurts.
"""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import nearest
from ssl_core.vectors import normalise

NEIGHBOURS = 5
SAMPLE = 5000
"""Photos whose neighbours are looked at; more say the same."""

SHRINKAGE = 0.3
"""Towards the sphere, so that no direction is blown up by chance."""


def whiten(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Divide vectors by the spread that they have among neighbours.

    Args:
        vectors: ``(N, d)`` unit rows around the gallery's mean.

    Returns:
        ``(N, d) float32`` unit rows; unchanged where all neighbours are the same.
    """
    if len(vectors) < 2:
        return vectors
    shown = np.arange(0, len(vectors), -(-len(vectors) // SAMPLE))
    near = nearest(vectors[shown], vectors, NEIGHBOURS + 1).indices
    apart = (vectors[shown, None] - vectors[near]).reshape(-1, vectors.shape[1])
    within = (apart.T @ apart).astype(np.float64)
    even = np.trace(within) / len(within)
    if even <= 1e-9:
        return vectors
    spread, directions = np.linalg.eigh(within / even)
    scale = 1 / np.sqrt((1 - SHRINKAGE) * np.maximum(spread, 0) + SHRINKAGE)
    return normalise(vectors @ ((directions * scale) @ directions.T).astype(np.float32))
