"""A job's progress on standard error: one line that renews itself on a terminal."""

import sys
import time
from typing import TypeVar

from gallery_app.cli.interrupt import check
from gallery_app.jobs.job import Job

T = TypeVar("T")

_EVERY_S = {True: 0.1, False: 10.0}  # a terminal is renewed often, a log file now and then


def drive(job: Job[T]) -> T:
    """Run a job to its end, showing its progress, and return its result."""
    terminal = sys.stderr.isatty()
    last, step, told = 0.0, "", ""
    try:
        while True:
            progress = next(job)
            check()
            if progress.note not in {"", told}:
                told = progress.note
                _say(f"  {told}\n", terminal=terminal)
            now = time.monotonic()
            if progress.step != step or now - last >= _EVERY_S[terminal]:
                last, step = now, progress.step
                of = f" {progress.done} of {progress.total}" if progress.total else ""
                _say(f"{step}{of}" + ("" if terminal else "\n"), terminal=terminal)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        _say("", terminal=terminal)
        job.close()


def _say(text: str, *, terminal: bool) -> None:
    sys.stderr.write(f"\r\033[K{text}" if terminal else text)
    sys.stderr.flush()
