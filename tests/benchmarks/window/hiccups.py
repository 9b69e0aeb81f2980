"""When the machine itself falters, told by programs that have nothing to do.

As jHiccup does (Gil Tene, 2012): an idle program wakes again and again and does the same little
work. It waits for no lock, no file and no window, so when that work takes many times its processor
time, or when it is late without waiting for a processor, the machine was slow for everybody. A
virtual machine whose host takes its processors away for a moment shows both, and counts the moment
as work of whatever ran.

``python -m tests.benchmarks.window.hiccups PROCESSOR`` is one such program; it prints when.
"""

import os
import signal
import statistics
import subprocess
import sys
import time
from contextlib import suppress
from typing import Self

from tests.benchmarks.window.meter import Beat, Meter

EVERY_MS, LATE_MS = 10.0, 10.0
SLOWER = 10
"""How many times its usual processor time the same work takes in a hiccup; 99 in 100 take twice."""
KNOWN, STEPS = 50, 6000
AFTER_MS = 100.0
"""How long after a hiccup what had gathered is still being done."""


class Hiccups:
    """Watches all processors while it is entered."""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.benchmarks.window.hiccups"]
        self._idle = [
            subprocess.Popen([*command, str(processor)], stdout=subprocess.PIPE, text=True)
            for processor in os.sched_getaffinity(0)
        ]
        self._spans: list[tuple[float, float]] = []
        return self

    def __exit__(self, *_: object) -> None:
        for program in self._idle:
            program.send_signal(signal.SIGINT)
            told, _ = program.communicate()
            spans = (line.split() for line in told.splitlines())
            self._spans += [(float(began), float(ended)) for began, ended in spans]

    def beside(self, beat: Beat) -> bool:
        """Return whether the machine faltered during a beat, or just before; once left."""
        return any(
            began < beat.ended and beat.began < ended + AFTER_MS for began, ended in self._spans
        )


def watch(processor: int) -> None:
    """Print when each hiccup of a processor began and ended, by `time.perf_counter`, in ms."""
    os.sched_setaffinity(0, {processor})
    meter = Meter()
    usual = statistics.median(_wake(meter).work for _ in range(KNOWN))
    while True:
        beat = _wake(meter)
        if beat.own > EVERY_MS + LATE_MS or beat.work > SLOWER * usual:
            print(beat.began, beat.ended)


def _wake(meter: Meter) -> Beat:
    time.sleep(EVERY_MS / 1000)  # noqa: TID251 - an idle program, no test
    for _ in range(STEPS):
        pass
    return meter.beat("")


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        watch(int(sys.argv[1]))
