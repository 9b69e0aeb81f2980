"""Galleries made in code: as many photos as wanted, each its own, at camera sizes."""

from pathlib import Path

import numpy as np
from PIL import Image
from sklearn.datasets import load_sample_images

_SUBJECTS = 20
_QUALITY = 90


def make_gallery(folder: Path, count: int, size: tuple[int, int]) -> Path:
    """Make ``count`` JPEG photos of ``size`` pixels; those already there are kept.

    Each shows another part of scikit-learn's two sample photos in the tint of one of 20 subjects,
    with the fine noise of a sensor, so that it compresses like a photo and its file is its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    grain = np.random.default_rng(0).normal(0, 6, (size[1] + 64, size[0] + 64, 1))
    grain = grain.astype(np.int16)
    for number in range(count):
        path = folder / f"photo{number:05}.jpg"
        if not path.is_file():
            _shot(number, size, grain).save(path, quality=_QUALITY)
    return folder


def _shot(number: int, size: tuple[int, int], grain: np.ndarray) -> Image.Image:
    rng = np.random.default_rng(number)
    base = Image.fromarray(load_sample_images().images[number % 2])
    width = int(rng.integers(200, base.width // 2))
    height = width * size[1] // size[0]
    left, top = rng.integers(0, base.width - width), rng.integers(0, base.height - height)
    part = base.resize(size, box=(left, top, left + width, top + height))
    tint = np.random.default_rng(number % _SUBJECTS).integers(-60, 60, 3).astype(np.int16)
    y, x = rng.integers(0, 64, 2)
    pixels = np.asarray(part, np.int16) + tint + grain[y : y + size[1], x : x + size[0]]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
