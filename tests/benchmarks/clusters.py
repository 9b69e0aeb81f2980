"""How well clusters agree with classes that people named, beside PCA, UMAP and EVoC.

``python -m tests.benchmarks.clusters PHOTOS [--checkpoint FILE] [--library DIR]``; PHOTOS has
``labels.csv`` (path, set, class). ``make bench-clusters`` fetches umap-learn and evoc first.
Each method sees the same vectors and its one clustering of a set is scored against every level of
labels; all noise counts as one cluster. ``--speed N`` times N made vectors instead.
"""

import argparse
import csv
import resource
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from hdbscan import HDBSCAN
from numpy.typing import NDArray
from sklearn.metrics import homogeneity_score

from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.cluster.density import cluster, cluster_levels, smallest_group
from ssl_core.scores.cluster_scores import agreement, noise_share
from ssl_core.search.principal import compress
from ssl_core.vectors import centre
from tests.benchmarks.labelled_sets import SETS

Vectors = NDArray[np.float32]
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
    parser.add_argument("--checkpoint", type=Path, help="a second encoder")
    parser.add_argument("--library", type=Path, help="keep the vectors here for the next time")
    parser.add_argument("--speed", type=int, metavar="N")
    chosen = parser.parse_args()
    warnings.filterwarnings("ignore")
    if chosen.speed:
        _time(chosen.speed)
        return
    with tempfile.TemporaryDirectory() as directory:
        library = Library.open(chosen.library or Path(directory))
        try:
            for name, sets in _encoded(library, chosen.photos, chosen.checkpoint):
                print(f"\n### {name}\n")
                _compare(sets)
        finally:
            library.close()


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


def _encoded(
    library: Library, photos: Path, checkpoint: Path | None
) -> Iterator[tuple[str, list[Named]]]:
    """The sets under each encoder of the library, which is filled first where it is empty."""
    if not library.encoders():
        finish(library.add_folders([photos / name for name in SETS]))
    if checkpoint and len(library.encoders()) == 1:
        finish(library.add_encoder(checkpoint, use=True))
    with (photos / "labels.csv").open(newline="", encoding="utf-8") as file:
        lines = {str((photos / line["path"]).resolve()): line for line in csv.DictReader(file)}
    for encoder in library._catalogue.encoders.all():
        ids, vectors = library._catalogue.vectors.load(encoder.id, encoder.dim)
        paths = [str(photo.path) for photo in library.photos(ids.tolist())]
        kept = [row for row, path in enumerate(paths) if path in lines]
        yield encoder.name, list(_sets(vectors[kept], [lines[paths[row]] for row in kept]))


def _sets(vectors: Vectors, lines: list[dict[str, str]]) -> Iterator[Named]:
    of_set = np.array([line["set"] for line in lines])
    classes = np.array([line["class"] for line in lines])
    kinds = _kinds(lines)
    for name in SETS:
        mine = of_set == name
        levels = {name: classes[mine]}
        if kinds.keys() >= set(classes[mine]):
            levels[f"{name}, kinds"] = np.array([kinds[each] for each in classes[mine]])
        yield Named(vectors[mine], levels)
    every = np.char.add(np.char.add(of_set, "/"), classes)
    yield Named(vectors, {"together, sets": of_set, "together": every})


def _kinds(lines: list[dict[str, str]]) -> dict[str, str]:
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
