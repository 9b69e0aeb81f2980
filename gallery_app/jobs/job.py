"""What a job is: a generator of progress whose return value is its result.

It yields at least every 100 ms. Cancelling closes it, so cleaning up is a plain ``finally``. A
yield may give back an order, which matters only to a job whose child works on by itself.
"""

from collections.abc import Generator
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from gallery_app.domain.progress import Progress

T = TypeVar("T")


class Order(StrEnum):
    """What a job may be told between two reports; most need not listen."""

    PAUSE = "pause"
    """It will not be driven on for a while."""
    STOP = "stop"
    """End soon, with what there is."""


Job = Generator[Progress, Order | None, T]


def finish(job: Job[T]) -> T:
    """Run a job to its end and return its result, dropping its progress."""
    while True:
        try:
            next(job)
        except StopIteration as end:
            result: T = end.value
            return result


def elsewhere(job: Job[T]) -> Job[T]:
    """Say in every report of a job that only its child is at work, so that others may run."""
    try:
        progress = next(job)
        while True:
            progress = job.send((yield replace(progress, elsewhere=True)))
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        job.close()


def under_way(job: Job[T]) -> Job[T]:
    """Run a job to its first report, so that a child it starts works on meanwhile.

    Returns:
        The rest of the job.
    """
    try:
        first = next(job)
    except StopIteration as end:
        return _ended(end.value)
    return _rest(first, job)


def _ended(result: T) -> Job[T]:
    yield from ()
    return result


def _rest(first: Progress, job: Job[T]) -> Job[T]:
    try:
        yield first
        return (yield from job)
    finally:
        job.close()
