"""What a write to the catalogue touched, so that screens refresh only that."""

from collections.abc import Collection
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """The result of one write.

    Attributes:
        photos: Ids of photos added, changed or gone missing.
        tagged: Ids of photos whose tags changed.
        tags: True when the list of tags changed (added, removed, renamed).
        suggestions: True when suggestions or verdicts changed.
        clusters: True when clusters or their names changed.
        marked: Ids of photos whose rating, pick or turn changed.
        turned: True when some of those were turned, so that they are to be encoded again.
        albums: True when albums or what they hold changed.
        duplicates: True when the user settled duplicates, or took that back.
        places: True when the map changed.
        bursts: True when bursts or their covers changed.
        encoder: The encoder that is in use from now on; "" when that did not change. After an undo
            `Library.switch_encoder` is still to have it look at what came since.
        act: Of an answer, the act that `Teaching.take_back` wants; of an undo, the act undone.
        count: How many (photo, tag) pairs or files the action changed; the CLI's "changed".
    """

    photos: frozenset[int] = field(default_factory=frozenset)
    tagged: frozenset[int] = field(default_factory=frozenset)
    tags: bool = False
    suggestions: bool = False
    clusters: bool = False
    marked: frozenset[int] = field(default_factory=frozenset)
    turned: bool = False
    albums: bool = False
    duplicates: bool = False
    places: bool = False
    bursts: bool = False
    encoder: str = ""
    act: int = 0
    count: int = 0


def photos_in_words(ids: Collection[int]) -> str:
    """Return "1 photo" or "3 photos", for the name of an act."""
    return "1 photo" if len(ids) == 1 else f"{len(ids)} photos"
