"""The order of photos on the wall, and the sections that it falls into."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

import numpy as np


class Grouping(StrEnum):
    """What a section of the wall has in common."""

    NONE = "none"
    DAY = "day"
    MONTH = "month"
    FOLDER = "folder"
    CLUSTER = "cluster"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Section:
    """Photos that follow each other.

    Attributes:
        key: What they share: "2024-05-31", "2024-05", a folder's path, a group's name, a tag;
            "" where there is none.
        photos: How many they are.
    """

    key: str
    photos: int


class Stack(NamedTuple):
    """Shots of one burst, beside each other.

    Attributes:
        start: Position of the cover; the others follow it.
        photos: How many there are.
        burst: The number of the burst.
    """

    start: int
    photos: int
    burst: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Photos in the order in which they are shown.

    Attributes:
        ids: Photo ids, 64-bit.
        grouping: What sections are made of.
        sections: In order, together all photos; empty when nothing groups them.
        months: The same photos by the month of capture, newest first, "" for no date; empty
            when the order is another one.
        stacks: The numbers of each `Stack`, in order; empty when bursts are not stacked.
    """

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    grouping: Grouping = Grouping.NONE
    sections: tuple[Section, ...] = ()
    months: tuple[Section, ...] = ()
    stacks: "array[int]" = field(default_factory=lambda: array("q"))


def by_date(ids: Sequence[int], taken: Iterable[str | None], grouping: Grouping) -> Arrangement:
    """Arrange photos by their capture times, newest first, those without a time last."""
    days = runs((moment or "")[:10] for moment in taken)
    months = tuple(
        Section(month, sum(day.photos for day in held))
        for month, held in groupby(days, key=lambda day: day.key[:7])
    )
    sections = {Grouping.DAY: days, Grouping.MONTH: months}.get(grouping, ())
    return Arrangement(array("q", ids), grouping, sections, months)


def by_key(
    ids: Sequence[int], keys: Sequence[str], grouping: Grouping, order: Sequence[str]
) -> Arrangement:
    """Arrange photos by key; inside a key the order stays.

    Args:
        ids: The photos.
        keys: The key of each.
        grouping: What the keys are.
        order: The keys in their order; photos with another key, "" among them, come last.
    """
    place = {key: number for number, key in enumerate(order)}
    places = np.array([place.get(key, len(place)) for key in keys], np.int64)
    held = np.argsort(places, kind="stable")
    sections = runs([*order, ""][number] for number in places[held].tolist())
    return Arrangement(array("q", np.array(ids, np.int64)[held].tobytes()), grouping, sections)


def runs(keys: Iterable[str]) -> tuple[Section, ...]:
    """Return the runs of equal keys."""
    return tuple(Section(key, sum(1 for _ in held)) for key, held in groupby(keys))
