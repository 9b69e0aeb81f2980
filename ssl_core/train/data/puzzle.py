"""A photo as a puzzle of nine tiles, without what would give the solution away."""

import itertools

import numpy as np
import torch
from torch import Tensor

SIDE = 3
TILES = SIDE * SIDE
# A lens splits colours more towards the border, so that a tile could tell its place by its fringes.
_CHANNEL_JITTER = 2
# Below one grey level, a tile's differences are rounding.
_LEAST_STD = 1 / 255


def permutations(count: int, seed: int) -> Tensor:
    """Choose permutations of nine tiles that are as unlike each other as can be.

    Noroozi & Favaro 2016, algorithm 1: always the one with the greatest sum of Hamming distances
    to those chosen before. Many have the same sum; of them the one whose nearest is farthest.

    Args:
        count: From 1 to 9! = 362,880.
        seed: Of the first one, and of what is left to chance after that.

    Returns:
        ``(count, 9) int64``, each row 0 to 8 in some order.
    """
    flat = itertools.chain.from_iterable(itertools.permutations(range(TILES)))
    every = np.fromiter(flat, np.int8).reshape(-1, TILES)
    every = np.random.default_rng(seed).permutation(every)
    chosen = [0]
    total = np.zeros(len(every), np.int32)
    nearest = np.full(len(every), TILES, np.int32)
    while len(chosen) < count:
        distances = (every != every[chosen[-1]]).sum(axis=1, dtype=np.int32)
        total += distances
        nearest = np.minimum(nearest, distances)
        rank = np.where(nearest > 0, total * (TILES + 1) + nearest, -1)
        chosen.append(int(rank.argmax()))
    return torch.from_numpy(every[chosen].astype(np.int64))


def tiles(photos: Tensor, size: int) -> Tensor:
    """Cut a square out of each of the 3 x 3 cells of a photo, at random within the cell.

    The gaps between tiles keep edges from going on from one into the next. Each colour channel is
    cut up to two pixels beside the others, which hides the lens's colour fringes.

    Args:
        photos: ``(B, 3, S, S)``.
        size: Side of a tile, pixels, at most S / 3.

    Returns:
        ``(B, 9, 3, size, size)``, read like a page.
    """
    cell = photos.shape[2] // SIDE
    inside = photos[:, :, : SIDE * cell, : SIDE * cell]
    cells = inside.unflatten(2, (SIDE, cell)).unflatten(4, (SIDE, cell))
    cells = cells.permute(0, 2, 4, 1, 3, 5).reshape(-1, 3, cell, cell)
    device = photos.device
    place = torch.randint(cell - size + 1, (2, len(cells), 1), device=device)
    beside = torch.randint(-_CHANNEL_JITTER, _CHANNEL_JITTER + 1, (2, len(cells), 3), device=device)
    top, left = (place + beside).clamp(0, cell - size)[..., None] + torch.arange(
        size, device=device
    )
    one = torch.arange(len(cells), device=device)[:, None, None, None]
    channel = torch.arange(3, device=device)[:, None, None]
    cut = cells[one, channel, top[..., None], left[..., None, :]]
    return cut.unflatten(0, (len(photos), TILES))


def normalised(cut: Tensor) -> Tensor:
    """Give each channel of each tile mean 0 and deviation 1: ``(..., H, W)``, the same shape.

    Otherwise neighbours are found by their brightness (Noroozi & Favaro 2016, sec. 4.2).
    """
    mean = cut.mean(dim=(-2, -1), keepdim=True)
    std = cut.std(dim=(-2, -1), keepdim=True, correction=0)
    return (cut - mean) / std.clamp(min=_LEAST_STD)
