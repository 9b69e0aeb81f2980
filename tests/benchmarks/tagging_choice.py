"""Which settings of the tagger two photo sets would choose, and what these score on the other two.

    python -m tests.benchmarks.tagging_choice PHOTOS [--encoder FILE ...] [--scratch DIR]
        [--only WORD ...]

Every setting is tried by itself, the others as they are built, on the same draws of labels; its
score is the mean of the encoders. At the end every figure of each pair is measured with all
settings that the other pair takes for that figure. Vectors are those of the tagging benchmark.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.labelled_sets import (
    LabelledSet,
    encoded_collages,
    encoded_sets,
    encoder_cards,
)
from tests.benchmarks.tagging_merits import MERITS, Pair
from tests.benchmarks.tagging_settings import SETTINGS, Setting

PAIRS = {"A+B": slice(0, 2), "C+D": slice(2, 4)}
OTHER = {"A+B": "C+D", "C+D": "A+B"}
Work = list[tuple[str, list[LabelledSet], LabelledSet]]
"""For every encoder and pair: its name, its sets, the collages of that encoder."""


def main() -> None:
    """Print one line a setting, then what the choices of the other pair score."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[], help="a checkpoint")
    parser.add_argument("--scratch", type=Path)
    parser.add_argument("--only", nargs="*", default=[""], help="words in names of settings")
    options = parser.parse_args()
    scratch = options.scratch or Path(tempfile.gettempdir()) / "handful-tagging"
    scratch.mkdir(parents=True, exist_ok=True)
    settings = [each for each in SETTINGS if any(word in each.where for word in options.only)]
    work: Work = []
    for card in encoder_cards(options.encoder, scratch):
        sets = encoded_sets(options.photos.resolve(), card, scratch)
        collages = encoded_collages(options.photos.resolve(), card, scratch)
        work += [(pair, sets[places], collages) for pair, places in PAIRS.items()]
    os.environ["OMP_NUM_THREADS"] = "1"  # read by the processes that are started now
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as crew:
        tried = _by_pair([
            (pair, crew.submit(try_settings, sets, collages, settings))
            for pair, sets, collages in work
        ])
        scores = {
            each: {pair: tried[pair][place, : len(candidates(each))] for pair in PAIRS}
            for place, each in enumerate(settings)
        }
        print("\n".join(_table(scores)), flush=True)
        built, crossed = (
            _by_pair([
                (
                    pair,
                    crew.submit(
                        try_choices, sets, collages, _choices(scores, OTHER[pair], taken=taken)
                    ),
                )
                for pair, sets, collages in work
            ])
            for taken in (False, True)
        )
        print("\n" + "\n".join(_crossed_table(built, crossed)))


def try_settings(
    sets: list[LabelledSet], collages: LabelledSet, settings: list[Setting]
) -> NDArray[np.float64]:
    """Score every candidate, ``(S, C)``, on one pair, with one encoder; NaN where there is none."""
    pair = Pair(sets, collages)
    scores = np.full((len(settings), max(len(candidates(each)) for each in settings)), np.nan)
    for row, setting in enumerate(settings):
        for place, value in enumerate(candidates(setting)):
            with patch(setting.where, value):
                anew = Pair(sets, collages) if setting.prepares else pair
                scores[row, place] = MERITS[setting.merit](anew)
    return scores


def try_choices(
    sets: list[LabelledSet], collages: LabelledSet, choices: dict[str, dict[str, Any]]
) -> list[float]:
    """Score, by each figure of merit, all that was chosen by it; one pair, one encoder."""
    scores = []
    for name, merit in MERITS.items():
        with ExitStack() as patched:
            for where, value in choices[name].items():
                patched.enter_context(patch(where, value))
            scores.append(merit(Pair(sets, collages)))
    return scores


def candidates(setting: Setting) -> list[Any]:
    """What is built, then the others."""
    module, _, name = setting.where.rpartition(".")
    return [resolve_name(f"{module}:{name}"), *setting.others]


def _by_pair(futures: list[tuple[str, Future[Any]]]) -> dict[str, NDArray]:
    """Mean of the encoders for each pair."""
    return {
        pair: np.mean([future.result() for name, future in futures if name == pair], axis=0)
        for pair in PAIRS
    }


def _choices(
    scores: dict[Setting, dict[str, NDArray]], pair: str, *, taken: bool
) -> dict[str, dict[str, Any]]:
    """By figure of merit, what a pair takes of the settings chosen by it; or nothing."""
    choices: dict[str, dict[str, Any]] = {name: {} for name in MERITS}
    for each, found in scores.items() if taken else ():
        choices[each.merit][each.where] = candidates(each)[int(found[pair].argmax())]
    return choices


def _table(scores: dict[Setting, dict[str, NDArray]]) -> Iterator[str]:
    yield "| setting | by | candidates, built first | A+B | C+D | A+B takes | C+D takes |"
    yield "|---|---|---|---|---|---|---|"
    for each, found in scores.items():
        values = " · ".join(map(str, candidates(each)))
        told = " | ".join(" · ".join(f"{score:.3g}" for score in found[pair]) for pair in PAIRS)
        takes = " | ".join(_takes(each, found, pair) for pair in PAIRS)
        name = each.where.removeprefix("ssl_core.")
        yield f"| {name} | {each.merit} | {values} | {told} | {takes} |"


def _takes(setting: Setting, scores: dict[str, NDArray], pair: str) -> str:
    """What a pair takes, and what the other gains by that over what is built."""
    best, other = int(scores[pair].argmax()), scores[OTHER[pair]]
    return f"{candidates(setting)[best]}: {other[best] - other[0]:+.2g}" if best else "as built"


def _crossed_table(built: dict[str, NDArray], crossed: dict[str, NDArray]) -> Iterator[str]:
    yield "| with all settings | " + " | ".join(MERITS) + " |"
    yield "|---" * (len(MERITS) + 1) + "|"
    for pair in PAIRS:
        for name, found in (("as built", built), (f"as {OTHER[pair]} takes them", crossed)):
            yield f"| {pair}, {name} | " + " | ".join(f"{one:.3f}" for one in found[pair]) + " |"


if __name__ == "__main__":
    main()
