"""How well clusters agree with classes that people named, beside PCA, UMAP and EVoC.

``python -m tests.benchmarks.clusters PHOTOS [--encoder FILE ...] [--scratch DIR]``; PHOTOS has
``labels.csv`` (path, set, class). ``make bench-clusters`` fetches umap-learn and evoc first. The
default encoder is always measured; vectors are made once and kept in the scratch folder.
Each method sees the same vectors and its one clustering of a set is scored against every level of
labels; all noise counts as one cluster. ``--speed N`` times N made vectors instead.
"""

import argparse
import resource
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from hdbscan import HDBSCAN
from numpy.typing import NDArray
from sklearn.metrics import homogeneity_score

from ssl_core.cluster.density import cluster, cluster_levels, smallest_group
from ssl_core.scores.cluster_scores import agreement, noise_share
from ssl_core.search.principal import compress
from ssl_core.vectors import centre
from tests.benchmarks.labelled_sets import Line, Vectors, encoded_lines, encoder_cards

Labels = NDArray[np.int64]
DEFAULT_SIZE = 5
"""min_cluster_size of hdbscan when nobody chooses one."""


class Named(NamedTuple):
    """Photos to cluster, and the names people gave them, by level of detail."""

    vectors: Vectors
    levels: dict[str, NDArray]


def main() -> None:
    """Print one table for each encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, nargs="?", help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[], help="a checkpoint")
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--speed", type=int, metavar="N")
    chosen = parser.parse_args()
    warnings.filterwarnings("ignore")
    if chosen.speed:
        _time(chosen.speed)
        return
    scratch = chosen.scratch or Path(tempfile.gettempdir()) / "handful-clusters"
    scratch.mkdir(parents=True, exist_ok=True)
    for card in encoder_cards(chosen.encoder, scratch):
        print(f"\n### {card.stem}\n")
        _compare(_named(encoded_lines(chosen.photos.resolve(), card, scratch)))


def methods() -> dict[str, Callable[[Vectors], Labels]]:
    """Every method at published settings; sizes from the library, or the package's own."""
    placed: dict[tuple[int, bytes], Vectors] = {}

    def in_umap(vectors: Vectors) -> Vectors:
        from umap import UMAP  # noqa: PLC0415

        key = len(vectors), vectors[0].tobytes()
        if key not in placed:
            chosen = {"n_components": 5, "n_neighbors": 15, "min_dist": 0.0, "metric": "cosine"}
            placed[key] = UMAP(**chosen, random_state=0, n_jobs=1).fit_transform(vectors)
        return placed[key]

    def in_pca(vectors: Vectors) -> Vectors:
        return compress(centre(vectors), 32)

    def evoc(vectors: Vectors) -> Labels:
        from evoc import EVoC  # noqa: PLC0415

        return EVoC(random_state=0).fit_predict(vectors)

    return {
        "Handful": lambda vectors: cluster(vectors).labels,
        "PCA, size of library": lambda v: _density(in_pca(v), smallest_group(len(v))),
        "PCA, size 5": lambda v: _density(in_pca(v), DEFAULT_SIZE),
        "UMAP, size of library": lambda v: _density(in_umap(v), smallest_group(len(v))),
        "UMAP, size 5": lambda v: _density(in_umap(v), DEFAULT_SIZE),
        "EVoC": evoc,
    }


def _density(places: Vectors, size: int) -> Labels:
    model = HDBSCAN(min_cluster_size=size, core_dist_n_jobs=1)
    return model.fit_predict(places.astype(np.float64))


def _compare(sets: list[Named]) -> None:
    columns = [
        f"{name} ({len(set(names))})" for each in sets for name, names in each.levels.items()
    ]
    print(f"| method | mean | {' | '.join(columns)} | homogeneity | groups | noise | s |")
    print("|---" * (len(columns) + 6) + "|")
    for name, method in methods().items():
        start = time.perf_counter()
        found = [method(each.vectors) for each in sets]
        seconds = time.perf_counter() - start
        pairs = [
            (labels, names)
            for labels, each in zip(found, sets, strict=True)
            for names in each.levels.values()
        ]
        scores = [agreement(labels, names) for labels, names in pairs]
        pure = np.mean([homogeneity_score(names, labels) for labels, names in pairs])
        groups = ", ".join(str(labels.max() + 1) for labels in found)
        noise = 100 * np.mean([noise_share(labels) for labels in found])
        cells = " | ".join(f"{score:.3f}" for score in scores)
        print(
            f"| {name} | **{np.mean(scores):.3f}** | {cells} | {pure:.3f} | {groups} "
            f"| {noise:.0f} % | {seconds:.0f} |",
            flush=True,
        )


def _named(encoded: dict[str, tuple[list[Line], Vectors]]) -> list[Named]:
    """Give each set the names of its photos, and put all sets together at the end."""
    sets = []
    for name, (lines, vectors) in encoded.items():
        classes, kinds = [line["class"] for line in lines], _kinds(lines)
        levels = {name: np.array(classes)}
        if kinds.keys() >= set(classes):
            levels[f"{name}, kinds"] = np.array([kinds[each] for each in classes])
        sets.append(Named(vectors, levels))
    every = [line for lines, _ in encoded.values() for line in lines]
    of_set = np.array([line["set"] for line in every])
    together = np.char.add(np.char.add(of_set, "/"), [line["class"] for line in every])
    levels = {"together, sets": of_set, "together": together}
    return [*sets, Named(np.concatenate([each.vectors for each in sets]), levels)]


def _kinds(lines: list[Line]) -> dict[str, str]:
    """The kind of each class, where file names tell it: ``train_Fruit__Apple__Pink-Lady_1``."""
    told: dict[str, Counter] = {}
    for line in lines:
        parts = Path(line["path"]).name.split("_", 1)[-1].split("__")
        if len(parts) > 1:
            kind = "/".join(parts[: 2 if len(parts) > 2 else 1])
            told.setdefault(line["class"], Counter())[kind] += 1
    return {each: counts.most_common(1)[0][0] for each, counts in told.items()}


def _time(count: int) -> None:
    """Cluster made vectors: 300 kinds of 384 values, a fifth of the photos of no kind."""
    random = np.random.default_rng(0)
    kind = random.integers(0, 300, count)
    alone = random.random(count) < 0.2
    middles = random.normal(size=(300, 384)).astype(np.float32)
    vectors = 0.9 * random.normal(size=(count, 384)).astype(np.float32)
    vectors += np.where(alone[:, None], random.normal(size=(count, 384)), middles[kind])
    for name, work in (("all levels", cluster_levels), ("one level", cluster)):
        start, before = time.perf_counter(), time.process_time()
        work(vectors.astype(np.float32))
        seconds, of_cpu = time.perf_counter() - start, time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{count} vectors, {name}: {seconds:.0f} s ({of_cpu:.0f} s of CPU), {peak:.1f} GB")


if __name__ == "__main__":
    main()
