"""The only code that turns a photo's bytes into pixels: limits first, then as few as needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pillow_heif
from PIL import Image

from gallery_app.errors import PhotoError
from gallery_app.files import raw
from gallery_app.files.colours import make_reducible, to_srgb
from gallery_app.files.failures import DAMAGED, DECODER_ERRORS, TOO_LARGE, photo_errors
from gallery_app.files.formats import SNIFF_BYTES, Format, sniff

pillow_heif.register_heif_opener()

# One photo must stay under 2 GB. Peaks measured at 160 megapixels: PNG with alpha 1.3 GB,
# progressive JPEG 1.0 GB (its coefficients are held whole), TIFF 0.7 GB, WebP 2.5 GB. Baseline JPEG
# shrinks while it decodes: 0.1 GB at 300. At 100: WebP 1.6 GB, AVIF 0.9 GB, HEIF 0.7 GB.
MAX_PIXELS = 160_000_000
MAX_JPEG_PIXELS = 300_000_000
MAX_WHOLE_PIXELS = 100_000_000
MAX_BYTES = 1 << 30
MAX_WHOLE_BYTES = 1 << 28
Image.MAX_IMAGE_PIXELS = MAX_JPEG_PIXELS

_READ_WHOLE = {Format.WEBP, Format.HEIF, Format.AVIF}
# Their plug-ins hand out upright pixels and sizes already.
_UPRIGHT_BY_PLUGIN = {Format.TIFF, Format.HEIF}
_ORIENTATION_TAG = 0x0112
_DNG_VERSION_TAG = 50706
_SIDEWAYS = range(5, 9)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Header:
    """What a photo says about its pixels before any is decoded.

    Attributes:
        format: Told by the first bytes, never by the extension alone.
        width: Upright pixels.
        height: Upright pixels.
        orientation: EXIF orientation that was or will be applied, 1 to 8.
    """

    format: Format
    width: int
    height: int
    orientation: int


def read_header(path: Path) -> Header:
    """Open a photo as far as its size.

    Args:
        path: The file.

    Returns:
        The header.

    Raises:
        PhotoError: When the file is no photo, damaged, or beyond the limits.
    """
    with photo_errors(), path.open("rb") as file:
        kind = _kind(path, file.read(SNIFF_BYTES))
        if kind is not Format.RAW:
            with _opened(path, kind) as photo:
                if not _is_dng(photo, kind):
                    orientation = _orientation(photo)
                    turned = 1 if kind in _UPRIGHT_BY_PLUGIN else orientation
                    return Header(kind, *_upright_size(*photo.size, turned), orientation)
        size = raw.read_size(path)
        upright = _upright_size(size.width, size.height, size.orientation)
        return Header(Format.RAW, *upright, size.orientation)


def decode(path: Path, short_side: int, long_side: int = 1) -> Image.Image:
    """Decode a photo upright, in sRGB, at the least scale that still has enough pixels.

    JPEG is shrunk inside the decoder (by 2, 4 or 8), everything by whole factors afterwards. Only
    the first frame of animations and bursts is read. Nothing is enlarged.

    Args:
        path: The file.
        short_side: Pixels that the shorter side keeps at least, where the photo has them.
        long_side: The same for the longer side.

    Returns:
        Mode RGB, turned upright.

    Raises:
        PhotoError: When the file is no photo, damaged, cut off, or beyond the limits.
    """
    with photo_errors(), _source(path, short_side, long_side) as (photo, orientation):
        profile = photo.info.get("icc_profile")
        small = to_srgb(_shrink(photo, short_side, long_side), profile)
        turn = _TURNS.get(orientation)
        return small if turn is None else small.transpose(turn)


@contextmanager
def _source(path: Path, short_side: int, long_side: int) -> Iterator[tuple[Image.Image, int]]:
    """Open the picture to decode, with the orientation still to be applied to it."""
    with path.open("rb") as file:
        kind = _kind(path, file.read(SNIFF_BYTES))
    if kind is not Format.RAW:
        with _opened(path, kind) as photo:
            if not _is_dng(photo, kind):
                yield photo, 1 if kind in _UPRIGHT_BY_PLUGIN else _orientation(photo)
                return
    photo, orientation = raw.preview(path, short_side, long_side)
    with photo:
        yield photo, orientation


def _kind(path: Path, head: bytes) -> Format:
    if not head:
        raise PhotoError("the file is empty")
    kind = sniff(head, path.suffix.lower())
    if kind is None:
        raise PhotoError("its contents are not a picture that Handful knows")
    if path.stat().st_size > (MAX_WHOLE_BYTES if kind in _READ_WHOLE else MAX_BYTES):
        raise PhotoError("the file is larger than Handful opens")
    return kind


@contextmanager
def _opened(path: Path, kind: Format) -> Iterator[Image.Image]:
    """Open with one plug-in only, so that no other format's code sees the bytes."""
    with Image.open(path, formats=[kind.value]) as photo:
        if photo.width * photo.height > _most_pixels(photo, kind):
            raise PhotoError(TOO_LARGE)
        if not photo.width or not photo.height:
            raise PhotoError(DAMAGED)
        yield photo


def _most_pixels(photo: Image.Image, kind: Format) -> int:
    if kind is Format.JPEG and "progressive" not in photo.info:
        return MAX_JPEG_PIXELS
    return MAX_WHOLE_PIXELS if kind in _READ_WHOLE else MAX_PIXELS


def _is_dng(photo: Image.Image, kind: Format) -> bool:
    """Return whether a TIFF is a DNG under another name: its first page is a tiny preview."""
    return kind is Format.TIFF and _DNG_VERSION_TAG in getattr(photo, "tag_v2", ())


def _orientation(photo: Image.Image) -> int:
    """Return the EXIF orientation, 1 where it is missing or nonsense."""
    if photo.format == Format.PNG and "exif" not in photo.info:
        return 1  # Pillow would decode all pixels to look for a chunk behind them.
    try:
        told = photo.getexif().get(_ORIENTATION_TAG)
    except DECODER_ERRORS:
        return 1
    return told if isinstance(told, int) and told in _TURNS else 1


def _upright_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    return (height, width) if orientation in _SIDEWAYS else (width, height)


def _shrink(photo: Image.Image, short_side: int, long_side: int) -> Image.Image:
    """Decode and shrink by whole factors, keeping both sides at least as long as asked."""
    factor = _spare_factor(photo.size, short_side, long_side)
    photo.draft(None, (photo.width // factor, photo.height // factor))
    photo.load()
    photo = make_reducible(photo)
    factor = _spare_factor(photo.size, short_side, long_side)
    return photo.reduce(factor) if factor > 1 else photo


def _spare_factor(size: tuple[int, int], short_side: int, long_side: int) -> int:
    return max(1, min(min(size) // max(short_side, 1), max(size) // max(long_side, 1)))
