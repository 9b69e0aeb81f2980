"""What every job works with: the catalogue, the thumbnails, the worker processes."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.changes import Changes
from gallery_app.files.reader import start_reading
from gallery_app.files.thumbnails import ThumbnailStore
from gallery_app.jobs.child import Workers
from gallery_app.paths import LibraryPaths

_SECONDS_PER_PHOTO = 60.0
_MEMORY_PER_READER = 1_500_000_000  # bytes; all readers of a hostile folder stay below 2 GB each


@dataclass(frozen=True)
class Surroundings:
    """The catalogue and tools of one library, shared by its jobs.

    Attributes:
        paths: Where the library's files lie.
        catalogue: Its catalogue.
        thumbnails: Its thumbnails.
        announce: Called, on the job's thread, after each write with what changed.
        readers: Processes that open photos.
        computer: One process that clusters and suggests.
        searcher: One process that answers which photos are alike.
    """

    paths: LibraryPaths
    catalogue: Catalogue
    thumbnails: ThumbnailStore
    announce: Callable[[Changes], object]
    readers: Workers = field(
        default_factory=lambda: Workers(
            reader_count(), _SECONDS_PER_PHOTO, start_reading, (_MEMORY_PER_READER,)
        )
    )
    computer: Workers = field(default_factory=lambda: Workers(1))
    searcher: Workers = field(default_factory=lambda: Workers(1))

    @classmethod
    def of(
        cls, directory: Path, catalogue: Catalogue, announce: Callable[[Changes], object]
    ) -> "Surroundings":
        """Gather the surroundings of the library in ``directory``."""
        paths = LibraryPaths(directory)
        return cls(paths, catalogue, ThumbnailStore(paths.thumbnails), announce)

    def close(self) -> None:
        """End all worker processes."""
        self.readers.close()
        self.computer.close()
        self.searcher.close()


def reader_count() -> int:
    """Return how many reading processes suit this machine: one a core, at most 8."""
    return max(1, min(8, os.cpu_count() or 1))
