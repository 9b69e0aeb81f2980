"""What looking through a library needs to know beside the photos themselves."""

from collections.abc import Sequence
from pathlib import Path

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.subtree import subfolders
from gallery_app.domain.arrangement import Arrangement, Grouping
from gallery_app.domain.burst import stacked
from gallery_app.domain.first_steps import FirstSteps
from gallery_app.domain.part import Part
from gallery_app.domain.photo import PhotoRecord
from gallery_app.domain.query import parse_query
from gallery_app.domain.waiting import WaitingExport
from gallery_app.jobs.similar import Likeness


class Browsing:
    """Reads for looking through one library.

    Args:
        catalogue: The library's catalogue.
        likeness: Knows which photos are alike.
    """

    def __init__(self, catalogue: Catalogue, likeness: Likeness) -> None:
        self._catalogue = catalogue
        self._likeness = likeness

    def arrange(self, query: str, grouping: Grouping, *, stacks: bool = False) -> Arrangement:
        """Return the photos that a query finds, in the order and the sections of the wall.

        Args:
            query: In the query language.
            grouping: What a section has in common.
            stacks: Whether the shots of a burst stand together.

        Raises:
            QueryError: The query is not understood; ``position`` says where.
        """
        found = self._catalogue.arrange(parse_query(query), grouping)
        return stacked(found, self._catalogue.bursts.shots()) if stacks else found

    def subfolders(self, folder: Path) -> list[tuple[Path, int]]:
        """Return the folders below one that photos lie in, outer ones first, and how many do."""
        return list(subfolders(self._catalogue.connection, folder))

    def here(self, photo_ids: Sequence[int]) -> set[int]:
        """Return which of these photos are in the library."""
        return self._catalogue.photos.here(photo_ids)

    def records(self, photo_ids: Sequence[int]) -> dict[int, PhotoRecord]:
        """Return photos with their tags by id, those that are in the library."""
        return self._catalogue.photos.records(photo_ids)

    def carried_by(self, photo_ids: Sequence[int]) -> list[tuple[str, int, tuple[str, ...]]]:
        """Return (tag, how many of these photos carry it, its sources), most carried first."""
        return self._catalogue.tags.carried_by(photo_ids)

    def first_steps(self) -> FirstSteps:
        """Return how far someone new to this library has come."""
        return self._catalogue.first_steps()

    def waiting(self, number: int) -> tuple[int, list[WaitingExport]]:
        """Return how many sidecars could not be written yet, and ``number`` of them."""
        return self._catalogue.waiting.count(), self._catalogue.waiting.first(number)

    def cameras(self) -> list[str]:
        """Return the cameras that took the photos, the most used first."""
        return self._catalogue.photos.cameras()

    def like_part(self, photo_id: int, part: Part, limit: int = 200) -> list[tuple[int, float]]:
        """Return (photo id, cosine) of the photos most like a part of one; blocks.

        Raises:
            UserError: No photo is understood yet, or the encoder's files are gone.
            PhotoError: The photo cannot be read.
        """
        return self._likeness.like_part(photo_id, part, limit)
