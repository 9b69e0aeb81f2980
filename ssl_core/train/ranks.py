"""Several processes that train one network, each with a share of every batch; else one alone.

``torchrun`` starts them, on one machine or on several, and tells each its rank by environment.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, TypeVar

import torch
from torch import Tensor, distributed

from ssl_core.errors import TrainingError

Result = TypeVar("Result")

# The others wait while the first decodes the photos, which takes hours on a large gallery. One
# that dies does not keep them waiting: torchrun then ends them all.
_PATIENCE = timedelta(days=2)


def rank() -> int:
    """Return this process's number; the first, 0, is the one that writes and tells."""
    return int(os.environ.get("RANK", "0"))


def count() -> int:
    """Return how many processes train together; 1 when alone."""
    return int(os.environ.get("WORLD_SIZE", "1"))


@contextlib.contextmanager
def joined(device: str) -> Iterator[None]:
    """Meet the other processes, if there are any, and part at the end.

    Args:
        device: ``"cuda"`` gives each process of a machine a GPU of its own.

    Raises:
        TrainingError: There are fewer GPUs than processes.
    """
    if count() == 1:
        yield
        return
    gpu = None
    if device == "cuda":
        place, gpus = int(os.environ["LOCAL_RANK"]), torch.cuda.device_count()
        if place >= gpus:
            raise TrainingError(
                f"There are more processes than GPUs here; start torchrun with "
                f"--nproc-per-node {gpus}."
            )
        gpu = torch.device("cuda", place)
        torch.cuda.set_device(gpu)
    backend = "gloo" if gpu is None else "nccl"
    distributed.init_process_group(backend, timeout=_PATIENCE, device_id=gpu)
    try:
        yield
    finally:
        distributed.destroy_process_group()


def share(rows: Tensor) -> Tensor:
    """Return this process's part of a batch, ``(B,)`` → ``(B / count,)``."""
    return rows.chunk(count())[rank()]


def gathered(values: Tensor) -> Tensor:
    """Join the parts of all processes, with gradient: ``(B, ...)`` → ``(count * B, ...)``.

    The gradient of a part is the sum over what every process makes of it.
    """
    return values if count() == 1 else _Gathered.apply(values)


@torch.no_grad()
def averaged(values: Tensor) -> Tensor:
    """Return the mean over all processes, without gradient."""
    if count() == 1:
        return values
    mean = values.clone()
    distributed.all_reduce(mean)
    return mean / count()


def from_first(make: Callable[[], Result]) -> Result:
    """Make something in the first process only, and hand it to all."""
    if count() == 1:
        return make()
    made: list[Any] = [make() if rank() == 0 else None]
    distributed.broadcast_object_list(made)
    result: Result = made[0]
    return result


def first_then_all(make: Callable[[], Result]) -> Result:
    """Make something in the first process, then in the others, which find what it wrote."""
    if rank():
        distributed.barrier()
        return make()
    made = make()
    if count() > 1:
        distributed.barrier()
    return made


class _Gathered(torch.autograd.Function):
    @staticmethod
    def forward(_context: Any, values: Tensor) -> Tensor:
        parts = [torch.empty_like(values) for _ in range(count())]
        distributed.all_gather(parts, values.contiguous())
        return torch.cat(parts)

    @staticmethod
    def backward(_context: Any, gradient: Tensor) -> Tensor:
        whole = gradient.contiguous().clone()
        distributed.all_reduce(whole)
        return whole.chunk(count())[rank()]
