"""Which device trains, how precisely it computes, and what to make of its complaints."""

import gc
from typing import NamedTuple

import torch

from ssl_core.errors import TrainingError

# Ampere; below it bfloat16 is emulated, many times slower than float16.
_BFLOAT16_FROM = (8, 0)
# CUDA itself and its libraries take about half of it before the first photo.
_LEAST_FREE = 1_000_000_000
_TOO_OLD = "no kernel image"


class Device(NamedTuple):
    """Where a training runs.

    Attributes:
        name: ``"cpu"`` or ``"cuda"``.
        half: The 16-bit format it computes in fastest.
        note: A sentence where it is not the one that was to be expected, or ``""``.
    """

    name: str
    half: str = "bfloat16"
    note: str = ""


class UnfitDeviceError(TrainingError):
    """The GPU cannot do this training; the CPU can."""


def chosen(asked: str) -> Device:
    """Choose a device.

    Args:
        asked: ``"auto"``, ``"cpu"`` or ``"cuda"``.

    Raises:
        TrainingError: CUDA is asked for and there is no GPU.
    """
    if asked == "cpu":
        return Device("cpu")
    if not torch.cuda.is_available():
        if asked == "cuda":
            raise TrainingError("There is no GPU that CUDA can use; choose another device.")
        return Device("cpu")
    why = _why_unfit()
    if why:
        return Device("cpu", note=f"{why} Training runs on the CPU.")
    newer = torch.cuda.get_device_capability() >= _BFLOAT16_FROM
    return Device("cuda", "bfloat16" if newer else "float16")


def out_of_memory(error: RuntimeError) -> bool:
    """Whether an error says that the device's memory does not suffice."""
    return isinstance(error, torch.OutOfMemoryError) or "ALLOC_FAILED" in str(error)


def too_old(error: RuntimeError) -> bool:
    """Whether an error says that this PyTorch has no code for so old a GPU."""
    return _TOO_OLD in str(error)


def free_memory() -> None:
    """Give back what a failed step held; call it outside the ``except`` that caught it."""
    gc.collect()
    torch.cuda.empty_cache()


def _why_unfit() -> str:
    name = torch.cuda.get_device_name()
    try:
        torch.ones(8, device="cuda").mul(2).sum().item()
        free, _ = torch.cuda.mem_get_info()
    except RuntimeError as error:
        if too_old(error):
            return f"The GPU ({name}) is too old for this version of PyTorch."
        if out_of_memory(error):
            return f"The GPU ({name}) has no free memory."
        return f"The GPU ({name}) cannot be used now ({str(error).splitlines()[0]})."
    if free < _LEAST_FREE:
        return f"The GPU ({name}) has only {free / 1e9:.1f} GB of free memory."
    return ""
