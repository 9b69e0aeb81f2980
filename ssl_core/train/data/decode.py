"""Photos decoded in worker processes: a damaged file may hang, crash or eat memory."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pebble import ProcessExpired, ProcessFuture, ProcessPool
from PIL import Image

from ssl_core.embed.folder import UnreadablePhotoError, open_photo
from ssl_core.search.duplicates import perceptual_hash

# A photo of 200 megapixels takes two seconds.
_TIMEOUT_S = 60.0
_MOST_WORKERS = 8
# Each worker takes a second to start, which so many photos are worth.
_PHOTOS_A_WORKER = 100
_AHEAD = 8


class Decoded(NamedTuple):
    """A photo at training size.

    Attributes:
        pixels: ``(S, S, 3) uint8`` RGB.
        aspect: Width over height of what was made a square.
        hash: Perceptual hash.
    """

    pixels: NDArray[np.uint8]
    aspect: float
    hash: int


def decoded(
    photos: list[Path], side: int, *, centres: bool
) -> Iterator[tuple[Path, Decoded | str]]:
    """Decode photos, upright first, several at a time.

    Args:
        photos: The files.
        side: S, pixels.
        centres: Take each photo's centre square instead of squeezing all of it into one.

    Yields:
        Each file in order, with its pixels, or a sentence on why it is left out.
    """
    waiting: deque[tuple[Path, ProcessFuture[Decoded]]] = deque()
    remaining = iter(photos)
    workers = min(os.cpu_count() or 1, _MOST_WORKERS, 1 + len(photos) // _PHOTOS_A_WORKER)
    pool = ProcessPool(
        max_workers=workers,
        context=multiprocessing.get_context("spawn"),
        initializer=_ignore_ctrl_c,
    )
    try:
        while True:
            while len(waiting) < _AHEAD * workers:
                path = next(remaining, None)
                if path is None:
                    break
                ahead = pool.schedule(
                    decode, (path, side), {"centres": centres}, timeout=_TIMEOUT_S
                )
                waiting.append((path, ahead))
            if not waiting:
                return
            path, task = waiting.popleft()
            yield path, _outcome(path, task)
    finally:
        pool.stop()
        pool.join()


def decode(path: Path, side: int, *, centres: bool) -> Decoded:
    """Decode one photo; see `decoded`.

    Raises:
        UnreadablePhotoError: It is damaged, too large or no photo.
    """
    photo = open_photo(path, side)
    if centres:
        photo = _centre(photo)
    square = photo.resize((side, side), Image.Resampling.BICUBIC)
    return Decoded(np.asarray(square), photo.width / photo.height, perceptual_hash(photo))


def _outcome(path: Path, task: "ProcessFuture[Decoded]") -> Decoded | str:
    try:
        return task.result()
    except UnreadablePhotoError as error:
        return str(error)
    except TimeoutError:
        return f"{path} is left out: reading it took longer than {_TIMEOUT_S:.0f} seconds."
    except (ProcessExpired, MemoryError):
        return f"{path} is left out: reading it crashed the decoder, so it is probably damaged."


def _centre(photo: Image.Image) -> Image.Image:
    """Cut the centre square out along whole pixels; half a pixel would blur one direction."""
    least = min(photo.size)
    left, top = (photo.width - least) // 2, (photo.height - least) // 2
    return photo.crop((left, top, left + least, top + least))


def _ignore_ctrl_c() -> None:
    """Let the training end its workers, instead of each complaining on the terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
