"""What the user sees and changes in the machine's groups; `Library.clustering`."""

from collections.abc import Collection, Sequence

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.domain.cluster import SHOWN_LEVEL, Cluster, ClusterSize, TagShare
from gallery_app.errors import UserError
from gallery_app.jobs.cluster.split import find_parts
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings


class Clustering:
    """The part of a library about groups.

    As in `Library`, reads and short writes answer at once from any thread, jobs are generators of
    `Progress`, and every write is an act that undo takes back. Groups are found by `Library.group`
    and named by `Library.name_cluster`. What the user merges or splits stays so in later runs.
    """

    def __init__(self, place: Surroundings) -> None:
        """Work in the surroundings of one library."""
        self._place = place
        self._catalogue = place.catalogue

    # --- Reads ---

    def levels(self) -> dict[int, int]:
        """Return how many clusters each level has, coarse to fine; 0 is the one shown first."""
        encoder = self._encoder()
        return self._catalogue.clusters.levels(encoder.id) if encoder else {}

    def clusters(self, level: int = SHOWN_LEVEL) -> list[Cluster]:
        """Return the clusters of a level, biggest first, each with its odd ones out."""
        encoder = self._encoder()
        return self._catalogue.clusters.all(encoder.id, level) if encoder else []

    def biggest(self, number: int) -> list[ClusterSize]:
        """Return the biggest clusters of the level shown first, biggest first."""
        encoder = self._encoder()
        return self._catalogue.clusters.biggest(encoder.id, number) if encoder else []

    def tags_in(self, level: int = SHOWN_LEVEL) -> dict[int, list[TagShare]]:
        """Return the tags in each cluster of a level, by its id, the most frequent first."""
        encoder = self._encoder()
        return self._catalogue.clusters.tags_in(encoder.id, level) if encoder else {}

    def closest(self, photo_id: int) -> Cluster | None:
        """Return the cluster that a photo is in, or would be if it were more like it."""
        encoder = self._encoder()
        found = self._catalogue.clusters.closest(encoder.id, photo_id) if encoder else None
        return next((each for each in self.clusters() if each.id == found), None)

    # --- Short writes ---

    def merge(self, cluster_ids: Sequence[int]) -> Changes:
        """Make one group of several; it keeps the id of the first, and a name if one has one.

        Raises:
            UserError: A group is no more.
        """
        ids = list(dict.fromkeys(cluster_ids))
        with self._catalogue.acts.recording(lambda: f"merged {len(ids)} groups"):
            if len(ids) > 1:
                self._catalogue.cluster_edits.merge(ids)
        return self._announce(len(ids))

    def take_out(self, cluster_id: int, photo_ids: Collection[int]) -> Changes:
        """Take photos out of a group, and off them the tag that naming it gave.

        Later runs do not put them back.

        Raises:
            UserError: The group is no more.
        """
        gone: set[int] = set()
        with self._catalogue.acts.recording(lambda: f"took {_photos(gone)} out of a group"):
            gone |= self._catalogue.cluster_edits.take_out(cluster_id, photo_ids)
            untagged = self._untag(cluster_id, gone)
        return self._announce(len(gone), untagged)

    def dismiss(self, cluster_ids: Sequence[int]) -> Changes:
        """Remember that these are no groups; they are not shown again, whatever the encoder.

        Raises:
            UserError: A group is no more.
        """
        ids = list(dict.fromkeys(cluster_ids))
        words = "a group" if len(ids) == 1 else f"{len(ids)} groups"
        with self._catalogue.acts.recording(lambda: f"dismissed {words}"):
            self._catalogue.cluster_edits.dismiss(ids)
        return self._announce(len(ids))

    # --- Jobs ---

    def split(self, cluster_id: int, tags: Sequence[str] = ()) -> Job[list[int]]:
        """Split a group: between tags, or else as its photos look.

        Returns:
            The ids of the parts, biggest first; the first is the old one.

        Raises:
            UserError: The group is no more, or its photos are all alike.
        """
        encoder = self._encoder()
        photo_ids = self._catalogue.clusters.members(cluster_id)
        if encoder is None or not photo_ids:
            raise UserError(f"There is no group {cluster_id} any more; look at the new groups.")
        examples = self._examples(photo_ids, tags)
        parts = yield from find_parts(self._place, encoder, photo_ids, examples)
        with self._catalogue.acts.recording(lambda: f"split a group into {len(parts)}"):
            ids = self._catalogue.cluster_edits.split(cluster_id, parts)
        self._announce(len(ids))
        return ids

    # --- Inside ---

    def _encoder(self) -> Encoder | None:
        return self._catalogue.encoders.active()

    def _examples(self, photo_ids: list[int], tags: Sequence[str]) -> list[list[int]]:
        """Return the photos that carry just one of the tags, for each tag."""
        carried = {i: {t.tag for t in own} for i, own in self._catalogue.tags.of(photo_ids).items()}
        wanted = frozenset(tags)
        examples = [[i for i in photo_ids if carried[i] & wanted == {tag}] for tag in tags]
        if not all(examples):
            raise UserError("A group is split between tags that different photos in it carry.")
        return examples

    def _untag(self, cluster_id: int, photo_ids: Collection[int]) -> set[int]:
        name = self._catalogue.clusters.name(cluster_id)
        tag_id = self._catalogue.tags.find(name) if name else None
        if tag_id is None:
            return set()
        carried = self._catalogue.tags.of(sorted(photo_ids))
        given = [
            photo_id
            for photo_id, tags in carried.items()
            if any((tag.tag, tag.source) == (name, "cluster") for tag in tags)
        ]
        return self._catalogue.tags.remove(tag_id, given)

    def _announce(self, count: int, untagged: Collection[int] = ()) -> Changes:
        tagged = frozenset(untagged)
        changes = Changes(
            tagged=tagged, tags=bool(tagged), suggestions=bool(tagged), clusters=True, count=count
        )
        self._place.announce(changes)
        return changes


def _photos(ids: set[int]) -> str:
    return "1 photo" if len(ids) == 1 else f"{len(ids)} photos"
