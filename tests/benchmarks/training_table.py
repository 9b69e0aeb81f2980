"""The table of trainings in ``docs/measurements.md``, cell by cell.

    python -m tests.benchmarks.training_table PHOTOS --work DIR [--minutes M] [--only CELL ...]

PHOTOS holds ``labels.csv`` (columns path, set, class); labels only score. A cell, SET/METHOD/SEED,
is one training of ``python -m ssl_core train`` on one set; ``auto`` draws nothing by chance and has
one seed. Seed by seed and set by set, so that a table that is cut off has whole ones. Finished
trainings and cells, and the scores of what they start from, are kept in DIR, so that it can be made
piece by piece; ``--only`` without names prints what is there. View agreement and LiDAR are a
training's own, of its first and last check. ``SET-degraded`` is a set shrunk to 32 pixels, enlarged
again and turned to grey.
"""

import argparse
import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.folder import embed_photos, photos_in
from ssl_core.embed.pretrained import DEFAULT_ENCODER
from ssl_core.model_card import load_card
from ssl_core.run_spec import AUTO, METHODS, SCRATCH, resolve
from ssl_core.scores.knn_probe import knn_accuracy
from ssl_core.scores.label_free import effective_rank
from ssl_core.scores.linear_probe import linear_accuracy
from ssl_core.scores.prototype_probe import prototype_accuracy
from ssl_core.train.export_onnx.sources import add_default
from ssl_core.train.export_onnx.trained import add_trained
from ssl_core.train.nets.starts import starting_encoder
from tests.benchmarks.labelled_sets import SETS

CONTINUED = (AUTO, "simclr", "dino")
FROM_NOTHING = tuple(f"{SCRATCH}-{each}" for each in METHODS if each != "neighbours")
SCORES = ("k-NN", "linear, 5 labels", "prototypes, 1 label", "prototypes, 5 labels", "rank")
WATCHED = ("view_agreement", "lidar")
SMALL = 32

Scores = dict[str, float]


