"""How long a thread does not come to what it was asked for, and whose fault it is.

On a shared machine things are also late because other processes have the processor. What the
kernel counts as waiting for one (``run_delay`` in ``/proc/…/schedstat``) is told apart; what
remains is the thread's own work, and its waiting for locks, files and the X server.
"""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

STALL_MS = 50


@dataclass(frozen=True, slots=True)
class Beat:
    """A stretch of a thread's time, in milliseconds.

    Attributes:
        during: What was being done.
        clock: By the clock.
        own: The same without waiting for a processor.
        work: Processor time of the thread.
        began: When, by `time.perf_counter`, which all processes share.
        ended: When.
    """

    during: str
    clock: float
    own: float
    work: float
    began: float = 0.0
    ended: float = 0.0


class Meter:
    """Tells how much time went by; made on the thread it measures."""

    def __init__(self) -> None:
        self._waits = os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
        self._last = self._now()

    def since(self) -> float:
        """Return the milliseconds since the last beat, by the clock."""
        return time.perf_counter() * 1000 - self._last[0]

    def beat(self, during: str) -> Beat:
        """Return what went by since the last beat."""
        now, last = self._now(), self._last
        clock, waited, work = (new - old for new, old in zip(now, last, strict=True))
        self._last = now
        return Beat(during, clock, max(clock - waited, work), work, last[0], now[0])

    def _now(self) -> tuple[float, float, float]:
        waited = int(os.pread(self._waits, 64, 0).split()[1]) / 1e6
        return time.perf_counter() * 1000, waited, time.thread_time() * 1000


def worst(beats: list[Beat]) -> Beat:
    """Return the largest of each time."""
    return _each(beats, lambda times: max(times, default=0.0))


def p99(beats: list[Beat]) -> Beat:
    """Return what 99 in 100 stay below, of each time."""
    return _each(beats, lambda times: sorted(times)[int(len(times) * 0.99)])


def stalls(beats: list[Beat]) -> list[Beat]:
    """Return the beats that were later than `STALL_MS` without waiting for a processor."""
    return [beat for beat in beats if beat.own > STALL_MS]


def _each(beats: list[Beat], pick: Callable[[list[float]], float]) -> Beat:
    return Beat(
        "",
        pick([beat.clock for beat in beats]),
        pick([beat.own for beat in beats]),
        pick([beat.work for beat in beats]),
    )
