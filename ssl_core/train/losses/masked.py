"""Inpainting's loss: what was hidden, and nothing else."""

from torch import Tensor


def masked_l1(found: Tensor, wanted: Tensor, hidden: Tensor) -> Tensor:
    """Compare hidden pixels.

    "SimMIM" (Xie et al. 2022), eq. 1.

    Args:
        found: ``(B, C, H, W)``.
        wanted: The same shape.
        hidden: ``(B, 1, H, W) bool``, True somewhere.

    Returns:
        The mean absolute difference over the values of hidden pixels.
    """
    apart = (found.float() - wanted).abs() * hidden
    return apart.sum() / (hidden.sum() * found.shape[1])
