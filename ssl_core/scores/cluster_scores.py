"""How well clusters agree with known classes."""

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_mutual_info_score


def agreement(labels: NDArray[np.integer], classes: NDArray) -> float:
    """Adjusted mutual information of clusters and classes; all noise counts as one cluster.

    Args:
        labels: ``(N,)`` cluster of each photo, -1 for noise.
        classes: ``(N,)`` true class of each photo.

    Returns:
        1 for the same grouping, about 0 for chance (Vinh et al. 2010).
    """
    return float(adjusted_mutual_info_score(classes, labels))


def noise_share(labels: NDArray[np.integer]) -> float:
    """Share of photos in no cluster, in [0, 1]; 0 without photos."""
    return float((labels < 0).mean()) if len(labels) else 0.0
