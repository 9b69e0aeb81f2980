"""Principal components: fewer numbers for each photo, hardly less said."""

import numpy as np
from numpy.typing import NDArray


def compress(
    vectors: NDArray[np.floating], width: int, *, sample: int = 20_000
) -> NDArray[np.float32]:
    """Project onto the principal components that hold most of the variance.

    Deterministic: the components come from a symmetric eigendecomposition of the covariance of an
    evenly spaced sample, each with the sign that makes its largest entry positive.

    Args:
        vectors: ``(N, D)``, usually from `ssl_core.vectors.centre`.
        width: Most components to keep.
        sample: Most rows that the components are learnt from.

    Returns:
        ``(N, min(width, D)) float32``, columns with zero mean over the sample.
    """
    rows = np.asarray(vectors, dtype=np.float32)
    if not len(rows):
        return np.empty((0, min(width, rows.shape[1])), dtype=np.float32)
    learnt = rows[:: -(-len(rows) // sample)]
    return np.asarray((rows - learnt.mean(axis=0)) @ components(learnt, width), dtype=np.float32)


def components(vectors: NDArray[np.floating], width: int) -> NDArray[np.float32]:
    """Find the directions along which vectors differ most.

    Args:
        vectors: ``(N, D)``, N at least 1.
        width: Most directions to keep.

    Returns:
        ``(D, min(width, D)) float32``, orthonormal columns, the most variance first.
    """
    around = vectors - vectors.mean(axis=0)
    _, directions = np.linalg.eigh((around.T @ around).astype(np.float64))
    kept = directions[:, ::-1][:, :width]
    largest = np.abs(kept).argmax(axis=0)
    kept = kept * np.where(kept[largest, np.arange(kept.shape[1])] < 0, -1, 1)
    return kept.astype(np.float32)
