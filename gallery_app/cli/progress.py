"""A job's progress on standard error: one line that renews itself on a terminal."""

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from gallery_app.cli.interrupt import check
from gallery_app.domain.progress import Progress
from gallery_app.jobs.job import Job

T = TypeVar("T")

_EVERY_S = {True: 0.1, False: 10.0}  # a terminal is renewed often, a log file now and then


def drive(job: Job[T], show: Callable[[Progress], None] | None = None) -> T:
    """Run a job to its end and return its result.

    Args:
        job: The job.
        show: Called with each report, in place of a line on standard error.
    """
    line = _Line()
    try:
        while True:
            progress = next(job)
            check()
            (show or line.show)(progress)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        line.clear()
        job.close()


class _Line:
    """How far a job is, on standard error."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last, self._step, self._told = 0.0, "", ""

    def show(self, progress: Progress) -> None:
        if progress.note not in {"", self._told}:
            self._told = progress.note
            self._say(f"  {self._told}\n")
        now = time.monotonic()
        if progress.step != self._step or now - self._last >= _EVERY_S[self._terminal]:
            self._last, self._step = now, progress.step
            of = f" {progress.done} of {progress.total}" if progress.total else ""
            self._say(f"{self._step}{of}" + ("" if self._terminal else "\n"))

    def clear(self) -> None:
        self._say("")

    def _say(self, text: str) -> None:
        sys.stderr.write(f"\r\033[K{text}" if self._terminal else text)
        sys.stderr.flush()
