"""Bursts, and how the wall stacks them: one photo stands for all."""

from array import array
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gallery_app.domain.arrangement import Arrangement
from gallery_app.domain.lookup import Numbers


class Shots(NamedTuple):
    """Photos of bursts, as columns.

    Attributes:
        photos: (S,) their ids, ascending.
        bursts: (S,) the number of each one's burst, the id of its first shot.
        covers: (S,) whether the user chose it to stand for the burst.
    """

    photos: Numbers
    bursts: Numbers
    covers: NDArray[np.bool_]


def stacked(found: Arrangement, shots: Shots) -> Arrangement:
    """Bring the shots of each burst together, the cover first.

    A stack stands where its newest shot stood, and lies within one section; where there are none,
    within one month. A burst of which a section holds one shot is no stack there. The cover is the
    photo that the user chose, else the first that was taken, which comes last.

    Sums over columns, because the window stands still while a thread fills 100,000 lists.

    Args:
        found: The N photos in order.
        shots: Of all photos.
    """
    ids = np.frombuffer(found.ids, np.int64)
    known = np.searchsorted(shots.photos, ids)
    known[known == len(shots.photos)] = 0
    at = np.flatnonzero(shots.photos[known] == ids) if len(shots.photos) else np.empty(0, np.int64)
    if not len(at):
        return found
    bursts, run = shots.bursts[known[at]], _runs(found)[at]
    _, first, group = np.unique(
        run * (bursts.max() + 1) + bursts, return_index=True, return_inverse=True
    )
    cover = np.zeros(len(first), np.int64)
    np.maximum.at(cover, group, at)
    chosen = shots.covers[known[at]]
    cover[group[chosen][::-1]] = at[chosen][::-1]  # of several the first
    stand, within = np.arange(len(ids)), np.arange(len(ids))
    stand[at] = at[first][group]
    within[cover] = -1
    order = np.lexsort((within, stand))
    place = np.empty(len(ids), np.int64)
    place[order] = np.arange(len(ids))
    table = np.stack([place[cover], np.bincount(group), bursts[first]], axis=1)
    several = table[table[:, 1] > 1]
    several = several[np.argsort(several[:, 0])]
    stacks = array("q", several.tobytes())
    return replace(found, ids=array("q", ids[order].tobytes()), stacks=stacks)


def _runs(found: Arrangement) -> Numbers:
    """Return (N,) which section, or month, each photo is in."""
    sizes = [run.photos for run in found.sections or found.months]
    return np.repeat(np.arange(len(sizes)), sizes)
