"""Vectors for a worker process, which reads them from the catalogue itself.

Those of 100,000 photos take half a gigabyte: the window's process is spared them, and the pipe.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.encoders import Encoder
from gallery_app.catalogue.vectors import Vectors

Result = TypeVar("Result")


def with_vectors(
    catalogue: Path, encoder: Encoder, function: Callable[..., Result], *arguments: object
) -> Result:
    """Return ``function(ids, vectors, *arguments)``; runs in a worker process.

    Args:
        catalogue: The file.
        encoder: Whose vectors.
        function: Gets ids (N,) int64, ascending, and vectors (N, D) float32 of photos that are
            not missing.
        arguments: What else it gets.
    """
    with closing(Connection(catalogue)) as connection:
        ids, vectors = Vectors(connection).load(encoder.id, encoder.dim)
    return function(ids, vectors, *arguments)
