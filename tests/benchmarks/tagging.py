"""Top-1 and calibration of Handful's tagger beside textbook methods, on the same vectors.

    python tests/benchmarks/tagging.py --vectors DIR        # SET.npz with vectors and labels
    python tests/benchmarks/tagging.py --photos DIR --exported vectors.npz --vectors DIR

The second form first makes the sets from ``handful export vectors``.
"""

import argparse
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
from labelled_sets import LabelledSet, from_vectors, write_vectors
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.semi_supervised import LabelSpreading

from ssl_core.scores.tagging_scores import accepted_at, calibration_error, top1
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from ssl_core.vectors import centre

Chances = NDArray[np.floating]
SHOTS = (1, 2, 5, 10)
GRID = (1.0, 10.0, 100.0)


def handful(known: Neighbourhood, shown: NDArray, labels: NDArray) -> Chances:
    """Suggest with nothing but a few "yes" for each tag."""
    classes = range(labels.max() + 1)
    positives = [shown[labels[shown] == each] for each in classes]
    return suggest(known, positives, [shown[:0]] * len(positives)).probabilities


def logistic(rows: NDArray, shown: NDArray, labels: NDArray, strength: float) -> Chances:
    """Run scikit-learn's logistic regression at one C."""
    model = LogisticRegression(C=strength, max_iter=500).fit(rows[shown], labels[shown])
    return model.predict_proba(rows)


def prototype(rows: NDArray, shown: NDArray, labels: NDArray) -> Chances:
    """Score by cosine with the mean of each class."""
    means = [rows[shown[labels[shown] == each]].mean(axis=0) for each in range(labels.max() + 1)]
    return rows @ np.stack([mean / np.linalg.norm(mean) for mean in means]).T


def nearest(rows: NDArray, shown: NDArray, labels: NDArray) -> Chances:
    """Run scikit-learn's k-NN, k the labels in a class, at most 5."""
    k = min(5, len(shown) // (labels.max() + 1))
    return (
        KNeighborsClassifier(k, metric="cosine").fit(rows[shown], labels[shown]).predict_proba(rows)
    )


def spreading(rows: NDArray, shown: NDArray, labels: NDArray) -> Chances:
    """Run scikit-learn's LabelSpreading on a 10-NN graph."""
    partial = np.full(len(labels), -1)
    partial[shown] = labels[shown]
    model = LabelSpreading(kernel="knn", n_neighbors=10, alpha=0.8).fit(rows, partial)
    return np.nan_to_num(model.label_distributions_)


def methods(known: Neighbourhood, rows: NDArray, labels: NDArray) -> dict[str, Callable]:
    """Give every method the same face: shown rows in, (N, T) out."""
    table: dict[str, Callable] = {"handful": lambda shown: handful(known, shown, labels)}
    for strength in GRID:
        table[f"LR {strength:g}"] = lambda shown, c=strength: logistic(rows, shown, labels, c)
    for name, method in (("proto", prototype), ("kNN", nearest), ("spread", spreading)):
        table[name] = lambda shown, run=method: run(rows, shown, labels)
    return table


def draw(labels: NDArray, shots: int, seed: int) -> NDArray[np.int64]:
    """Pick the labelled photos: ``shots`` of each class at random."""
    random = np.random.default_rng(seed)
    classes = range(labels.max() + 1)
    return np.concatenate([
        random.permutation(np.flatnonzero(labels == each))[:shots] for each in classes
    ])


def measure(photos: LabelledSet, seeds: int) -> None:
    """Print one line for each number of labels."""
    labels, known = photos.labels, neighbourhood(photos.vectors)
    table = methods(known, centre(photos.vectors), labels)
    for shots in SHOTS:
        hits: dict[str, list[float]] = {name: [] for name in table}
        honesty = []
        for seed in range(seeds):
            shown = draw(labels, shots, seed)
            rest = np.setdiff1d(np.arange(len(labels)), shown)
            for name, method in table.items():
                chances = method(shown)[rest]
                hits[name].append(100 * top1(chances, labels[rest]))
                if name == "handful":
                    error = calibration_error(chances, labels[rest])
                    honesty.append((error, *accepted_at(chances, labels[rest], 0.9)))
        cells = (f"{np.mean(got):5.1f}±{np.std(got):3.1f}" for got in hits.values())
        best = max(np.mean(hits[f"LR {strength:g}"]) for strength in GRID)
        gain = np.mean(hits["handful"]) - best
        error, coverage, precision = 100 * np.mean(honesty, axis=0)
        sys.stdout.write(
            f"{photos.name:11}{shots:3}  {'  '.join(cells)}  {gain:+10.1f}"
            f"  {error:4.1f}  {coverage:3.0f}% at {precision:3.0f}%\n"
        )
        sys.stdout.flush()


def main() -> None:
    """Measure every set found."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--vectors", type=Path, required=True)
    options.add_argument("--photos", type=Path)
    options.add_argument("--exported", type=Path)
    options.add_argument("--seeds", type=int, default=10)
    chosen = options.parse_args()
    if chosen.photos and chosen.exported:
        write_vectors(chosen.photos, chosen.exported, chosen.vectors)
    warnings.filterwarnings("ignore", module="sklearn")
    names = ["handful", *(f"LR {strength:g}" for strength in GRID), "proto", "kNN", "spread"]
    header = "  ".join(f"{name:>9}" for name in names)
    sys.stdout.write(f"set     labels  {header}  vs best LR   ECE  accepted at p >= 0.9 (right)\n")
    for photos in from_vectors(chosen.vectors):
        measure(photos, chosen.seeds)


if __name__ == "__main__":
    main()
