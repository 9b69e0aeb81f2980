"""Label-free quality of what a run has learnt so far, measured without disturbing it."""

import contextlib
from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor, nn

from ssl_core.scores.label_free import effective_rank, view_agreement
from ssl_core.train.collapse import spread

_PHOTOS = 256
_BATCH = 32

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
        ``spread``, ``rank`` and, with copies, ``view_agreement``.
    """
    sample = torch.arange(0, photos, max(1, -(-photos // _PHOTOS)))
    with undisturbed(method, seed):
        tried = [trial(rows) for rows in sample.split(_BATCH)]
    plain = np.concatenate([vectors.float().cpu().numpy() for vectors, _ in tried])
    scores = {"spread": spread(plain), "rank": effective_rank(plain)}
    views = [copies.float().cpu().numpy() for _, copies in tried if copies is not None]
    if views:
        scores["view_agreement"] = view_agreement(plain, np.concatenate(views))
    return scores