def main() -> None:
    """Train and score what is missing, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=8)
    parser.add_argument("--seeds", type=int, default=3, help="of a training, and of labels drawn")
    parser.add_argument("--only", nargs="*", help="SET/METHOD/SEED; all when left out")
    asked = parser.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    every = [
        f"{each}/{method}/{seed}"
        for seed in range(asked.seeds)
        for each in SETS
        for method in (*CONTINUED, *FROM_NOTHING)
        if method != AUTO or seed == 0
    ]
    kept = asked.work / "cells.json"
    cells = json.loads(kept.read_text()) if kept.is_file() else {}
    for name in asked.only if asked.only is not None else every:
        if name not in cells:
            cells[name] = cell(*name.split("/"), asked)
            kept.write_text(json.dumps(cells, indent=1))
    for name, found in cells.items():
        watch(found, asked.work / name.replace("/", "-") / "told.jsonl")
    sys.stdout.write("\n".join(table(cells)) + "\n")


def cell(name: str, method: str, seed: str, asked: argparse.Namespace) -> dict[str, object]:
    """Train one method on one set; score its start and what came of it."""
    gallery = listed(asked.photos, name, asked.work)
    out = asked.work / f"{name}-{method}-{seed}"
    out.mkdir(exist_ok=True)
    kind = method.removeprefix(f"{SCRATCH}-")
    before = untrained(asked.work, int(seed)) if kind != method else default(asked.work)
    start = SCRATCH if kind != method else str(before)
    words = ["train", str(gallery), "--method", kind, "--from", start, "--out", str(out)]
    words += ["--seed", seed, "--minutes", str(asked.minutes)]
    command = [sys.executable, "-m", "ssl_core", *words]
    if ended(out / "told.jsonl") is None:
        with (out / "told.jsonl").open("w") as told:
            subprocess.run(command, check=True, stdout=told)
    last = ended(out / "told.jsonl")
    assert last is not None, f"{out} has not ended"
    after = Path(str(last.get("card", before)))
    return {
        "before": start_scores(gallery, before, asked),
        "after": scores(gallery, after, asked.seeds),
        "minutes": asked.minutes,
        "said": last,
    }


def watch(found: dict, told: Path) -> None:
    """Add what a training said of itself at its first and at its last check."""
    lines = [json.loads(line) for line in told.read_text().splitlines()]
    checks = [line for line in lines if set(WATCHED) <= line.keys()]
    for moment, check in zip(("before", "after"), (checks[:1], checks[-1:]), strict=True):
        shares = {each: check[0][each] if check else np.nan for each in WATCHED}
        found[moment] |= shares | {"view_agreement": 100 * shares["view_agreement"]}


def ended(told: Path) -> dict[str, object] | None:
    """Return the last line of a training that came to its end."""
    lines = told.read_text().splitlines() if told.is_file() else []
    last = json.loads(lines[-1]) if lines else {}
    return last if {"card", "kept"} & last.keys() else None


def listed(photos: Path, name: str, work: Path) -> Path:
    """Write a file that lists the photos of a set, degraded if its name says so."""
    plain, _, degraded = name.partition("-")
    with (photos / "labels.csv").open(newline="", encoding="utf-8") as file:
        paths = [photos / row["path"] for row in csv.DictReader(file) if row["set"] == plain]
    if degraded:
        paths = [spoilt(path, work / name / path.relative_to(photos)) for path in paths]
    target = work / f"{name}.txt"
    target.write_text("\n".join(map(str, paths)))
    return target


def spoilt(path: Path, target: Path) -> Path:
    """Shrink a photo to 32 pixels along its short side, enlarge it again and make it grey."""
    target = target.with_suffix(".png")
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(path) as opened:
            photo = ImageOps.exif_transpose(opened).convert("RGB")
        share = SMALL / min(photo.size)
        small = photo.resize([max(SMALL, round(side * share)) for side in photo.size])
        ImageOps.grayscale(small.resize(photo.size, Image.Resampling.BICUBIC)).save(target)
    return target


def default(work: Path) -> Path:
    """Convert the default encoder, once."""
    add_default(work, lambda *_: None)
    return work / f"{DEFAULT_ENCODER}.json"


def untrained(work: Path, seed: int) -> Path:
    """Export the network that a training from nothing starts from, once a seed."""
    name = f"random-{seed}"
    if not (work / f"{name}.json").is_file():
        spec = resolve("simclr", 1000, "cpu", start=SCRATCH, epochs=1, seed=seed)
        add_trained(starting_encoder(spec), work, name, "random", "none", lambda *_: None)
    return work / f"{name}.json"


def start_scores(gallery: Path, card: Path, asked: argparse.Namespace) -> Scores:
    """Score what trainings start from, once a set."""
    kept = asked.work / f"{gallery.stem}-{card.stem}-{asked.seeds}.json"
    if not kept.is_file():
        kept.write_text(json.dumps(scores(gallery, card, asked.seeds)))
    return json.loads(kept.read_text())


def scores(gallery: Path, card: Path, seeds: int) -> Scores:
    """Score an encoder by the true classes: per cent, the mean over draws of the labels."""
    facts = load_card(card)
    found = embed_photos(photos_in(gallery), Embedder(facts, card.parent / facts.onnx), print)
    names = np.array([Path(path).parent.name for path in found.paths])
    labels, rows = np.unique(names, return_inverse=True)[1], found.vectors
    drawn = range(seeds)
    values = (
        100 * knn_accuracy(rows, labels, 5),
        100 * np.mean([linear_accuracy(rows, labels, 5, draws=2, seed=each) for each in drawn]),
        100 * np.mean([prototype_accuracy(rows, labels, 1, seed=each) for each in drawn]),
        100 * np.mean([prototype_accuracy(rows, labels, 5, seed=each) for each in drawn]),
        effective_rank(rows),
    )
    return dict(zip(SCORES, map(float, values), strict=True))


def table(cells: dict[str, dict]) -> list[str]:
    """Return the lines of the table: each training, and the mean gain of each method.

    Figures are means over seeds; in brackets the least and the greatest gain of one.
    """
    columns = (*SCORES, *(each.replace("_", " ") for each in WATCHED))
    lines = ["| set / method | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    trainings: dict[str, dict[str, dict]] = {}
    methods: dict[str, dict[str, list[dict]]] = {}
    for name, found in cells.items():
        training, _, seed = name.rpartition("/")
        trainings.setdefault(training, {})[seed] = found
        photos, _, method = training.partition("/")
        method += " degraded" * ("-" in photos)
        methods.setdefault(method, {}).setdefault(seed, []).append(found)
    lines += [training_line(name, list(seeds.values())) for name, seeds in trainings.items()]
    return lines + [mean_line(name, list(seeds.values())) for name, seeds in methods.items()]


def training_line(name: str, seeds: list[dict]) -> str:
    """Return the line of one method on one set: before → after."""
    columns = [
        f"{mean([one['before'][each] for one in seeds]):.1f} → "
        f"{mean([one['after'][each] for one in seeds]):.1f}"
        + spread([gain(one, each) for one in seeds])
        for each in (*SCORES, *WATCHED)
    ]
    return f"| {name} | {' | '.join(columns)} |"


def mean_line(name: str, seeds: list[list[dict]]) -> str:
    """Return the line of the mean gain of a method over the sets that were run."""
    gains = [
        [mean([gain(one, each) for one in cells]) for cells in seeds]
        for each in (*SCORES, *WATCHED)
    ]
    columns = [f"{mean(each):+.1f}{spread(each)}" for each in gains]
    return f"| mean of {len(seeds[0])}: {name} | {' | '.join(columns)} |"


def gain(found: dict, score: str) -> float:
    """Return what a training gained."""
    return found["after"][score] - found["before"][score]


def mean(values: list[float]) -> float:
    """Return the mean of the values that are there."""
    return float(np.mean(values))


def spread(gains: list[float]) -> str:
    """Return the least and the greatest of several gains."""
    return f" ({min(gains):+.1f} to {max(gains):+.1f})" if len(gains) > 1 else ""


if __name__ == "__main__":
    main()
