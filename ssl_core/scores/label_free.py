"""How good vectors are, when nobody has labelled anything."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import nearest
from ssl_core.vectors import centre, normalise


def view_agreement(vectors: NDArray[np.floating], views: NDArray[np.floating]) -> float:
    """Share of augmented copies whose nearest photo is the one they were made of.

    Both are centred on the photos' mean. It ranked continued encoders as labels did where
    effective rank did not (``docs/training.md``).

    Args:
        vectors: ``(N, D)`` of photos.
        views: ``(N, D)`` of one augmented copy each.

    Returns:
        In [0, 1].
    """
    mean = normalise(vectors).mean(axis=0)
    found = nearest(centre(views, mean), centre(vectors, mean), 1).indices[:, 0]
    return float((found == np.arange(len(views))).mean())


def effective_rank(vectors: NDArray[np.floating]) -> float:
    """RankMe: how many directions are in use (Garrido et al. 2023, eq. 1).

    Only runs of one method with vectors of one length compare.

    Args:
        vectors: ``(N, D)``, N well above D for a true picture.

    Returns:
        From 1 to min(N, D).
    """
    values = np.linalg.svd(normalise(vectors), compute_uv=False).astype(np.float64)
    shares = values / max(values.sum(), 1e-12) + 1e-7
    return float(np.exp(-(shares * np.log(shares)).sum()))
