"""The only file that starts threads: one for jobs in their turn, a few for short questions.

A job whose child works on elsewhere is attended by a thread of its own meanwhile, and the next job
has its turn; so a training of hours holds up nothing. It waits for its turn again to write.

No Qt here. The window polls `RunningJob.progress`; endings are handed to a callback, on the
worker's thread.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from gallery_app.domain.progress import Progress
from gallery_app.jobs.job import Job, Order
from gallery_app.jobs.pace import Pace
from gallery_app.log import log

T = TypeVar("T")

_ASKERS = 3  # threads for short questions: a slow one must not hold up the thumbnails


@dataclass(frozen=True, slots=True)
class Ending(Generic[T]):
    """How a job or a question ended: with a result, an error, or cancelled."""

    result: T | None = None
    error: Exception | None = None
    cancelled: bool = False


class RunningJob:
    """A job in the queue or at work.

    Attributes:
        title: What the job bar calls it.
        progress: The newest report.
        state: "queued", before it begins and when its child is done and it waits for its turn to
            go on; "running", "paused", "done", "failed" or "cancelled".
    """

    def __init__(
        self, title: str, make: Callable[[], Job[object]], on_end: Callable[[Ending], None]
    ) -> None:
        self.title = title
        self.progress = Progress("Waiting for its turn")
        self.state = "queued"
        self._make = make
        self._job: Job[object] | None = None
        self._order: Order | None = None
        self._on_end = on_end
        self._may_run = threading.Event()
        self._may_run.set()
        self._cancelled = False
        self._stopping = False
        self._pace = Pace()

    @property
    def rate(self) -> float:
        """Items a second in the present step, pauses left out; 0 while unknown."""
        return self._pace.rate

    @property
    def seconds_left(self) -> float | None:
        """Seconds that the present step still needs, or None while unknown."""
        missing = self.progress.total - self.progress.done
        return missing / self.rate if self.rate and self.progress.total else None

    @property
    def over(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.state in {"done", "failed", "cancelled"}

    def pause(self) -> None:
        """Tell the job to pause, and hold it."""
        self._may_run.clear()

    def resume(self) -> None:
        """Let a paused job go on."""
        self._may_run.set()

    def stop(self) -> None:
        """Ask the job to end soon with what it has; one that does not listen goes on."""
        self._stopping = True
        self._may_run.set()

    def cancel(self) -> None:
        """End the job at its next report; what it has done so far stays."""
        self._cancelled = True
        self._may_run.set()

    def work(self) -> None:
        """Run on the calling thread (the runner's) to the end, or until it goes or comes back.

        It goes elsewhere, or comes back from there, with the report that says so.
        """
        ending = self._run()
        if ending is None:
            return
        if ending.cancelled:
            self.state = "cancelled"
        else:
            self.state = "failed" if ending.error else "done"
        _tell(self._on_end, ending)

    def _run(self) -> Ending | None:
        try:
            return self._drive()
        except Exception as error:  # noqa: BLE001 - the runner is the one place that must not die
            log().exception("The job “%s” failed", self.title)
            return Ending(error=error)

    def _drive(self) -> Ending | None:
        elsewhere = self.progress.elsewhere
        while not self._cancelled:
            self.state = "running"
            self._job = self._job or self._make()
            try:
                self.progress = self._job.send(self._order)
            except StopIteration as end:
                return Ending(end.value)
            self._pace.see(self.progress)
            if self._order is Order.PAUSE:
                self._hold()
            self._order = self._next_order()
            if self.progress.elsewhere != elsewhere:
                return None
        if self._job is not None:
            self._job.close()
        return Ending(cancelled=True)

    def _next_order(self) -> Order | None:
        if not self._may_run.is_set():
            return Order.PAUSE
        if self._stopping:
            self._stopping = False
            return Order.STOP
        return None

    def _hold(self) -> None:
        self.state = "paused"
        self._may_run.wait()
        self._pace.start_again()


def _tell(on_end: Callable[[Ending[T]], None], ending: Ending[T]) -> None:
    """Hand over an ending; a listener that fails must not take the thread with it."""
    try:
        on_end(ending)
    except Exception:  # noqa: BLE001 - see above
        log().exception("An ending could not be handed over")


def _started(name: str, work: Callable[..., None], *arguments: object) -> threading.Thread:
    thread = threading.Thread(target=work, args=arguments, name=name, daemon=True)
    thread.start()
    return thread


class Runner:
    """Runs jobs one after the other, but for those at work elsewhere, and questions at once."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._jobs: list[RunningJob] = []  # in the order in which they were asked for
        self._questions: deque[Callable[[], None]] = deque()
        self._thumbnails: list[Callable[[], None]] = []
        self._stopping = False
        self._attendants: list[threading.Thread] = []
        self._threads = [
            _started("jobs", self._work_on_jobs),
            *(_started(f"ask-{number}", self._answer) for number in range(_ASKERS)),
        ]

    def start(
        self, title: str, make: Callable[[], Job[T]], on_end: Callable[[Ending[T]], None]
    ) -> RunningJob:
        """Queue a job.

        Args:
            title: Its name in the job bar.
            make: Makes the generator; called when its turn comes.
            on_end: Called on the worker's thread with how it ended.
        """
        job = RunningJob(title, make, on_end)
        with self._changed:
            self._jobs.append(job)
            self._changed.notify_all()
        return job

    def ask(
        self, work: Callable[[], T], on_end: Callable[[Ending[T]], None], lane: str = "read"
    ) -> None:
        """Do something short on another thread.

        Args:
            work: What to do.
            on_end: Called on that thread with how it ended.
            lane: "read" answers in order; "thumbnail" answers the last question first, because
                the photos asked for last are those on screen.
        """

        def answer() -> None:
            try:
                ending: Ending[T] = Ending(work())
            except Exception as error:  # noqa: BLE001 - handed to whoever asked
                ending = Ending(error=error)
            _tell(on_end, ending)

        with self._changed:
            (self._thumbnails if lane == "thumbnail" else self._questions).append(answer)
            self._changed.notify_all()

    def jobs(self) -> list[RunningJob]:
        """Return the job at work, those at work elsewhere and those waiting, in order."""
        with self._changed:
            return sorted(
                self._jobs, key=lambda job: (job.state == "queued", job.progress.elsewhere)
            )

    def stop(self) -> None:
        """Cancel everything and wait for the threads to end."""
        with self._changed:
            self._stopping = True
            for job in self._jobs:
                job.cancel()
            self._questions.clear()
            self._thumbnails.clear()
            self._changed.notify_all()
        for thread in self._threads:
            thread.join()
        for thread in self._attendants:
            thread.join()

    def _work_on_jobs(self) -> None:
        while (job := self._next_job()) is not None:
            self._attend(job)

    def _next_job(self) -> RunningJob | None:
        """Wait for a job that waits; None at the end of all."""

        def waiting() -> RunningJob | None:
            return next((job for job in self._jobs if job.state == "queued"), None)

        with self._changed:
            self._changed.wait_for(lambda: waiting() or (self._stopping and not self._jobs))
            return waiting()

    def _attend(self, job: RunningJob) -> None:
        """Work on a job until it ends, goes elsewhere or comes back from there."""
        job.work()
        with self._changed:
            if job.over:
                self._jobs.remove(job)
            elif job.progress.elsewhere:
                self._attendants = [one for one in self._attendants if one.is_alive()]
                self._attendants.append(_started("elsewhere", self._attend, job))
            else:
                job.state = "queued"
            self._changed.notify_all()

    def _answer(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._questions or self._thumbnails or self._stopping
                )
                if self._stopping:
                    return
                question = self._questions.popleft() if self._questions else self._thumbnails.pop()
            question()
