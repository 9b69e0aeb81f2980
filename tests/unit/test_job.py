"""Jobs as generators: run to the end, and begun before they are waited for."""

import pytest

from gallery_app.domain.progress import Progress
from gallery_app.jobs.job import Job, Order, elsewhere, finish, under_way


def counting(told: list[str]) -> Job[str]:
    try:
        told.append("begun")
        yield Progress("one")
        told.append("went on")
        yield Progress("two")
        return "result"
    finally:
        told.append("cleaned up")


def at_once() -> Job[int]:
    return 7
    yield Progress("never")


def test_finish_returns_the_result():
    assert finish(counting([])) == "result"


def test_a_job_under_way_has_begun_and_loses_no_report():
    told: list[str] = []
    rest = under_way(counting(told))
    assert told == ["begun"]
    assert [progress.step for progress in rest] == ["one", "two"]
    assert finish(under_way(counting([]))) == "result"
    assert finish(under_way(at_once())) == 7


@pytest.mark.parametrize("steps", [0, 1])
def test_closing_the_rest_cleans_up(steps: int):
    told: list[str] = []
    rest = under_way(counting(told))
    for _ in range(steps):
        next(rest)
    rest.close()
    assert told[-1] == "cleaned up"


def test_a_job_elsewhere_says_so_hears_orders_and_is_closed():
    heard: list[Order | None] = []

    def listening() -> Job[str]:
        try:
            heard.append((yield Progress("one", 1, 2, "a note")))
            yield Progress("two")
            return "result"
        finally:
            heard.append(None)

    job = elsewhere(listening())
    assert next(job) == Progress("one", 1, 2, "a note", elsewhere=True)
    assert job.send(Order.STOP) == Progress("two", elsewhere=True)
    assert finish(job) == "result"
    assert heard == [Order.STOP, None]
    job = elsewhere(listening())
    next(job)
    heard.clear()
    job.close()
    assert heard == [None]
    assert finish(elsewhere(at_once())) == 7
