"""Thumbnails on disk, keyed by content hash: a moved photo keeps its own, copies share one."""

import errno
import os
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from gallery_app.errors import SurroundingsError
from gallery_app.files.failures import photo_errors

LONG_SIDE = 512
_QUALITY = 85


class ThumbnailStore:
    """A folder of thumbnails that can be thrown away at any time: they are made again.

    Files lie in 256 folders by the first two digits of their hash, ``ab/abcdef….jpg``.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def path(self, content_hash: str) -> Path:
        """Return where a thumbnail lies or would lie."""
        return self._directory / content_hash[:2] / f"{content_hash}.jpg"

    def has(self, content_hash: str) -> bool:
        """Return whether there is a thumbnail."""
        return self.path(content_hash).is_file()

    def put(self, content_hash: str, jpeg: bytes) -> Path:
        """Store a thumbnail in one step; a reader never sees half of one.

        It is not flushed to the disk: after a power cut a lost thumbnail is made again.

        Args:
            content_hash: 32 hex digits.
            jpeg: What `make_thumbnail` returned.

        Returns:
            Where it lies.

        Raises:
            SurroundingsError: When the disk is full or the folder cannot be written.
        """
        path = self.path(content_hash)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(".tmp", ".handful-", path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(jpeg)
                Path(temporary).replace(path)
            except OSError:
                with suppress(OSError):
                    Path(temporary).unlink()
                raise
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT}:
                raise SurroundingsError(
                    f"The disk that holds “{self._directory}” is full; free some space."
                ) from error
            raise SurroundingsError(
                f"The thumbnail “{path}” cannot be written: {error.strerror}."
            ) from error
        return path

    def shown(self, content_hash: str, turn: int) -> Path:
        """Return where the thumbnail of a turned photo lies, which is made when it is first wanted.

        Args:
            content_hash: 32 hex digits.
            turn: Quarter turns clockwise.

        Raises:
            PhotoError: When the thumbnail as the file has it is damaged; make it again.
            SurroundingsError: When the disk is full or the folder cannot be written.
        """
        path = self.path(content_hash)
        if not turn:
            return path
        as_shown = f"{content_hash}-{turn}"
        if path.is_file() and not self.has(as_shown):
            with photo_errors(), Image.open(path, formats=["JPEG"]) as thumbnail:
                jpeg = make_thumbnail(turned(thumbnail, turn))
            self.put(as_shown, jpeg)
        return self.path(as_shown)

    def remove(self, content_hash: str) -> None:
        """Delete a thumbnail if there is one, turned ones too."""
        for path in self.path(content_hash).parent.glob(f"{content_hash}*.jpg"):
            path.unlink(missing_ok=True)


def shrink(photo: Image.Image) -> Image.Image:
    """Return the photo with at most 512 pixels on its long side; itself when it has no more."""
    if max(photo.size) <= LONG_SIDE:
        return photo
    scale = LONG_SIDE / max(photo.size)
    size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
    # Hamming is as sharp as bicubic when shrinking, at the price of bilinear (Pillow's manual).
    return photo.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)


def make_thumbnail(photo: Image.Image) -> bytes:
    """Encode a photo as JPEG of at most 512 pixels on its long side.

    Args:
        photo: Upright, mode RGB; left as it is.

    Returns:
        JPEG bytes, without metadata.
    """
    small = Image.fromarray(np.asarray(shrink(photo)))  # the pixels alone: no EXIF, no profile
    buffer = BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def load_bgra(path: Path, side: int, turn: int = 0) -> tuple[bytes, int, int]:
    """Decode a thumbnail for the window.

    Args:
        path: A file of the store.
        side: Pixels that the long side may have; small ones are decoded at a fraction of the work.
        turn: Quarter turns clockwise to show it with.

    Returns:
        Rows of 4 bytes a pixel (blue, green, red, 255), top first and without padding; width;
        height, both in pixels.

    Raises:
        PhotoError: When the thumbnail is gone or damaged; make it again.
    """
    with photo_errors(), Image.open(path, formats=["JPEG"]) as thumbnail:
        # a gap of 1 lets the decoder itself halve the picture: 0.8 instead of 2.0 ms of processor
        thumbnail.thumbnail((side, side), Image.Resampling.BILINEAR, reducing_gap=1.0)
        return bgra(thumbnail, turn)


def bgra(photo: Image.Image, turn: int = 0) -> tuple[bytes, int, int]:
    """Return a photo's opaque BGRA rows, width and height, as `load_bgra` describes them."""
    shown = turned(photo, turn)
    return shown.convert("RGBA").tobytes("raw", "BGRA"), shown.width, shown.height


def turned(photo: Image.Image, turn: int) -> Image.Image:
    """Return a photo turned clockwise by so many quarters; itself for 0."""
    return photo.rotate(-90 * turn, expand=True) if turn else photo
