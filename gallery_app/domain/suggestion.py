"""Suggestions of the machine and verdicts of the user."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """The user's answer to a suggestion; kept by content hash, never undone by the machine."""

    YES = "yes"
    NO = "no"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A tag that the machine proposes for a photo.

    Attributes:
        photo_id: The photo.
        tag: Tag path.
        probability: 0 to 1, calibrated.
        model: Name of the encoder and tagger that made it.
        because: Ids of the nearest tagged photos that made it, nearest first.
    """

    photo_id: int
    tag: str
    probability: float
    model: str = ""
    because: tuple[int, ...] = ()


REVIEW_FROM = 0.5  # less probable suggestions are kept, but nobody is asked about them
