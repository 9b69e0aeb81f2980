"""Colour, blur and solarisation in batches, each photo by its own draw."""

import math

import torch
from torch import Tensor
from torch.nn import functional

_GREY = (0.299, 0.587, 0.114)
# NTSC: turning the chroma plane by an angle changes the hue and keeps the luma.
_YIQ = ((0.299, 0.587, 0.114), (0.5959, -0.2746, -0.3213), (0.2115, -0.5227, 0.3112))
_SIGMAS = (0.1, 2.0)
_BLURRED_AT = 224


def jitter(photos: Tensor, strength: float, *, chance: float = 0.8) -> Tensor:
    """Change brightness, contrast, saturation and hue (Chen et al. 2020, appendix A).

    Up to 0.8, 0.8, 0.8 and 0.2 times ``strength``. Hue turns in YIQ, not in HSV: the same for the
    eye, and one matrix a photo. The order is fixed.

    Args:
        photos: ``(B, 3, H, W)`` in [0, 1].
        strength: 1 as in SimCLR, 0.5 as in DINO; 0 changes nothing.
        chance: Share of the photos changed.

    Returns:
        ``(B, 3, H, W)`` in [0, 1].
    """
    draws = torch.rand(4, len(photos), 1, 1, 1, device=photos.device) * 2 - 1
    brightness, contrast, saturation = 1 + 0.8 * strength * draws[:3]
    changed = photos * brightness
    middle = grey(changed).mean(dim=(1, 2, 3), keepdim=True)
    changed = (changed - middle) * contrast + middle
    plain = grey(changed)
    changed = (changed - plain) * saturation + plain
    changed = _turned_hue(changed, draws[3].flatten() * 0.2 * strength * 2 * math.pi)
    return _sometimes(photos, changed.clamp(0, 1), chance)


def greyed(photos: Tensor, *, chance: float) -> Tensor:
    """Take the colour out of some photos."""
    return _sometimes(photos, grey(photos).expand_as(photos), chance)


def grey(photos: Tensor) -> Tensor:
    """Return the luma: ``(B, 3, H, W)`` → ``(B, 1, H, W)``."""
    weights = photos.new_tensor(_GREY).reshape(1, 3, 1, 1)
    return (photos * weights).sum(dim=1, keepdim=True)


def blurred(photos: Tensor, *, chance: float) -> Tensor:
    """Blur some photos, sigma drawn from 0.1 to 2 pixels of a 224 pixel crop."""
    count, _, height, width = photos.shape
    low, high = (sigma * width / _BLURRED_AT for sigma in _SIGMAS)
    reach = max(1, math.ceil(2 * high))
    sigma = low + (high - low) * torch.rand(count, 1, device=photos.device)
    places = torch.arange(-reach, reach + 1, device=photos.device)
    kernel = torch.softmax(-(places**2) / (2 * sigma**2), dim=1)
    kernel = kernel.repeat_interleave(3, dim=0).unsqueeze(1)
    flat = functional.pad(photos.reshape(1, -1, height, width), (reach,) * 4, mode="reflect")
    flat = functional.conv2d(flat, kernel.unsqueeze(2), groups=3 * count)
    flat = functional.conv2d(flat, kernel.unsqueeze(3), groups=3 * count)
    return _sometimes(photos, flat.reshape_as(photos), chance)


def solarised(photos: Tensor, *, chance: float) -> Tensor:
    """Invert the bright half of some photos (Grill et al. 2020)."""
    return _sometimes(photos, torch.where(photos < 0.5, photos, 1 - photos), chance)


def _turned_hue(photos: Tensor, angle: Tensor) -> Tensor:
    to_yiq = photos.new_tensor(_YIQ)
    turn = torch.zeros(len(photos), 3, 3, device=photos.device)
    turn[:, 0, 0] = 1
    turn[:, 1, 1] = turn[:, 2, 2] = angle.cos()
    turn[:, 1, 2], turn[:, 2, 1] = -angle.sin(), angle.sin()
    return torch.einsum("bij,bjhw->bihw", torch.linalg.inv(to_yiq) @ turn @ to_yiq, photos)


def _sometimes(photos: Tensor, changed: Tensor, chance: float) -> Tensor:
    chosen = torch.rand(len(photos), 1, 1, 1, device=photos.device) < chance
    return torch.where(chosen, changed, photos)
