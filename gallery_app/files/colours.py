"""From any of Pillow's modes and colour spaces to plain sRGB."""

from functools import lru_cache
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

_SRGB = ImageCms.createProfile("sRGB")
_NUMBER_MODES = ("I", "F")
_WHITE = (255, 255, 255)


def make_reducible(photo: Image.Image) -> Image.Image:
    """Bring palettes, bits and 16-bit greys into a mode that can be averaged when shrinking.

    Transparency kept beside the pixels (a colour key, palette entries) becomes a real channel.
    """
    if photo.mode.startswith("I;16"):
        return _eight_bits(np.asarray(photo), top=65535)
    if "transparency" in photo.info and photo.mode in {"1", "L", "P", "RGB"}:
        return photo.convert("RGBA")
    if photo.mode == "P":
        return photo.convert("RGB")
    if photo.mode == "PA":
        return photo.convert("RGBA")
    return photo.convert("L") if photo.mode == "1" else photo


def to_srgb(photo: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert to 8-bit sRGB, transparent parts laid on white as viewers show them.

    Args:
        photo: Any mode that `make_reducible` returns.
        profile: The embedded ICC profile; None, damaged or unfitting ones count as sRGB.

    Returns:
        The same size, mode RGB.
    """
    if photo.mode in _NUMBER_MODES:
        values = np.asarray(photo)
        return _eight_bits(values, _top_of(values)).convert("RGB")
    if photo.mode in {"LA", "La", "RGBA", "RGBa"}:
        photo = _on_white(photo.convert("RGBA") if photo.mode != "La" else photo.convert("LA"))
    transform = _transform(profile, photo.mode) if profile else None
    if transform is not None:
        converted = ImageCms.applyTransform(photo, transform)
        if converted is not None:
            return converted
    return photo.convert("RGB")


def _on_white(photo: Image.Image) -> Image.Image:
    background = Image.new("RGB", photo.size, _WHITE)
    background.paste(photo.convert("RGB"), mask=photo.getchannel("A"))
    return background


def _top_of(values: NDArray[np.generic]) -> float | None:
    """Return the value that stands for white: 1 for fractions, 255, 65535, else None."""
    finite = values[np.isfinite(values)]
    if not finite.size or finite.min() < 0:
        return None
    tops = (1, 255, 65535) if values.dtype.kind == "f" else (255, 65535)
    return next((top for top in tops if finite.max() <= top), None)


def _eight_bits(values: NDArray[np.generic], top: float | None) -> Image.Image:
    """Scale greys to 0 to 255; without a known white, from their least to their greatest."""
    greys = np.nan_to_num(values.astype(np.float32), posinf=0, neginf=0)
    low = 0.0 if top else float(greys.min())
    span = (top or float(greys.max())) - low
    return Image.fromarray(((greys - low) * (255 / span if span else 0) + 0.5).astype(np.uint8))


@lru_cache(maxsize=32)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Build the way from a profile to sRGB, None when there is no need or no way."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if mode == "RGB" and ImageCms.getProfileDescription(source).startswith("sRGB"):
            return None
        return ImageCms.buildTransform(source, _SRGB, mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
