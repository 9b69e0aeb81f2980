"""Colorization's loss: name the colour of each pixel, rare ones weighing more."""

from torch import Tensor


def rebalanced_cross_entropy(
    logits: Tensor, nearest: Tensor, shares: Tensor, weights: Tensor
) -> Tensor:
    """Compare distributions over bins with soft-encoded colours.

    "Colorful Image Colorization" (Zhang et al. 2016), eq. 2 and 3.

    Args:
        logits: ``(B, Q, H, W)``.
        nearest: ``(B, 5, H, W) int64`` bins that the colour is shared out to.
        shares: ``(B, 5, H, W)`` their shares, sum 1.
        weights: ``(Q,)`` of a pixel whose greatest share a bin has.

    Returns:
        The mean over pixels, where the paper has the sum.
    """
    said = logits.float().log_softmax(dim=1).gather(1, nearest)
    weight = weights[nearest.gather(1, shares.argmax(dim=1, keepdim=True))].squeeze(1)
    return -(weight * (shares * said).sum(dim=1)).mean()
