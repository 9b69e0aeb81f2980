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
    return normalise(vectors @ whitening(vectors, NEIGHBOURS, SHRINKAGE))


def whitening(
    vectors: NDArray[np.float32], neighbours: int, shrinkage: float
) -> NDArray[np.float32]:
    """Learn the matrix that divides by the spread among neighbours.

    Args:
        vectors: ``(N, d)`` unit rows around the gallery's mean, N at least 2.
        neighbours: Of each photo.
        shrinkage: Towards the sphere, in [0, 1].

    Returns:
        ``(d, d) float32``, symmetric; the identity where all neighbours are the same.
    """
    shown = np.arange(0, len(vectors), -(-len(vectors) // SAMPLE))
    near = nearest(vectors[shown], vectors, neighbours + 1).indices
    width = vectors.shape[1]
    within = np.zeros((width, width))
    for rank in range(near.shape[1]):
        apart = vectors[shown] - vectors[near[:, rank]]
        within += apart.T @ apart
    even = np.trace(within) / width
    if even <= 1e-9:
        return np.eye(width, dtype=np.float32)
    spread, directions = np.linalg.eigh(within / even)
    scale = 1 / np.sqrt((1 - shrinkage) * np.maximum(spread, 0) + shrinkage)
    return ((directions * scale) @ directions.T).astype(np.float32)
