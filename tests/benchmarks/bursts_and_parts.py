"""What the rule for bursts joins, and what looking for a part of a photo finds.

``python -m tests.benchmarks.bursts_and_parts PHOTOS [--scratch DIR]``; PHOTOS has ``labels.csv``
(path, set, class). Shots of a burst are made: one photo, cropped, moved, tilted and lit a little
differently. They are compared as `ssl_core.search.bursts` does, beside different photos of one
class, which would be joined wrongly were they taken within seconds. A part is one half of a
collage of two photos; beside it, the same search with the whole collage.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance

from gallery_app.domain.part import Part
from gallery_app.files.decode import decode
from gallery_app.files.reader import read_part
from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import crop
from ssl_core.model_card import load_card
from ssl_core.search.bursts import BURST_COSINE
from ssl_core.vectors import centre, normalise
from tests.benchmarks.labelled_sets import Line, Vectors, encoded_lines, encoder_cards

EACH = 100
SIDE = 400
HALF = Part(0.02, 0.04, 0.46, 0.92)


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--scratch", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        scratch = chosen.scratch or Path(passing)
        [card] = encoder_cards([], scratch)
        embedder = Embedder(load_card(card), card.parent / load_card(card).onnx)
        for name, (lines, vectors) in encoded_lines(chosen.photos, card, scratch).items():
            files = [chosen.photos / line["path"] for line in lines]
            joined, wrong = _bursts(embedder, files, lines, vectors)
            part, whole = _parts(embedder, files, lines, vectors, Path(passing))
            print(
                f"{name}: of made shots {joined:.1%} are one burst, of different photos of a class "
                f"{wrong:.2%}; most alike is of its class: like the part {part:.0%}, like the "
                f"whole photo {whole:.0%}"
            )


def _bursts(
    embedder: Embedder, files: list[Path], lines: list[Line], vectors: Vectors
) -> tuple[float, float]:
    chance = np.random.default_rng(0)
    mean = normalise(vectors).mean(axis=0)
    shots = []
    for row in chance.choice(len(files), EACH, replace=False):
        photo = decode(files[row], short_side=2 * embedder.card.resize)
        shots += [crop(_shot(photo, chance), embedder.card) for _ in range(2)]
    seen = centre(embedder.embed(np.stack(shots)), mean)
    same = (seen[::2] * seen[1::2]).sum(axis=1) >= BURST_COSINE
    fine, classes = centre(vectors, mean), np.array([line["class"] for line in lines])
    one, other = np.triu_indices(len(fine), k=1)
    kin = classes[one] == classes[other]
    different = np.einsum("nd,nd->n", fine[one[kin]], fine[other[kin]]) >= BURST_COSINE
    return float(same.mean()), float(different.mean())


def _shot(photo: Image.Image, chance: np.random.Generator) -> Image.Image:
    """Take the photo again, by a hand that is not quite still."""
    tilted = photo.rotate(chance.uniform(-2, 2), Image.Resampling.BICUBIC)
    size = np.array(photo.size)
    room = 0.9 * size
    corner = chance.uniform(0.02, 0.08, 2) * size
    moved = tilted.crop((*corner, *(corner + room)))
    return ImageEnhance.Brightness(moved).enhance(chance.uniform(0.9, 1.1))


def _parts(
    embedder: Embedder, files: list[Path], lines: list[Line], vectors: Vectors, place: Path
) -> tuple[float, float]:
    chance = np.random.default_rng(1)
    unit = normalise(vectors)
    hits = np.zeros(2)
    for _ in range(EACH):
        rows = chance.choice(len(files), 2, replace=False)
        both = Image.new("RGB", (2 * SIDE, SIDE))
        for left, row in zip((0, SIDE), rows, strict=True):
            photo = decode(files[row], short_side=SIDE).resize((SIDE, SIDE))
            both.paste(photo, (left, 0))
        both.save(place / "both.png")
        crops = [read_part(str(place / "both.png"), HALF, embedder.card), crop(both, embedder.card)]
        alike = normalise(embedder.embed(np.stack(crops))) @ unit.T
        alike[:, rows] = -1
        wanted = lines[rows[0]]["class"]
        hits += [lines[best]["class"] == wanted for best in alike.argmax(axis=1)]
    return hits[0] / EACH, hits[1] / EACH


if __name__ == "__main__":
    main()
