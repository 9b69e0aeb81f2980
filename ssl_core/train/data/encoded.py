"""Photos, and a changed copy of each, as vectors: encoded once, part by part, kept on disk."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.folder import UnreadablePhotoError, open_photo
from ssl_core.embed.preprocess import crop
from ssl_core.errors import TrainingError
from ssl_core.run_spec import FEWEST_PHOTOS
from ssl_core.scores.copies import changed

_PART = 64
_TOLD = "Encoding photos"


class Encoded(NamedTuple):
    """A gallery under one encoder.

    Attributes:
        paths: N files, as text.
        vectors: ``(N, D) float32``, raw.
        copies: ``(N, D) float32``, raw, of a changed copy of each photo.
    """

    paths: list[str]
    vectors: NDArray[np.float32]
    copies: NDArray[np.float32]


def encode(
    folder: Path,
    photos: list[Path],
    embedder: Embedder,
    tell: Callable[..., None],
    ordered: Callable[[], str],
) -> Encoded | str:
    """Encode photos, or read what an earlier call encoded.

    Args:
        folder: Takes a file for each part.
        photos: The files; those that cannot be opened are told and left out.
        embedder: The encoder.
        tell: Called with facts by name, for the progress.
        ordered: Asked between parts; an order ends it, and a later call goes on from there.

    Returns:
        All of them, or the order.

    Raises:
        TrainingError: Fewer than eight photos can be opened.
        OSError: The disk is full or cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = []
    for start in range(0, len(photos), _PART):
        tell(doing=_TOLD, done=start, total=len(photos))
        order = ordered()
        if order:
            return order
        part = photos[start : start + _PART]
        path = folder / f"{embedder.card.sha256[:12]}-{start:07}.npz"
        stamp = json.dumps([embedder.card.sha256, *map(_stamp, part)])
        known = _read(path, stamp)
        if known is None:
            known = _encoded(part, embedder, start, tell)
            _write(path, stamp, known)
        parts.append(known)
    paths = [path for part in parts for path in part.paths]
    if len(paths) < FEWEST_PHOTOS:
        raise TrainingError(
            f"Only {len(paths)} photos can be opened; training takes at least {FEWEST_PHOTOS}."
        )
    vectors = np.concatenate([part.vectors for part in parts])
    return Encoded(paths, vectors, np.concatenate([part.copies for part in parts]))


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0  # gone meanwhile, which opening it will tell
    return str(path), found.st_size, found.st_mtime_ns


def _encoded(
    photos: list[Path], embedder: Embedder, first: int, tell: Callable[..., None]
) -> Encoded:
    squares = list(_squares(photos, embedder, first, tell))
    shape = (0, embedder.card.input_size, embedder.card.input_size, 3)
    plain, copies = (
        np.array([square[which] for square in squares], np.uint8).reshape(-1, *shape[1:])
        for which in (1, 2)
    )
    return Encoded([square[0] for square in squares], embedder.embed(plain), embedder.embed(copies))


Square = tuple[str, NDArray[np.uint8], NDArray[np.uint8]]


def _squares(
    photos: list[Path], embedder: Embedder, first: int, tell: Callable[..., None]
) -> Iterator[Square]:
    for row, path in enumerate(photos, first):
        try:
            photo = open_photo(path, 2 * embedder.card.resize)
        except UnreadablePhotoError as error:
            tell(left_out=str(path), why=str(error))
            continue
        # Seeded by the photo's row: what is interrupted goes on with the same copies.
        copy = changed(photo, np.random.default_rng(row))
        yield str(path), crop(photo, embedder.card), crop(copy, embedder.card)


def _read(path: Path, stamp: str) -> Encoded | None:
    if not path.is_file():
        return None
    stored = np.load(path)
    if str(stored["stamp"]) != stamp:
        return None
    return Encoded(stored["paths"].tolist(), stored["vectors"], stored["copies"])


def _write(path: Path, stamp: str, known: Encoded) -> None:
    staged = path.with_suffix(f".{os.getpid()}.part")
    try:
        with staged.open("wb") as file:
            paths = np.array(known.paths, dtype=np.str_)
            np.savez(file, stamp=stamp, paths=paths, vectors=known.vectors, copies=known.copies)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
