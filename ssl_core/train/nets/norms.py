"""Batch norm: which photos its running statistics are taken from."""

import contextlib
from collections.abc import Iterator

from torch import nn

BatchNorm = nn.modules.batchnorm._BatchNorm  # noqa: SLF001 - torch has no public name for all


def batch_norms(network: nn.Module) -> list[BatchNorm]:
    """Find every batch norm of a network."""
    return [module for module in network.modules() if isinstance(module, BatchNorm)]


@contextlib.contextmanager
def held(norms: list[BatchNorm]) -> Iterator[None]:
    """Leave running statistics as they are; each batch is normalised by its own meanwhile."""
    momenta = [norm.momentum for norm in norms]
    for norm in norms:
        norm.momentum = 0.0
    try:
        yield
    finally:
        for norm, momentum in zip(norms, momenta, strict=True):
            norm.momentum = momentum
