"""What the tagging benchmark found, as the tables of docs/measurements.md. Bold misses its goal."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from tests.benchmarks.tagging_asking import Walk, share
from tests.benchmarks.tagging_cells import SHOTS, Cell, accepted, mean_top1, over_best
from tests.benchmarks.tagging_many import Gain
from tests.benchmarks.textbook import METHODS

OVER_LOGISTIC = {1: 8.0, 2: 5.0, 5: 2.0, 10: 0.5}
OVER_BEST = {1: 2.0, 2: 2.0, 5: 2.0, 10: 0.5}
NEVER_BELOW = -0.5
CALIBRATION = {1: 0.08, 5: 0.05}
RIGHT = 0.93
STRANGERS = 0.85
NEEDED = 0.5
OVER_REST = 4.0


class Found(NamedTuple):
    """All figures of one encoder.

    Attributes:
        cells: By set, then by labels a class.
        asked: By set, one entry a run.
        many: By "yes" a tag, one entry a draw.
    """

    cells: dict[str, dict[int, Cell]]
    asked: dict[str, list[Walk]]
    many: dict[int, list[Gain]]

    def of_sets(self, shots: int, figure: Callable[[Cell], float]) -> list[float]:
        """One figure of every set."""
        return [figure(cells[shots]) for cells in self.cells.values()]


def goals(found: dict[str, Found]) -> Iterator[str]:
    """Goal beside figure, a column an encoder."""
    yield f"| figure | goal | {' | '.join(found)} |"
    yield "|---|---|" + "---|" * len(found)
    rows: dict[tuple[str, str], Callable[[Found], str]] = {
        ("top-1 over logistic regression, mean of the sets", _told(OVER_LOGISTIC)): _over_logistic,
        ("… over the best of the four in each cell, mean", _told(OVER_BEST)): _over_best,
        ("… in the worst cell", f"≥ {NEVER_BELOW}"): _worst_cell,
        ("calibration error at 1 / 5 labels, mean of the sets", "≤ 0.08 / 0.05"): _calibration,
        ("right of those accepted at “95 % right”, worst set", f"≥ {RIGHT:.0%}"): _right,
        ("… accepted, mean of the sets", ""): _coverage,
        ("photos of no tag: AUROC of the best probability", f"≥ {STRANGERS} mean"): _strangers,
        ("labels needed when Handful asks, of those drawn", f"≤ {NEEDED}"): _needed,
        ("many tags: mAP over one against rest", f"≥ {OVER_REST:+.0f}"): _over_rest,
    }
    for (figure, goal), told in rows.items():
        yield f"| {figure} | {goal} | {' | '.join(map(told, found.values()))} |"


def cell_table(found: Found) -> Iterator[str]:
    """Every set and number of labels: Handful, the textbook methods, and how honest."""
    columns = ("set", "labels a class", "Handful", *METHODS, "calibration error")
    yield f"| {' | '.join(columns)} | accepted at “95 % right”, right of these | no tag: AUROC |"
    yield "|---" * (len(columns) + 2) + "|"
    for name, cells in found.cells.items():
        for shots, cell in cells.items():
            told = [f"{mean_top1(cell, method):.1f}" for method in ("Handful", *METHODS)]
            share, right = accepted(cell)
            sure = "none" if right is None else f"{share:.0%}, {right:.1%}"
            honest = f"{error(cell):.3f} | {sure} | {stranger(cell):.2f}"
            yield f"| {name} | {shots} | **{told[0]}** | {' | '.join(told[1:])} | {honest} |"


def asked_table(found: dict[str, Found]) -> Iterator[str]:
    """Labels needed when Handful asks, by set."""
    columns = ("encoder", "set", "10 random labels a class", "share of them when asked")
    yield f"| {' | '.join(columns)} | as many of all photos | share when asked |"
    yield "|---|---|---|---|---|---|"
    for encoder, figures in found.items():
        for name, runs in figures.asked.items():
            each = f"{np.mean([run.each for run in runs]):.1%} | {share(runs):.2f}"
            every = f"{np.mean([run.every for run in runs]):.1%} | {share(runs, of_each=False):.2f}"
            yield f"| {encoder} | {name} | {each} | {every} |"


def many_table(found: dict[str, Found]) -> Iterator[str]:
    """Mean average precision with many tags a photo, by "yes" a tag."""
    yield "| encoder | yes a tag | Handful mAP | one against rest | gain |\n|---|---|---|---|---|"
    for encoder, figures in found.items():
        for shots, draws in figures.many.items():
            ours, theirs = np.mean(draws, axis=0)
            yield f"| {encoder} | {shots} | {ours:.1f} | {theirs:.1f} | {ours - theirs:+.1f} |"


def error(cell: Cell) -> float:
    """Expected calibration error, mean of the draws."""
    return float(np.mean([each.error for each in cell]))


def stranger(cell: Cell) -> float:
    """AUROC against a class left out, mean of the draws."""
    return float(np.mean([each.strangers for each in cell]))


def _told(wanted: dict[int, float]) -> str:
    told = " / ".join(f"{goal:+.1f}" for goal in wanted.values())
    return f"≥ {told} at {' / '.join(map(str, wanted))}"


def _row(figures: Iterable[float], reached: Iterable[bool], form: str) -> str:
    return " / ".join(
        f"{figure:{form}}" if enough else f"**{figure:{form}}**"
        for figure, enough in zip(figures, reached, strict=True)
    )


def _over_logistic(found: Found) -> str:
    gains = [
        np.mean(
            found.of_sets(n, lambda c: mean_top1(c, "Handful") - mean_top1(c, next(iter(METHODS))))
        )
        for n in SHOTS
    ]
    return _row(gains, (g >= OVER_LOGISTIC[n] for n, g in zip(SHOTS, gains, strict=True)), "+.1f")


def _over_best(found: Found) -> str:
    gains = [np.mean(found.of_sets(shots, over_best)) for shots in SHOTS]
    return _row(gains, (g >= OVER_BEST[n] for n, g in zip(SHOTS, gains, strict=True)), "+.1f")


def _worst_cell(found: Found) -> str:
    least = [min(found.of_sets(shots, over_best)) for shots in SHOTS]
    return _row(least, (gain >= NEVER_BELOW for gain in least), "+.1f")


def _calibration(found: Found) -> str:
    errors = {shots: np.mean(found.of_sets(shots, error)) for shots in CALIBRATION}
    return _row(errors.values(), (e <= CALIBRATION[n] for n, e in errors.items()), ".3f")


def _right(found: Found) -> str:
    told = []
    for shots in SHOTS:
        rights = [accepted(cells[shots])[1] for cells in found.cells.values()]
        some = [right for right in rights if right is not None]
        told.append(_row([min(some)], [min(some) >= RIGHT], ".1%") if some else "none accepted")
    return " / ".join(told)


def _coverage(found: Found) -> str:
    shares = (np.mean(found.of_sets(shots, lambda cell: accepted(cell)[0])) for shots in SHOTS)
    return " / ".join(f"{share:.0%}" for share in shares)


def _strangers(found: Found) -> str:
    scores = [np.mean(found.of_sets(shots, stranger)) for shots in SHOTS]
    mean = float(np.mean(scores))
    told = " / ".join(f"{score:.2f}" for score in scores)
    return f"{told}, mean {_row([mean], [mean >= STRANGERS], '.2f')}"


def _needed(found: Found) -> str:
    shares = [share(runs) for runs in found.asked.values()]
    mean = float(np.mean(shares))
    told = " / ".join(f"{each:.2f}" for each in shares)
    return f"{told}, mean {_row([mean], [mean <= NEEDED], '.2f')}"


def _over_rest(found: Found) -> str:
    gains = [np.subtract(*np.mean(draws, axis=0)) for draws in found.many.values()]
    mean = float(np.mean(gains))
    told = " / ".join(f"{gain:+.1f}" for gain in gains)
    return f"{told}, mean {_row([mean], [mean >= OVER_REST], '+.1f')}"
