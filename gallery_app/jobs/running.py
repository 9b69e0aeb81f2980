"""A job on its way: its state, its orders and its end."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from gallery_app.domain.progress import Progress
from gallery_app.jobs.job import Job, Order
from gallery_app.jobs.pace import Pace
from gallery_app.log import log

T = TypeVar("T")


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
        self,
        title: str,
        make: Callable[[], Job[object]],
        on_end: Callable[[Ending], None],
        on_cancel: Callable[["RunningJob"], None] = lambda _job: None,
    ) -> None:
        self.title = title
        self.progress = Progress("Waiting for its turn")
        self.state = "queued"
        self._make = make
        self._job: Job[object] | None = None
        self._order: Order | None = None
        self._on_end = on_end
        self._on_cancel = on_cancel
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

    @property
    def held(self) -> bool:
        """Whether it is paused, or will be with its next report."""
        return not self._may_run.is_set()

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
        self._on_cancel(self)

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
        tell(self._on_end, ending)

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


def tell(on_end: Callable[[Ending[T]], None], ending: Ending[T]) -> None:
    """Hand over an ending; a listener that fails must not take the thread with it."""
    try:
        on_end(ending)
    except Exception:  # noqa: BLE001 - see above
        log().exception("An ending could not be handed over")
