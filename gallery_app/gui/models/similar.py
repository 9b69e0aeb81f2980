"""Photos like one photo, ranked, down to a cut that the user drags."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.part import Part
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.gui.models.photo_wall import PhotoWall
from gallery_app.gui.models.words import localised

LIMIT = 400
FIRST_CUT, FIRST_COUNT = 0.5, 24
SMALLEST_GAP = 0.05


class SimilarWall(PhotoWall):
    """The wall of similar photos.

    Signals:
        ranked: The cosines are here, or the cut moved.
    """

    ranked = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(bridge, parent)
        self._found: list[tuple[int, float]] = []
        self._cosines: dict[int, float] = {}
        self._asked_for: tuple[int, Part | None] = (0, None)
        self.cut = FIRST_CUT

    @property
    def cosines(self) -> list[float]:
        """Every cosine found, best first, those below the cut too."""
        return [cosine for _, cosine in self._found]

    def rank(self, photo_id: int, part: Part | None = None) -> None:
        """Find photos like this one, or like a part of it."""
        asked = self._asked_for = photo_id, part

        def ask(library: Library) -> list[tuple[int, float]]:
            if part is None:
                return library.similar(photo_id, LIMIT)
            return library.browsing.like_part(photo_id, part, LIMIT)

        def arrive(found: list[tuple[int, float]]) -> None:
            if asked == self._asked_for:
                self._found = found
                self._cosines = dict(found)
                self.set_cut(first_cut([cosine for _, cosine in found]))

        def refuse(error: HandfulError) -> None:
            if asked == self._asked_for:
                self._found, self._cosines = [], {}
                self.show_ids([])
                self.refused.emit(said(str(error)), 0)

        self._bridge.ask(ask, arrive, refuse)

    def set_cut(self, cosine: float) -> None:
        """Show only photos at least this similar."""
        self.cut = cosine
        above = bisect_right([-known for known in self.cosines], -cosine)
        self.show_ids([photo_id for photo_id, _ in self._found[:above]])
        self.ranked.emit()

    def _keep_only(self, here: set[int]) -> None:
        self._found = [(photo_id, cosine) for photo_id, cosine in self._found if photo_id in here]
        self.set_cut(self.cut)

    def caption(self, row: int) -> str:
        """Return the distance under a photo: 1 less the cosine."""
        return localised(f"{1 - self._cosines.get(self.ids[row], 0.0):.2f}")


def first_cut(cosines: Sequence[float]) -> float:
    """Return where similar photos seem to end, so that a search stops before the junk.

    The cut lies in the widest gap between neighbours in rank after the third; where no gap is
    wide, at `FIRST_CUT`, or lower so that at least `FIRST_COUNT` are shown.

    Args:
        cosines: Best first.
    """
    gaps = [
        (better - worse, worse)
        for better, worse in pairwise(cosines[2 : FIRST_COUNT * 4])
        if better > FIRST_CUT / 2
    ]
    widest, worse = max(gaps, default=(0.0, 0.0))
    if widest >= SMALLEST_GAP:
        return ceil((worse + widest / 2) * 100) / 100
    return min([FIRST_CUT, *(floor(known * 100) / 100 for known in cosines[:FIRST_COUNT])])
