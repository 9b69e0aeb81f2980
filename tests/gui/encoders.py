"""A library whose trainings are played: no torch, no waiting, every ending to choose."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

from gallery_app.domain.encoder import EncoderFacts
from gallery_app.domain.progress import Progress
from gallery_app.domain.training import (
    Comparison,
    Gain,
    Score,
    TrainingNews,
    TrainingPicture,
    TrainingPoint,
    TrainReport,
    TrainRequest,
    UnfinishedTraining,
)
from gallery_app.jobs.job import Job, Order
from gallery_app.library import Library
from tests.encoders import add_tiny_encoder, network

OLD = "tiny"
RUN = "mine-1"
"""The first training's; the next is mine-2."""


@dataclass
class Play:
    """What a played training does.

    Attributes:
        steps: How long it is; it waits at each until `may_step` allows it.
        may_step: Steps that it may do so far; before the first it has told nothing.
        runs: How many there were.
        better: Whether its encoder turns out better.
        error: What it fails with, if it fails.
        photos_per_s: How fast encoders are known to be.
        asked: Every request.
    """

    steps: int = 40
    may_step: int = 0
    runs: int = 0
    better: bool = True
    error: Exception | None = None
    photos_per_s: float | None = None
    asked: list[TrainRequest] = field(default_factory=list)


class PlayedLibrary(Library):
    """A real library but for training, comparing and what it takes to switch."""

    play: Play
    _request: TrainRequest | None = None
    _points: list[TrainingPoint]
    _pictures: list[TrainingPicture]
    _ending: str | None = None

    def prepare(self, pictures: Path) -> None:
        """Make pictures to show; nothing is trained yet."""
        self.play, self._points, self._pictures = Play(), [], []
        self._folder = pictures
        pictures.mkdir()

    def train(self, request: TrainRequest) -> Job[TrainReport]:
        self.play.asked.append(request)
        while not self.play.may_step and self.play.error is None:
            yield Progress("Reading photos")
        self.play.runs += 1
        self._request, self._ending = request, None
        self._points.clear()
        self._pictures.clear()
        return (yield from self._run())

    def resume_training(self) -> Job[TrainReport]:
        return (yield from self._run())

    @property
    def _name(self) -> str:
        return f"mine-{self.play.runs}"

    def _run(self) -> Job[TrainReport]:
        order: Order | None = None
        while len(self._points) < self.play.steps and order is not Order.STOP:
            if self.play.error is not None:
                raise self.play.error
            if len(self._points) < self.play.may_step:
                self._step(len(self._points) + 1)
            order = yield Progress("Training", len(self._points), self.play.steps)
        name = self._name
        add_tiny_encoder(self.directory / "encoders", network(scale=-1.0), name)
        self._catalogue.encoders.add(name, 8, "trained on your photos")
        if self.play.better:
            yield from self.switch_encoder(name)
        compared = self._compared(OLD, name)
        self._ending = compared.why
        return TrainReport(name, name, self.play.better, compared.why, compared)

    def switch_encoder(self, name: str) -> Job[int]:
        """Take it into use at once, with vectors made up; no process has to start."""
        encoder = self._catalogue.encoders.named(name)
        made = np.random.default_rng(encoder.id)
        ids = self._catalogue.find(())
        yield Progress("Understanding photos", 0, len(ids))
        vectors = made.standard_normal((len(ids), encoder.dim)).astype(np.float32)
        self._catalogue.vectors.add(encoder.id, zip(ids, vectors, strict=True))
        self.use_encoder(name)
        return 0

    def encoders(self) -> list[EncoderFacts]:
        """Return the encoders; no process has to look for the GPU."""
        every = self._catalogue.encoders.all()
        pace = self.play.photos_per_s
        return [EncoderFacts(e.name, e.dim, e.source, e.active, "CPU", pace) for e in every]

    def why_no_gpu(self) -> str:
        return "this is a test"

    def _step(self, step: int) -> None:
        values = {"loss": 4 / step**0.5, "photos_per_s": 42.0, "seconds_left": 90.0 - step}
        if step % 10 == 0:
            values |= {"view_agreement": 0.5 + step / 200, "rank": 30.0 + step, "spread": 0.6}
            path = self._folder / f"{step}.png"
            Image.new("RGB", (64, 32), (step, 99, 200)).save(path)
            self._pictures.append(TrainingPicture(path, f"Two crops at step {step}"))
        self._points.append(TrainingPoint(step, values))

    def latest_training(self, after: int = 0) -> TrainingNews | None:
        if self._request is None:
            return None
        done, seen = len(self._points), len(self._points) // 10
        return TrainingNews(
            self._name,
            self._request,
            24,
            tuple(self._points[after:done]),
            tuple(self._pictures[after // 10 : seen]),
            ("1 photo cannot be opened and is left out.",) if after == 0 and done else (),
            done,
            self.play.steps,
            done,
            self._ending,
        )

    def unfinished_training(self) -> UnfinishedTraining | None:
        if self._request is None or self._ending is not None:
            return None
        return UnfinishedTraining(
            self._name, self._request, "2026-11-25T12:00:00", len(self._points), self.play.steps
        )

    def compare_encoders(self, first: str, second: str) -> Job[Comparison]:
        yield Progress("Measuring", 1, 2)
        return self._compared(first, second)

    def _compared(self, first: str, second: str) -> Comparison:
        gain = Gain(0.05, 0.02, 0.08) if self.play.better else Gain(0.01, -0.02, 0.04)
        why = "beyond noise" if self.play.better else "within noise, so the old one stays"
        return Comparison(
            first,
            second,
            24,
            9,
            (
                Score("tags", "Photos found from others with the tag", 0.64, 0.69, decides=True),
                Score("tags_prototypes", "Tags guessed from their mean", 0.71, 0.76, decides=True),
                Score("view_agreement", "View agreement", 0.62, 0.66),
                Score("rank", "Rank", 40.2, 38.9),
            ),
            gain,
            f"{second} tags 5.0 points better on 9 photos: {why}.",
        )


def played(prepared: Path, place: Path) -> PlayedLibrary:
    """Copy a prepared library, and open it with played trainings."""
    shutil.copytree(prepared, place / "library")
    made = PlayedLibrary.open(place / "library")
    made.prepare(place / "pictures")
    return made
