"""Checkpoints: written in one step, read as weights only, so opening one never runs its code."""

import errno
import os
import re
from pathlib import Path
from pickle import UnpicklingError  # noqa: TID251 - only the name of what torch raises
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file

from ssl_core.errors import EncoderError
from ssl_core.train.inert import STAND_INS

# Training scripts save the averaged teacher beside the student; the teacher is the better encoder.
_WRAPPERS = ("teacher", "model", "state_dict", "student")
_PREFIXES = ("module.", "_orig_mod.", "backbone.")
# DINOv2's training splits the blocks into chunks: blocks.<chunk>.<block>.<weight>
_CHUNKED_BLOCK = re.compile(r"^blocks\.\d+\.(?=\d+\.)")
# A damaged or hostile file can break torch's reader anywhere; these are what it lets out.
_UNREADABLE = (
    UnpicklingError,
    RuntimeError,
    EOFError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    AssertionError,
    MemoryError,
)
_CODE = re.compile(r"unsupported (global|class|operand)|GLOBAL", re.IGNORECASE)

Weights = dict[str, torch.Tensor]


def read_weights(path: Path) -> Weights:
    """Read a checkpoint's weights by name, unwrapped and without wrappers' prefixes.

    Args:
        path: A file from ``torch.save``: a state dict, or one inside ``teacher``, ``model``,
            ``state_dict`` or ``student``; or ``.safetensors``, as timm publishes them.

    Returns:
        Tensors on the CPU, floating ones as float32.

    Raises:
        EncoderError: Missing, cut off, no checkpoint, or more than weights.
    """
    safe = path.suffix == ".safetensors"
    weights = _read_safe(path) if safe else _unwrapped(read_state(path))
    if not weights:
        raise EncoderError(f"{path} holds no weights by name, so it is no encoder.")
    return {_plain_name(name): _as_float32(weight) for name, weight in weights.items()}


def read_state(path: Path) -> Any:
    """Read whatever tensors and plain values a file from ``torch.save`` holds, on the CPU.

    Raises:
        EncoderError: Missing, cut off, no checkpoint, or more than tensors and plain values.
    """
    if not path.is_file():
        raise EncoderError(f"{path} is not a file; give the path of a checkpoint.")
    try:
        # DINO's training puts its options beside the weights, Lightning and solo-learn theirs.
        with torch.serialization.safe_globals(STAND_INS):
            return torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise EncoderError(f"{path} cannot be read ({error.strerror}).") from error
    except _UNREADABLE as error:
        raise EncoderError(_unreadable(path, error)) from error


def _read_safe(path: Path) -> Weights:
    try:
        weights: Weights = load_file(path)
    except OSError as error:
        raise EncoderError(f"{path} cannot be read ({error.strerror or error}).") from error
    except SafetensorError as error:
        raise EncoderError(_unreadable(path, error)) from error
    return weights


def write_state(state: Any, path: Path) -> None:
    """Write tensors and plain values in one step: after a power cut the old file is still whole.

    Raises:
        OSError: The disk is full or cannot be written to.
    """
    staged = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with staged.open("wb") as file:
            torch.save(state, file)
            file.flush()
            os.fsync(file.fileno())
        staged.replace(path)
    except RuntimeError as error:
        # torch's writer reports a full disk so, without the system's error.
        raise OSError(errno.EIO, f"it cannot be written ({str(error)[:80]})", str(path)) from error
    finally:
        staged.unlink(missing_ok=True)


def _unreadable(path: Path, error: Exception) -> str:
    if isinstance(error, UnpicklingError) and _CODE.search(str(error)):
        return (
            f"{path} holds more than weights and could run code when opened, so it was not; "
            "save only its state dict and add that."
        )
    return f"{path} cannot be read as weights: it is damaged, cut off or no checkpoint."


def _unwrapped(content: Any) -> Weights:
    while isinstance(content, dict):
        inner = next(
            (content[key] for key in _WRAPPERS if isinstance(content.get(key), dict)), None
        )
        if inner is None:
            break
        content = inner
    if not isinstance(content, dict):
        return {}
    return {
        name: weight
        for name, weight in content.items()
        if isinstance(name, str) and isinstance(weight, torch.Tensor)
    }


def _plain_name(name: str) -> str:
    stripped = True
    while stripped:
        stripped = False
        for prefix in _PREFIXES:
            if name.startswith(prefix):
                name = name.removeprefix(prefix)
                stripped = True
    return _CHUNKED_BLOCK.sub("blocks.", name)


def _as_float32(weight: torch.Tensor) -> torch.Tensor:
    return weight.float() if weight.is_floating_point() else weight
