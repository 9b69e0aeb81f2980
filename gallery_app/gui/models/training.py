"""A training as people watch it: how far, how good, what it practises on, what came of it."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gallery_app.domain.progress import Progress
from gallery_app.domain.training import (
    TrainingNews,
    TrainingPicture,
    TrainReport,
    TrainRequest,
    UnfinishedTraining,
)
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge, Library
from gallery_app.gui.language import said
from gallery_app.jobs.job import Job

if TYPE_CHECKING:
    from gallery_app.jobs.running import RunningJob

POLL_MS = 500
PICTURES = 12
"""Newest pictures that are kept."""


@dataclass(frozen=True, slots=True)
class Practice:
    """A decoded picture of what the machine practises on."""

    image: QImage
    caption: str


class Training(QObject):
    """The training that runs, or that was interrupted.

    Signals:
        moved: It started, ended, or told something; look at the attributes.
        progressed: `progress` is new.
        ended: The `TrainReport`.
        said: A sentence about what came of it.

    Attributes:
        news: The newest numbers of the run; None before the first.
        step: Steps done, of `steps`; both 0 until told.
        steps: Steps in all.
        now: The newest value of each name.
        series: All values by name, then by step.
        notes: Sentences that the run said.
        pictures: What it practises on, the newest last.
        progress: What is being done just now, and how far it is.
        unfinished: A training that can go on.
        outcome: What came of the last one, a sentence, or "".
        trouble: Why the last one failed, a sentence, or "".
    """

    moved = Signal()
    progressed = Signal()
    ended = Signal(object)
    said = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._job: RunningJob | None = None
        self._state = "idle"
        self.progress = Progress("")
        self._asking = self._stopping = False
        self._past: str | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._look)
        self.unfinished: UnfinishedTraining | None = None
        self.outcome = self.trouble = ""
        self._forget()
        bridge.progressed.connect(self._follow)

    @property
    def state(self) -> str:
        """Return "idle", "queued", "running", "pausing", "paused" or "stopping"."""
        return self._state

    @property
    def at_work(self) -> bool:
        """Whether a training goes on, or will as soon as it has its turn."""
        return self._state in {"queued", "running", "stopping"}

    def refresh(self) -> None:
        """See whether a training was interrupted."""
        self._bridge.ask(lambda library: library.unfinished_training(), self._show_unfinished)

    def catch_up(self, *, go_on: bool) -> None:
        """If a training was interrupted, go on with it or say that it can go on."""
        words = self.tr("A training was interrupted; the Encoder screen can go on with it")

        def found(unfinished: UnfinishedTraining | None) -> None:
            if unfinished is not None and go_on:
                self.go_on()
            elif unfinished is not None:
                self.said.emit(words)

        self._bridge.ask(lambda library: library.unfinished_training(), found)

    def start(self, request: TrainRequest) -> None:
        """Train as asked."""
        known = self.unfinished or self.news
        self._past = known.name if known is not None else None
        self._run(self.tr("Training an encoder"), lambda library: library.train(request))

    def go_on(self) -> None:
        """Go on with the interrupted training."""
        self._past = None
        self._run(self.tr("Training an encoder"), lambda library: library.resume_training())

    def pause_or_resume(self) -> None:
        """Hold the training, or let it go on."""
        if self._job is not None and self._job.held:
            self._job.resume()
        elif self._job is not None:
            self._job.pause()
        self._follow()

    def stop(self) -> None:
        """End it soon and keep what is learnt."""
        if self._job is not None:
            self._stopping = True
            self._job.stop()
            self._follow()

    def cancel(self) -> None:
        """End it now; it can go on another time."""
        if self._job is not None:
            self._job.cancel()

    # Inside

    def _run(self, title: str, job: Callable[[Library], Job[TrainReport]]) -> None:
        self._forget()
        self.outcome = self.trouble = ""
        self._stopping = False
        self.unfinished = None
        self._job = self._bridge.start(title, job, self._done, self._fail, self._end)
        self._timer.start()
        self._follow()

    def _forget(self) -> None:
        self._read = 0
        self.news: TrainingNews | None = None
        self.step = self.steps = 0
        self.now: dict[str, float] = {}
        self.series: dict[str, dict[int, float]] = {}
        self.notes: list[str] = []
        self.pictures: deque[Practice] = deque(maxlen=PICTURES)

    def _done(self, report: TrainReport) -> None:
        self.outcome = said(report.why)
        self.moved.emit()
        self.said.emit(self._in_short(report))
        self.ended.emit(report)

    def _in_short(self, report: TrainReport) -> str:
        if report.adopted:
            return self.tr("The training is done: {name} is in use").format(name=report.encoder)
        return self.tr("The training is done: the encoder stays as it was")

    def _fail(self, error: HandfulError) -> None:
        self.trouble = said(str(error))
        self.moved.emit()
        self._bridge.failed.emit(self.trouble)

    def _end(self) -> None:
        self._job = None
        self._timer.stop()
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        """Take the job's state."""
        job = self._job
        if job is not None and job.progress != self.progress:
            self.progress = job.progress
            self.progressed.emit()
        state = "idle" if job is None else job.state
        if job is not None and self._stopping:
            state = "stopping"
        elif state == "running" and job is not None and job.held:
            state = "pausing"
        if job is not None and job.over:  # the ending is on its way
            return
        if state != self._state:
            self._state = state
            self.moved.emit()

    def _look(self) -> None:
        if self._asking or self._state == "queued":
            return
        self._asking = True
        after = self._read

        def read(library: Library) -> tuple[TrainingNews | None, list[Practice]]:
            news = library.latest_training(after)
            return news, [] if news is None else _decoded(news.pictures[-PICTURES:])

        self._bridge.ask(read, lambda told: self._hear(*told, after), self._miss)

    def _miss(self, error: HandfulError) -> None:
        self._asking = False
        self._bridge.failed.emit(said(str(error)))

    def _hear(self, news: TrainingNews | None, pictures: list[Practice], after: int) -> None:
        self._asking = False
        if news is None or news.name == self._past or after != self._read:
            return
        if self.news is None and news.ending is not None:
            return  # the run before; this one has not told anything yet
        if self.news is not None and news.name != self.news.name:
            self._forget()  # another run; it is read from its beginning at the next look
            return
        self._read = news.read
        self.news = news
        self.steps = news.steps or self.steps
        for point in news.points:
            self.step = point.step
            self.now.update(point.values)
            for name, value in point.values.items():
                self.series.setdefault(name, {})[point.step] = value
        self.notes += map(said, news.said)
        self.pictures.extend(pictures)
        self.moved.emit()

    def _show_unfinished(self, unfinished: UnfinishedTraining | None) -> None:
        self.unfinished = unfinished if self._job is None else None
        self.moved.emit()


def _decoded(pictures: Sequence[TrainingPicture]) -> list[Practice]:
    """Decode pictures; one that cannot be read is left out, as there will be another soon."""
    images = [(QImage(str(picture.path)), said(picture.caption)) for picture in pictures]
    return [Practice(image, caption) for image, caption in images if not image.isNull()]
