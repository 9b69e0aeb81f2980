"""Photos decoded once, at training size, in one file on disk."""

import contextlib
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from ssl_core.embed.folder import UnreadablePhotoError, open_photo
from ssl_core.errors import TrainingError
from ssl_core.run_spec import FEWEST_PHOTOS
from ssl_core.search.duplicates import near_duplicates, perceptual_hash

_TINY = 8
_VERSION = 1

Told = Callable[..., None]


@dataclass(frozen=True)
class PhotoStore:
    """N photos as squares, so that they fit one array.

    Squeezed, so that nothing of them is lost; or their centres, where a method must not see which
    side was squeezed.

    Attributes:
        pixels: ``(N, S, S, 3) uint8`` RGB, read from disk as needed.
        aspects: ``(N,) float32`` width over height before the squeeze; crops undo it with that.
        groups: ``(N,) int64``; copies of one another share a number.
        paths: The photos' files.
    """

    pixels: NDArray[np.uint8]
    aspects: Tensor
    groups: Tensor
    paths: list[str]

    def __len__(self) -> int:
        return len(self.paths)

    def read(self, rows: Tensor, device: torch.device) -> Tensor:
        """Read photos: ``(B,)`` rows → ``(B, 3, S, S) float32`` in [0, 1] on a device."""
        photos = torch.from_numpy(self.pixels[rows.numpy()])
        return photos.to(device).permute(0, 3, 1, 2).float() / 255


def open_store(
    folder: Path, photos: list[Path], side: int, tell: Told, *, centres: bool = False
) -> PhotoStore:
    """Open the store in a folder, or decode the photos into a new one.

    Args:
        folder: Takes ``photos.npy`` and ``photos.json``.
        photos: The files; those that cannot be opened are told and left out.
        side: S, pixels.
        tell: Called with facts by name, for the progress.
        centres: Keep each photo's centre square instead of squeezing all of it into one.

    Raises:
        TrainingError: Fewer than eight photos can be opened.
        OSError: The disk is full or cannot be written to.
    """
    wanted = {
        "version": _VERSION,
        "side": side,
        "centres": centres,
        "files": [_stamp(path) for path in photos],
    }
    facts = _stored_facts(folder, wanted)
    if facts is None:
        facts = _decode(folder, photos, side, tell, centres=centres)
        _write(folder / "photos.json", json.dumps(wanted | facts))
    paths = facts["paths"]
    if len(paths) < FEWEST_PHOTOS:
        raise TrainingError(
            f"Only {len(paths)} photos can be opened; training takes at least {FEWEST_PHOTOS}."
        )
    pixels = np.load(folder / "photos.npy", mmap_mode="r")[: len(paths)]
    groups = _groups(pixels, np.array(facts["hashes"], dtype=np.uint64))
    return PhotoStore(pixels, torch.tensor(facts["aspects"]), groups, paths)


def _stamp(path: Path) -> list[object]:
    found = path.stat()
    return [str(path), found.st_size, found.st_mtime_ns]


def _stored_facts(folder: Path, wanted: dict) -> dict | None:
    """What an earlier run wrote, if it is of the same photos at the same size."""
    try:
        facts = json.loads((folder / "photos.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    same = isinstance(facts, dict) and all(facts.get(key) == wanted[key] for key in wanted)
    return facts if same and (folder / "photos.npy").is_file() else None


def _decode(folder: Path, photos: list[Path], side: int, tell: Told, *, centres: bool) -> dict:
    facts: dict[str, list] = {"paths": [], "aspects": [], "hashes": []}
    staged = folder / f"photos.npy.{os.getpid()}.part"
    try:
        pixels = np.lib.format.open_memmap(
            staged, mode="w+", dtype=np.uint8, shape=(len(photos), side, side, 3)
        )
        for done, path in enumerate(photos):
            if done % 50 == 0:
                tell(doing="Reading photos", done=done, total=len(photos))
            try:
                photo = open_photo(path, side)
                if centres:
                    photo = _centre(photo)
            except UnreadablePhotoError as error:
                tell(left_out=str(path), why=str(error))
                continue
            row = len(facts["paths"])
            pixels[row] = np.asarray(photo.resize((side, side), Image.Resampling.BICUBIC))
            facts["paths"].append(str(path))
            facts["aspects"].append(photo.width / photo.height)
            facts["hashes"].append(perceptual_hash(photo))
        pixels.flush()
        del pixels
        staged.replace(folder / "photos.npy")
    finally:
        staged.unlink(missing_ok=True)
    return facts


def _centre(photo: Image.Image) -> Image.Image:
    """Cut the centre square out along whole pixels; half a pixel would blur one direction."""
    least = min(photo.size)
    left, top = (photo.width - least) // 2, (photo.height - least) // 2
    return photo.crop((left, top, left + least, top + least))


def _groups(pixels: NDArray[np.uint8], hashes: NDArray[np.uint64]) -> Tensor:
    """Number the photos so that copies share a number.

    The rules for copies were measured with an encoder's vectors; here the photo shrunk to a few
    pixels stands in. It is looser, and a negative too few costs nothing.
    """
    step = pixels.shape[1] // _TINY
    tiny = pixels[:, step // 2 :: step, step // 2 :: step].reshape(len(pixels), -1)
    vectors = tiny.astype(np.float32)
    groups = np.arange(len(pixels))
    for members in near_duplicates(vectors - vectors.mean(axis=0), hashes):
        groups[list(members)] = members[0]
    return torch.from_numpy(groups)


def _write(path: Path, text: str) -> None:
    staged = path.with_suffix(f".{os.getpid()}.part")
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    staged.write_text(text, encoding="utf-8")
    staged.replace(path)
