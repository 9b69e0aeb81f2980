"""How often a comparison by tags calls an encoder better that is, and one that is not.

``python -m tests.benchmarks.adoption VECTORS.npz LABELS.csv``: vectors as ``handful export``
writes them, and a table with the columns path (below its own folder), set, class.

Two new encoders are compared with the given one: ``alike`` differs from it by noise that hits both
sides the same, so that whatever is called is called in error; ``rca`` is
relevant component analysis with mutual neighbours as its chunks, a little better on most sets.
"""

import argparse
import csv
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ssl_core.scores.leave_one_out import neighbour_hits, prototype_hits
from ssl_core.scores.prototype_probe import prototype_accuracy
from ssl_core.scores.tag_precision import gain, tag_precision
from ssl_core.search.neighbours import graph
from ssl_core.vectors import centre, normalise

TAGS = (3, 5, 10, 20)
DRAWS = 60
MOST_TAGGED = 200
_NOISE = 0.03
_KIN = 20

Pair = tuple[np.ndarray, np.ndarray]


def main() -> None:
    """Print a row for each set, encoder and number of tagged photos."""
    parser = argparse.ArgumentParser()
    parser.add_argument("vectors", type=Path)
    parser.add_argument("labels", type=Path)
    options = parser.parse_args()
    for name, vectors, classes in galleries(options.vectors, options.labels):
        learnt = (normalise(vectors) - normalise(vectors).mean(axis=0)) @ relevant_components(
            centre(vectors)
        )
        rca = centre(vectors), centre(learnt)
        true = [
            100 * (prototype_accuracy(learnt, classes, k) - prototype_accuracy(vectors, classes, k))
            for k in (1, 5)
        ]
        print(
            f"{name}: rca gains {true[0]:+.1f} points with 1 label a class, {true[1]:+.1f} with 5"
        )
        for tags in TAGS:
            if tags * (classes.max() + 1) <= MOST_TAGGED:
                report("alike", tags, classes, lambda seed, v=vectors: alike(v, seed))
                report("rca", tags, classes, lambda _seed, pair=rca: pair)


def galleries(vectors: Path, labels: Path) -> list[tuple[str, np.ndarray, np.ndarray]]:
    """Return (set, vectors, classes from 0) of each set."""
    stored = np.load(vectors)
    with labels.open(newline="", encoding="utf-8") as file:
        known = {row["path"]: (row["set"], row["class"]) for row in csv.DictReader(file)}
    root = labels.resolve().parent
    found = [known.get(str(Path(path).relative_to(root))) for path in stored["paths"].tolist()]
    sets = np.array([one[0] if one else "" for one in found])
    names = np.array([one[1] if one else "" for one in found])
    return [
        (one, stored["vectors"][sets == one], np.unique(names[sets == one], return_inverse=True)[1])
        for one in dict.fromkeys(sets[sets != ""].tolist())
    ]


def relevant_components(rows: np.ndarray) -> np.ndarray:
    """Whiten by the shrunk covariance of the differences of mutual neighbours."""
    found = graph(rows, _KIN).indices
    first, second = np.repeat(np.arange(len(rows)), _KIN), found.ravel()
    mutual = (found[second] == first[:, None]).any(axis=1) & (first < second)
    between = (rows[first[mutual]] - rows[second[mutual]]).astype(np.float64)
    within = between.T @ between
    spread, directions = np.linalg.eigh(within / (np.trace(within) / len(within)))
    return (directions / np.sqrt((spread.clip(0) + 1) / 2)) @ directions.T


def alike(vectors: np.ndarray, seed: int) -> Pair:
    """Return two encoders that are as good as one another."""
    generator = np.random.default_rng(seed)
    rows = normalise(vectors)
    first, second = (
        centre(rows + _NOISE * generator.standard_normal(rows.shape, dtype=np.float32))
        for _ in range(2)
    )
    return first, second


def report(name: str, tags: int, classes: np.ndarray, pair: Callable[[int], Pair]) -> None:
    """Tag photos at random again and again, and print how often an encoder is called better."""
    called: dict[str, list[tuple[bool, bool, bool]]] = {}
    for seed in range(DRAWS):
        generator = np.random.default_rng(seed)
        rows = np.concatenate([
            generator.choice(np.flatnonzero(classes == one), tags, replace=False)
            for one in range(classes.max() + 1)
        ])
        known = classes[rows, None] == np.arange(classes.max() + 1), np.arange(len(rows))
        both = [vectors[rows] for vectors in pair(seed)]
        for way, score, wider in WAYS:
            mean, low, high = gain(*(score(one, *known) for one in both), known[1], draws=500)
            low, high = (mean + (end - mean) / wider for end in (low, high))
            called.setdefault(way, []).append((low > 0, high < 0, mean < 0))
    told = "; ".join(
        f"{way}: better {better:.0f} %, worse {worse:.0f} %, leans to the old {leans:.0f} %"
        for way, (better, worse, leans) in (
            (way, 100 * np.mean(each, axis=0)) for way, each in called.items()
        )
    )
    print(f"  {name}, {len(rows)} tagged: {told}", flush=True)


def guesses(rows: np.ndarray, carried: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Return the usual leave-one-out accuracy, by prototypes and by neighbours."""
    return (prototype_hits(rows, carried, groups) + neighbour_hits(rows, carried, groups)) / 2


# (name, score, by how much `gain` makes its interval too wide)
WAYS = (("precision", tag_precision, 1.0), ("guesses", guesses, np.sqrt(2)))

if __name__ == "__main__":
    main()
