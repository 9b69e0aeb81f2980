"""Where numbers stand among many."""

from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.int64]


class Lookup:
    """Finds numbers among N others, each of which stands once.

    Args:
        numbers: (N,) in any order.
    """

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers

    def places(self, wanted: ArrayLike) -> Numbers:
        """Return where the wanted numbers stand, in their order; those that do not are left out."""
        known = np.asarray(wanted, np.int64)
        found = np.searchsorted(self._ascending, known)
        inside = found < len(self._ascending)
        found, known = found[inside], known[inside]
        return self._order[found[self._ascending[found] == known]]

    @cached_property
    def _order(self) -> Numbers:
        return np.argsort(self._numbers)

    @cached_property
    def _ascending(self) -> Numbers:
        return self._numbers[self._order]
