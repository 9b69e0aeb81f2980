"""The tagger beside textbook methods on labelled photos, goal against reached.

    make bench-tagging PHOTOS=../shared/photos ENCODER=dinov2.pth
    python -m tests.benchmarks.tagging PHOTOS [--encoder FILE ...] [--seeds 10] [--scratch DIR]

PHOTOS is a folder with ``labels.csv`` (path, set, class). The default encoder is always measured.
Vectors are made once and kept in the scratch folder, where the tables are left as ``tagging.md``;
the curve goes to ``docs/tagging-curve.png``. One process a core, each on one thread.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.benchmarks import tagging_cells, tagging_many
from tests.benchmarks.labelled_sets import encoded_collages, encoded_sets, encoder_cards
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.tagging_asking import promise_table, walks
from tests.benchmarks.tagging_cells import SHOTS, mean_top1
from tests.benchmarks.tagging_curve import Curve, draw_curve
from tests.benchmarks.tagging_goals import Found, asked_table, cell_table, goals, many_table
from tests.benchmarks.tagging_speed import speed_table
from tests.benchmarks.textbook import METHODS

PICTURE = Path("docs/tagging-curve.png")
Give = Callable[..., Future[Any]]


def main() -> None:
    """Measure everything and print it as tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path, help="folder with labels.csv")
    parser.add_argument("--encoder", type=Path, action="append", default=[], help="a checkpoint")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--scratch", type=Path)
    options = parser.parse_args()
    scratch = options.scratch or Path(tempfile.gettempdir()) / "handful-tagging"
    scratch.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    os.environ["OMP_NUM_THREADS"] = "1"  # read by the processes that are started now
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as crew:
        given = {
            card.stem: _give_out(
                crew.submit, options.photos.resolve(), card, scratch, options.seeds
            )
            for card in encoder_cards(options.encoder, scratch)
        }
        found = {name: gather() for name, gather in given.items()}
        speed = crew.submit(speed_table).result()  # alone, for it is timed
    minutes = (time.monotonic() - start) / 60
    report = "\n".join(_report(found, speed, f"{options.seeds} draws, {minutes:.0f} minutes"))
    (scratch / "tagging.md").write_text(report + "\n", encoding="utf-8")
    print(report)
    draw_curve({name: _curve(each) for name, each in found.items()}, PICTURE)


def _give_out(
    give: Give, photos: Path, card: Path, scratch: Path, seeds: int
) -> Callable[[], Found]:
    """Hand out the work on one encoder; return what waits for it."""
    sets = encoded_sets(photos, card, scratch)
    many = tagging_many.many_tags([*sets, encoded_collages(photos, card, scratch)])
    by_set = {each.name: each for each in sets}
    cells = {name: give(tagging_cells.measure, each, seeds) for name, each in by_set.items()}
    tagged = {shots: give(tagging_many.measure, *many, shots, seeds) for shots in SHOTS}
    asked = {
        name: [give(walks, each, seed) for seed in range(seeds)] for name, each in by_set.items()
    }

    def gather() -> Found:
        return Found(
            {name: _wait(work, card.stem, name) for name, work in cells.items()},
            {
                name: [_wait(one, card.stem, f"asked {name}")[0] for one in work]
                for name, work in asked.items()
            },
            {
                shots: _wait(work, card.stem, f"many tags, {shots}")
                for shots, work in tagged.items()
            },
        )

    return gather


def _wait(work: Future[Any], *what: str) -> Any:
    result = work.result()
    print(*what, "done", file=sys.stderr, flush=True)
    return result


def _report(found: dict[str, Found], speed: list[str], effort: str) -> Iterator[str]:
    yield f"{describe_machine()}; {effort}.\n"
    for name, each in found.items():
        yield f"{name}:\n"
        yield from cell_table(each)
        yield ""
        yield from promise_table(each.asked)
        yield ""
    for table in (asked_table(found), many_table(found), goals(found), speed):
        yield from table
        yield ""


def _curve(found: Found) -> Curve:
    """Mean top-1 of the sets against labels a class, by method."""
    return {
        name: [
            (shots, sum(found.of_sets(shots, lambda c, n=name: mean_top1(c, n))) / len(found.cells))
            for shots in SHOTS
        ]
        for name in ("Handful", *METHODS)
    }


if __name__ == "__main__":
    main()
