"""Vectors for other programs: a NumPy archive."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np


def npz_bytes(paths: Sequence[Path], vectors: np.ndarray) -> bytes:
    """Return an .npz archive with ``paths`` (N) text and ``vectors`` (N, D) float32."""
    buffer = io.BytesIO()
    np.savez(buffer, paths=np.array([str(path) for path in paths], dtype=str), vectors=vectors)
    return buffer.getvalue()
