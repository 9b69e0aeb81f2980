"""Jobs as generators: run to the end, and begun before they are waited for."""

import pytest

from gallery_app.domain.progress import Progress
from gallery_app.jobs.job import Job, finish, under_way


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
