"""Batch norm: which photos its running statistics are taken from."""

import contextlib
from collections.abc import Callable, Iterator

import torch
from torch import Tensor, nn

from ssl_core.train import ranks

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


def repeated(norms: list[BatchNorm]) -> Callable[[], contextlib.AbstractContextManager[None]]:
    """Return what lets a batch be gone through a second time exactly as it would be now.

    Running statistics do not count it twice.
    """
    now = [(norm.training, norm.track_running_stats) for norm in norms]

    @contextlib.contextmanager
    def again() -> Iterator[None]:
        before = [(norm.training, norm.track_running_stats, norm.momentum) for norm in norms]
        for norm, (training, tracking) in zip(norms, now, strict=True):
            norm.training, norm.track_running_stats, norm.momentum = training, tracking, 0.0
        try:
            yield
        finally:
            for norm, (training, tracking, momentum) in zip(norms, before, strict=True):
                norm.training, norm.track_running_stats = training, tracking
                norm.momentum = momentum

    return again


class SharedBatchNorm(BatchNorm):
    """Batch norm over the parts of a batch that several processes hold.

    torch has one for GPUs only, and what cannot be tested here would not be known to be right.
    All parts have the same size.
    """

    running_mean: Tensor
    running_var: Tensor
    num_batches_tracked: Tensor
    momentum: float

    def forward(self, values: Tensor) -> Tensor:
        """Normalise as one batch norm would that saw all parts."""
        if not self.training:
            return super().forward(values)
        axes = [axis for axis in range(values.ndim) if axis != 1]
        own = torch.stack(torch.var_mean(values.float(), axes, correction=0))
        variances, means = ranks.gathered(own[None]).unbind(dim=1)
        mean = means.mean(dim=0)
        variance = (variances + (means - mean) ** 2).mean(dim=0)
        if self.track_running_stats:
            self._remember(mean.detach(), variance.detach(), values.numel() // len(mean))
        shape = [1, -1] + [1] * (values.ndim - 2)
        scale = self.weight / (variance + self.eps).sqrt()
        shift = self.bias - mean * scale
        return (values.float() * scale.reshape(shape) + shift.reshape(shape)).to(values.dtype)

    def _check_input_dim(self, input: Tensor) -> None:  # noqa: A002 - torch's name
        """Take maps and vectors alike."""

    @torch.no_grad()
    def _remember(self, mean: Tensor, variance: Tensor, own_count: int) -> None:
        count = own_count * ranks.count()
        self.num_batches_tracked.add_(1)
        self.running_mean.lerp_(mean, self.momentum)
        self.running_var.lerp_(variance * count / (count - 1), self.momentum)


def share_batch_norms(network: nn.Module) -> None:
    """Let every batch norm of a network see the batch of all processes."""
    for norm in batch_norms(network):
        # The class alone changes: weights, statistics and whoever holds the module stay.
        norm.__class__ = SharedBatchNorm
