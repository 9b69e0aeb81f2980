"""Photos that look alike: neighbours of one photo, and duplicates. numpy only."""

from dataclasses import dataclass

import numpy as np

from gallery_app.errors import UserError
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.search.duplicates import near_duplicates
from ssl_core.search.neighbours import nearest
from ssl_core.vectors import normalise


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Photos that are the same: "exact" byte for byte, or "near" (resized, recompressed ...)."""

    kind: str
    photo_ids: tuple[int, ...]


class Likeness:
    """Answers from the active encoder's vectors, kept in memory while they do not change."""

    def __init__(self, place: Surroundings) -> None:
        self._place = place
        self._stamp: tuple[int, ...] = ()
        self._ids = np.empty(0, np.int64)
        self._unit = np.empty((0, 0), np.float32)

    def similar(self, photo_id: int, limit: int) -> list[tuple[int, float]]:
        """Return (photo id, cosine), most alike first, the photo left out."""
        self._refresh()
        rows = np.flatnonzero(self._ids == photo_id)
        if not len(rows):
            raise UserError("This photo is not understood yet; wait until “handful add” is done.")
        found = nearest(self._unit[rows], self._unit, limit + 1)
        pairs = zip(self._ids[found.indices[0]], found.cosines[0], strict=True)
        others = [(int(other), float(cosine)) for other, cosine in pairs if other != photo_id]
        return others[:limit]

    def duplicates(self) -> list[Duplicates]:
        """Return exact groups first, then near ones; a near group has one photo of each file."""
        self._refresh()
        exact = self._place.catalogue.photos.exact_duplicates()
        copies = {photo_id for group in exact for photo_id in group[1:]}
        hashes = self._place.catalogue.photos.perceptual()
        rows = [row for row, i in enumerate(self._ids.tolist()) if i in hashes and i not in copies]
        ids = self._ids[rows]
        marks = np.array([hashes[i] for i in ids.tolist()], np.uint64)
        near = near_duplicates(self._unit[rows], marks)
        return [
            *(Duplicates("exact", group) for group in exact),
            *(Duplicates("near", tuple(int(ids[row]) for row in group)) for group in near),
        ]

    def _refresh(self) -> None:
        encoder = self._place.catalogue.encoders.active()
        if encoder is None:
            raise UserError("No photo is understood yet; add a folder first.")
        stamp = self._place.catalogue.vectors.stamp(encoder.id)
        if stamp != self._stamp:
            self._ids, vectors = self._place.catalogue.vectors.load(encoder.id, encoder.dim)
            self._unit = normalise(vectors)
            self._stamp = stamp
