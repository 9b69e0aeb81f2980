"""Camera RAW through LibRaw: the camera's own preview, or a quick half-size development."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import rawpy
from PIL import Image

from gallery_app.errors import PhotoError
from gallery_app.files.failures import CUT_OFF, DAMAGED, TOO_LARGE

_MAX_PIXELS = 160_000_000
_ORIENTATION_TAG = 0x0112
# LibRaw tells turns by dcraw's numbers; EXIF's for the same turns.
_ORIENTATION_OF_FLIP = {0: 1, 3: 3, 5: 8, 6: 6}


@dataclass(frozen=True, slots=True)
class RawSize:
    """The developed photo's size as the sensor lies, and how to turn it upright.

    Attributes:
        width: Pixels before turning.
        height: Pixels before turning.
        orientation: EXIF orientation, 1 to 8.
    """

    width: int
    height: int
    orientation: int


def read_size(path: Path) -> RawSize:
    """Read a RAW file's header.

    Raises:
        PhotoError: When LibRaw does not know or cannot read the file.
    """
    with _opened(path) as raw:
        return _size(raw)


def preview(path: Path, short_side: int, long_side: int) -> tuple[Image.Image, int]:
    """Open the camera's preview; develop at half size where it is missing or too small.

    Args:
        path: A RAW file.
        short_side: Pixels that the shorter side should have.
        long_side: Pixels that the longer side should have.

    Returns:
        An image that may still be unread, and the orientation to apply to it.

    Raises:
        PhotoError: When neither works.
    """
    with _opened(path) as raw:
        size = _size(raw)
        found = _embedded(raw)
        if found is not None:
            # A development has half the sensor's sides, so asking more of a preview is idle.
            wanted_short = min(short_side, min(size.width, size.height) // 2)
            wanted_long = min(long_side, max(size.width, size.height) // 2)
            if min(found.size) >= wanted_short and max(found.size) >= wanted_long:
                told = found.getexif().get(_ORIENTATION_TAG)
                return found, told if isinstance(told, int) else size.orientation
        return Image.fromarray(raw.postprocess(half_size=True, use_camera_wb=True)), 1


@contextmanager
def _opened(path: Path) -> Iterator[rawpy.RawPy]:
    try:
        with rawpy.imread(str(path)) as raw:
            yield raw
    except rawpy.LibRawFileUnsupportedError as error:
        raise PhotoError("Handful does not know this kind of RAW file") from error
    except rawpy.LibRawIOError as error:
        raise PhotoError(CUT_OFF) from error
    except rawpy.LibRawError as error:
        raise PhotoError(DAMAGED) from error


def _size(raw: rawpy.RawPy) -> RawSize:
    sizes = raw.sizes
    if sizes.raw_width * sizes.raw_height > _MAX_PIXELS:
        raise PhotoError(TOO_LARGE)
    return RawSize(sizes.width, sizes.height, _ORIENTATION_OF_FLIP.get(sizes.flip, 1))


def _embedded(raw: rawpy.RawPy) -> Image.Image | None:
    try:
        thumbnail = raw.extract_thumb()
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError):
        return None
    if isinstance(thumbnail.data, bytes):
        return Image.open(BytesIO(thumbnail.data), formats=["JPEG"])
    return Image.fromarray(thumbnail.data)
