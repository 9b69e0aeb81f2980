"""Teach by a part: collages of two photos as examples of what one half of each shows.

``python -m tests.benchmarks.tagging_parts PHOTOS [--encoder FILE] [--scratch DIR]``; PHOTOS has
``labels.csv`` (path, set, class). The library is all photos and all collages, a tag is a class. The
examples are collages; of each, the whole is the example, or the half that shows the class, or, for
comparison, the photo that the half was made of. Scored on what was not shown.
"""

import argparse
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gallery_app.domain.part import Part
from gallery_app.files.reader import read_part
from ssl_core.embed.embedder import Embedder
from ssl_core.model_card import load_card
from ssl_core.scores.tagging_scores import mean_average_precision
from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from tests.benchmarks.labelled_sets import (
    Line,
    Vectors,
    collages,
    encoded_collages,
    encoded_lines,
    encoder_cards,
)

HALVES = (Part(0, 0, 0.5, 1), Part(0.5, 0, 0.5, 1))
SHOTS = (1, 2, 5)
FEWEST = 20
"""Halves that show a class, for it to take part."""
BATCH = 32


class Gallery(NamedTuple):
    """P photos, then C collages; 2 C halves, left ones first.

    Attributes:
        vectors: ``(P + C, D)`` of photos and collages.
        truth: ``(P + C, T)``: which of them shows which class.
        files: Of the collages.
        origin: ``(2 C,)``: the photo that each half was made of.
        known: Photos and collages, prepared.
    """

    vectors: Vectors
    truth: NDArray[np.bool_]
    files: list[Path]
    origin: NDArray[np.int64]
    known: Neighbourhood

    @property
    def photos(self) -> int:
        """P."""
        return len(self.vectors) - len(self.files)


def main() -> None:
    """Print a table for each encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[])
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        scratch = chosen.scratch or Path(passing)
        for card in encoder_cards(chosen.encoder, scratch):
            gallery = _gallery(chosen.photos, card, scratch)
            halves = _Halves(gallery.files, card, scratch)
            print(f"\n{card.stem}, {gallery.truth.shape[1]} tags, {chosen.seeds} draws\n")
            print("| labels | example | mAP, photos | mAP, collages | best tag right, photos |")
            print("|---|---|---|---|---|")
            for shots in SHOTS:
                drawn = [_measure(gallery, halves, shots, seed) for seed in range(chosen.seeds)]
                means = np.mean([list(one.values()) for one in drawn], axis=0)
                for name, scores in zip(drawn[0], means, strict=True):
                    told = " | ".join(f"{score:.1f}" for score in scores)
                    print(f"| {shots} | {name} | {told} |", flush=True)


def _gallery(photos: Path, card: Path, scratch: Path) -> Gallery:
    lines: list[Line] = []
    parts: list[Vectors] = []
    for own, vectors in encoded_lines(photos, card, scratch).values():
        lines += own
        parts.append(vectors)
    row_of = {line["path"]: row for row, line in enumerate(lines)}
    pairs = collages(photos, scratch)
    parts.append(encoded_collages(photos, card, scratch).vectors)
    origin = np.array([row_of[pair[side]] for side in range(2) for pair in pairs.values()])
    classes = np.array([f"{line['set']}/{line['class']}" for line in lines])
    names, counts = np.unique(classes[origin], return_counts=True)
    shown = classes[:, None] == names[counts >= FEWEST]
    left, right = np.split(shown[origin], 2)
    every = np.concatenate(parts)
    truth = np.concatenate([shown, left | right])
    return Gallery(every, truth, list(pairs), origin, neighbourhood(every))


class _Halves:
    """Vectors of halves of collages, encoded when first asked for and kept in a file."""

    def __init__(self, files: list[Path], card: Path, scratch: Path) -> None:
        self._wanted = [(str(file), part) for part in HALVES for file in files]
        self._card = load_card(card)
        self._embedder = Embedder(self._card, card.parent / self._card.onnx)
        self._kept = scratch / f"{card.stem}-halves.npy"
        nothing = np.full((len(self._wanted), self._card.dim), np.nan, np.float32)
        self._vectors = np.load(self._kept) if self._kept.is_file() else nothing

    def vectors(self, halves: NDArray[np.int64]) -> Vectors:
        """Return ``(H, D)`` vectors of halves."""
        new = halves[np.isnan(self._vectors[halves, 0])]
        for some in np.split(new, range(BATCH, len(new), BATCH)):
            crops = [read_part(*self._wanted[half], self._card) for half in some]
            if crops:
                self._vectors[some] = self._embedder.embed(np.stack(crops))
        np.save(self._kept, self._vectors)
        return self._vectors[halves]


def _measure(
    gallery: Gallery, halves: _Halves, shots: int, seed: int
) -> dict[str, tuple[float, ...]]:
    """Return the scores of a draw by what was the example."""
    random = np.random.default_rng(seed)
    shown = gallery.truth[gallery.origin]
    drawn = [random.permutation(np.flatnonzero(own))[:shots] for own in shown.T]
    whole = [gallery.photos + own % len(gallery.files) for own in drawn]
    origin = [gallery.origin[own] for own in drawn]
    hidden = np.unique(np.concatenate([*whole, *origin]))
    used = np.unique(np.concatenate(drawn))
    parts = [len(gallery.vectors) + np.searchsorted(used, own) for own in drawn]
    return {
        "the collage": _scores(gallery, gallery.known, whole, None, hidden),
        "its part": _scores(gallery, _with(gallery, halves.vectors(used)), parts, whole, hidden),
        "the photo itself": _scores(gallery, gallery.known, origin, None, hidden),
    }


def _with(gallery: Gallery, parts: Vectors) -> Neighbourhood:
    near = gallery.known.near
    new = np.full((len(parts), near.shape[1]), -1)
    return neighbourhood(np.concatenate([gallery.vectors, parts]), np.concatenate([near, new]))


def _scores(
    gallery: Gallery,
    known: Neighbourhood,
    yes: list[NDArray[np.int64]],
    within: list[NDArray[np.int64]] | None,
    hidden: NDArray[np.int64],
) -> tuple[float, ...]:
    """Mean average precision on photos and on collages, share of right best tags; percent."""
    nothing = [hidden[:0]] * len(yes)
    chances = suggest(known, collect(yes, nothing, (), known.copies, within)).probabilities
    photos = np.setdiff1d(np.flatnonzero(gallery.truth[: gallery.photos].any(axis=1)), hidden)
    pairs = np.setdiff1d(np.arange(gallery.photos, len(gallery.vectors)), hidden)
    right = gallery.truth[photos, chances[photos].argmax(axis=1)].mean()
    found = (mean_average_precision(chances[r], gallery.truth[r]) for r in (photos, pairs))
    return tuple(100 * float(score) for score in (*found, right))


if __name__ == "__main__":
    main()
