"""What the machine asks, explains and doubts, and what accepting in bulk would cost."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Question:
    """A photo that is worth an answer.

    Attributes:
        photo_id: The photo.
        tags: Tags it may deserve, most likely first; empty when it is like nothing tagged yet.
        reason: Why it is worth asking, a short sentence.
    """

    photo_id: int
    tags: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Asking:
    """The next questions, and what they are worth.

    Attributes:
        questions: Best first; photos of one burst are asked about once.
        right: Share of the untagged photos whose best suggestion is expected to be right, 0 to 1.
        gain: By how much answering these questions is expected to raise it.
        enough: True when more answers would gain little.
    """

    questions: tuple[Question, ...]
    right: float
    gain: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """A tagged photo that speaks for a suggestion.

    Attributes:
        photo_id: The photo.
        likeness: Cosine with the photo in question, -1 to 1.
    """

    photo_id: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Why:
    """Why a photo may or may not deserve a tag.

    Attributes:
        photo_id: The photo.
        tag: Tag path.
        probability: As now estimated; what the user said counts as 1 or 0.
        witnesses: Photos with the tag that are most like this one, most alike first.
        against: Photos refused for the tag, or with a tag that excludes it, likewise.
    """

    photo_id: int
    tag: str
    probability: float
    witnesses: tuple[Witness, ...]
    against: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Mistake:
    """A tag of the user that the other answers speak against.

    Attributes:
        photo_id: The photo.
        tag: The tag it carries.
        probability: That it deserves it, judged from all other answers.
        instead: The tag that suits it better, or "" when none does.
    """

    photo_id: int
    tag: str
    probability: float
    instead: str


@dataclass(frozen=True, slots=True)
class Split:
    """A tag that looks like two.

    Attributes:
        tag: Tag path.
        first: Photos of the larger part, most typical first.
        second: Photos of the smaller part, likewise.
    """

    tag: str
    first: tuple[int, ...]
    second: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Twins:
    """Two tags that look like one: the machine cannot tell their photos apart.

    Attributes:
        first: The tag with more photos.
        second: The other one.
        mixed: Share of their photos that look as if they carried the other tag, 0 to 1.
    """

    first: str
    second: str
    mixed: float


@dataclass(frozen=True, slots=True)
class TagHealth:
    """What may be wrong with the user's tags, the most doubtful first."""

    mistakes: tuple[Mistake, ...]
    splits: tuple[Split, ...]
    twins: tuple[Twins, ...]


@dataclass(frozen=True, slots=True)
class ModelRun:
    """One run of the tagger from which suggestions were accepted in bulk.

    Attributes:
        model: Encoder, tagger and time of the run; `PhotoTag.model` names it.
        photos: How many photos still carry a tag from it that nobody confirmed one by one.
    """

    model: str
    photos: int


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting suggestions in bulk would do.

    Attributes:
        count: Suggestions accepted.
        wrong: How many of them are expected to be wrong.
        least: Lower end of the 90 % interval of that number.
        most: Upper end.
    """

    count: int
    wrong: float
    least: int
    most: int


_TOLD = 1.645  # standard deviations: 90 % of a normal distribution lie within
_DOUBT = 0.7  # of the log odds that calibration rests on, before any answer tested it
_ANSWERS_TO_HALVE = 30


def acceptance(probabilities: Sequence[float] | NDArray[np.float64], answers: int) -> Acceptance:
    """Say what accepting suggestions would do, with an interval.

    Two doubts add up: chance, photo by photo, and how far the probabilities themselves can be
    trusted, which is a common shift of all log odds that shrinks as the user answers.

    Args:
        probabilities: Of the suggestions to accept, each in [0, 1].
        answers: "Yes" and "no" answers that the probabilities were calibrated on.
    """
    sure = np.asarray(probabilities, np.float64)
    shift = _TOLD * _DOUBT / math.sqrt(1 + answers / _ANSWERS_TO_HALVE)
    wrong, lucky, unlucky = (float(np.sum(1 - _shifted(sure, by))) for by in (0.0, shift, -shift))
    chance = _TOLD * math.sqrt(float(np.sum(sure * (1 - sure))))
    least, most = lucky - chance, unlucky + chance
    count = len(sure)
    return Acceptance(count, wrong, max(0, math.floor(least)), min(count, math.ceil(most)))


def _shifted(sure: NDArray[np.float64], by: float) -> NDArray[np.float64]:
    """Move probabilities along their log odds; 0 and 1 stay."""
    return sure / (sure + (1 - sure) * math.exp(-by))
