"""CIE L*a*b* under daylight (D65): lightness apart from colour, distances as seen."""

import torch
from torch import Tensor, nn

# sRGB (IEC 61966-2-1), and what it says of white.
_TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)
_DARK = 6 / 29
_FULL = 100.0


def to_lab(photos: Tensor) -> Tensor:
    """Convert ``(..., 3, H, W)`` sRGB in [0, 1] to L in [0, 100], a and b of the same shape."""
    x, y, z = _root(_mixed(_linear(photos), _scaled(photos))).unbind(dim=-3)
    return torch.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], dim=-3)


def to_rgb(lab: Tensor) -> Tensor:
    """Convert `to_lab`'s values back; colours that a screen cannot show are clamped."""
    light, a, b = lab.unbind(dim=-3)
    y = (light + 16) / 116
    roots = torch.stack([y + a / 500, y, y - b / 200], dim=-3)
    whole = torch.where(roots > _DARK, roots**3, 3 * _DARK**2 * (roots - 4 / 29))
    linear = _mixed(whole, torch.linalg.inv(_scaled(lab))).clamp(0, 1)
    return torch.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)


def chroma(ab: Tensor) -> Tensor:
    """Return how far colours are from grey: ``(..., 2, H, W)`` → ``(..., H, W)``."""
    return ab.square().sum(dim=-3).sqrt()


class Lightness(nn.Module):
    """``(B, 3, H, W)`` sRGB in [0, 1] → its L, also in [0, 1], three times."""

    def forward(self, photos: Tensor) -> Tensor:
        """Take the colour out."""
        weights = photos.new_tensor(_TO_XYZ[1]).reshape(3, 1, 1)
        luminance = (_linear(photos) * weights).sum(dim=1, keepdim=True)
        return ((116 * _root(luminance) - 16) / _FULL).expand(-1, 3, -1, -1)


def _scaled(like: Tensor) -> Tensor:
    """Linear sRGB to XYZ, white at 1."""
    return like.new_tensor(_TO_XYZ) / like.new_tensor(_WHITE)[:, None]


def _mixed(channels: Tensor, matrix: Tensor) -> Tensor:
    # No matrix product: autocast would round it to half precision.
    return (matrix[:, :, None, None] * channels.unsqueeze(-4)).sum(dim=-3)


def _linear(photos: Tensor) -> Tensor:
    # Interpolation can leave a hair less than 0, whose power is no number.
    bright = ((photos.clamp(min=0) + 0.055) / 1.055) ** 2.4
    return torch.where(photos > 0.04045, bright, photos / 12.92)


def _root(channels: Tensor) -> Tensor:
    bright = channels.clamp(min=0) ** (1 / 3)
    return torch.where(channels > _DARK**3, bright, channels / (3 * _DARK**2) + 4 / 29)
