"""Show which part of a photo speaks for a tag: on which half of a collage does the box lie?

``python -m tests.benchmarks.telling_parts PHOTOS [--encoder FILE] [--scratch DIR] [--count N]``;
PHOTOS has ``labels.csv`` (path, set, class). Collages of two photos of different classes are asked
about the class of either half, photos of one thing about theirs. Examples are single photos of all
classes. `ssl_core.tagging.region.STANDS_OUT` was chosen on the first 80 collages; these are the
last.
"""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from gallery_app.domain.part import Part, windows
from gallery_app.files.reader import read_parts
from ssl_core.embed.embedder import Embedder
from ssl_core.model_card import ModelCard, load_card
from ssl_core.tagging.region import speaks_most
from tests.benchmarks.labelled_sets import (
    Line,
    Vectors,
    collages,
    encoded_collages,
    encoded_lines,
    encoder_cards,
)

LABELS = (1, 3, 8)
DRAWS = 3
ON_ITS_HALF = 0.7
"""Least share of a box that lies on the half that is meant."""


def main() -> None:
    """Print a table for each encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[])
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--count", type=int, default=80, help="collages, and photos")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        scratch = chosen.scratch or Path(passing)
        for card in encoder_cards(chosen.encoder, scratch):
            _Asked(chosen.photos, card, scratch, chosen.count).report()


class _Asked:
    """Photos and collages with the vectors of their parts, and the set they come from."""

    def __init__(self, photos: Path, card: Path, scratch: Path, count: int) -> None:
        lines: list[Line] = []
        vectors: list[Vectors] = []
        for own, rows in encoded_lines(photos, card, scratch).values():
            lines += own
            vectors.append(rows)
        self._vectors = np.concatenate(vectors)
        self._classes = np.array([f"{line['set']}/{line['class']}" for line in lines])
        row_of = {line["path"]: row for row, line in enumerate(lines)}
        card_facts = load_card(card)
        look = _looker(card_facts, Embedder(card_facts, card.parent / card_facts.onnx))
        self.name = card.stem
        self._cases: list[tuple[list[Part], Vectors, Vectors, list[int]]] = []
        """Boxes, their vectors, that of the whole, rows of the photos from left to right."""
        wholes = encoded_collages(photos, card, scratch).vectors
        pairs = list(collages(photos, scratch).items())[-count:]
        for (path, pair), whole in zip(pairs, wholes[-count:], strict=True):
            rows = [row_of[one] for one in pair]
            if self._classes[rows[0]] != self._classes[rows[1]]:
                self._cases.append((*look(path), whole, rows))
        for row in np.random.default_rng(0).choice(len(lines), count, replace=False).tolist():
            found = look(photos / lines[row]["path"])
            self._cases.append((*found, self._vectors[row], [row]))

    def report(self) -> None:
        print(f"\n{self.name}\n")
        print("| labels | asked | a box is shown | on the right half | … of all boxes |")
        print("|---|---|---|---|---|")
        for labels in LABELS:
            told = [one for seed in range(DRAWS) for one in self._draw(labels, seed)]
            pairs = np.array([rest for kind, *rest in told if kind == 2])
            alone = np.array([rest for kind, *rest in told if kind == 1])
            shown = pairs[:, 0] > 0
            print(
                f"| {labels} | collages | {shown.mean():.0%} | {pairs[shown, 1].mean():.0%} | "
                f"{pairs[:, 2].mean():.0%} |"
            )
            print(f"| {labels} | photos of one thing | {alone[:, 0].mean():.0%} | – | – |")

    def _draw(self, labels: int, seed: int) -> list[tuple[float, ...]]:
        """Return (photos in it, a box is shown, on the right half, share of all boxes there)."""
        random = np.random.default_rng(seed)
        names = np.unique(self._classes)
        drawn = [random.permutation(np.flatnonzero(self._classes == n))[:labels] for n in names]
        examples = np.concatenate(drawn)
        told = []
        for parts, vectors, whole, rows in self._cases:
            free = examples[~np.isin(examples, rows)]
            for side, row in enumerate(rows):
                own = self._classes[free] == self._classes[row]
                if own.any():
                    own_rows, others = self._vectors[free[own]], self._vectors[free[~own]]
                    best = speaks_most(vectors, whole, own_rows, others)
                    there = _on_half(parts, side)
                    right = best is not None and bool(there[best])
                    told.append((len(rows), best is not None, right, there.mean()))
        return told


def _looker(card: ModelCard, embedder: Embedder) -> Callable[[Path], tuple[list[Part], Vectors]]:
    def look(path: Path) -> tuple[list[Part], Vectors]:
        with Image.open(path) as photo:
            parts = windows(*photo.size)
        return parts, embedder.embed(read_parts(str(path), parts, card))

    return look


def _on_half(parts: list[Part], side: int) -> NDArray[np.bool_]:
    left = np.array([max(0.0, min(p.left + p.width, 0.5) - p.left) / p.width for p in parts])
    return (1 - left if side else left) >= ON_ITS_HALF


if __name__ == "__main__":
    main()
