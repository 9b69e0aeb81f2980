"""Which photos tell most of all others: experimental design for ridge regression.

Transductive experimental design (Yu, Bi & Tresp 2006): of all photos that could be labelled, take
the one that lowers the variance of the others' predictions most. For ridge regression that variance
does not depend on the answer, so it is known before asking, in closed form.
"""

import numpy as np
from numpy.typing import NDArray

PENALTY = 0.3
BLOCK = 4096


def most_telling(
    vectors: NDArray[np.float32],
    need: NDArray[np.float32],
    answered: NDArray[np.bool_],
    copies: NDArray[np.int64],
    count: int,
) -> list[int]:
    """Choose photos one after the other, each the most telling once those before are answered.

    Args:
        vectors: ``(N, d)`` unit rows.
        need: ``(N,)``: how much the variance of each photo matters.
        answered: ``(N,)``: what is labelled already.
        copies: ``(N,)``: photos with one number are one; of them one is chosen at most.
        count: Most photos to choose.

    Returns:
        Rows, the most telling first.
    """
    wanted = (vectors * need[:, None]).T @ vectors
    seen = vectors[answered]
    form = seen.T @ seen + PENALTY * np.eye(vectors.shape[1], dtype=np.float32)
    known = np.asarray(np.linalg.inv(form), dtype=np.float32)
    variance = _lengths(vectors, known)
    tells = _lengths(vectors, np.asarray(known @ wanted @ known, dtype=np.float32))
    free = ~np.isin(copies, copies[answered])
    rows = list[int]()
    while len(rows) < count and free.any():
        row = int(np.where(free, tells / (1 + variance), -1).argmax())
        rows.append(row)
        free &= copies != copies[row]
        # The inverse loses step step' / size (Sherman & Morrison 1950); so do the sums over it.
        step, size = known @ vectors[row], 1 + variance[row]
        along, across = vectors @ step, vectors @ (known @ (wanted @ step))
        tells += along * (along * (step @ wanted @ step) / size - 2 * across) / size
        variance -= np.square(along) / size
        known -= np.outer(step, step) / size
    return rows


def _lengths(vectors: NDArray[np.float32], form: NDArray[np.float32]) -> NDArray[np.float32]:
    """``z' form z`` for each row z."""
    parts = [
        ((vectors[start : start + BLOCK] @ form) * vectors[start : start + BLOCK]).sum(axis=1)
        for start in range(0, len(vectors), BLOCK)
    ]
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.float32)
