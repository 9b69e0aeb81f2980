"""Vectors as every search, cluster and tag reads them: unit length, centred on the gallery."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.errors import VectorsError

# Below this length a direction is rounding noise; such a vector stays zero, similar to nothing.
_SHORTEST = 1e-12


def normalise(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Scale each row to length 1 (L2); an all-zero row stays zero.

    Args:
        vectors: (N, D) of any float type, finite.

    Returns:
        (N, D) float32, a new array.

    Raises:
        VectorsError: Not two-dimensional, no values in a row, or not finite.
    """
    rows = _checked(vectors)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > _SHORTEST)


def centre(
    vectors: NDArray[np.floating], mean: NDArray[np.floating] | None = None
) -> NDArray[np.float32]:
    """Centre on the gallery ("cl2": L2, subtract the mean, L2).

    What all photos of one gallery share says nothing about any of them; taking it out is worth
    more for few-label tagging than most choices of method (see docs, learning numbers).

    Args:
        vectors: (N, D) raw vectors of one encoder.
        mean: (D,) mean of the gallery's *normalised* vectors; these rows' own when left out.

    Returns:
        (N, D) float32 rows of length 1.

    Raises:
        VectorsError: Wrong shapes or values that are not finite.
    """
    rows = normalise(vectors)
    if mean is None:
        mean = rows.mean(axis=0) if len(rows) else np.zeros(rows.shape[1], np.float32)
    if mean.shape != (rows.shape[1],):
        raise VectorsError(
            f"The mean has shape {mean.shape}, but the vectors have {rows.shape[1]} values each."
        )
    return normalise(rows - mean.astype(np.float32))


def _checked(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    if vectors.ndim != 2 or vectors.shape[1] == 0:
        raise VectorsError(f"Vectors come as (N, D), not in the shape {vectors.shape}.")
    rows = vectors.astype(np.float32)
    if not np.isfinite(rows).all():
        raise VectorsError(
            "Some vectors hold values that are not finite; encode those photos again."
        )
    return rows
