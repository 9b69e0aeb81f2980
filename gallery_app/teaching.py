"""What the user teaches the machine: what to answer next, why it thinks so, what looks wrong."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from gallery_app.catalogue.tags import Origin, Tags
from gallery_app.domain.changes import Changes
from gallery_app.domain.exclusion import Exclusion
from gallery_app.domain.part import Part
from gallery_app.domain.questions import Questions
from gallery_app.domain.suggestion import Suggestion, Verdict
from gallery_app.domain.tag import ancestors, clean_tag, tag_key
from gallery_app.domain.teaching import Asking, ModelRun, TagHealth, Why
from gallery_app.errors import NotUnderstoodError, UserError
from gallery_app.jobs.encoders import ensure_encoder
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.ask import ask
from gallery_app.jobs.tagging.fringe import fringe
from gallery_app.jobs.tagging.health import tag_health
from gallery_app.jobs.tagging.where import where
from gallery_app.jobs.tagging.why import why


class Teaching:
    """The part of a library about learning tags; `Library.teaching`.

    As in `Library`, reads and short writes answer at once from any thread, and jobs are generators
    of `Progress`. Answers themselves go through `Library.answer`, `tag` and `untag`.
    """

    def __init__(self, place: Surroundings) -> None:
        """Work in the surroundings of one library."""
        self._place = place
        self._catalogue = place.catalogue

    # --- Reads ---

    def exclusive(self) -> list[str]:
        """Return the tags marked “only one of these”, by path."""
        return self._catalogue.tags.exclusive()

    def is_behind(self) -> bool:
        """Return whether tags or answers have come since suggestions were made last."""
        return self._catalogue.suggestions.are_behind()

    def answers(self, tag: str | None = None) -> int:
        """Return how many “yes” and “no” of the user there are, for one tag or for all.

        `domain.teaching.acceptance` wants it, to say how far the probabilities can be trusted.

        Raises:
            UserError: There is no such tag.
        """
        only = None if tag is None else existing_tag(self._catalogue.tags, tag)
        return self._catalogue.tags.count_answers(only)

    def acceptable(self, tag: str | None, minimum: float) -> list[Suggestion]:
        """Return the open suggestions that accepting would turn into tags, best first.

        Those that exclude a tag of their photo, or a likelier suggestion, are left out.

        Raises:
            UserError: There is no such tag.
        """
        only = None if tag is None else existing_tag(self._catalogue.tags, tag)
        found = self._catalogue.suggestions.open(only, minimum)
        exclusion = Exclusion(self.exclusive())
        carried = self._catalogue.tags.of(sorted({s.photo_id for s in found}))
        tags = {photo_id: [t.tag for t in own] for photo_id, own in carried.items()}
        return exclusion.compatible(found, tags)

    def questions(self, tag: str | None, minimum: float) -> Questions:
        """Return the open suggestions of one tag or of all as columns, best first.

        Raises:
            UserError: There is no such tag.
        """
        only = None if tag is None else existing_tag(self._catalogue.tags, tag)
        names = self._catalogue.tags.names()
        ids = np.array(sorted(names), np.int64)
        photos, tags, chances = map(np.array, self._catalogue.suggestions.columns(only, minimum))
        known = np.isin(tags, ids)  # a tag may have come meanwhile
        exclusive = bool(self.exclusive())
        found = Questions(
            photos[known].astype(np.int64),
            np.searchsorted(ids, tags[known]),
            chances[known].astype(np.float64),
            tuple(names[tag_id] for tag_id in ids.tolist()),
            np.full(np.count_nonzero(known), not exclusive),
        )
        if exclusive:
            kept = ((one.photo_id, one.tag) for one in self.acceptable(tag, minimum))
            found.acceptable[found.places(kept)] = True
        return found

    def questions_by_tag(self, minimum: float) -> list[tuple[str, int]]:
        """Return the tags with open suggestions and how many each has, most first."""
        return self._catalogue.suggestions.by_tag(minimum)

    def suggestions_for(self, photo_ids: Sequence[int], minimum: float) -> list[Suggestion]:
        """Return the open suggestions of some photos, best first, each with its reasons."""
        return self._catalogue.suggestions.of_photos(photo_ids, minimum)

    def where(self, photo_id: int, tag: str) -> Part | None:
        """Return the part of a photo, as it is shown, that speaks most for a tag; blocks.

        Returns:
            None where no part says clearly more than the whole photo.

        Raises:
            UserError: There is no such tag, it has no example, or the photo has no vector yet.
            PhotoError: The photo cannot be read.
        """
        encoder = self._catalogue.encoders.active()
        if encoder is None:
            raise NotUnderstoodError
        return where(self._place, encoder, photo_id, existing_tag(self._catalogue.tags, tag))

    def runs(self) -> list[ModelRun]:
        """Return the runs of the tagger from which tags were accepted in bulk, newest first."""
        return self._catalogue.tags.runs()

    # --- Short writes, each an act that undo takes back ---

    def set_exclusive(self, tag: str, *, on: bool) -> Changes:
        """Mark a tag “only one of these”: a photo carries one of its children at most.

        Nothing is taken off photos that carry two; from now on a “yes” to one is a “no” to the
        others when the machine learns, and accepting never adds a second.

        Raises:
            UserError: ``tag`` is not a tag.
        """
        changed = False
        with self._catalogue.acts.recording(
            lambda: f"{'marked' if on else 'unmarked'} “{tag}” as “only one of these”"
        ):
            tag_id = self._catalogue.tags.ensure(tag)
            changed = self._catalogue.tags.set_exclusive(tag_id, on=on)
        changes = Changes(tags=True, suggestions=True, count=int(changed))
        self._place.announce(changes)
        return changes

    def tag_part(self, tag: str, photo_id: int, part: Part) -> Changes:
        """Tag a photo for a part of it, as the user: what is in the box is the example of the tag.

        It takes the place of the same tag on the whole photo, or on another part of it.

        Args:
            tag: The tag.
            photo_id: The photo.
            part: As the photo is shown, upright and turned.

        Raises:
            UserError: ``tag`` is not a tag.
        """
        name, touched = clean_tag(tag), set[int]()
        with self._catalogue.acts.recording(lambda: f"tagged a part of a photo “{name}”"):
            for photo in self._catalogue.photos.get([photo_id]):
                box = part.turned(-photo.turn)
                self._catalogue.tags.remove(self._catalogue.tags.ensure(name), [photo_id])
                touched |= self._catalogue.put_tag(name, [photo_id], Origin("hand", part=box))
        return self._taught(touched)

    def take_back(self, act: int) -> Changes:
        """Take back an answer, unless that was done already.

        Args:
            act: From the `Changes` of `Library.answer`.

        Raises:
            UserError: Something else was done since, which must be taken back first.
        """
        with self._catalogue.connection.write():
            if not self._catalogue.acts.holds(act):
                return Changes()
            last = self._catalogue.acts.last()
            if last.id != act:
                raise UserError(f"Something else was done since: {last.title}. Undo that first.")
            changes = self._catalogue.take_back(last)
        self._place.announce(changes)
        return changes

    def undo_run(self, model: str) -> Changes:
        """Take off every tag that was accepted in bulk from one run of the tagger.

        Tags that the user confirmed one by one stay. It is an act itself: `Library.undo` puts
        the tags back.

        Args:
            model: From `runs`.

        Raises:
            UserError: No tag of such a run is left.
        """
        found = self._catalogue.tags.from_run(model)
        if not found:
            raise UserError(f"No tag of the run “{model}” is left to take back.")
        touched: set[int] = set()
        count = sum(map(len, found.values()))
        with self._catalogue.acts.recording(lambda: f"took back {count} tags of “{model}”"):
            for tag_id, photo_ids in found.items():
                touched |= self._catalogue.tags.remove(tag_id, photo_ids)
        return self._taught(touched, count)

    def replace(self, tag: str, by: str, photo_ids: Iterable[int]) -> Changes:
        """Put another tag in place of one, as the user's own; the old one is refused there.

        Where the new tag lies below the old, as in "Beach" and "Beach/Dunes", nothing is refused.

        Raises:
            UserError: There is no such tag, or ``by`` is not a tag.
        """
        old, name = existing_tag(self._catalogue.tags, tag), clean_tag(by)
        ids = list(photo_ids)
        with self._catalogue.acts.recording(lambda: f"made “{tag}” into “{name}”"):
            new = self._catalogue.tags.ensure(name)
            self._put_in_place(tag, new, ids)
            self._catalogue.verdicts.withdraw(new, ids)
            removed = self._catalogue.tags.remove(old, ids)
            if tag_key(tag) not in map(tag_key, ancestors(name)):
                self._catalogue.verdicts.give(Verdict.NO, old, removed)
        return self._taught(set(ids))

    def merge(self, tag: str, into: str) -> Changes:
        """Make one tag of two: every photo with ``tag`` carries ``into`` instead.

        Raises:
            UserError: There is no such tag.
        """
        tags = self._catalogue.tags
        old, new = existing_tag(tags, tag), existing_tag(tags, into)
        ids = tags.carriers(old)
        with self._catalogue.acts.recording(lambda: f"merged “{tag}” into “{into}”"):
            self._put_in_place(tag, new, ids)
            tags.remove(old, ids)
        return self._taught(set(ids))

    def rename(self, tag: str, name: str) -> Changes:
        """Give a tag another name or another place in the tree, and with it all below it.

        A tag without others below it becomes one with a tag that has the name already.

        Raises:
            UserError: There is no such tag, ``name`` is not a tag, or it cannot go there.
        """
        old, new, tree = clean_tag(tag), clean_tag(name), self._catalogue.tag_tree
        own, there = tree.at(old), {tag_key(one.path): one for one in tree.at(new)}
        taken = there.get(tag_key(new))
        if not own:
            existing_tag(self._catalogue.tags, old)
        if len(own) == 1 and taken and taken.photos and taken.id != own[0].id:
            return self.merge(own[0].path, taken.path)
        with self._catalogue.acts.recording(lambda: f"renamed “{old}” to “{new}”"):
            tree.rename(old, new)
        return self._taught(set(), sum(one.photos for one in own))

    def drop(self, tag: str) -> Changes:
        """Take a tag, and all below it, off every photo; that is no answer, only tidying up."""
        old, touched = clean_tag(tag), set[int]()
        with self._catalogue.acts.recording(lambda: f"deleted the tag “{old}”"):
            for one in self._catalogue.tag_tree.at(old):
                carried = self._catalogue.tags.carriers(one.id)
                touched |= self._catalogue.tags.remove(one.id, carried)
        return self._taught(touched)

    def _put_in_place(self, tag: str, new: int, ids: Sequence[int]) -> None:
        """Put a tag where photos carry another: on the same part of each."""
        by_part: dict[Part | None, list[tuple[int, None]]] = defaultdict(list)
        for photo_id, carried in self._catalogue.tags.of(ids).items():
            mine = (known.part for known in carried if tag_key(known.tag) == tag_key(tag))
            by_part[next(mine, None)].append((photo_id, None))
        for part, rows in by_part.items():
            self._catalogue.tags.add(new, rows, Origin("hand", part=part))

    def _taught(self, photo_ids: set[int], count: int | None = None) -> Changes:
        changes = Changes(
            tagged=frozenset(photo_ids),
            tags=True,
            suggestions=True,
            count=len(photo_ids) if count is None else count,
        )
        self._place.announce(changes)
        return changes

    # --- Jobs ---

    def ask(self, count: int = 10) -> Job[Asking]:
        """Choose the photos whose answers would help most.

        Typical photos of what no tag covers come first, then uncertain ones that tell of many;
        never two copies or two shots of a burst. It works without any tag, and learns from answers
        given since.

        Args:
            count: Most questions.
        """
        encoder = yield from ensure_encoder(self._place)
        return (yield from ask(self._place, encoder, count))

    def fringe(self, tag: str | None = None) -> Job[list[Suggestion]]:
        """Judge the photos that the user tagged by all other answers, the least certain first.

        Args:
            tag: Only members of this tag.

        Returns:
            Each pair of photo and tag as if it were suggested, with the photos that speak for it.

        Raises:
            UserError: There is no such tag.
        """
        only = None if tag is None else existing_tag(self._catalogue.tags, tag)
        encoder = yield from ensure_encoder(self._place)
        return (yield from fringe(self._place, encoder, only))

    def tag_health(self) -> Job[TagHealth]:
        """Look for the user's mistakes, tags that look like two, and tags that look like one.

        What the user said "yes" to when asked is no mistake; `fringe` lists that too.
        """
        encoder = yield from ensure_encoder(self._place)
        return (yield from tag_health(self._place, encoder))

    def why(self, photo_id: int, tag: str) -> Job[Why]:
        """Explain what speaks for a tag on a photo, and what against.

        Raises:
            UserError: There is no such tag, it has no example, or the photo has no vector yet.
        """
        tag_id = existing_tag(self._catalogue.tags, tag)
        encoder = yield from ensure_encoder(self._place)
        return (yield from why(self._place, encoder, photo_id, tag_id))


def existing_tag(tags: Tags, tag: str) -> int:
    """Return the id of a tag.

    Raises:
        UserError: There is no such tag.
    """
    tag_id = tags.find(tag)
    if tag_id is None:
        raise UserError(
            f"There is no tag “{tag}”; choose one there is.", command="handful tag list"
        )
    return tag_id
