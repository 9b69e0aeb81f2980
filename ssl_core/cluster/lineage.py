"""Clusters keep their identity, and so their names, from run to run."""

from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

LEAST_OVERLAP = 0.3
"""Least Jaccard overlap at which a new cluster is still the old one."""


def match(
    old: Mapping[int, AbstractSet[Hashable]], new: Sequence[AbstractSet[Hashable]], next_id: int
) -> list[int]:
    """Name the clusters of a run after those of the run before.

    Overlaps are counted among the photos that both runs knew, so that many new photos do not make
    a cluster lose its name. Each old id goes to one cluster, best total overlap (Hungarian method).

    Args:
        old: Photos of each old cluster by its id.
        new: Photos of each new cluster.
        next_id: First id never used before.

    Returns:
        An id for each new cluster: an old one, or from ``next_id`` up.
    """
    ids = sorted(old)
    overlap = _overlap([old[each] for each in ids], new)
    kept = {
        int(column): ids[row]
        for row, column in zip(*linear_sum_assignment(overlap, maximize=True), strict=True)
        if overlap[row, column] >= LEAST_OVERLAP
    }
    result = []
    for position in range(len(new)):
        if position not in kept:
            kept[position] = next_id
            next_id += 1
        result.append(kept[position])
    return result


def _overlap(
    old: Sequence[AbstractSet[Hashable]], new: Sequence[AbstractSet[Hashable]]
) -> NDArray[np.float64]:
    """Jaccard overlap of each old with each new cluster, among photos in both runs' clusters."""
    shared = frozenset().union(*old) & frozenset().union(*new)
    before = [members & shared for members in old]
    after = [members & shared for members in new]
    table = np.zeros((len(old), len(new)))
    for row, one in enumerate(before):
        for column, other in enumerate(after):
            together = len(one & other)
            if together:
                table[row, column] = together / len(one | other)
    return table
