"""The tagger beside textbook methods on labelled photos, goal against reached.

    make bench-tagging PHOTOS=../shared/photos ENCODER=dinov2.pth
    python -m tests.benchmarks.tagging PHOTOS [--encoder FILE ...] [--seeds 10] [--scratch DIR]

PHOTOS is a folder with ``labels.csv`` (path, set, class). The default encoder is always measured.
Vectors are made once and kept in the scratch folder.
"""

import argparse
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ssl_core.scores.tagging_scores import calibration_error, top1
from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import Tagging, suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from ssl_core.vectors import centre
from tests.benchmarks import tagging_asking, tagging_many, tagging_speed
from tests.benchmarks.labelled_sets import LabelledSet, encoded_sets, encoder_cards
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.tagging_curve import draw_curve
from tests.benchmarks.textbook import METHODS

SHOTS = (1, 2, 5, 10)
GOALS_LOGISTIC = {1: 8.0, 2: 5.0, 5: 2.0, 10: 0.5}
GOALS_BEST = {1: 2.0, 2: 2.0, 5: 2.0, 10: 0.5}
SURE = 0.95
PICTURE = Path("docs/tagging-curve.png")


@dataclass
class Cell:
    """Figures of one set and number of labels, one entry a draw."""

    top1: dict[str, list[float]] = field(default_factory=dict)
    error: list[float] = field(default_factory=list)
    accepted: list[tuple[int, int, int]] = field(default_factory=list)
    strangers: list[float] = field(default_factory=list)


