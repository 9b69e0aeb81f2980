"""What looking through a library needs to know beside the photos themselves."""

from gallery_app.catalogue.catalogue import Catalogue


class Browsing:
    """Reads for looking through one library.

    Args:
        catalogue: The library's catalogue.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def cameras(self) -> list[str]:
        """Return the cameras that took the photos, the most used first."""
        return self._catalogue.photos.cameras()
