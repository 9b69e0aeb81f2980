"""Photos in a plain folder, opened without a library."""

import struct
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import crop
from ssl_core.errors import CoreError, EncoderError
from ssl_core.model_card import ModelCard

_BATCH = 32

_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif"})
# What Pillow lets out on damaged files.
_UNREADABLE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    struct.error,
    OverflowError,
    MemoryError,
    Image.DecompressionBombError,
)


Variant = Callable[[Image.Image], Image.Image]


class Vectors(NamedTuple):
    """What a folder was encoded to.

    Attributes:
        paths: N files, as text.
        vectors: ``(N, D) float32``, raw.
    """

    paths: list[str]
    vectors: NDArray[np.float32]


class UnreadablePhotoError(CoreError):
    """One file is no photo that can be opened."""


def photos_in(place: Path) -> list[Path]:
    """Find the photos of a folder and those below it, in order, or those that a file lists.

    Args:
        place: A folder, or a text file with the path of a photo on each line.

    Raises:
        EncoderError: It is neither.
    """
    if place.is_file():
        return [path for path in _listed_in(place) if path.is_file()]
    if not place.is_dir():
        raise EncoderError(f"{place} is not a folder; give a folder of photos.")
    return sorted(path for path in place.rglob("*") if path.suffix.lower() in _SUFFIXES)


def _listed_in(file: Path) -> list[Path]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise EncoderError(
            f"{file} is neither a folder of photos nor a text file that lists photos."
        ) from error
    return [file.parent / line for line in lines if line]


def open_photo(path: Path, side: int) -> Image.Image:
    """Open a photo, upright and in RGB.

    Args:
        path: The file.
        side: Pixels that will be needed along the short side; a JPEG is decoded at the smallest
            scale that still has them.

    Raises:
        UnreadablePhotoError: The file is damaged, too large or no photo.
    """
    try:
        with warnings.catch_warnings(), Image.open(path) as photo:
            warnings.simplefilter("ignore")
            photo.draft("RGB", (side, side))
            return ImageOps.exif_transpose(photo).convert("RGB")
    except _UNREADABLE as error:
        raise UnreadablePhotoError(f"{path} is left out: {error}") from error


def embed_photos(
    photos: list[Path],
    embedder: Embedder,
    left_out: Callable[[str], None],
    change: Variant | None = None,
) -> Vectors:
    """Encode photos, batch after batch.

    Args:
        photos: The files.
        embedder: The encoder.
        left_out: Called with a sentence for each file that cannot be opened.
        change: Applied to each opened photo first.

    Raises:
        EncoderError: No photo can be opened, or the encoder fails.
    """
    paths: list[str] = []
    vectors: list[NDArray[np.float32]] = []
    opened = _opened(photos, embedder.card, left_out, change)
    for batch in _batches(opened):
        paths += [path for path, _ in batch]
        vectors.append(embedder.embed(np.stack([square for _, square in batch])))
    if not paths:
        raise EncoderError("None of the photos can be opened.")
    return Vectors(paths, np.concatenate(vectors))


Square = tuple[str, NDArray[np.uint8]]


def _opened(
    photos: list[Path], card: ModelCard, left_out: Callable[[str], None], change: Variant | None
) -> Iterator[Square]:
    for path in photos:
        try:
            photo = open_photo(path, 2 * card.resize)
        except UnreadablePhotoError as error:
            left_out(str(error))
            continue
        yield str(path), crop(change(photo) if change else photo, card)


def _batches(squares: Iterator[Square]) -> Iterator[list[Square]]:
    batch: list[Square] = []
    for square in squares:
        batch.append(square)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
