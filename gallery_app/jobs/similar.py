"""Photos that look alike: neighbours of one photo, and duplicates. numpy only."""

from dataclasses import dataclass

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.part import Part
from gallery_app.errors import NotUnderstoodError, UserError
from gallery_app.files.reader import read_part
from gallery_app.jobs.encoders import card_of, encode
from gallery_app.jobs.job import finish
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.search.duplicates import near_duplicates
from ssl_core.search.neighbours import nearest
from ssl_core.vectors import normalise

STEP = "Looking at a part of a photo"


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Photos that are the same: "exact" byte for byte, or "near" (resized, recompressed ...)."""

    kind: str
    photo_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The vectors of one moment: ids (N,) int64 ascending, unit (N, D) float32 of length 1."""

    stamp: tuple[int, ...]
    ids: np.ndarray
    unit: np.ndarray


@dataclass(frozen=True, slots=True)
class _Near:
    """Near duplicates of one moment: of which photos, and the id of the newest of the vectors."""

    encoder_id: int
    newest: int
    ids: set[int]
    groups: list[tuple[int, ...]]


class Likeness:
    """Answers from an encoder's vectors, kept in memory while they do not change."""

    def __init__(self, place: Surroundings) -> None:
        self._place = place
        self._loaded: dict[int, _Loaded] = {}
        self._near = _Near(0, 0, set(), [])

    def similar(
        self, photo_id: int, limit: int, under: Encoder | None = None
    ) -> list[tuple[int, float]]:
        """Return (photo id, cosine), most alike first, the photo left out.

        Args:
            photo_id: The photo.
            limit: Most others to return.
            under: The encoder asked; the active one when left out.
        """
        loaded = self._load(under)
        rows = np.flatnonzero(loaded.ids == photo_id)
        if not len(rows):
            raise NotUnderstoodError
        return _ranked(loaded, loaded.unit[rows], photo_id, limit)

    def like_part(self, photo_id: int, part: Part, limit: int) -> list[tuple[int, float]]:
        """Return what `similar` does, but like a part of the photo; blocks.

        The part is read and encoded in worker processes, as whole photos are.

        Raises:
            UserError: No photo is understood yet, or the encoder's files are gone.
            PhotoError: The photo cannot be read.
        """
        loaded, encoder = self._load(), self._active()
        photo = self._place.catalogue.photos.get([photo_id])[0]
        card = card_of(self._place, encoder.name)
        crop = self._place.readers.call(read_part, str(photo.path), part, card, photo.turn)
        folder = self._place.paths.encoders
        encoding = self._place.computer.run(STEP, encode, folder, encoder.name, None, crop[None])
        return _ranked(loaded, normalise(finish(encoding)), photo_id, limit)

    def duplicates(self) -> list[Duplicates]:
        """Return exact groups first, then near ones; a near group has one photo of each file."""
        loaded = self._load()
        exact = self._place.catalogue.photos.exact_duplicates()
        near = self._near_groups(loaded, {i for group in exact for i in group[1:]})
        found = [Duplicates("exact", group) for group in exact]
        return self._not_refused(found + [Duplicates("near", group) for group in near])

    def _near_groups(self, loaded: _Loaded, copies: set[int]) -> list[tuple[int, ...]]:
        """Compare every photo with every other, unless photos have only gone since last time."""
        hashes = self._place.catalogue.photos.perceptual()
        every = enumerate(loaded.ids.tolist())
        rows = [row for row, i in every if i in hashes and i not in copies]
        ids = loaded.ids[rows].tolist()
        here = set(ids)
        encoder_id, _count, newest, _sum = loaded.stamp
        known = self._near
        if known.encoder_id != encoder_id or newest > known.newest or not here <= known.ids:
            marks = np.array([hashes[i] for i in ids], np.uint64)
            found = near_duplicates(loaded.unit[rows], marks)
            groups = [tuple(ids[row] for row in group) for group in found]
            self._near = known = _Near(encoder_id, newest, here, groups)
        there = (tuple(i for i in group if i in here) for group in known.groups)
        return [group for group in there if len(group) > 1]

    def _not_refused(self, found: list[Duplicates]) -> list[Duplicates]:
        """Leave out those that the user called no duplicates of a group's first photo."""
        refused = self._place.catalogue.copies.refused()
        if not refused:
            return found
        ids = [photo_id for group in found for photo_id in group.photo_ids]
        hashes = {p.id: p.content_hash for p in self._place.catalogue.photos.get(ids)}
        kept = []
        for group in found:
            first, *rest = group.photo_ids
            still = [
                other
                for other in rest
                if tuple(sorted((hashes.get(first, ""), hashes.get(other, "")))) not in refused
            ]
            if still:
                kept.append(Duplicates(group.kind, (first, *still)))
        return kept

    def _load(self, under: Encoder | None = None) -> _Loaded:
        active = self._active()
        encoder = under or active
        stamp = self._place.catalogue.vectors.stamp(encoder.id)
        loaded = self._loaded.get(encoder.id)
        if loaded is None or loaded.stamp != stamp:
            ids, vectors = self._place.catalogue.vectors.load(encoder.id, encoder.dim)
            loaded = _Loaded(stamp, ids, normalise(vectors))
            # Replaced in one step: two threads may ask at once. Two encoders are compared, no more.
            kept = {active.id: self._loaded.get(active.id)}
            self._loaded = {i: old for i, old in kept.items() if old} | {encoder.id: loaded}
        return loaded

    def _active(self) -> Encoder:
        active = self._place.catalogue.encoders.active()
        if active is None:
            raise UserError("No photo is understood yet; add a folder first.")
        return active


def _ranked(loaded: _Loaded, wanted: np.ndarray, but: int, limit: int) -> list[tuple[int, float]]:
    """Rank photos by how like a vector (1, D) they are, one photo left out."""
    found = nearest(wanted, loaded.unit, limit + 1)
    pairs = zip(loaded.ids[found.indices[0]], found.cosines[0], strict=True)
    return [(int(other), float(cosine)) for other, cosine in pairs if other != but][:limit]
