"""What looking through a library needs to know beside the photos themselves."""

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.arrangement import Arrangement, Grouping
from gallery_app.domain.burst import stacked
from gallery_app.domain.first_steps import FirstSteps
from gallery_app.domain.query import parse_query


class Browsing:
    """Reads for looking through one library.

    Args:
        catalogue: The library's catalogue.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

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

    def first_steps(self) -> FirstSteps:
        """Return how far someone new to this library has come."""
        return self._catalogue.first_steps()

    def cameras(self) -> list[str]:
        """Return the cameras that took the photos, the most used first."""
        return self._catalogue.photos.cameras()
