"""Colours as classes: bins of the ab plane, and how rare each is in a gallery."""

import torch
from torch import Tensor

from ssl_core.train.data.lab import to_lab

GRID = 10
_SOFT = 5
_SIGMA = 5.0
_UNIFORM = 0.5
_TEMPERATURE = 0.38
# Of each channel; finer samples touch no more bins.
_SAMPLES = 86


def in_gamut() -> Tensor:
    """Return the centres of the bins that some colour of a screen falls into: ``(Q, 2)`` ab.

    Zhang et al. 2016, sec. 2.1: a grid of 10. Of their 313 bins, sRGB reaches 261.
    """
    channel = torch.linspace(0, 1, _SAMPLES)
    cube = torch.stack(torch.meshgrid(channel, channel, channel, indexing="ij"))
    ab = to_lab(cube.flatten(2))[1:].flatten(1)
    return (ab / GRID).round().unique(dim=1).T * GRID


def soft_encoded(ab: Tensor, bins: Tensor) -> tuple[Tensor, Tensor]:
    """Share each colour out to its five nearest bins by a Gaussian of their distance.

    Zhang et al. 2016, sec. 2.1: sigma 5.

    Args:
        ab: ``(B, 2, H, W)``.
        bins: ``(Q, 2)``.

    Returns:
        ``(B, 5, H, W) int64`` bins, the nearest first, and their shares, which sum to 1.
    """
    flat = ab.permute(0, 2, 3, 1).reshape(-1, 2)
    distances, nearest = torch.cdist(flat, bins).topk(_SOFT, dim=1, largest=False)
    shares = torch.softmax(-distances.square() / (2 * _SIGMA**2), dim=1)
    batch, _, height, width = ab.shape

    def as_map(values: Tensor) -> Tensor:
        return values.reshape(batch, height, width, _SOFT).permute(0, 3, 1, 2)

    return as_map(nearest), as_map(shares)


def smoothed_prior(ab: Tensor, bins: Tensor) -> Tensor:
    """Return how often each bin occurs, neighbours counted in by their shares: ``(Q,)``, sum 1.

    Args:
        ab: ``(B, 2, H, W)`` of a gallery.
        bins: ``(Q, 2)``.
    """
    nearest, shares = soft_encoded(ab, bins)
    counts = torch.zeros(len(bins), device=ab.device)
    counts.index_add_(0, nearest.flatten(), shares.flatten())
    return counts / counts.sum()


def rarity(prior: Tensor) -> Tensor:
    """Return what a pixel of each bin weighs, rare ones more: ``(Q,)`` → ``(Q,)``.

    Zhang et al. 2016, eq. 4: one over a half and half mix of the prior and a flat one, scaled so
    that a gallery's pixel weighs 1 in the mean.
    """
    weights = 1 / ((1 - _UNIFORM) * prior + _UNIFORM / len(prior))
    return weights / (prior * weights).sum()


def annealed_mean(logits: Tensor, bins: Tensor) -> Tensor:
    """Choose a colour between the mean, which is dull, and the likeliest, which is blotchy.

    Zhang et al. 2016, eq. 5: temperature 0.38.

    Args:
        logits: ``(B, Q, H, W)``.
        bins: ``(Q, 2)``.

    Returns:
        ``(B, 2, H, W)`` ab.
    """
    said = torch.softmax(logits.float() / _TEMPERATURE, dim=1)
    return torch.einsum("bqhw,qc->bchw", said, bins)
