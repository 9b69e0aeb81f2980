"""How long the GUI thread does not answer, and whose fault it is.

On a shared machine things are also late because other processes have the processor. What the
kernel counts as waiting for one (``run_delay`` in ``/proc/…/schedstat``) is told apart; what
remains is the thread's own work, and its waiting for locks, files and the X server.
"""

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 10
STALL_MS = 50


@dataclass(frozen=True, slots=True)
class Beat:
    """A stretch of the GUI thread's time, in milliseconds.

    Attributes:
        during: What was being done.
        clock: By the clock.
        own: The same without waiting for a processor.
        work: Processor time of the thread.
    """

    during: str
    clock: float
    own: float
    work: float


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
        now = self._now()
        clock, waited, work = (new - old for new, old in zip(now, self._last, strict=True))
        self._last = now
        return Beat(during, clock, max(clock - waited, work), work)

    def _now(self) -> tuple[float, float, float]:
        waited = int(os.pread(self._waits, 64, 0).split()[1]) / 1e6
        return time.perf_counter() * 1000, waited, time.thread_time() * 1000


class Heartbeat(QObject):
    """A timer in the GUI thread; how much later it rings than asked is how long nothing else ran.

    Attributes:
        during: What is being done, for the beats to come.
        beats: So far; `clock` and `own` are beyond what was asked for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.during = ""
        self.beats: list[Beat] = []
        self._meter = Meter()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        beat = self._meter.beat(self.during)
        late, own = max(0.0, beat.clock - BEAT_MS), max(0.0, beat.own - BEAT_MS)
        self.beats.append(Beat(beat.during, late, own, beat.work))

    def of(self, during: str) -> list[Beat]:
        """Return the beats of one thing."""
        return [beat for beat in self.beats if beat.during == during]


def worst(beats: list[Beat]) -> Beat:
    """Return the largest of each time."""
    return _each(beats, lambda times: max(times, default=0.0))


def p99(beats: list[Beat]) -> Beat:
    """Return what 99 in 100 stay below, of each time."""
    return _each(beats, lambda times: sorted(times)[int(len(times) * 0.99)])


def stalls(beats: list[Beat]) -> int:
    """Return how many beats were later than `STALL_MS` without the machine being to blame."""
    return sum(beat.own > STALL_MS for beat in beats)


def _each(beats: list[Beat], pick: Callable[[list[float]], float]) -> Beat:
    names = [field.name for field in fields(Beat) if field.name != "during"]
    return Beat("", *(pick([getattr(beat, name) for beat in beats]) for name in names))
