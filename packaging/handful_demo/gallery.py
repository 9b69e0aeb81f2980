"""The demo's gallery: photos, a few tags to learn from, and the truth, kept apart."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np

from handful_demo.shots import jpeg, moment, shoot
from handful_demo.subjects import subjects

SHOTS = 12
TAGGED = 2
SEED = 20261123
_FIRST_DAY = datetime(2026, 5, 2, 9, tzinfo=timezone(timedelta(hours=2)))


@dataclass(frozen=True, slots=True)
class Gallery:
    """A folder of photos and the tables beside it.

    Attributes:
        photos: The folder of photos.
        tags: ``path,tag`` of the few photos to learn from.
        truth: ``path,tag`` of all photos, or None where nobody knows.
    """

    photos: Path
    tags: Path
    truth: Path | None = None


def make_gallery(folder: Path, shots: int = SHOTS) -> Gallery:
    """Shoot every subject; the same photos each time.

    Args:
        folder: Where to; made when absent.
        shots: Photos of each subject.
    """
    gallery = Gallery(folder / "photos", folder / "tags.csv", folder / "truth.csv")
    gallery.photos.mkdir(parents=True, exist_ok=True)
    chance = np.random.default_rng(SEED)
    # Names as a camera gives them: in no order that would tell the subject.
    numbers = iter(chance.permutation(9000)[: shots * len(subjects())] + 1000)
    truth: list[tuple[str, str]] = []
    few: list[tuple[str, str]] = []
    for day, (tag, open_photograph) in enumerate(subjects().items()):
        photograph = open_photograph()
        rows = []
        for _ in range(shots):
            path = gallery.photos / f"IMG_{next(numbers)}.jpg"
            taken = moment(_FIRST_DAY + timedelta(days=9 * day), chance)
            path.write_bytes(jpeg(shoot(photograph, chance), taken, chance))
            rows.append((f"photos/{path.name}", tag))
        truth += rows
        few += rows[:TAGGED]
    _write(gallery.tags, few)
    _write(folder / "truth.csv", truth)
    return gallery


def read_pairs(table: Path) -> dict[Path, str]:
    """Return the tag of each photo of a table that has one tag a photo, by absolute path."""
    with table.open(encoding="utf-8", newline="") as file:
        return {(table.parent / row["path"]).absolute(): row["tag"] for row in csv.DictReader(file)}


def _write(table: Path, rows: Iterable[tuple[str, str]]) -> None:
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("path", "tag"))
        writer.writerows(rows)
