"""The eight exact ways to lay a square down: quarter turns, and those of its mirror image."""

import torch
from torch import Tensor

from ssl_core.embed.embedder import QUARTERS


def laid(photos: Tensor, ways: Tensor) -> Tensor:
    """Mirror and turn each photo by moving its pixels: nothing is interpolated, nothing padded.

    Args:
        photos: ``(B, C, S, S)``.
        ways: ``(B,) int64`` in [0, 8): quarter turns counter-clockwise, plus 4 where the photo is
            mirrored left to right before.

    Returns:
        ``(B, C, S, S)``.
    """
    upright = torch.where(_each(ways >= QUARTERS), photos.flip(3), photos)
    turned = upright
    for quarters in range(1, QUARTERS):
        chosen = _each(ways % QUARTERS == quarters)
        turned = torch.where(chosen, upright.rot90(quarters, (2, 3)), turned)
    return turned


def _each(chosen: Tensor) -> Tensor:
    return chosen[:, None, None, None]
