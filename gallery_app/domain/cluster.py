"""Clusters: the machine's groups. Albums are the user's."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of similar photos, found by density; noise is in no cluster.

    Attributes:
        id: Kept across runs by overlap.
        name: The user's name, or "" while unnamed.
        photo_ids: Members, most typical first.
    """

    id: int
    name: str
    photo_ids: tuple[int, ...]

    @property
    def title(self) -> str:
        """The user's name, or "Group N" while there is none."""
        return self.name or f"Group {self.id}"
