"""Photos decoded once, at training size, in one file on disk."""

import errno
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ssl_core.errors import TrainingError
from ssl_core.run_spec import FEWEST_PHOTOS
from ssl_core.search.duplicates import near_duplicates
from ssl_core.train.data.decode import decoded

_TINY = 8
_VERSION = 2
_PIXELS, _FACTS = "photos.rgb", "photos.json"
# Copies of one photo, saved anew, differ by less: grey levels of 255 in the shrunk photo.
_ALIKE = 8

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
        folder: Takes ``photos.rgb`` and ``photos.json``.
        photos: The files; those that cannot be opened are told and left out.
        side: S, pixels.
        tell: Called with facts by name, for the progress.
        centres: Keep each photo's centre square instead of squeezing all of it into one.

    Raises:
        TrainingError: Fewer than eight photos can be opened, or all are the same.
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
        (folder / _FACTS).unlink(missing_ok=True)  # they tell of other pixels
        facts = _decode(folder, photos, side, tell, centres=centres)
        _write(folder / _FACTS, json.dumps(wanted | facts))
    pixels = _mapped(folder / _PIXELS, len(facts["paths"]), side)
    return PhotoStore(
        pixels, torch.tensor(facts["aspects"]), torch.tensor(facts["groups"]), facts["paths"]
    )


def _stamp(path: Path) -> list[object]:
    try:
        found = path.stat()
    except OSError:
        return [str(path)]  # decoding it will say what is wrong
    return [str(path), found.st_size, found.st_mtime_ns]


def _stored_facts(folder: Path, wanted: dict) -> dict | None:
    """What an earlier run wrote, if it is of the same photos at the same size."""
    try:
        facts = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
        size = (folder / _PIXELS).stat().st_size
    except (OSError, ValueError):
        return None
    if not isinstance(facts, dict) or any(facts.get(key) != wanted[key] for key in wanted):
        return None
    whole = size == len(facts["paths"]) * wanted["side"] ** 2 * 3
    return facts if whole else None


def _decode(folder: Path, photos: list[Path], side: int, tell: Told, *, centres: bool) -> dict:
    facts: dict[str, list] = {"paths": [], "aspects": [], "groups": []}
    hashes = []
    _make_sure_of_room(folder, len(photos) * side * side * 3)
    # The name is always the same, so what a killed run leaves is written over by the next.
    staged = folder / f"{_PIXELS}.part"
    try:
        # A file that grows, not a map of one: there a full disk would end the process unheard.
        with staged.open("wb") as file:
            for done, (path, found) in enumerate(decoded(photos, side, centres=centres)):
                if done % 50 == 0:
                    tell(doing="Reading photos", done=done, total=len(photos))
                if isinstance(found, str):
                    tell(left_out=str(path), why=found)
                    continue
                file.write(found.pixels.tobytes())
                facts["paths"].append(str(path))
                facts["aspects"].append(found.aspect)
                hashes.append(found.hash)
            file.flush()
            os.fsync(file.fileno())
        facts["groups"] = _kinds(staged, side, hashes)
        staged.replace(folder / _PIXELS)
    finally:
        staged.unlink(missing_ok=True)
    return facts


def _make_sure_of_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise OSError(
            errno.ENOSPC,
            f"the photos at training size take {needed / 1e9:.1f} GB, and {free / 1e9:.1f} GB are "
            "free; make room or choose another folder",
            str(folder),
        )


def _kinds(pixels: Path, side: int, hashes: list[int]) -> list[int]:
    """Make sure that there is something to learn from, and return the groups of copies."""
    if len(hashes) < FEWEST_PHOTOS:
        raise TrainingError(
            f"Only {len(hashes)} photos can be opened; training takes at least {FEWEST_PHOTOS}."
        )
    tiny = _shrunk(_mapped(pixels, len(hashes), side))
    if np.ptp(tiny, axis=0).max() < _ALIKE:
        raise TrainingError(
            f"All {len(hashes)} photos are the same, so there is nothing to tell apart; add "
            "different ones."
        )
    return _groups(tiny, np.array(hashes, dtype=np.uint64))


def _mapped(path: Path, count: int, side: int) -> NDArray[np.uint8]:
    return np.memmap(path, np.uint8, "r", shape=(count, side, side, 3))


def _shrunk(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    step = max(1, pixels.shape[1] // _TINY)
    tiny = pixels[:, step // 2 :: step, step // 2 :: step].reshape(len(pixels), -1)
    return tiny.astype(np.float32)


def _groups(tiny: NDArray[np.float32], hashes: NDArray[np.uint64]) -> list[int]:
    """Number the photos so that copies share a number.

    The rules for copies were measured with an encoder's vectors; here the photo shrunk to a few
    pixels stands in. It is looser, and a negative too few costs nothing.
    """
    groups = np.arange(len(tiny))
    for members in near_duplicates(tiny - tiny.mean(axis=0), hashes):
        groups[list(members)] = members[0]
    return [int(group) for group in groups]


def _write(path: Path, text: str) -> None:
    staged = path.with_suffix(".part")
    try:
        staged.write_text(text, encoding="utf-8")
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
