"""Ridge regression with all its leave-one-out predictions, for any penalty, from one SVD."""

import numpy as np
from numpy.typing import NDArray


class Ridge:
    """Linear scores of T targets from L examples, ``min |Z W - Y|^2 + penalty |W|^2``.

    There is no intercept: on centred vectors an average photo scores 0.

    Attributes:
        left: ``(L, r)``: with ``sizes``, ``(r,)``, and ``right``, ``(r, d)``, the examples as a
            product, r the smaller of L and d.
        sizes: Singular values, the largest first.
        right: See ``left``.
    """

    def __init__(self, examples: NDArray[np.float32]) -> None:
        """Decompose the examples, ``(L, d)``, once."""
        self.left, self.sizes, self.right = np.linalg.svd(examples, full_matrices=False)

    def weights(self, targets: NDArray[np.float32], penalty: float) -> NDArray[np.float32]:
        """Fit.

        Args:
            targets: ``(L, T)``.
            penalty: Above 0.

        Returns:
            ``(d, T)``.
        """
        gain = self.sizes / (np.square(self.sizes) + np.float32(penalty))
        return np.asarray(self.right.T @ (gain[:, None] * (self.left.T @ targets)))

    def held_out(self, targets: NDArray[np.float32], penalty: float) -> NDArray[np.float32]:
        """Predict each example from all the others: ``(H Y - h Y) / (1 - h)``, h the diagonal of H.

        Returns:
            ``(L, T)``; the closed form of L refits (Allen 1974, PRESS).
        """
        share = np.square(self.sizes) / (np.square(self.sizes) + np.float32(penalty))
        fitted = self.left @ (share[:, None] * (self.left.T @ targets))
        own = (np.square(self.left) * share).sum(axis=1, keepdims=True)
        return np.asarray((fitted - own * targets) / np.maximum(1 - own, np.float32(1e-6)))
