"""Pictures of what a method practises on, for people to look at."""

import os
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor
from torch.nn import functional

_FOLDER = "pictures"
_QUALITY = 90
_GAP = 4


class Picture(NamedTuple):
    """Something a method practises on.

    Attributes:
        caption: A few words.
        pixels: ``(H, W, 3) uint8`` RGB.
    """

    caption: str
    pixels: NDArray[np.uint8]


def picture(caption: str, *images: Tensor, gap: int = _GAP) -> Picture:
    """Make a picture of images side by side, ``(3, H, W)`` RGB in [0, 1] on any device."""
    pixels = (beside(*images, gap=gap).detach().float().clamp(0, 1) * 255).round().to(torch.uint8)
    return Picture(caption, pixels.permute(1, 2, 0).cpu().numpy())


def beside(*images: Tensor, gap: int = _GAP) -> Tensor:
    """Lay images of any size side by side on white: ``(3, H, W)`` each → ``(3, H', W')``."""
    highest = max(image.shape[1] for image in images)
    spaced = [
        functional.pad(image, (0, gap, 0, highest - image.shape[1]), value=1.0) for image in images
    ]
    return torch.cat(spaced, dim=2)[:, :, :-gap]


def below(*images: Tensor) -> Tensor:
    """Lay images of any size one below the other, as `beside`."""
    return beside(*(image.mT for image in images)).mT


def write_picture(shown: Picture, folder: Path, name: str) -> str:
    """Write a picture as JPEG, in one step.

    Args:
        shown: The picture.
        folder: The run's; pictures have a folder of their own in it.
        name: Without ending; a picture of the same name is replaced.

    Returns:
        The file's path from ``folder``, with ``/``.

    Raises:
        OSError: The disk is full or cannot be written to.
    """
    path = folder / _FOLDER / f"{name}.jpg"
    path.parent.mkdir(exist_ok=True)
    staged = path.with_suffix(f".{os.getpid()}.part")
    try:
        Image.fromarray(shown.pixels).save(staged, "JPEG", quality=_QUALITY)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    return f"{_FOLDER}/{path.name}"
