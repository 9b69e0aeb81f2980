"""Where things lie inside a library's folder."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from gallery_app.errors import SurroundingsError


@dataclass(frozen=True, slots=True)
class LibraryPaths:
    """The files of one library; none of them is a photo."""

    directory: Path

    @classmethod
    def ready(cls, directory: Path) -> "LibraryPaths":
        """Make the library's folder unless it is there.

        Raises:
            SurroundingsError: It cannot be made.
        """
        paths = cls(directory.expanduser().absolute())
        try:
            paths.directory.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SurroundingsError(
                f"The library folder {paths.directory} cannot be made ({error.strerror}); "
                "choose another.",
                command="handful --library FOLDER",
            ) from error
        return paths

    @property
    def catalogue(self) -> Path:
        """The SQLite file."""
        return self.directory / "catalogue.sqlite"

    @property
    def thumbnails(self) -> Path:
        """Thumbnails, by content hash; may be deleted, they are made again."""
        return self.directory / "thumbnails"

    @property
    def encoders(self) -> Path:
        """ONNX files and their model cards."""
        return self.directory / "encoders"

    @property
    def training(self) -> Path:
        """One folder for each training."""
        return self.directory / "training"

    @property
    def backups(self) -> Path:
        """Catalogues before a migration, sidecars before an export."""
        return self.directory / "backups"

    @property
    def logs(self) -> Path:
        """The log."""
        return self.directory / "logs"


def default_library() -> Path:
    """Return the library used when none is named."""
    return user_data_path("Handful", appauthor=False) / "library"
