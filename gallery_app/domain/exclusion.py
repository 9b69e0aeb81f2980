"""Tags of which a photo carries one at most: those below different children of one parent."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from gallery_app.domain.suggestion import Suggestion
from gallery_app.domain.tag import ancestors, tag_key


class Exclusion:
    """The parents marked "only one of these".

    With "Kind" marked, "Kind/Cat" excludes "Kind/Dog" and "Kind/Dog/Poodle"; those two go together.
    """

    def __init__(self, parents: Iterable[str]) -> None:
        """Take the paths of the marked tags."""
        self._parents = {tag_key(parent) for parent in parents}

    def groups(self, tags: Sequence[str]) -> list[list[list[int]]]:
        """Sort tags by marked parent and child.

        Returns:
            For each marked parent with two or more children among ``tags``, for each of these
            children the positions of the tags that are it or lie below it.
        """
        found: dict[str, dict[str, list[int]]] = {}
        for place, tag in enumerate(tags):
            for parent, child in self._branches(tag).items():
                found.setdefault(parent, {}).setdefault(child, []).append(place)
        return [list(children.values()) for children in found.values() if len(children) > 1]

    def apart(self, one: str, other: str) -> bool:
        """Tell whether no photo carries both tags."""
        mine, theirs = self._branches(one), self._branches(other)
        return any(child != theirs[parent] for parent, child in mine.items() if parent in theirs)

    def compatible(
        self, found: Iterable[Suggestion], carried: Mapping[int, Iterable[str]]
    ) -> list[Suggestion]:
        """Leave out suggestions that exclude a tag of the photo, or a likelier suggestion.

        Args:
            found: Suggestions, the most probable first.
            carried: The tags of their photos, by photo id.
        """
        taken = {photo_id: list(tags) for photo_id, tags in carried.items()}
        kept = []
        for one in found:
            own = taken.setdefault(one.photo_id, [])
            if not any(self.apart(one.tag, tag) for tag in own):
                own.append(one.tag)
                kept.append(one)
        return kept

    def _branches(self, tag: str) -> dict[str, str]:
        path = [tag_key(level) for level in (*ancestors(tag), tag)]
        return {parent: child for parent, child in pairwise(path) if parent in self._parents}
