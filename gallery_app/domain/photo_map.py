"""The map: photos in the plane, what is alike close together, and how they are coloured."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

KINDS = 10
"""Kinds with a colour of their own; the smaller ones share one."""


class Shade(StrEnum):
    """What points are coloured by."""

    TAG = "tag"
    CLUSTER = "cluster"
    DATE = "date"
    SURENESS = "sureness"


@dataclass(frozen=True)
class PhotoMap:
    """Photos in the plane.

    Attributes:
        ids: ``(N,) int64``, ascending.
        places: ``(N, 2) float32``, about [-1, 1].
    """

    ids: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    places: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 2), np.float32))


@dataclass(frozen=True)
class Shades:
    """How the photos of a map are coloured.

    Attributes:
        amounts: ``(N,) float32``: for kinds the index of the kind, `KINDS` for the smaller ones;
            else in [0, 1]. NaN where nothing is known.
        kinds: The largest kinds, biggest first; none where amounts are shown.
        span: What 0 and 1 stand for, where amounts are shown.
    """

    amounts: NDArray[np.float32]
    kinds: tuple[str, ...] = ()
    span: tuple[float, float] = (0.0, 1.0)


def shade_kinds(ids: NDArray[np.int64], known: dict[int, str]) -> Shades:
    """Colour photos by kind, in the order of ``ids``."""
    of_photo = [known.get(photo_id) for photo_id in ids.tolist()]
    sizes = Counter(kind for kind in of_photo if kind is not None)
    ordered = sorted(sizes, key=lambda kind: (-sizes[kind], kind))
    index: dict[str | None, float] = {kind: min(i, KINDS) for i, kind in enumerate(ordered)}
    amounts = np.array([index.get(kind, np.nan) for kind in of_photo], np.float32)
    return Shades(amounts, tuple(ordered[:KINDS]))


def shade_amounts(
    ids: NDArray[np.int64], known: dict[int, float], span: tuple[float, float] | None = None
) -> Shades:
    """Colour photos by an amount, in the order of ``ids``, from least to most or over ``span``."""
    amounts = np.array([known.get(photo_id, np.nan) for photo_id in ids.tolist()], np.float64)
    there = amounts[np.isfinite(amounts)]
    if span is None:
        span = (float(there.min()), float(there.max())) if len(there) else (0.0, 1.0)
    low, high = span
    scaled = (amounts - low) / (high - low or 1)
    return Shades(scaled.astype(np.float32), span=span)
