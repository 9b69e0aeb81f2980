"""The machine a benchmark ran on, and the time and memory it took."""

import os
import platform
import resource
import sys
import time

from gallery_app.jobs.job import Job


def describe_machine() -> str:
    """Return one line: processor cores, memory, Python, what runs the encoder."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GB, "
        f"Python {platform.python_version()}, {platform.system()}"
    )


def peak_memory_mb() -> float:
    """Return the largest resident size of this process or any of its ended children, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    peaks = (
        resource.getrusage(who).ru_maxrss
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return max(peaks) * unit / 1e6


def timed_steps(job: Job[object]) -> dict[str, float]:
    """Run a job; return the seconds that each of its steps took, by the name people see."""
    seconds: dict[str, float] = {}
    while True:
        start = time.perf_counter()
        try:
            step = next(job).step
        except StopIteration:
            return seconds
        seconds[step] = seconds.get(step, 0.0) + time.perf_counter() - start
