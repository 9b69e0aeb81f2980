"""Photos that are copies of one another, and which of them is worth keeping."""

from dataclasses import dataclass
from enum import StrEnum

from gallery_app.domain.photo import Photo


class Merit(StrEnum):
    """What one copy has over all the others."""

    LARGEST = "largest"
    SHARPEST = "sharpest"
    OLDEST = "oldest"
    BEST_RATED = "best rated"


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several copies.

    Attributes:
        photo: It.
        sharpness: See `files.sharpness`; 0 where it is unknown or cannot differ.
        tags: How many tags it carries.
    """

    photo: Photo
    sharpness: float = 0.0
    tags: int = 0


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Copies of one photo: "exact", byte for byte, or "near" (resized, recompressed ...)."""

    kind: str
    copies: tuple[Copy, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """The photos."""
        return tuple(copy.photo.id for copy in self.copies)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which photo of a group stays, and which go to the wastebasket."""

    kept: int
    others: tuple[int, ...]


SHARPER = 1.2
"""How much sharper the sharpest must be than the second: recompressing alone changes it a bit."""


def merits(group: CopyGroup) -> dict[int, list[Merit]]:
    """Return what each photo has over all the others of its group; ties have nothing."""
    found: dict[int, list[Merit]] = {copy.photo.id: [] for copy in group.copies}
    ages = _ages(group)
    rules: dict[Merit, tuple[list[float], float]] = {
        Merit.LARGEST: ([copy.photo.width * copy.photo.height for copy in group.copies], 1.0),
        Merit.SHARPEST: ([copy.sharpness for copy in group.copies], SHARPER),
        Merit.OLDEST: ([ages[copy.photo.id] for copy in group.copies], 1.0),
        Merit.BEST_RATED: ([copy.photo.rating or 0 for copy in group.copies], 1.0),
    }
    for merit, (values, factor) in rules.items():
        first, second = sorted(values, reverse=True)[:2]
        if first > second * factor:
            found[group.ids[values.index(first)]].append(merit)
    return found


def best(group: CopyGroup) -> int:
    """Return the photo to keep: the best rated, then the largest, sharpest, oldest.

    Between equals the one nearest to the root of its drive, so not the one in "Backup/Old".
    """
    ages = _ages(group)

    def worth(copy: Copy) -> tuple[float, ...]:
        photo = copy.photo
        pixels, depth = photo.width * photo.height, len(photo.path.parts)
        stars = (photo.rating or 0, photo.picked)
        return (
            *stars,
            pixels,
            copy.sharpness,
            ages[photo.id],
            photo.size,
            copy.tags,
            -depth,
            -photo.id,
        )

    return max(group.copies, key=worth).photo.id


def _ages(group: CopyGroup) -> dict[int, int]:
    """Rank the photos by when they were taken, the oldest highest, those that do not say at 0."""
    times = sorted({copy.photo.taken for copy in group.copies if copy.photo.taken}, reverse=True)
    ranks = {taken: rank for rank, taken in enumerate(times, 1)}
    return {copy.photo.id: ranks.get(copy.photo.taken or "", 0) for copy in group.copies}
