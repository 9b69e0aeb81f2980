"""How good vectors are, when nobody has labelled anything."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.search.neighbours import nearest
from ssl_core.vectors import centre, normalise

_NEAR = 10

# The paper's delta: directions in which copies do not differ at all must not weigh without end.
_WITHIN = 1e-4


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
    return _in_use(np.linalg.svd(normalise(vectors), compute_uv=False).astype(np.float64))


def lidar(views: NDArray[np.floating]) -> float:
    """LiDAR: how many directions tell photos apart, however they are augmented.

    "LiDAR: Sensing Linear Probing Performance in Joint Embedding SSL Architectures" (Thilak et
    al. 2023), eq. 1 to 3: the effective rank of a linear discriminant analysis whose classes are
    the photos. Of rows of length 1, so that the small constant means the same for all encoders.

    Args:
        views: ``(N, Q, D)`` vectors of Q augmented copies of each of N photos, both at least 2.

    Returns:
        From 1 to min(N - 1, D). The paper takes 1,000 photos and 50 copies; of fewer, only values
        of as many compare.
    """
    photos, copies, width = views.shape
    rows = normalise(views.reshape(-1, width)).astype(np.float64)
    # All that differs lies in as many directions as there are rows.
    _, _, directions = np.linalg.svd(rows - rows.mean(axis=0), full_matrices=False)
    flat = (rows @ directions.T).reshape(photos, copies, -1)
    means = flat.mean(axis=1)
    apart = means - means.mean(axis=0)
    around = (flat - means[:, None]).reshape(photos * copies, -1)
    within = around.T @ around / len(around) + _WITHIN * np.eye(flat.shape[-1])
    # Whitening by the Cholesky factor gives the eigenvalues that the symmetric root gives.
    white = np.linalg.solve(np.linalg.cholesky(within), apart.T)
    values = np.linalg.svd(white, compute_uv=False) ** 2 / photos
    return _in_use(values)


def _in_use(values: NDArray[np.float64]) -> float:
    """The exponential of the entropy of values' shares."""
    shares = values / max(values.sum(), 1e-12) + 1e-7
    return float(np.exp(-(shares * np.log(shares)).sum()))


def kept_neighbours(
    vectors: NDArray[np.floating], copies: NDArray[np.floating]
) -> NDArray[np.float32]:
    """Tell for each photo what share of its neighbours a changed copy of it has as well.

    Args:
        vectors: ``(N, D)`` raw, of photos.
        copies: ``(N, D)`` raw, of a changed copy of each.

    Returns:
        ``(N,)`` in [0, 1]; the photo itself is no neighbour of its copy.
    """
    mean = normalise(vectors).mean(axis=0)
    rows, near = centre(vectors, mean), min(_NEAR, len(vectors) - 1)
    of_photo = _others(rows, rows, near)
    of_copy = _others(centre(copies, mean), rows, near)
    shared = (of_photo[:, :, None] == of_copy[:, None, :]).any(axis=2)
    return shared.mean(axis=1, dtype=np.float32)


def _others(query: NDArray[np.float32], rows: NDArray[np.float32], near: int) -> NDArray[np.int64]:
    """Find each query's nearest rows but for the row of its own number: ``(N, near)``."""
    found = nearest(query, rows, near + 1).indices
    own = found == np.arange(len(found))[:, None]
    own[~own.any(axis=1), -1] = True
    return found[~own].reshape(len(found), near)
