"""What worker processes do with one photo; arguments and results travel between processes."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gallery_app.domain.part import Part
from gallery_app.domain.photo import Facts
from gallery_app.errors import PhotoError
from gallery_app.files.decode import MAX_BYTES, decode, read_header
from gallery_app.files.exif import read_exif
from gallery_app.files.failures import photo_errors
from gallery_app.files.fingerprint import content_hash
from gallery_app.files.metadata import read_metadata
from gallery_app.files.thumbnails import bgra, make_thumbnail, shrink, turned
from ssl_core.embed.preprocess import crop
from ssl_core.model_card import ModelCard
from ssl_core.search.duplicates import perceptual_hash

if sys.platform == "linux":
    import resource

# A 12-megapixel photo of 4000 pixels decodes at an eighth to 500: 40 ms with all that follows,
# where insisting on 512 takes a quarter and 66 ms.
_LEAST_THUMBNAIL = 400


@dataclass(frozen=True, slots=True)
class Pixels:
    """Everything that one decode of a photo feeds.

    Attributes:
        thumbnail: JPEG bytes; 400 to 512 pixels on the long side where the photo has them.
            As the file has it: copies that are turned differently share it.
        crop: (S, S, 3) uint8 RGB for the encoder, None when no card was given. As it is shown.
        perceptual_hash: 64 bits that stay alike through resizing and recompression, of the photo
            as it is shown.
    """

    thumbnail: bytes
    crop: NDArray[np.uint8] | None
    perceptual_hash: int


def read_facts(path: str) -> Facts:
    """Read what a file says about itself; opens its header but decodes no pixels.

    Args:
        path: The file.

    Returns:
        Its facts.

    Raises:
        PhotoError: When the file cannot be read as a photo.
    """
    file = Path(path)
    with photo_errors():
        status = file.stat()
        if status.st_size > MAX_BYTES:
            raise PhotoError("the file is larger than Handful opens")
        header = read_header(file)
        digest = content_hash(file)
    exif = read_exif(file)
    metadata = read_metadata(file)
    return Facts(
        content_hash=digest,
        size=status.st_size,
        modified_ns=status.st_mtime_ns,
        width=header.width,
        height=header.height,
        orientation=header.orientation,
        taken=exif.taken,
        camera=exif.camera,
        latitude=exif.latitude,
        longitude=exif.longitude,
        rating=metadata.rating,
        tags=metadata.tags,
    )


def read_pixels(path: str, card: ModelCard | None = None, turn: int = 0) -> Pixels:
    """Decode a photo once, for its thumbnail, the encoder and the search for duplicates.

    Args:
        path: The file.
        card: The encoder's facts, None when no encoder is wanted.
        turn: Quarter turns clockwise that the user gave it.

    Returns:
        What the decode feeds.

    Raises:
        PhotoError: When the pixels cannot be read.
    """
    photo = decode(Path(path), short_side=card.resize if card else 1, long_side=_LEAST_THUMBNAIL)
    small = shrink(photo)
    # From the small one where it has the pixels: a third of the work on a 2-megapixel photo.
    source = small if card and min(small.size) >= card.resize else photo
    return Pixels(
        thumbnail=make_thumbnail(small),
        crop=crop(turned(source, turn), card) if card else None,
        perceptual_hash=perceptual_hash(turned(small, turn)),
    )


def read_preview(path: str, side: int, turn: int = 0) -> tuple[bytes, int, int]:
    """Decode a photo for the viewer.

    Args:
        path: The file.
        side: Pixels that the long side may have.
        turn: Quarter turns clockwise to show it with.

    Returns:
        BGRA rows, width and height as `thumbnails.load_bgra` describes them.

    Raises:
        PhotoError: When the pixels cannot be read.
    """
    photo = decode(Path(path), short_side=1, long_side=side)
    photo.thumbnail((side, side), Image.Resampling.LANCZOS)
    return bgra(photo, turn)


def read_part(path: str, part: Part, card: ModelCard, turn: int = 0) -> NDArray[np.uint8]:
    """Decode a part of a photo for the encoder: (S, S, 3) uint8 RGB; otherwise as `read_parts`."""
    return np.asarray(read_parts(path, [part], card, turn)[0])


def read_parts(
    path: str, parts: Sequence[Part], card: ModelCard, turn: int = 0
) -> NDArray[np.uint8]:
    """Decode parts of a photo for the encoder.

    Args:
        path: The file.
        parts: Parts of the photo as it is shown, one at least.
        card: The encoder's facts.
        turn: Quarter turns clockwise that it is shown with.

    Returns:
        (B, S, S, 3) uint8 RGB.

    Raises:
        PhotoError: When the pixels cannot be read.
    """
    smallest = min(min(part.width, part.height) for part in parts)
    enough = round(card.resize / max(smallest, 1e-3))
    photo = turned(decode(Path(path), short_side=enough, long_side=enough), turn)
    return np.stack([crop(photo.crop(_pixels(part, *photo.size)), card) for part in parts])


def _pixels(part: Part, width: int, height: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = part.square(width, height)
    return int(left), int(top), max(int(right), int(left) + 1), max(int(bottom), int(top) + 1)


def start_reading(memory: int) -> None:
    """Make a worker process ready for photos of any kind: a limit on its memory, and quiet.

    libtiff and its like write their complaints past Python onto standard error, which belongs to
    the command line's progress; ours are the reasons in the problems list.

    Args:
        memory: Bytes, see `limit_memory`.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    limit_memory(memory)


def limit_memory(size: int) -> None:
    """Let this process hold at most so much memory of its own; a photo beyond it fails alone.

    Only Linux counts this reliably (RLIMIT_DATA); elsewhere the limits before decoding must do.

    Args:
        size: Bytes.
    """
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size, hard))
