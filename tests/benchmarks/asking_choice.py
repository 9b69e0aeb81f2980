"""Settle how much `ssl_core.tagging.ask_next` smooths on two sets, and report on the other two.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.asking_choice PHOTOS [--encoder FILE ...]

PHOTOS, encoders and scratch folder are as in `tests.benchmarks.tagging`. Every pair of sets chooses
once; each set is reported with what the pairs without it choose. Beside it, whether the gains that
the shipped numbers promise come true.
"""

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path

import numpy as np

from ssl_core.tagging import ask_next
from tests.benchmarks.labelled_sets import encoded_sets, encoder_cards
from tests.benchmarks.tagging_asking import promise_table, share, walks

CHOICES = ({"LEVEL": 1}, {"LEVEL": 2}, {"LEVEL": 3})
SHIPPED = CHOICES.index({name: getattr(ask_next, name) for name in CHOICES[0]})
Shares = Mapping[str, list[float]]


def main() -> None:
    """Print, for each encoder, the share of labels needed with every choice, and what is chosen."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[], help="a checkpoint")
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--scratch", type=Path)
    options = parser.parse_args()
    scratch = options.scratch or Path(tempfile.gettempdir()) / "handful-tagging"
    scratch.mkdir(parents=True, exist_ok=True)
    for card in encoder_cards(options.encoder, scratch):
        shares, shipped = {}, {}
        for photos in encoded_sets(options.photos.resolve(), card, scratch):
            runs = [walks(photos, seed, CHOICES) for seed in range(options.seeds)]
            shares[photos.name] = [share(mine) for mine in zip(*runs, strict=True)]
            shipped[photos.name] = [run[SHIPPED] for run in runs]
            print(card.stem, photos.name, shares[photos.name], flush=True)
        print("\n".join([*_table(card.stem, shares), "", *promise_table(shipped)]), flush=True)


def _table(encoder: str, shares: Shares) -> Iterator[str]:
    yield f"\n| {encoder} | " + " | ".join(shares) + " | mean |"
    yield "|---" * (len(shares) + 2) + "|"
    for place, choice in enumerate(CHOICES):
        told = ", ".join(f"{name} {value}" for name, value in choice.items())
        yield _row(told, [each[place] for each in shares.values()])
    yield _row("chosen without the set", [_chosen_without(shares, name) for name in shares])


def _chosen_without(shares: Shares, name: str) -> float:
    """Mean share of a set with what each pair of other sets would choose."""
    pairs = combinations([other for other in shares if other != name], 2)
    best = [int(np.argmin(np.add(shares[one], shares[other]))) for one, other in pairs]
    return float(np.mean([shares[name][place] for place in best]))


def _row(told: str, figures: list[float]) -> str:
    return (
        f"| {told} | " + " | ".join(f"{each:.2f}" for each in [*figures, np.mean(figures)]) + " |"
    )


if __name__ == "__main__":
    main()
