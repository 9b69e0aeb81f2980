"""By what a setting of the tagger is chosen: one number for two photo sets, larger is better."""

from collections.abc import Callable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ssl_core.scores.tagging_scores import calibration_error, top1
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from tests.benchmarks import tagging_many
from tests.benchmarks.labelled_sets import SETS, LabelledSet
from tests.benchmarks.tagging_cells import SHOTS, accept, stranger_score, suggested

FEW_SHOTS, SEEDS = (1, 5), range(2)
RIGHT = 0.93
FEWEST = 0.01
"""Share of a set's photos that must be accepted before it is looked how many are right."""


class Pair:
    """Two labelled sets, and the task of many tags made from them and from their collages."""

    def __init__(self, sets: list[LabelledSet], collages: LabelledSet) -> None:
        """Keep the collages whose halves are both of these sets."""
        self.sets = sets
        foreign = set(SETS) - {each.name for each in sets}
        kept = [row for row, own in enumerate(collages.tags) if not own & foreign]
        tags = [collages.tags[row] for row in kept]
        both = collages._replace(vectors=collages.vectors[kept], tags=tags)
        self._vectors, self.truth = tagging_many.many_tags([*sets, both])

    @cached_property
    def known(self) -> list[Neighbourhood]:
        """Both sets, prepared."""
        return [neighbourhood(each.vectors) for each in self.sets]

    @cached_property
    def known_many(self) -> Neighbourhood:
        """All photos and collages together, prepared."""
        return neighbourhood(self._vectors)


def best_tag(pair: Pair) -> float:
    """Top-1, percent, mean of sets, labels and draws."""
    return float(np.mean([100 * top1(chances, labels) for chances, labels in _all(pair)]))


def honest(pair: Pair) -> float:
    """Calibration error, negative."""
    return -float(np.mean([calibration_error(chances, labels) for chances, labels in _all(pair)]))


def sure(pair: Pair) -> float:
    """Percent accepted at "95 % right"; where a set has fewer than 93 % right, the lack of it."""
    shares, rights = [], []
    for photos, known in zip(pair.sets, pair.known, strict=True):
        for shots in SHOTS:
            drawn = [suggested(photos.labels, known, shots, seed) for seed in SEEDS]
            counts = [accept(chances, photos.labels[rest]) for _, rest, chances in drawn]
            taken, right = np.sum(counts, axis=0)
            shares.append(taken / sum(len(rest) for _, rest, _ in drawn))
            if shares[-1] >= FEWEST:
                rights.append(right / taken)
    lack = min([right - RIGHT for right in rights if right < RIGHT], default=None)
    return float(100 * (np.mean(shares) if lack is None else lack))


def strange(pair: Pair) -> float:
    """AUROC of the best probability, one class left out, less the calibration error."""
    scores = [
        stranger_score(photos, known, shots, seed)
        for photos, known in zip(pair.sets, pair.known, strict=True)
        for shots in FEW_SHOTS
        for seed in SEEDS
    ]
    return float(np.mean(scores)) + honest(pair)


def many_tags(pair: Pair) -> float:
    """Mean average precision with many tags a photo, positives only, percent."""
    scores = [
        tagging_many.ours(pair.known_many, pair.truth, *tagging_many.draw(pair.truth, shots, seed))
        for shots in FEW_SHOTS
        for seed in SEEDS
    ]
    return float(np.mean(scores))


MERITS: dict[str, Callable[[Pair], float]] = {
    "top-1": best_tag,
    "calibration error": honest,
    "accepted, if 93 % right": sure,
    "no tag, less calibration error": strange,
    "many tags, mAP": many_tags,
}


def _all(pair: Pair) -> list[tuple[NDArray[np.float32], NDArray[np.int64]]]:
    """Probabilities and classes of the photos without a label, for every draw."""
    found = []
    for photos, known in zip(pair.sets, pair.known, strict=True):
        for shots in FEW_SHOTS:
            for seed in SEEDS:
                _, rest, chances = suggested(photos.labels, known, shots, seed)
                found.append((chances, photos.labels[rest]))
    return found
