"""Duplicates: which there are, keeping the best of each, and what are none after all."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from gallery_app.catalogue.acts import Step
from gallery_app.catalogue.marks import Marks
from gallery_app.domain.changes import Changes
from gallery_app.domain.duplicates import Choice, Copy, CopyGroup
from gallery_app.domain.photo import Photo
from gallery_app.domain.progress import Progress
from gallery_app.errors import HandfulError, PhotoError
from gallery_app.files.sharpness import sharpness
from gallery_app.files.wastebasket import bring_back, throw_copy_away
from gallery_app.jobs.job import Job
from gallery_app.jobs.similar import Likeness
from gallery_app.jobs.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Kept:
    """What `Tidying.keep` did.

    Attributes:
        changes: What changed; its count is how many photos went.
        stayed: A sentence for each file that was not thrown away.
    """

    changes: Changes
    stayed: tuple[str, ...]


class Tidying:
    """Duplicates of one library. Files go to the wastebasket and are never deleted.

    Args:
        place: The library's catalogue and thumbnails.
        likeness: Finds the duplicates.
    """

    def __init__(self, place: Surroundings, likeness: Likeness) -> None:
        self._place = place
        self._likeness = likeness
        self._sharpness: dict[str, float] = {}

    def groups(self) -> list[CopyGroup]:
        """Return the duplicates that are there, exact ones first; blocks.

        Files beside each other that differ only in their suffix are one shot, not duplicates.

        Raises:
            UserError: No photo is understood yet.
        """
        found = self._found()
        tags = self._place.catalogue.tags.of([photo.id for _, there in found for photo in there])
        groups = []
        for kind, there in found:
            differ = kind == "near"
            copies = (
                Copy(p, self._sharpness_of(p) if differ else 0.0, len(tags[p.id])) for p in there
            )
            groups.append(CopyGroup(kind, tuple(copies)))
        return groups

    def count(self) -> int:
        """Return how many `groups` there are; blocks, and raises what `groups` does."""
        return len(self._found())

    def _found(self) -> list[tuple[str, list[Photo]]]:
        """Return the kind of each group, and its photos that are there."""
        found = self._likeness.duplicates()
        ids = [photo_id for group in found for photo_id in group.photo_ids]
        photos = {p.id: p for p in self._place.catalogue.photos.get(ids) if not p.missing}
        groups = []
        for group in found:
            there = [photos[i] for i in group.photo_ids if i in photos]
            shots = {(photo.path.parent, photo.path.stem) for photo in there}
            # a camera's RAW and JPEG of one shot belong together
            if len(there) > 1 and len(shots) > 1:
                groups.append((group.kind, there))
        return groups

    def keep(self, choices: Sequence[Choice]) -> Job[Kept]:
        """Keep one photo of each group, which takes over tags, stars and albums of the others.

        The others go to the wastebasket. Undo takes back what the catalogue knew, and the files
        where the system lets us. Cancelled, it keeps what is done, and undo takes that back.
        """
        thrown: dict[int, dict[int, list[str]]] = {}
        stayed: list[str] = []
        try:
            yield from self._throw_away(choices, thrown, stayed)
        finally:
            changes = self._settle(thrown)
        return Kept(changes, tuple(stayed))

    def give_up(self) -> None:
        """End the comparing that `groups` waits for; of 100,000 photos it takes seconds."""
        self._place.searcher.close()

    def refuse(self, photo_ids: Sequence[int]) -> Changes:
        """Remember that photos are no duplicates of each other; they are not shown again."""
        catalogue = self._place.catalogue
        with catalogue.acts.recording(lambda: f"kept {len(photo_ids)} photos apart"):
            catalogue.copies.refuse(photo_ids)
        changes = Changes(duplicates=True, count=len(photo_ids))
        self._place.announce(changes)
        return changes

    def bring_back(self, steps: Iterable[Step]) -> str:
        """Put the files of an act that was taken back where they were, from the wastebasket.

        Returns:
            "" or a clause about those that the user must restore.
        """
        photos, left = self._place.catalogue.photos, 0
        for files in (_files(step) for step in steps if step.kind == "photo-removed"):
            photo = photos.at(files[0])
            if photo is None or not bring_back(files[0], photo.content_hash):
                left += 1
                continue
            photos.set_missing([photo.id], missing=False)
            for sidecar in files[1:]:
                bring_back(sidecar)
        what = "1 file is" if left == 1 else f"{left} files are"
        return f"; {what} in the wastebasket: restore from there, then press F5" if left else ""

    def _throw_away(
        self,
        choices: Sequence[Choice],
        thrown: dict[int, dict[int, list[str]]],
        stayed: list[str],
    ) -> Job[None]:
        """Throw copies away; tell which files went, by kept photo and copy, and why some stayed."""
        done, total = 0, sum(len(choice.others) for choice in choices)
        for choice in choices:
            ids = [choice.kept, *choice.others]
            photos = {photo.id: photo for photo in self._place.catalogue.photos.get(ids)}
            kept = photos.pop(choice.kept, None)
            if kept is None:
                continue
            files = thrown.setdefault(kept.id, {})
            for copy in photos.values():
                yield Progress("Moving copies to the wastebasket", done, total)
                done += 1
                try:
                    files[copy.id] = throw_copy_away(copy, kept)
                except HandfulError as error:
                    stayed.append(str(error))

    def _settle(self, thrown: dict[int, dict[int, list[str]]]) -> Changes:
        """Write down, as one act, what was thrown away and what the kept photos take over."""
        gone = [photo_id for files in thrown.values() for photo_id in files]
        word = "copy" if len(gone) == 1 else "copies"
        title = f"moved {len(gone)} {word} to the wastebasket"
        with self._place.catalogue.acts.recording(lambda: title):
            for kept, files in thrown.items():
                if files:
                    self._merge(kept, files)
        changes = Changes(
            photos=frozenset(gone),
            tagged=frozenset(thrown),
            marked=frozenset(thrown),
            tags=True,
            clusters=True,
            albums=True,
            duplicates=True,
            count=len(gone),
        )
        self._place.announce(changes)
        return changes

    def _merge(self, kept: int, files: dict[int, list[str]]) -> None:
        catalogue, others = self._place.catalogue, list(files)
        marks = catalogue.marks.of([kept, *others]).values()
        rating = max((m.rating for m in marks if m.rating is not None), default=None)
        picked = any(m.picked for m in marks)

        def united(own: Marks) -> Marks:
            return replace(own, rating=rating, picked=picked)

        catalogue.marks.change([kept], united)
        for tag_id in catalogue.copies.hand_over(kept, others):
            catalogue.verdicts.withdraw(tag_id, {kept})
        for photo_id in others:
            catalogue.copies.remove(photo_id, files[photo_id])

    def _sharpness_of(self, photo: Photo) -> float:
        if photo.content_hash not in self._sharpness:
            with suppress(PhotoError):
                path = self._place.thumbnails.path(photo.content_hash)
                self._sharpness[photo.content_hash] = sharpness(path)
        return self._sharpness.get(photo.content_hash, 0.0)


def _files(step: Step) -> list[Path]:
    files = step.before["files"]
    return [Path(file) for file in files] if isinstance(files, list) else []
