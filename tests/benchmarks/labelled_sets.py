"""Labelled photo sets as vectors, encoded once, for the benchmarks."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.folder import embed_photos
from ssl_core.embed.pretrained import DEFAULT_ENCODER, default_conversion, import_conversion
from ssl_core.model_card import encoder_name, load_card

Line = dict[str, str]
Vectors = NDArray[np.float32]

SETS = ("tf_flowers", "trashnet", "clothing", "grocery")
COLLAGES = 1000
SIDE = 320  # of each half of a collage, pixels


class LabelledSet(NamedTuple):
    """Photos of one folder with their true classes, in an order that says nothing of them.

    Attributes:
        name: For the table.
        vectors: ``(N, D) float32`` raw vectors.
        labels: ``(N,) int64`` classes, from 0.
        tags: For each photo the tags it deserves: set, class, kinds.
    """

    name: str
    vectors: Vectors
    labels: NDArray[np.int64]
    tags: list[frozenset[str]]


def encoder_cards(checkpoints: list[Path], scratch: Path) -> list[Path]:
    """Convert the default encoder and others into the scratch folder; return their cards."""
    wanted = {DEFAULT_ENCODER: default_conversion(scratch)}
    for file in checkpoints:
        name = encoder_name(file.stem)
        wanted[name] = import_conversion(file, scratch, name)
    for name, conversion in wanted.items():
        if not (scratch / f"{name}.json").is_file():
            subprocess.run([sys.executable, *conversion], check=True, stdout=subprocess.DEVNULL)
    return [scratch / f"{name}.json" for name in wanted]


def encoded_sets(photos: Path, card: Path, scratch: Path) -> list[LabelledSet]:
    """Encode the sets of a folder with ``labels.csv`` (columns path, set, class), once."""
    found = []
    for name, (lines, vectors) in encoded_lines(photos, card, scratch).items():
        order = np.random.default_rng(0).permutation(len(lines))
        kept = [lines[row] for row in order]
        _, labels = np.unique([line["class"] for line in kept], return_inverse=True)
        found.append(LabelledSet(name, vectors[order], labels, [_tags(line) for line in kept]))
    return found


def encoded_lines(photos: Path, card: Path, scratch: Path) -> dict[str, tuple[list[Line], Vectors]]:
    """Encode the same sets; return their lines of the file and ``(N, D)`` vectors, by set."""
    lines = _lines(photos)
    found = {}
    for name in SETS:
        mine = {str(photos / path): line for path, line in lines.items() if line["set"] == name}
        paths, vectors = _encoded(list(map(Path, mine)), card, scratch / f"{card.stem}-{name}.npz")
        found[name] = [mine[path] for path in paths], vectors
    return found


def encoded_collages(photos: Path, card: Path, scratch: Path) -> LabelledSet:
    """Encode pairs of photos side by side; a collage deserves the tags of both."""
    lines = _lines(photos)
    made = {str(path): pair for path, pair in collages(photos, scratch).items()}
    paths, vectors = _encoded(list(map(Path, made)), card, scratch / f"{card.stem}-collages.npz")
    tags = [frozenset().union(*(_tags(lines[one]) for one in made[path])) for path in paths]
    return LabelledSet("collages", vectors, np.zeros(len(paths), np.int64), tags)


def collages(photos: Path, scratch: Path) -> dict[Path, tuple[str, str]]:
    """Put pairs of photos side by side; return the files, and of which photos each is made."""
    every = np.array(sorted(_lines(photos)))
    pairs = np.random.default_rng(1).permuted(np.tile(every, (2, 1)), axis=1).T[:COLLAGES]
    folder = scratch / "collages"
    folder.mkdir(exist_ok=True)
    made = {folder / f"{n:04}.jpg": (str(pair[0]), str(pair[1])) for n, pair in enumerate(pairs)}
    for path, pair in made.items():
        if not path.is_file():
            _paste([photos / one for one in pair]).save(path, quality=92)
    return made


def _lines(photos: Path) -> dict[str, Line]:
    with (photos / "labels.csv").open(newline="", encoding="utf-8") as file:
        return {line["path"]: line for line in csv.DictReader(file)}


def _tags(line: Line) -> frozenset[str]:
    """The set, the class, and the kinds that a file name spells: ``test_Fruit__Apple__…``."""
    kinds = Path(line["path"]).stem.split("__")[:-1]
    if kinds:
        kinds[0] = kinds[0].split("_")[-1]
    return frozenset({line["set"], line["class"], *kinds})


def _paste(pair: list[Path]) -> Image.Image:
    collage = Image.new("RGB", (2 * SIDE, SIDE))
    for place, path in enumerate(pair):
        with Image.open(path) as photo:
            collage.paste(photo.convert("RGB").resize((SIDE, SIDE)), (place * SIDE, 0))
    return collage


def _encoded(paths: list[Path], card: Path, kept: Path) -> tuple[list[str], Vectors]:
    if not kept.is_file():
        embedder = Embedder(load_card(card), card.parent / load_card(card).onnx)
        made = embed_photos(paths, embedder, lambda why: print(why, file=sys.stderr))
        np.savez(kept, paths=np.array(made.paths), vectors=made.vectors)
    with np.load(kept) as stored:
        return stored["paths"].tolist(), stored["vectors"]
