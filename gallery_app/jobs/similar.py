"""Photos that look alike: neighbours of one photo, and duplicates. numpy only.

The vectors lie in the searching process, which has nothing else to do, so that it answers at once
while another one groups or suggests.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.part import Part
from gallery_app.errors import NotUnderstoodError, UserError
from gallery_app.files.reader import read_part
from gallery_app.jobs.encoders import card_of, encode
from gallery_app.jobs.job import finish
from gallery_app.jobs.stored import with_vectors
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.search.duplicates import near_duplicates
from ssl_core.vectors import normalise

STEP, PART = "Comparing photos", "Looking at a part of a photo"


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Photos that are the same: "exact" byte for byte, or "near" (resized, recompressed ...)."""

    kind: str
    photo_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Near:
    """Near duplicates of one moment: of which photos, and the id of the newest of the vectors."""

    encoder_id: int
    newest: int
    ids: set[int]
    groups: list[tuple[int, ...]]


class Likeness:
    """Answers from an encoder's vectors."""

    def __init__(self, place: Surroundings) -> None:
        self._place = place
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
        return self._nearest(under or self._active(), photo_id, limit)

    def like_part(self, photo_id: int, part: Part, limit: int) -> list[tuple[int, float]]:
        """Return what `similar` does, but like a part of the photo; blocks.

        The part is read and encoded in worker processes, as whole photos are.

        Raises:
            UserError: No photo is understood yet, or the encoder's files are gone.
            PhotoError: The photo cannot be read.
        """
        encoder = self._active()
        photo = self._place.catalogue.photos.get([photo_id])[0]
        card = card_of(self._place, encoder.name)
        crop = self._place.readers.call(read_part, str(photo.path), part, card, photo.turn)
        folder = self._place.paths.encoders
        encoding = self._place.searcher.run(PART, encode, folder, encoder.name, None, crop[None])
        return self._nearest(encoder, photo_id, limit, finish(encoding)[0])

    def _nearest(
        self, encoder: Encoder, photo_id: int, limit: int, wanted: np.ndarray | None = None
    ) -> list[tuple[int, float]]:
        stamp = self._place.catalogue.vectors.stamp(encoder.id)
        asked = self._place.paths.catalogue, encoder, stamp, photo_id, limit, wanted
        found = finish(self._place.searcher.run(STEP, nearest_to, *asked))
        if found is None:
            raise NotUnderstoodError
        return found

    def duplicates(self) -> list[Duplicates]:
        """Return exact groups first, then near ones; a near group has one photo of each file."""
        encoder = self._active()
        exact = self._place.catalogue.photos.exact_duplicates()
        near = self._near_groups(encoder, {i for group in exact for i in group[1:]})
        found = [Duplicates("exact", group) for group in exact]
        return self._not_refused(found + [Duplicates("near", group) for group in near])

    def _near_groups(self, encoder: Encoder, copies: set[int]) -> list[tuple[int, ...]]:
        """Compare every photo with every other, unless photos have only gone since last time."""
        vectors, hashes = self._place.catalogue.vectors, self._place.catalogue.photos.perceptual()
        wanted = {i: hashes[i] for i in vectors.ids(encoder.id) if i in hashes and i not in copies}
        _encoder, _count, newest, _sum = stamp = vectors.stamp(encoder.id)
        known = self._near
        if (
            known.encoder_id != encoder.id
            or newest > known.newest
            or not wanted.keys() <= known.ids
        ):
            asked = self._place.paths.catalogue, encoder, stamp, wanted
            groups = finish(self._place.searcher.run(STEP, alike, *asked))
            self._near = known = _Near(encoder.id, newest, set(wanted), groups)
        there = (tuple(i for i in group if i in wanted) for group in known.groups)
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

    def _active(self) -> Encoder:
        active = self._place.catalogue.encoders.active()
        if active is None:
            raise UserError("No photo is understood yet; add a folder first.")
        return active


@dataclass(frozen=True, slots=True)
class _Loaded:
    """The vectors of one moment: ids (N,) int64 ascending, unit (N, D) float32 of length 1."""

    stamp: tuple[int, ...]
    ids: np.ndarray
    unit: np.ndarray


# In the searching process: by encoder; two are compared, no more.
_loaded: dict[int, _Loaded] = {}


def nearest_to(
    catalogue: Path,
    encoder: Encoder,
    stamp: tuple[int, ...],
    photo_id: int,
    limit: int,
    wanted: np.ndarray | None,
) -> list[tuple[int, float]] | None:
    """Return what `Likeness.similar` does, None for an unknown photo; in the searching process.

    Args:
        catalogue: The file.
        encoder: Whose vectors.
        stamp: Of the vectors.
        photo_id: The photo, which is left out.
        limit: Most others to return.
        wanted: (D,) what to be like; the photo itself when left out.
    """
    known = _load(catalogue, encoder, stamp)
    own = known.ids == photo_id
    if wanted is None:
        if not own.any():
            return None
        wanted = known.unit[own][0]
    cosines = np.clip(known.unit @ normalise(wanted[None])[0], -1, 1)
    best = np.argsort(-cosines, kind="stable")[: limit + 1]
    others = best[~own[best]][:limit]
    return list(zip(known.ids[others].tolist(), cosines[others].tolist(), strict=True))


def alike(
    catalogue: Path, encoder: Encoder, stamp: tuple[int, ...], hashes: dict[int, int]
) -> list[tuple[int, ...]]:
    """Return groups of near duplicates among photos; in the searching process.

    Args:
        catalogue: The file.
        encoder: Whose vectors.
        stamp: Of the vectors.
        hashes: The perceptual hash of each photo, by its id.
    """
    known = _load(catalogue, encoder, stamp)
    rows = [row for row, photo_id in enumerate(known.ids.tolist()) if photo_id in hashes]
    ids = known.ids[rows].tolist()
    marks = np.array([hashes[photo_id] for photo_id in ids], np.uint64)
    return [tuple(ids[row] for row in group) for group in near_duplicates(known.unit[rows], marks)]


def _load(catalogue: Path, encoder: Encoder, stamp: tuple[int, ...]) -> _Loaded:
    known = _loaded.get(encoder.id)
    if known is None or known.stamp != stamp:
        if len(_loaded) > 1:
            _loaded.clear()
        known = with_vectors(catalogue, encoder, _keep, stamp)
        _loaded[encoder.id] = known
    return known


def _keep(ids: np.ndarray, vectors: np.ndarray, stamp: tuple[int, ...]) -> _Loaded:
    return _Loaded(stamp, ids, normalise(vectors))
