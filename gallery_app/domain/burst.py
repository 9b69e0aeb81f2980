"""Bursts, and how the wall stacks them: one photo stands for all."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from gallery_app.domain.arrangement import Arrangement, Stack


class Shot(NamedTuple):
    """A photo of a burst.

    Attributes:
        burst: The burst's number, the id of its first shot.
        cover: Whether the user chose it to stand for the burst.
    """

    burst: int
    cover: bool


def stacked(found: Arrangement, shots: Mapping[int, Shot]) -> Arrangement:
    """Bring the shots of each burst together, the cover first.

    A stack stands where its newest shot stood, and lies within one section; where there are none,
    within one month. A burst of which a section holds one shot is no stack there.

    Args:
        found: The photos in order.
        shots: By photo id.
    """
    ids: array[int] = array("q")
    stacks: list[Stack] = []
    start = 0
    for run in found.sections or found.months:
        held: dict[int, list[int]] = {}
        for photo_id in found.ids[start : start + run.photos]:
            held.setdefault(shots[photo_id].burst if photo_id in shots else -photo_id, []).append(
                photo_id
            )
        for burst, photos in held.items():
            if len(photos) > 1:
                stacks.append(Stack(len(ids), len(photos), burst))
                photos.insert(0, photos.pop(photos.index(_cover(photos, shots))))
            ids.extend(photos)
        start += run.photos
    return replace(found, ids=ids, stacks=tuple(stacks))


def _cover(photos: Sequence[int], shots: Mapping[int, Shot]) -> int:
    """Return the photo that the user chose, else the first that was taken, which comes last."""
    return next((photo_id for photo_id in photos if shots[photo_id].cover), photos[-1])
