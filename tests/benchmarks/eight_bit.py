"""What 8 bits cost the default encoder in quality, and what they save in time.

``python -m tests.benchmarks.eight_bit PHOTOS``; PHOTOS has ``labels.csv`` (path, set, class).
Scores on centred vectors, in % for 32 bits with the change by 8 bits: leave-one-out 5-NN, then the
nearest class mean of 1 and of 5 labels, the same 40 draws for both.
"""

import argparse
import csv
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from PIL import Image

from ssl_core.embed.preprocess import crop, to_batch
from ssl_core.embed.session import open_cpu_session
from ssl_core.model_card import ModelCard
from ssl_core.train.export_onnx import sources
from ssl_core.train.export_onnx.eight_bit import to_eight_bit
from ssl_core.train.nets import efficientnet_lite
from ssl_core.vectors import centre, normalise
from tests.benchmarks.labelled_sets import SETS

_BATCH = 32
_DRAWS = 40
_ROUNDS = 7


def main() -> None:
    """Make both encoders and print the table and the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    photos = parser.parse_args().photos
    with (photos / "labels.csv").open(newline="", encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory)
        facts = dict(sources._DEFAULT_FACTS)
        card = sources.convert(efficientnet_lite.pretrained(), folder, "exact", facts, _quiet)
        start = time.perf_counter()
        onnx.save(to_eight_bit(onnx.load(folder / card.onnx), card), folder / "eight.onnx")
        print(f"8 bits made in {time.perf_counter() - start:.1f} s\n")
        networks = [folder / card.onnx, folder / "eight.onnx"]
        _compare(photos, lines, networks, card)
        _time(networks, card)


def _compare(photos: Path, lines: list[dict], networks: list[Path], card: ModelCard) -> None:
    print(
        "| set | photos | 5-NN | 1 label | 5 labels | mean cosine | least |\n"
        "|---|---|---|---|---|---|---|"
    )
    for name in SETS:
        mine = [line for line in lines if line["set"] == name]
        crops = np.stack([_crop(photos / line["path"], card) for line in mine])
        _, labels = np.unique([line["class"] for line in mine], return_inverse=True)
        exact, eight = (_encode(network, crops, card) for network in networks)
        before, after = (_scores(centre(vectors), labels) for vectors in (exact, eight))
        cells = [f"{b:.1f} {a - b:+.1f}" for b, a in zip(before, after, strict=True)]
        cosines = (normalise(exact) * normalise(eight)).sum(1)
        cells += [f"{cosines.mean():.4f}", f"{cosines.min():.3f}"]
        print(f"| {name} | {len(mine)} | {' | '.join(cells)} |", flush=True)


def _crop(path: Path, card: ModelCard) -> NDArray[np.uint8]:
    with Image.open(path) as photo:
        return crop(photo.convert("RGB"), card)


def _encode(network: Path, crops: NDArray[np.uint8], card: ModelCard) -> NDArray[np.float32]:
    runtime = open_cpu_session(network).runtime
    batches = (to_batch(crops[at : at + _BATCH], card) for at in range(0, len(crops), _BATCH))
    return np.concatenate([runtime.run(None, {card.input_name: each})[0] for each in batches])


def _scores(rows: NDArray[np.float32], labels: NDArray[np.int64]) -> list[float]:
    return [_nearest(rows, labels), _class_means(rows, labels, 1), _class_means(rows, labels, 5)]


def _nearest(rows: NDArray[np.float32], labels: NDArray[np.int64]) -> float:
    """Vote of the five nearest other photos; the similarity breaks ties."""
    similar = rows @ rows.T
    np.fill_diagonal(similar, -np.inf)
    near = np.argsort(-similar, axis=1)[:, :5]
    votes = np.zeros((len(rows), labels.max() + 1))
    for column in near.T:
        each = np.arange(len(rows))
        votes[each, labels[column]] += 1 + 1e-3 * similar[each, column]
    return 100 * np.mean(votes.argmax(1) == labels)


def _class_means(rows: NDArray[np.float32], labels: NDArray[np.int64], shots: int) -> float:
    right = []
    for seed in range(_DRAWS):
        random = np.random.default_rng(seed)
        classes = range(labels.max() + 1)
        shown = [random.permutation(np.flatnonzero(labels == each))[:shots] for each in classes]
        means = normalise(np.stack([rows[each].mean(0) for each in shown]))
        rest = np.setdiff1d(np.arange(len(labels)), np.concatenate(shown))
        right.append(100 * np.mean((rows[rest] @ means.T).argmax(1) == labels[rest]))
    return float(np.mean(right))


def _time(networks: list[Path], card: ModelCard) -> None:
    """Print the processor time a photo, one thread, one network after the other by turns."""
    shape = (_BATCH, card.input_size, card.input_size, 3)
    crops = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    feeds = {card.input_name: to_batch(crops, card)}
    runtimes = [open_cpu_session(network, 1).runtime for network in networks]
    least = [np.inf, np.inf]
    for _ in range(_ROUNDS):
        for number, runtime in enumerate(runtimes):
            start = time.thread_time()
            runtime.run(None, feeds)
            spent = 1000 * (time.thread_time() - start) / _BATCH
            least[number] = min(least[number], spent)
    print(f"\n{least[0]:.1f} ms a photo in 32 bits, {least[1]:.1f} ms in 8 bits, one thread")


def _quiet(step: str, done: int, total: int) -> None:
    pass


if __name__ == "__main__":
    main()
