"""Load labelled photo sets as vectors, for the benchmarks."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SETS = ("tf_flowers", "trashnet", "clothing", "grocery")


class LabelledSet(NamedTuple):
    """Photos of one folder with their true classes.

    Attributes:
        name: For the table.
        vectors: ``(N, D) float32`` raw vectors.
        labels: ``(N,) int64`` classes, from 0.
    """

    name: str
    vectors: NDArray[np.float32]
    labels: NDArray[np.int64]


def from_vectors(folder: Path) -> Iterator[LabelledSet]:
    """Read ``SET.npz`` files with ``vectors`` and ``labels``."""
    for path in sorted(folder.glob("*.npz"), key=lambda path: path.stem):
        if path.stem in SETS:
            stored = np.load(path)
            _, labels = np.unique(stored["labels"], return_inverse=True)
            yield LabelledSet(path.stem, stored["vectors"], labels)


def write_vectors(photos: Path, exported: Path, folder: Path) -> None:
    """Split ``handful export vectors`` of the labelled photos into ``SET.npz`` files.

    Args:
        photos: Folder with ``labels.csv`` (columns path, set, class).
        exported: The ``.npz`` with ``paths`` and ``vectors``.
        folder: Where the sets go.
    """
    stored = np.load(exported)
    row = {Path(str(path)).resolve(): number for number, path in enumerate(stored["paths"])}
    with (photos / "labels.csv").open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    for name in SETS:
        mine = [line for line in lines if line["set"] == name]
        rows = [row[(photos / line["path"]).resolve()] for line in mine]
        labels = np.array([line["class"] for line in mine])
        np.savez(folder / f"{name}.npz", vectors=stored["vectors"][rows], labels=labels)
