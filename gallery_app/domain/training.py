"""Training an encoder on one's own photos: what is asked, what is seen, what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

AUTO = "auto"
SCRATCH = "scratch"
USUAL_MINUTES = 8.0
"""How long a training lasts when nobody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRequest:
    """What a person asks for.

    Attributes:
        method: "auto", or one of `ssl_core.run_spec.METHODS`.
        start: An encoder of the library, "scratch", or None for the one in use.
        backbone: One of `ssl_core.run_spec.BACKBONES`, for a start from scratch; chosen when None.
        minutes: How long; `USUAL_MINUTES` when ``epochs`` is None too.
        epochs: Or how many passes over the photos.
        device: "auto", "cpu" or "cuda".
        query: Which photos to learn from; "" for all.
    """

    method: str = AUTO
    start: str | None = None
    backbone: str | None = None
    minutes: float | None = None
    epochs: int | None = None
    device: str = "auto"
    query: str = ""


@dataclass(frozen=True, slots=True)
class TrainingPoint:
    """Values of one moment; after going on, a later point replaces one of the same step.

    Attributes:
        step: Steps done.
        values: By name: ``loss``, ``photos_per_s``, ``seconds_left``, ``view_agreement``,
            ``rank``, ``spread`` and what else the method tells.
    """

    step: int
    values: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TrainingPicture:
    """What the machine practises on: a picture file and a few words."""

    path: Path
    caption: str


@dataclass(frozen=True, slots=True)
class TrainingNews:
    """What a training told since the last look.

    Attributes:
        name: The run's, and that of the encoder it makes.
        request: What was asked, with the start filled in.
        photos: How many it was given.
        points: New points.
        pictures: New pictures.
        said: New sentences: photos left out, a smaller batch, ….
        step: Steps done, of ``steps``; both 0 when not told since.
        steps: Steps in all.
        read: To be passed to the next look.
        ending: What came of it; None while it runs or waits to be gone on with.
    """

    name: str
    request: TrainRequest
    photos: int
    points: tuple[TrainingPoint, ...]
    pictures: tuple[TrainingPicture, ...]
    said: tuple[str, ...]
    step: int
    steps: int
    read: int
    ending: str | None


@dataclass(frozen=True, slots=True)
class UnfinishedTraining:
    """A training that was interrupted and can go on.

    Attributes:
        name: The run's.
        request: What was asked.
        started: ISO 8601, UTC.
        step: Steps done, of ``steps``; both 0 when it had not got so far.
        steps: Steps in all.
    """

    name: str
    request: TrainRequest
    started: str
    step: int
    steps: int


@dataclass(frozen=True, slots=True)
class Score:
    """One measure of two encoders on the same photos; more is better.

    Attributes:
        name: For programs: ``tags``, ``tags_prototypes``, ``tags_knn``, ``rank``,
            ``kept_neighbours``, ``view_agreement``.
        title: For people.
        first: The first encoder's value.
        second: The second's.
        decides: Whether it is measured with the user's tags.
    """

    name: str
    title: str
    first: float
    second: float
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Gain:
    """How much better the second encoder tags than the first: mean and 95 % interval, of 1."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two encoders, measured on the same photos.

    Attributes:
        first: Name of an encoder.
        second: Name of the other.
        photos: How many both have seen.
        tagged: How many of them carry a tag that could be foretold from other photos.
        scores: All scores, those of the user's tags first.
        gain: Of the second over the first by the user's tags; None with too few tags.
        why: What that means, a sentence.
    """

    first: str
    second: str
    photos: int
    tagged: int
    scores: tuple[Score, ...]
    gain: Gain | None
    why: str

    @property
    def better(self) -> bool:
        """Whether the second is better beyond noise."""
        return self.gain is not None and self.gain.low > 0


@dataclass(frozen=True, slots=True)
class TrainReport:
    """What came of a training.

    Attributes:
        run: The run's name.
        encoder: The new encoder's; None when none was made.
        adopted: Whether it is now the one in use.
        why: Why, or why not, a sentence.
        comparison: The old encoder (first) and the new one; None when none was made.
        left_out: Photos that could not be opened.
    """

    run: str
    encoder: str | None
    adopted: bool
    why: str
    comparison: Comparison | None = None
    left_out: tuple[str, ...] = field(default=())
