"""A photo: a file on disk and what it says about itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file says about itself, read without keeping its pixels.

    Attributes:
        content_hash: 32 hex digits, BLAKE2b-128 of the file's bytes.
        size: File size in bytes.
        modified_ns: File modification time, nanoseconds since the epoch.
        width: Pixels, after EXIF orientation is applied.
        height: Pixels, after EXIF orientation is applied.
        orientation: EXIF orientation, 1 to 8.
        taken: Capture time, ISO 8601, with offset where the file knows it, else None.
        camera: "Make Model" without a doubled make, else None.
        latitude: Degrees, south negative, else None.
        longitude: Degrees, west negative, else None.
        rating: -1 (rejected) to 5, else None.
        tags: Tag paths found in the file and its sidecars, "/" between levels.
    """

    content_hash: str
    size: int
    modified_ns: int
    width: int
    height: int
    orientation: int = 1
    taken: str | None = None
    camera: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    rating: int | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo in the catalogue.

    Attributes:
        id: Stable while the photo exists, through moves and renames.
        path: Absolute path where it was last seen.
        content_hash: See `Facts`.
        width: Pixels as shown, upright and turned.
        height: Pixels as shown, upright and turned.
        taken: ISO 8601 capture time or None.
        camera: Camera name or None.
        latitude: Degrees or None.
        longitude: Degrees or None.
        rating: -1 to 5 or None.
        size: Bytes.
        missing: True when the file was not there at the last look.
        has_thumbnail: True once a thumbnail is stored.
        picked: Whether the user picked it.
        orientation: EXIF orientation of the file, 1 to 8.
        turn: Quarter turns clockwise that the user gave it, 0 to 3.
    """

    id: int
    path: Path
    content_hash: str
    width: int
    height: int
    taken: str | None
    camera: str | None
    latitude: float | None
    longitude: float | None
    rating: int | None
    size: int
    missing: bool
    has_thumbnail: bool
    picked: bool = False
    orientation: int = 1
    turn: int = 0


PhotoRecord = tuple[Any, ...]
"""The values of a `Photo` in their order, then its tags, one a line; `photo_of` and `tags_of`.

Plain values alone: thousands are kept, and Python's collector need not look into them."""


def photo_of(record: PhotoRecord) -> Photo:
    """Return the photo of a record."""
    number, path, *values, _tags = record
    return Photo(number, Path(path), *values)


def tags_of(record: PhotoRecord) -> tuple[str, ...]:
    """Return the tags of a record's photo, by path."""
    return tuple(record[-1].splitlines())


_QUARTERS = ((1, 6, 3, 8), (2, 7, 4, 5))
"""EXIF orientations, each a quarter turn clockwise after the one before; plain, then mirrored."""


def turned(orientation: int, turn: int) -> int:
    """Return the EXIF orientation of a photo that is shown turned.

    Args:
        orientation: The file's own, 1 to 8.
        turn: Quarter turns clockwise of the upright photo.
    """
    cycle = next((known for known in _QUARTERS if orientation in known), _QUARTERS[0])
    start = cycle.index(orientation) if orientation in cycle else 0
    return cycle[(start + turn) % 4]
