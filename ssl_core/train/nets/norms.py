"""Batch norm: which photos its running statistics are taken from."""

import contextlib
from collections.abc import Iterator

from torch import nn

BatchNorm = nn.modules.batchnorm._BatchNorm  # noqa: SLF001 - torch has no public name for all


def batch_norms(network: nn.Module) -> list[BatchNorm]:
    """Find every batch norm of a network."""
    return [module for module in network.modules() if isinstance(module, BatchNorm)]


@contextlib.contextmanager
def held(norms: list[BatchNorm], *, training: bool | None = None) -> Iterator[None]:
    """Leave running statistics as they are.

    Args:
        norms: All of a network.
        training: Whether each batch is normalised by its own meanwhile; None as it is.
    """
    before = [norm.training for norm in norms]
    for norm in norms:
        norm.track_running_stats = False
        norm.training = norm.training if training is None else training
    try:
        yield
    finally:
        for norm, mode in zip(norms, before, strict=True):
            norm.track_running_stats = True
            norm.training = mode
