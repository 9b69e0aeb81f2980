"""Ctrl+C ends a command even where Python forgets the exception."""

import signal
from collections.abc import Iterator
from contextlib import suppress

import pytest

from gallery_app.cli.interrupt import check, listen
from gallery_app.cli.progress import drive
from gallery_app.domain.progress import Progress
from gallery_app.jobs.job import Job


@pytest.fixture(autouse=True)
def listening() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    listen()
    yield
    listen()  # forgets what was heard
    signal.signal(signal.SIGINT, before)


def forgetful(closed: list[bool]) -> Job[str]:
    try:
        yield Progress("at work")
        with suppress(KeyboardInterrupt):  # as a weak reference's callback does
            signal.raise_signal(signal.SIGINT)
        yield Progress("still at work")
        return "finished all the same"
    finally:
        closed.append(True)


def test_it_raises_as_always():
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_lost_one_stops_the_job_at_its_next_report(capsys: pytest.CaptureFixture[str]):
    closed: list[bool] = []
    with pytest.raises(KeyboardInterrupt):
        drive(forgetful(closed))
    assert closed == [True]


def test_without_one_nothing_happens():
    check()
