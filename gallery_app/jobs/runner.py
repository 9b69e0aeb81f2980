"""The only file that starts threads: one for jobs in their turn, a few for short questions.

A job whose child works on elsewhere is attended by a thread of its own meanwhile, and the next job
has its turn; so a training of hours holds up nothing. It waits for its turn again to write.

No Qt here. The window polls `RunningJob.progress`; endings are handed to a callback, on the
worker's thread.
"""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from gallery_app.jobs.job import Job
from gallery_app.jobs.running import Ending, RunningJob, tell

T = TypeVar("T")

_ASKERS = 3  # threads for short questions: a slow one must not hold up the thumbnails
# Niceness of these threads, which decode the thumbnails: the window is to paint first. On two cores
# with a load of 18 its frames took 294 ms without and 174 ms with it, the slowest 5 in 100.
_ASIDE = 5


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
        self._thumbnails: deque[Callable[[], None]] = deque()
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
        job = RunningJob(title, make, on_end, self._end_early)
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
            lane: "read", or "thumbnail", which waits for all of the other.
        """

        def answer() -> None:
            try:
                ending: Ending[T] = Ending(work())
            except Exception as error:  # noqa: BLE001 - handed to whoever asked
                ending = Ending(error=error)
            tell(on_end, ending)

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
            job = waiting()
            if job is not None:
                job.state = "running"
            return job

    def _attend(self, job: RunningJob) -> None:
        """Work on a job until it ends, goes elsewhere or comes back from there."""
        job.work()
        with self._changed:
            if job.over:
                self._jobs.remove(job)
            elif job.progress.elsewhere:
                self._attend_elsewhere(job)
            else:
                job.state = "queued"
            self._changed.notify_all()

    def _attend_elsewhere(self, job: RunningJob) -> None:
        job.state = "running"
        self._attendants = [one for one in self._attendants if one.is_alive()]
        self._attendants.append(_started("elsewhere", self._attend, job))

    def _end_early(self, job: RunningJob) -> None:
        """Let a cancelled job that waits end at once: its turn may be hours away."""
        with self._changed:
            if job.state == "queued" and not self._stopping:
                self._attend_elsewhere(job)

    def _answer(self) -> None:
        if sys.platform == "linux":  # elsewhere the whole process would be nice
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _ASIDE)
        while True:
            with self._changed:
                self._changed.wait_for(
                    lambda: self._questions or self._thumbnails or self._stopping
                )
                if self._stopping:
                    return
                question = (self._questions or self._thumbnails).popleft()
            question()
