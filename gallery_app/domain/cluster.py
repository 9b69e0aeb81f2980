"""Clusters: the machine's groups. Albums are the user's."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from statistics import quantiles

SHOWN_LEVEL = 0
"""The level shown first; below it are coarser ones, above it finer ones."""

SAME_GROUP = 0.5
"""Jaccard overlap from which a group is one that the user dismissed."""

SHARING = 0.15
"""A tag on fewer of a cluster's photos, or on nearly all, does not tell its parts apart."""

_FEWEST_FOR_ODD, _MOST_ODD = 8, 12

Member = tuple[int, float]
"""A photo and how typical of its cluster it is, a cosine."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group of similar photos, found by density; noise is in no cluster.

    Attributes:
        id: Kept across runs by overlap.
        name: The user's name, or "" while unnamed.
        photo_ids: Members, most typical first.
        level: 0 is the level shown first, less is coarser, more is finer.
        odd: The members that least belong, oddest first; often none.
    """

    id: int
    name: str
    photo_ids: tuple[int, ...]
    level: int = SHOWN_LEVEL
    odd: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """The user's name, or "Group N" while there is none."""
        return self.name or f"Group {self.id}"


@dataclass(frozen=True, slots=True)
class ClusterSize:
    """A cluster without its members: id, the user's name or "", and how many photos it holds."""

    id: int
    name: str
    photos: int


@dataclass(frozen=True, slots=True)
class FoundCluster:
    """A cluster as a run found it; members most typical first."""

    id: int
    level: int
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class TagShare:
    """A tag in a cluster: on how many members, and on what share of them (0 to 1)."""

    tag: str
    photos: int
    share: float


@dataclass(frozen=True, slots=True)
class KnownClusters:
    """What earlier runs and the user said, for the next run; photos by id.

    Attributes:
        found: Photos of each cluster of the last run, by level and id.
        own: Photos of each cluster that the user merged or split, by level and id.
        refused: Photos that the user took out of a cluster, by its id.
        dismissed: Groups that the user does not want to see.
        next_id: The first id never given.
    """

    found: Mapping[int, Mapping[int, AbstractSet[int]]] = field(default_factory=dict)
    own: Mapping[int, Mapping[int, AbstractSet[int]]] = field(default_factory=dict)
    refused: Mapping[int, AbstractSet[int]] = field(default_factory=dict)
    dismissed: Sequence[AbstractSet[int]] = ()
    next_id: int = 1


def odd_ones(members: Sequence[Member]) -> tuple[int, ...]:
    """Return the members far less typical than the rest, oddest first.

    Far is below the lower fence of Tukey's box plot; of a few photos nothing can be said.

    Args:
        members: Most typical first.
    """
    if len(members) < _FEWEST_FOR_ODD:
        return ()
    low, _, high = quantiles((typical for _, typical in members), n=4)
    fence = low - 1.5 * (high - low)
    odd = [photo_id for photo_id, typical in reversed(members) if typical < fence]
    return tuple(odd[:_MOST_ODD])


def split_between(tags: Sequence[TagShare]) -> tuple[str, str] | None:
    """Return the two tags that share a cluster, if there are two that each say part of it.

    Args:
        tags: The most frequent first.
    """
    parts = [share.tag for share in tags if SHARING <= share.share <= 1 - SHARING]
    return (parts[0], parts[1]) if len(parts) > 1 else None


def with_own(
    groups: Sequence[Sequence[int]], own: Mapping[int, AbstractSet[int]]
) -> tuple[list[list[int]], dict[int, set[int]]]:
    """Keep the user's own clusters together in a new run.

    A new group that lies at least half in own clusters gives the rest of its photos to the one it
    overlaps most: they are new photos of its kind. Any other group loses the photos of own ones.

    Returns:
        The groups that are left; the photos of each own cluster.
    """
    kept = {cluster_id: set(photos) for cluster_id, photos in own.items()}
    taken = frozenset().union(*own.values())
    left = []
    for group in groups:
        rest = [photo for photo in group if photo not in taken]
        if len(rest) == len(group):
            left.append(rest)
        elif 2 * len(rest) <= len(group):
            most = max(sorted(own), key=lambda each: len(own[each] & set(group)))
            kept[most].update(rest)
        else:
            left.append(rest)
    return left, kept


def is_dismissed(group: AbstractSet[int], dismissed: Sequence[AbstractSet[int]]) -> bool:
    """Say whether a group is, by overlap, one that the user dismissed."""
    return any(len(group & gone) >= SAME_GROUP * len(group | gone) for gone in dismissed if gone)
