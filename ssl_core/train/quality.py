"""Label-free quality of what a run has learnt so far, measured without disturbing it."""

import contextlib
from collections.abc import Callable, Iterable, Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from ssl_core.scores.label_free import effective_rank, lidar, view_agreement
from ssl_core.train.collapse import spread

_PHOTOS = 256
_BATCH = 32
# LiDAR's sample. Three copies each are 384 more images a check, beside 512 for the rest; the
# paper's 50,000 would take longer than the training.
_LIDAR_PHOTOS = 64
_LIDAR_COPIES = 3

Trial = Callable[[Tensor], tuple[Tensor, Tensor | None]]


@contextlib.contextmanager
def undisturbed(method: nn.Module, seed: int) -> Iterator[None]:
    """Look at a method in evaluation mode, without gradients; training then goes on as it would.

    Args:
        method: Gets its modes back, module by module.
        seed: Of random numbers meanwhile; those of training go on as if nothing had been drawn.
    """
    modes = {module: module.training for module in method.modules()}
    method.eval()
    try:
        with torch.random.fork_rng(), torch.no_grad():
            torch.manual_seed(seed)
            yield
    finally:
        for module, mode in modes.items():
            module.training = mode


def quality(method: nn.Module, trial: Trial, photos: int, seed: int) -> dict[str, float]:
    """Score an evenly spaced sample of photos.

    Each call draws the same crops, so that values along a run compare.

    Args:
        method: Left `undisturbed`.
        trial: Rows to vectors, and to vectors of augmented copies or None.
        photos: How many there are.
        seed: Of the crops.

    Returns:
        ``spread``, ``rank`` and, with copies, ``view_agreement`` and ``lidar``.
    """
    sample, few = _spaced(photos, _PHOTOS), _spaced(photos, _LIDAR_PHOTOS)
    with undisturbed(method, seed):
        plain, views = _tried(trial, sample)
        copies = [_tried(trial, few)[1] for _ in range(_LIDAR_COPIES if len(views) else 0)]
    scores = {"spread": spread(plain), "rank": effective_rank(plain)}
    if copies:
        scores["view_agreement"] = view_agreement(plain, views)
        scores["lidar"] = lidar(np.stack(copies, axis=1))
    return scores


def quick_spread(method: nn.Module, trial: Trial, photos: int, seed: int) -> float:
    """Return the spread of a few photos' vectors: a collapse shows on any few."""
    with undisturbed(method, seed):
        plain, _ = _tried(trial, _spaced(photos, _BATCH))
    return spread(plain)


def _spaced(photos: int, most: int) -> Tensor:
    return torch.arange(0, photos, max(1, -(-photos // most)))


def _tried(trial: Trial, rows: Tensor) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Vectors of photos, and of a copy of each; none of the latter where there are no copies."""
    tried = [trial(part) for part in rows.split(_BATCH)]
    plain, views = zip(*tried, strict=True)
    return _together(plain), _together(views)


def _together(parts: Iterable[Tensor | None]) -> NDArray[np.float32]:
    there = [part.float().cpu().numpy() for part in parts if part is not None]
    return np.concatenate(there) if there else np.empty((0, 0), np.float32)
