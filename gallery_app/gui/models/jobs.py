"""What runs and what waits, in words."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from gallery_app.domain.counts import Counts
from gallery_app.errors import HandfulError
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.language import said
from gallery_app.gui.models.words import fill, localised, time_left
from gallery_app.jobs.running import Ending, RunningJob

REMEMBERED = 6
LONG_S = 30.0
"""People look elsewhere meanwhile, so they are told when it is over."""


@dataclass(frozen=True, slots=True)
class JobLine:
    """One job as the job bar shows it.

    Attributes:
        job: What is paused or cancelled.
        title: What was asked for.
        words: What is being done just now.
        numbers: How far, how fast, how long, or "".
        note: Something worth saying once.
        done: Finished in this step.
        total: In this step, 0 while unknown.
        paused: Whether it is held, or will be soon.
        waits: Whether it waits for its turn.
    """

    job: RunningJob
    title: str
    words: str
    numbers: str
    note: str
    done: int
    total: int
    paused: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class PastJob:
    """A job that is over.

    Attributes:
        title: What was asked for.
        words: How it ended; why it failed.
        failed: Whether it did.
    """

    title: str
    words: str
    failed: bool


class Jobs(QObject):
    """Follows the runner's jobs.

    Signals:
        moved: Look at `lines` again.
        long_over: A sentence about a job that took long and is over.
    """

    moved = Signal()
    long_over = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.idle = ""
        self.past: list[PastJob] = []
        bridge.ended.connect(self._on_ended)
        bridge.progressed.connect(self.moved)
        bridge.counted.connect(self._on_counted)

    @property
    def lines(self) -> list[JobLine]:
        """The job at work first, then those at work elsewhere, then those that wait."""
        return [self._line(job) for job in self._live()]

    def pause_or_resume(self, line: JobLine) -> None:
        """Hold a job, or let it go on."""
        if line.job.held:
            line.job.resume()
        else:
            line.job.pause()
        self.moved.emit()

    def cancel(self, line: JobLine) -> None:
        """End a job; what it has done stays."""
        line.job.cancel()

    def _live(self) -> list[RunningJob]:
        return [job for job in self._bridge.jobs if not job.over]

    def _on_ended(self, title: str, ending: Ending, seconds: float) -> None:
        failed = ending.error is not None
        if isinstance(ending.error, HandfulError):
            words = said(str(ending.error))
        elif failed:
            words = self.tr("Handful made a mistake; its log tells more.")
        elif ending.cancelled:
            words = self.tr("Cancelled; what was done stays.")
        else:
            words = self.tr("Done in {time}.").format(time=time_left(seconds))
        self.past = [PastJob(title, words, failed), *self.past][:REMEMBERED]
        if seconds >= LONG_S and not ending.cancelled:
            self.long_over.emit(f"{title}: {words}")

    def _on_counted(self, counts: Counts) -> None:
        words = [self.tr("%Ln photos", "", counts.photos)] if counts.photos else []
        if counts.untagged:
            words.append(self.tr("%Ln untagged", "", counts.untagged))
        if counts.to_review:
            words.append(self.tr("%Ln to review", "", counts.to_review))
        self.idle = "   ·   ".join(words)
        self.moved.emit()

    def _line(self, job: RunningJob) -> JobLine:
        progress, waits = job.progress, job.state == "queued"
        numbers = []
        if waits:
            numbers.append(self.tr("waits for its turn"))
        elif progress.total:
            numbers.append(
                fill(self.tr("{n:,} of {total:,}"), n=progress.done, total=progress.total)
            )
        elif progress.done:
            numbers.append(localised(f"{progress.done:,}"))
        if job.held:
            paused = job.state == "paused"
            numbers.append(self.tr("paused") if paused else self.tr("pausing"))
        elif job.rate >= 0.1 and not waits:
            numbers.append(fill(self.tr("{rate:,.0f} a second"), rate=max(1, job.rate)))
            if job.seconds_left is not None:
                left = time_left(job.seconds_left)
                numbers.append(self.tr("{time} left").format(time=left))
        return JobLine(
            job,
            job.title,
            job.title if waits else said(progress.step),
            "   ·   ".join(numbers),
            said(progress.note),
            progress.done,
            progress.total,
            job.held,
            waits,
        )
