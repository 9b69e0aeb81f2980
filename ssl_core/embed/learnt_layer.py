"""A layer learnt on an encoder's vectors, kept beside the ONNX file that it became part of.

With it what the old encoder has seen need not be looked at again.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.vectors import normalise


class LearntLayer(NamedTuple):
    """A linear layer.

    Attributes:
        base: ``sha256`` of the network whose vectors it takes.
        matrix: ``(W, D)``.
        mean: ``(D,)`` mean of the gallery's normalised vectors.
    """

    base: str
    matrix: NDArray[np.float32]
    mean: NDArray[np.float32]

    def __call__(self, vectors: NDArray[np.floating]) -> NDArray[np.float32]:
        """Turn ``(N, D)`` raw vectors of the old encoder into ``(N, W)`` of the new one."""
        return ((normalise(vectors) - self.mean) @ self.matrix.T).astype(np.float32, copy=False)

    def save(self, folder: Path, name: str) -> None:
        """Write it beside the encoder ``name``."""
        np.savez(layer_of(folder, name), **self._asdict())


def load_layer(folder: Path, name: str) -> LearntLayer | None:
    """Read the layer of the encoder ``name``; None if it has none."""
    path = layer_of(folder, name)
    if not path.is_file():
        return None
    with np.load(path) as stored:
        return LearntLayer(str(stored["base"]), stored["matrix"], stored["mean"])


def layer_of(folder: Path, name: str) -> Path:
    """Return where the layer of an encoder lies, if it has one."""
    return folder / f"{name}.layer.npz"
