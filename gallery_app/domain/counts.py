"""The numbers of a library, as the sidebar shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many photos a library holds, and in what state.

    Attributes:
        photos: All of them, missing ones too.
        missing: Not there at the last look.
        untagged: Without a tag.
        to_review: Photo and tag pairs worth asking the user about.
        problems: Files that cannot be read.
        thumbnails: Photos that have one.
        picked: Picked photos.
        vectors: Photos that the active encoder has seen.
    """

    photos: int
    missing: int
    untagged: int
    to_review: int
    problems: int
    thumbnails: int
    vectors: int
    picked: int = 0