def main() -> None:
    """Measure everything and print it as tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[], help="a checkpoint")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--scratch", type=Path)
    options = parser.parse_args()
    scratch = options.scratch or Path(tempfile.gettempdir()) / "handful-tagging"
    scratch.mkdir(parents=True, exist_ok=True)
    print(describe_machine(), flush=True)
    curves = {}
    for card in encoder_cards(options.encoder, scratch):
        print(f"\n## {card.stem}\n", flush=True)
        sets = encoded_sets(options.photos.resolve(), card, scratch)
        cells = measure(sets, options.seeds)
        report(cells)
        curves[card.stem] = cells
        tagging_asking.report(sets)
        tagging_many.report(options.photos.resolve(), sets, card, scratch)
    tagging_speed.report()
    draw_curve({name: curve(cells) for name, cells in curves.items()}, PICTURE)


def measure(sets: list[LabelledSet], seeds: int) -> dict[tuple[str, int], Cell]:
    """Draw labels and try every method on the same draws."""
    cells: dict[tuple[str, int], Cell] = {}
    print("| set | labels | Handful | " + " | ".join(METHODS) + " | ECE | coverage | right |")
    print("|" + "---|" * (len(METHODS) + 6))
    for photos in sets:
        known, rows = neighbourhood(photos.vectors), centre(photos.vectors)
        for shots in SHOTS:
            cell = cells[photos.name, shots] = Cell()
            for seed in range(seeds):
                _try_all(photos, known, rows, draw(photos.labels, shots, seed), cell)
                cell.strangers.append(stranger_score(photos, known, shots, seed))
            print(_row(photos.name, shots, cell), flush=True)
    return cells


def draw(labels: NDArray, shots: int, seed: int) -> NDArray[np.int64]:
    """Pick the labelled photos: ``shots`` of each class at random."""
    random = np.random.default_rng(seed)
    classes = range(labels.max() + 1)
    return np.concatenate([
        random.permutation(np.flatnonzero(labels == each))[:shots] for each in classes
    ])


def handful(known: Neighbourhood, shown: NDArray, labels: NDArray, classes: NDArray) -> Tagging:
    """Suggest with nothing but a few "yes" for each tag."""
    yes = [shown[labels[shown] == each] for each in classes]
    return suggest(known, collect(yes, [shown[:0]] * len(yes), (), known.copies))


def stranger_score(photos: LabelledSet, known: Neighbourhood, shots: int, seed: int) -> float:
    """AUROC of the best probability: photos of the tags against those of a class left out."""
    classes = np.unique(photos.labels)
    left_out = classes[seed % len(classes)]
    shown = draw(photos.labels, shots, seed)
    shown = shown[photos.labels[shown] != left_out]
    tagging = handful(known, shown, photos.labels, classes[classes != left_out])
    rest = np.setdiff1d(np.arange(len(photos.labels)), shown)
    best = tagging.probabilities[rest].max(axis=1)
    stranger = photos.labels[rest] == left_out
    return _auroc(best[~stranger], best[stranger])


def curve(cells: dict[tuple[str, int], Cell]) -> dict[str, list[tuple[int, float]]]:
    """Mean top-1 of the sets against labels a class, by method."""
    return {
        name: [(shots, _mean_top1(cells, shots, name)) for shots in SHOTS]
        for name in ("Handful", *METHODS)
    }


def report(cells: dict[tuple[str, int], Cell]) -> None:
    """Print goals beside what was reached."""
    print("\n| figure | goal | reached |\n|---|---|---|")
    for shots in SHOTS:
        ours, theirs = (_mean_top1(cells, shots, m) for m in ("Handful", "logistic regression"))
        goal = f"≥ {GOALS_LOGISTIC[shots]:+}"
        print(f"| {shots} labels: over logistic regression | {goal} | {ours - theirs:+.1f} |")
    for shots in SHOTS:
        gains = [_over_best(cell) for (_, count), cell in cells.items() if count == shots]
        print(
            f"| {shots} labels: over the best of four | ≥ {GOALS_BEST[shots]:+}, none < -0.5 "
            f"| {np.mean(gains):+.1f}, least {min(gains):+.1f} |"
        )
    for shots, goal in ((1, 0.08), (5, 0.05)):
        worst = {name: np.mean(cell.error) for (name, n), cell in cells.items() if n == shots}
        told = f"{np.mean(list(worst.values())):.3f}, worst {max(worst.values()):.3f}"
        print(f"| {shots} labels: calibration error, mean of the sets | ≤ {goal} | {told} |")
    for shots in SHOTS:
        rights = [_accepted(cell)[1] for (_, n), cell in cells.items() if n == shots]
        print(
            f"| {shots} labels: right of those accepted, worst set | ≥ 93 % | {min(rights):.1%} |"
        )
    for shots in SHOTS:
        scores = [np.mean(cell.strangers) for (_, n), cell in cells.items() if n == shots]
        print(f"| {shots} labels: photos of no tag, AUROC | ≥ 0.85 | {np.mean(scores):.3f} |")


def _try_all(
    photos: LabelledSet, known: Neighbourhood, rows: NDArray, shown: NDArray, cell: Cell
) -> None:
    labels = photos.labels
    rest = np.setdiff1d(np.arange(len(labels)), shown)
    chances = handful(known, shown, labels, np.unique(labels)).probabilities[rest]
    cell.top1.setdefault("Handful", []).append(100 * top1(chances, labels[rest]))
    for name, method in METHODS.items():
        right = (method(rows, shown, labels) == labels)[rest]
        cell.top1.setdefault(name, []).append(100 * right.mean())
    cell.error.append(calibration_error(chances, labels[rest]))
    cell.accepted.append(_accept(chances, labels[rest]))


def _accept(chances: NDArray, labels: NDArray) -> tuple[int, int, int]:
    """Accept the most that is said to be 95 % right; return asked, accepted, right."""
    best = chances.max(axis=1)
    order = np.argsort(-best, kind="stable")
    promised = np.cumsum(best[order]) / np.arange(1, len(order) + 1)
    taken = order[: int((promised >= SURE).sum())]
    return len(best), len(taken), int((chances.argmax(axis=1) == labels)[taken].sum())


def _accepted(cell: Cell) -> tuple[float, float]:
    asked, taken, right = np.sum(cell.accepted, axis=0)
    return taken / asked, right / taken if taken else 1.0


def _mean_top1(cells: dict[tuple[str, int], Cell], shots: int, name: str) -> float:
    return float(np.mean([np.mean(c.top1[name]) for (_, n), c in cells.items() if n == shots]))


def _over_best(cell: Cell) -> float:
    return float(np.mean(cell.top1["Handful"]) - max(np.mean(cell.top1[name]) for name in METHODS))


def _row(name: str, shots: int, cell: Cell) -> str:
    told = [f"{np.mean(got):.1f} ± {np.std(got):.1f}" for got in cell.top1.values()]
    coverage, right = _accepted(cell)
    honest = [f"{np.mean(cell.error):.3f}", f"{coverage:.0%}", f"{right:.1%}"]
    return f"| {name} | {shots} | " + " | ".join(told + honest) + " |"


def _auroc(known: NDArray, strangers: NDArray) -> float:
    order = np.concatenate([known, strangers]).argsort().argsort() + 1.0
    above = order[: len(known)].sum() - len(known) * (len(known) + 1) / 2
    return float(above / (len(known) * len(strangers)))


if __name__ == "__main__":
    main()
