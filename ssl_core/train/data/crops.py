"""Crops in batches, on whichever device the photos are on."""

import torch
from torch import Tensor
from torch.nn import functional

_RATIOS = (3 / 4, 4 / 3)
# The usual evaluation leaves an eighth around the centre square out.
_CENTRE = 224 / 256


def random_boxes(aspects: Tensor, scale: tuple[float, float]) -> Tensor:
    """Draw a box in each photo, of random area, shape and place (Szegedy et al. 2015).

    Args:
        aspects: ``(B,)`` width over height.
        scale: Least and greatest share of the photo's area.

    Returns:
        ``(B, 4)`` left, top, width and height as shares of the photo, inside it.
    """
    area, shape, left, top = torch.rand(4, len(aspects), device=aspects.device)
    area = scale[0] + (scale[1] - scale[0]) * area
    low, high = torch.tensor(_RATIOS).log().tolist()
    ratio = (low + (high - low) * shape).exp()
    width = (area * ratio / aspects).sqrt().clamp(max=1)
    height = (area * aspects / ratio).sqrt().clamp(max=1)
    return torch.stack([left * (1 - width), top * (1 - height), width, height], dim=1)


def centre_boxes(aspects: Tensor) -> Tensor:
    """Return the box that an encoder reads of each photo: ``(B,)`` aspects → ``(B, 4)``."""
    width = _CENTRE / aspects.clamp(min=1)
    height = _CENTRE * aspects.clamp(max=1)
    return torch.stack([(1 - width) / 2, (1 - height) / 2, width, height], dim=1)


def cut(photos: Tensor, boxes: Tensor, size: int, *, flips: bool = True) -> Tensor:
    """Cut boxes out of photos and scale them to a square; half of them mirrored.

    Bilinear. Photos in the store are little larger than the crops, so it need not smooth first.

    Args:
        photos: ``(B, 3, S, S)``.
        boxes: ``(B, 4)`` from `random_boxes` or `centre_boxes`.
        size: Side of the crops, pixels.
        flips: Whether to mirror at random.

    Returns:
        ``(B, 3, size, size)``.
    """
    left, top, width, height = boxes.unbind(dim=1)
    mirrored = torch.ones_like(left)
    if flips:
        mirrored = torch.where(torch.rand_like(left) < 0.5, -1.0, 1.0)
    zero = torch.zeros_like(left)
    rows = [width * mirrored, zero, 2 * left + width - 1, zero, height, 2 * top + height - 1]
    grid = functional.affine_grid(
        torch.stack(rows, dim=1).reshape(-1, 2, 3),
        [len(photos), 3, size, size],
        align_corners=False,
    )
    return functional.grid_sample(photos, grid, padding_mode="border", align_corners=False)
