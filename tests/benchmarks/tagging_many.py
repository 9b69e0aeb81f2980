"""Many tags a photo, positives only: mean average precision beside one-against-rest regression."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ssl_core.scores.tagging_scores import mean_average_precision
from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import suggest
from ssl_core.tagging.propagate import neighbourhood
from ssl_core.vectors import centre
from tests.benchmarks.labelled_sets import LabelledSet, encoded_collages
from tests.benchmarks.textbook import one_against_rest

SHOTS = (1, 2, 5, 10)
FEWEST = 40
"""Photos that a tag needs to take part."""

DRAWS = 3


def report(photos: Path, sets: list[LabelledSet], card: Path, scratch: Path) -> None:
    """Print mAP on all sets and collages together: set, class and kinds are tags."""
    every = [*sets, encoded_collages(photos, card, scratch)]
    vectors = np.concatenate([each.vectors for each in every])
    tags = [own for each in every for own in each.tags]
    names, counts = np.unique([tag for own in tags for tag in own], return_counts=True)
    kept = names[counts >= FEWEST]
    truth = np.array([[tag in own for tag in kept] for own in tags])
    known, rows = neighbourhood(vectors), centre(vectors)
    print(f"\n{len(tags)} photos, {len(kept)} tags, {truth.sum() / len(tags):.1f} tags a photo\n")
    print("| yes a tag | Handful mAP | one against rest | gain | goal |\n|---|---|---|---|---|")
    gains = []
    for shots in SHOTS:
        figures = [_try(known, rows, truth, shots, seed) for seed in range(DRAWS)]
        ours, theirs = 100 * np.mean(figures, axis=0)
        gains.append(ours - theirs)
        print(f"| {shots} | {ours:.1f} | {theirs:.1f} | {gains[-1]:+.1f} | ≥ +4 |", flush=True)
    print(f"| mean | | | {np.mean(gains):+.1f} | ≥ +4 |")


def _try(known, rows: NDArray, truth: NDArray, shots: int, seed: int) -> tuple[float, float]:
    random = np.random.default_rng(seed)
    yes = [random.permutation(np.flatnonzero(own))[:shots] for own in truth.T]
    shown = np.unique(np.concatenate(yes))
    said = np.stack([np.isin(shown, own) for own in yes], axis=1)
    answers = collect(yes, [shown[:0]] * len(yes), (), known.copies)
    rest = np.setdiff1d(np.arange(len(truth)), shown)
    ours = suggest(known, answers).probabilities[rest]
    theirs = one_against_rest(rows, shown, said)[rest]
    return tuple(mean_average_precision(scores, truth[rest]) for scores in (ours, theirs))
