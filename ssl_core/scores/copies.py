"""Changed copies of photos, by which encoders are tried without labels."""

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

_AREA = (0.2, 0.5)
_LIGHT = (0.6, 1.4)


def changed(photo: Image.Image, generator: np.random.Generator) -> Image.Image:
    """Cut out a part of a photo, mirror it, and change its light and colour."""
    share = np.sqrt(generator.uniform(*_AREA))
    width, height = (max(1, round(side * share)) for side in photo.size)
    left = generator.integers(photo.width - width + 1)
    top = generator.integers(photo.height - height + 1)
    part = ImageOps.mirror(photo.crop((left, top, left + width, top + height)))
    brighter = ImageEnhance.Brightness(part).enhance(generator.uniform(*_LIGHT))
    return ImageEnhance.Color(brighter).enhance(generator.uniform(*_LIGHT))
