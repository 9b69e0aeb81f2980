"""Which blocks of a photo are hidden."""

import torch
from torch import Tensor


def hidden_blocks(count: int, side: int, block: int, share: float, device: torch.device) -> Tensor:
    """Draw the blocks that are hidden in each photo, the same number in each.

    Args:
        count: Photos, B.
        side: Of a photo, S pixels.
        block: Side of a block, pixels; those at the right and lower border may be cut off.
        share: Of the blocks that are hidden, rounded, at least one.
        device: Of the result.

    Returns:
        ``(B, 1, S, S) bool``, True where hidden.
    """
    across = -(-side // block)
    blocks = across * across
    order = torch.rand(count, blocks, device=device).argsort(dim=1)
    hidden = (order < max(1, round(share * blocks))).reshape(count, 1, across, across)
    whole = hidden.repeat_interleave(block, dim=2).repeat_interleave(block, dim=3)
    return whole[:, :, :side, :side]
