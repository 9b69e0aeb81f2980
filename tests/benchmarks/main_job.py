"""The main job on labelled photos: five tags a class, the rest tagged by Handful.

``python -m tests.benchmarks.main_job ../shared/photos``: a folder with ``labels.csv`` (path, set,
class). Beside Handful stands scikit-learn's logistic regression on the same vectors and tags, its
C chosen by cross-validation on the tagged photos.
"""

import argparse
import csv
import tempfile
import warnings
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegressionCV

from gallery_app.jobs.export.request import ExportRequest
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.vectors import centre
from tests.benchmarks.labelled_sets import SETS
from tests.benchmarks.machine import describe_machine, peak_memory_mb, timed_steps

_LABELS = 5
_SEEDS = 3


@dataclass(frozen=True)
class Score:
    """Right answers among the untagged photos, for Handful and for logistic regression."""

    handful: float
    logistic: float
    likely: float
    likely_right: float


def main() -> None:
    """Print one row a set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    photos = parser.parse_args().photos.resolve()
    print(describe_machine())
    print(
        "\n| set | photos | seconds: reading, understanding, grouping, learning | photos/s |",
        end="",
    )
    print(" Handful | logistic regression | suggested ≥ 0.5 | of them right |\n|" + "---|" * 8)
    for name in SETS:
        print(_row(name, photos))
    print(f"\nLargest process: {peak_memory_mb():.0f} MB.")


def _row(name: str, photos: Path) -> str:
    with (photos / "labels.csv").open(newline="", encoding="utf-8") as file:
        truth = {
            str(photos / line["path"]): line["class"]
            for line in csv.DictReader(file)
            if line["set"] == name
        }
    with tempfile.TemporaryDirectory() as directory:
        library = Library.open(Path(directory))
        try:
            finish(library.rescan())  # converts the encoder, once in a library's life
            steps = timed_steps(library.add_folders([photos / name]))
            steps |= timed_steps(library.group())
            scores = [_score(library, truth, seed, steps) for seed in range(_SEEDS)]
        finally:
            library.close()
    parts = [steps[s] for s in ("Reading photos", "Understanding photos")]
    parts += [steps[s] for s in ("Grouping photos", "Learning your tags")]
    figures = np.mean([(s.handful, s.logistic, s.likely, s.likely_right) for s in scores], axis=0)
    return (
        f"| {name} | {len(truth)} | {', '.join(f'{part:.1f}' for part in parts)} "
        f"| {len(truth) / sum(steps.values()):.0f} | "
        + " | ".join(f"{100 * figure:.1f} %" for figure in figures)
        + " |"
    )


def _score(library: Library, truth: dict[str, str], seed: int, steps: dict[str, float]) -> Score:
    photos = {photo.id: str(photo.path) for photo in library.photos(library.photo_ids())}
    ids = sorted(photo_id for photo_id, path in photos.items() if path in truth)
    shown = _draw({photo_id: truth[photos[photo_id]] for photo_id in ids}, seed)
    for tag, examples in shown.items():
        library.tag(tag, examples)
    steps |= timed_steps(library.suggest())
    best: dict[int, tuple[str, float]] = {}
    for s in library.suggestions(minimum=0.0):
        best.setdefault(s.photo_id, (s.tag, s.probability))
    while library.tags()[0].photos:
        library.undo()
    tagged = {photo_id for examples in shown.values() for photo_id in examples}
    asked = [photo_id for photo_id in ids if photo_id not in tagged]
    right = np.array([best.get(i, ("", 0))[0] == truth[photos[i]] for i in asked])
    likely = np.array([best.get(i, ("", 0.0))[1] >= 0.5 for i in asked])
    expected = _logistic(library, {photos[i]: tag for tag, rows in shown.items() for i in rows})
    logistic = np.mean([expected[photos[i]] == truth[photos[i]] for i in asked])
    return Score(right.mean(), float(logistic), likely.mean(), right[likely].mean())


def _draw(classes: dict[int, str], seed: int) -> dict[str, list[int]]:
    members: dict[str, list[int]] = defaultdict(list)
    for photo_id, name in classes.items():
        members[name].append(photo_id)
    rng = np.random.default_rng(seed)
    return {n: rng.choice(m, _LABELS, replace=False).tolist() for n, m in sorted(members.items())}


def _logistic(library: Library, shown: dict[str, str]) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "vectors.npz"
        finish(library.export(ExportRequest("vectors", out)))
        with np.load(out) as stored:
            paths, vectors = stored["paths"].tolist(), centre(stored["vectors"])
        library.undo()
    row = {path: number for number, path in enumerate(paths)}
    model = LogisticRegressionCV(
        Cs=[1, 10, 100, 1000],
        cv=_LABELS,
        l1_ratios=(0,),
        scoring="accuracy",
        max_iter=500,
        use_legacy_attributes=False,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(vectors[[row[path] for path in shown]], list(shown.values()))
    return dict(zip(paths, model.predict(vectors), strict=True))


if __name__ == "__main__":
    main()
