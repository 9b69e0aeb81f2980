"""Whether Tag Health finds planted mistakes: wrong tags, tags that are two, tags that are one.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.tag_health PHOTOS [--encoder FILE ...]

PHOTOS, encoders and scratch folder are as in `tests.benchmarks.tagging`. The user gives a few
examples of each class. One in twenty is wrong; or the examples of two classes are under one tag;
or those of one class under two.
"""

import argparse
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.answers import collect
from ssl_core.tagging.few_label import Tagging, suggest
from ssl_core.tagging.health import slips, splits, twins
from ssl_core.tagging.propagate import Neighbourhood, neighbourhood
from tests.benchmarks.labelled_sets import encoded_sets, encoder_cards

EXAMPLES = 15
WRONG = 0.05
TAGS_A_PLANT = 8
"""Of so many tags one pair is merged, or one tag parted."""

Tally = tuple[int, int, int]  # planted, listed, both


def main() -> None:
    """Print, for each list, how much of it is right and how much of what was planted it has."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[], help="a checkpoint")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--scratch", type=Path)
    options = parser.parse_args()
    scratch = options.scratch or Path(tempfile.gettempdir()) / "handful-tagging"
    scratch.mkdir(parents=True, exist_ok=True)
    for card in encoder_cards(options.encoder, scratch):
        print(f"\n| {card.stem} | {' | '.join(PLANTS)} |\n" + "|---" * (len(PLANTS) + 1) + "|")
        for photos in encoded_sets(options.photos.resolve(), card, scratch):
            known = neighbourhood(photos.vectors)
            told = [
                _told([plant(known, photos.labels, seed) for seed in range(options.seeds)])
                for plant in PLANTS.values()
            ]
            print(f"| {photos.name} | {' | '.join(told)} |", flush=True)


def wrong_tags(known: Neighbourhood, labels: NDArray, seed: int) -> Tally:
    """One example in twenty carries the tag of another class."""
    random, shown = _shown(labels, seed)
    said = labels[shown]
    planted = random.permutation(len(shown))[: max(1, round(WRONG * len(shown)))]
    count = labels.max() + 1
    said[planted] = (said[planted] + random.integers(1, count, len(planted))) % count
    listed = {slip.row for slip in slips(_learn(known, shown, said))}
    return _tally(set(shown[planted].tolist()), listed)


def two_as_one(known: Neighbourhood, labels: NDArray, seed: int) -> Tally:
    """The examples of two classes are under one tag; the other tags are of one class each."""
    random, shown = _shown(labels, seed)
    pairs = _planted(random, labels, 2)
    said = labels[shown]
    for one, other in pairs:
        said[said == other] = one
    listed = {halves.tag for halves in splits(known, _learn(known, shown, said))}
    return _tally(set(pairs[:, 0].tolist()), listed)


def one_as_two(known: Neighbourhood, labels: NDArray, seed: int) -> Tally:
    """The examples of one class are under two tags, by chance."""
    random, shown = _shown(labels, seed)
    parted, said = _planted(random, labels, 1)[:, 0], labels[shown]
    planted = set()
    for new, tag in enumerate(parted.tolist(), start=labels.max() + 1):
        said[random.permutation(np.flatnonzero(said == tag))[: EXAMPLES // 2]] = new
        planted.add((tag, new))
    found = twins(_learn(known, shown, said))
    return _tally(planted, {tuple(sorted((pair.first, pair.second))) for pair in found})


PLANTS: dict[str, Callable[[Neighbourhood, NDArray, int], Tally]] = {
    "wrong tags": wrong_tags,
    "two classes under one tag": two_as_one,
    "one class under two tags": one_as_two,
}


def _shown(labels: NDArray, seed: int) -> tuple[np.random.Generator, NDArray[np.int64]]:
    random = np.random.default_rng(seed)
    classes = range(labels.max() + 1)
    own = [random.permutation(np.flatnonzero(labels == each))[:EXAMPLES] for each in classes]
    return random, np.concatenate(own)


def _planted(random: np.random.Generator, labels: NDArray, each: int) -> NDArray[np.int64]:
    count = max(1, (labels.max() + 1) // TAGS_A_PLANT)
    return random.permutation(labels.max() + 1)[: each * count].reshape(count, each)


def _learn(known: Neighbourhood, shown: NDArray, said: NDArray) -> Tagging:
    yes = [shown[said == tag] for tag in range(said.max() + 1)]
    return suggest(known, collect(yes, [shown[:0]] * len(yes), (), known.copies))


def _tally(planted: set, listed: set) -> Tally:
    return len(planted), len(listed), len(planted & listed)


def _told(tallies: Iterable[Tally]) -> str:
    planted, listed, both = np.sum(list(tallies), axis=0)
    right = f"{both / listed:.0%}" if listed else "–"
    return f"{both} of {planted} ({both / planted:.0%}), {right} of {listed} listed right"


if __name__ == "__main__":
    main()
