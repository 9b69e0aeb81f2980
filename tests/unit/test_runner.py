"""The threads behind the window: jobs in their turn, questions at once, endings handed over."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from gallery_app.domain.progress import Progress
from gallery_app.jobs import pace
from gallery_app.jobs import runner as runner_module
from gallery_app.jobs.job import Job, Order
from gallery_app.jobs.runner import Runner
from gallery_app.jobs.running import Ending, RunningJob

PATIENCE_S = 20.0


@pytest.fixture
def runner() -> Iterator[Runner]:
    made = Runner()
    yield made
    made.stop()
    assert not any(thread.is_alive() for thread in made._threads)


class Steps:
    """A job that waits at each step until the test lets it go on."""

    def __init__(self, steps: int = 3) -> None:
        self.steps = steps
        self.let = threading.Semaphore(0)
        self.reached = threading.Semaphore(0)
        self.closed = threading.Event()

    def job(self) -> Job[str]:
        try:
            for step in range(self.steps):
                self.reached.release()
                assert self.let.acquire(timeout=PATIENCE_S)
                yield Progress("Counting", step, self.steps)
            return "counted"
        finally:
            self.closed.set()

    def arrive(self) -> None:
        assert self.reached.acquire(timeout=PATIENCE_S)

    def go(self, steps: int = 100) -> None:
        self.let.release(steps)


class Ended:
    """Collects one ending, and the thread that handed it over."""

    def __init__(self) -> None:
        self.ending: Ending[Any] | None = None
        self.thread = ""
        self._there = threading.Event()

    def __call__(self, ending: Ending[Any]) -> None:
        self.ending, self.thread = ending, threading.current_thread().name
        self._there.set()

    def wait(self) -> Ending[Any]:
        assert self._there.wait(PATIENCE_S)
        assert self.ending is not None
        return self.ending


def wait_for(condition: Callable[[], bool]) -> None:
    tick = threading.Event()
    for _ in range(int(PATIENCE_S * 100)):
        if condition():
            return
        tick.wait(0.01)
    raise AssertionError("it never came true")


def test_jobs_run_one_after_the_other(runner: Runner):
    first, second = Steps(), Steps()
    ends = Ended(), Ended()
    runner.start("first", first.job, ends[0])
    waiting = runner.start("second", second.job, ends[1])
    first.arrive()
    assert [job.title for job in runner.jobs()] == ["first", "second"]
    assert (waiting.state, waiting.progress.step) == ("queued", "Waiting for its turn")
    assert not second.reached.acquire(blocking=False)
    second.go()
    first.go()
    assert [end.wait() for end in ends] == [Ending("counted"), Ending("counted")]
    assert {end.thread for end in ends} == {"jobs"}
    wait_for(lambda: runner.jobs() == [])


def test_progress_is_the_newest_report(runner: Runner):
    steps, end = Steps(), Ended()
    job = runner.start("job", steps.job, end)
    steps.arrive()
    assert job.state == "running"
    steps.go(1)
    steps.arrive()
    assert job.progress == Progress("Counting", 0, 3)
    steps.go()
    end.wait()
    assert (job.progress, job.state) == (Progress("Counting", 2, 3), "done")


def test_a_paused_job_waits_and_goes_on(runner: Runner):
    steps, end = Steps(), Ended()
    job = runner.start("job", steps.job, end)
    steps.arrive()
    assert not job.held
    job.pause()
    assert (job.held, job.state) == (True, "running")  # until its next report
    steps.go()
    wait_for(lambda: job.state == "paused")
    assert job.progress.done == 1  # it hears of the pause with one report more
    steps.arrive()
    assert not steps.reached.acquire(timeout=0.05)
    job.resume()
    assert end.wait() == Ending("counted")


def test_a_job_hears_orders(runner: Runner):
    heard, end = list[str | None](), Ended()
    go = threading.Semaphore(0)

    def listening() -> Job[str]:
        for step in range(5):
            assert go.acquire(timeout=PATIENCE_S)
            heard.append((yield Progress("Listening", step, 5)))
        return "heard"

    job = runner.start("job", listening, end)
    job.pause()
    go.release(2)
    wait_for(lambda: job.state == "paused")
    job.stop()
    go.release(3)
    assert end.wait() == Ending("heard")
    assert heard == ["pause", "stop", None, None, None]


def test_a_cancelled_job_is_closed(runner: Runner):
    steps, end = Steps(), Ended()
    job = runner.start("job", steps.job, end)
    steps.arrive()
    job.cancel()
    steps.go()
    assert end.wait() == Ending(cancelled=True)
    assert steps.closed.is_set()
    assert job.state == "cancelled"


def test_a_paused_or_queued_job_can_be_cancelled(runner: Runner):
    paused, queued = Steps(), Steps()
    ends = Ended(), Ended()
    jobs = [runner.start("a", paused.job, ends[0]), runner.start("b", queued.job, ends[1])]
    jobs[0].pause()
    jobs[1].cancel()
    paused.go()
    wait_for(lambda: jobs[0].state == "paused")
    jobs[0].cancel()
    assert [end.wait() for end in ends] == [Ending(cancelled=True)] * 2
    assert not queued.reached.acquire(blocking=False)


def test_a_queued_job_that_is_cancelled_ends_before_its_turn(runner: Runner):
    busy, child, ends = Steps(), Child(), [Ended(), Ended(), Ended()]
    back = runner.start("back", child.job, ends[0])
    runner.start("busy", busy.job, ends[1])
    queued = runner.start("queued", Steps().job, ends[2])
    busy.arrive()
    child.back.set()
    wait_for(lambda: back.state == "queued")
    for job, end in ((queued, ends[2]), (back, ends[0])):
        job.cancel()
        assert end.wait() == Ending(cancelled=True)
    assert child.closed.is_set()
    wait_for(lambda: [job.title for job in runner.jobs()] == ["busy"])
    busy.go()
    assert ends[1].wait() == Ending("counted")


class Child:
    """A job whose child works on elsewhere until the test lets it come back."""

    def __init__(self) -> None:
        self.back, self.closed = threading.Event(), threading.Event()
        self.heard: list[Order] = []
        self.threads: list[str] = []
        self.error: Exception | None = None

    def job(self) -> Job[str]:
        try:
            yield self._report("Getting ready", elsewhere=False)
            while not self.back.is_set():
                order = yield self._report("Working elsewhere", elsewhere=True)
                self.heard += [order] if order else []
            if self.error is not None:
                raise self.error
            yield self._report("Coming back", elsewhere=True)
            yield self._report("Writing", elsewhere=False)
            return "written"
        finally:
            self.closed.set()

    def _report(self, step: str, *, elsewhere: bool) -> Progress:
        self.threads.append(threading.current_thread().name)
        return Progress(step, elsewhere=elsewhere)


def test_a_job_at_work_elsewhere_leaves_its_turn_to_others_and_waits_to_have_it_again(
    runner: Runner,
):
    child, others, ends = Child(), (Steps(), Steps()), [Ended(), Ended(), Ended()]
    first = runner.start("first", child.job, ends[0])
    second, third = (
        runner.start(str(number), other.job, end)
        for number, (other, end) in enumerate(zip(others, ends[1:], strict=True), 2)
    )
    others[0].arrive()
    assert [job.title for job in runner.jobs()] == ["2", "first", "3"]
    assert [job.state for job in (first, second, third)] == ["running", "running", "queued"]
    child.back.set()
    wait_for(lambda: first.state == "queued")
    assert child.threads[-1] == "elsewhere"
    assert not child.closed.is_set()
    others[0].go()
    assert ends[0].wait() == Ending("written")  # it began before the third
    assert child.threads[0] == ends[0].thread == "jobs"
    others[1].go()
    assert [end.wait() for end in ends[1:]] == [Ending("counted")] * 2
    wait_for(lambda: runner.jobs() == [])


def test_a_job_at_work_elsewhere_is_paused_and_stopped_for_itself(runner: Runner):
    child, steps, ends = Child(), Steps(), [Ended(), Ended()]
    job = runner.start("child", child.job, ends[0])
    wait_for(lambda: job.progress.elsewhere)
    job.pause()
    wait_for(lambda: job.state == "paused")
    runner.start("steps", steps.job, ends[1])
    steps.go()
    assert ends[1].wait() == Ending("counted")
    assert job.state == "paused"
    job.stop()
    wait_for(lambda: len(child.heard) == 2)
    assert child.heard == [Order.PAUSE, Order.STOP]
    child.back.set()
    assert ends[0].wait() == Ending("written")


def test_a_job_at_work_elsewhere_is_cancelled_there(runner: Runner):
    child, steps, ends = Child(), Steps(), [Ended(), Ended()]
    job = runner.start("child", child.job, ends[0])
    runner.start("steps", steps.job, ends[1])
    steps.arrive()
    job.cancel()
    assert ends[0].wait() == Ending(cancelled=True)
    assert child.closed.is_set()
    assert ends[0].thread == "elsewhere"
    steps.go()
    assert ends[1].wait() == Ending("counted")


def test_a_job_that_fails_elsewhere_holds_up_none(runner: Runner):
    child, ends = Child(), [Ended(), Ended()]
    child.error = LookupError("elsewhere")
    job = runner.start("child", child.job, ends[0])
    child.back.set()
    assert ends[0].wait().error is child.error
    runner.start("works", Steps(0).job, ends[1])
    assert ends[1].wait() == Ending("counted")
    assert job.state == "failed"


def test_stopping_ends_those_elsewhere_too():
    runner, children, ends = Runner(), [Child(), Child()], [Ended(), Ended()]
    jobs = [runner.start("c", child.job, end) for child, end in zip(children, ends, strict=True)]
    wait_for(lambda: all(job.progress.elsewhere for job in jobs))
    jobs[0].pause()
    wait_for(lambda: jobs[0].state == "paused")
    wait_for(lambda: len(runner._attendants) == 2)  # a job says so before its thread is there
    attendants = list(runner._attendants)
    runner.stop()
    assert [end.wait() for end in ends] == [Ending(cancelled=True)] * 2
    assert all(child.closed.is_set() for child in children)
    assert not any(thread.is_alive() for thread in (*runner._threads, *attendants))


def test_a_job_that_is_cancelled_too_late_is_done():
    end = Ended()

    def job() -> Job[str]:
        yield Progress("Last")
        running.cancel()
        return "done all the same"

    running = RunningJob("job", job, end)
    running.work()
    assert end.wait() == Ending("done all the same")
    assert running.state == "done"


def failing_at_once() -> Job[None]:
    raise LookupError("at once")


def failing_later() -> Job[None]:
    yield Progress("Counting")
    raise LookupError("later")


def failing_at_the_end() -> Job[None]:
    try:
        while True:
            yield Progress("Counting")
    finally:
        raise LookupError("in its cleaning up")


@pytest.mark.parametrize("make", [failing_at_once, failing_later])
def test_a_failing_job_does_not_stop_the_next(runner: Runner, make: Callable[[], Job[None]]):
    failed, done = Ended(), Ended()
    job = runner.start("fails", make, failed)
    runner.start("works", Steps(0).job, done)
    assert isinstance(failed.wait().error, LookupError)
    assert done.wait() == Ending("counted")
    assert job.state == "failed"


def test_a_job_that_fails_while_it_is_cancelled(runner: Runner):
    failed, done = Ended(), Ended()
    job = runner.start("fails", failing_at_the_end, failed)
    wait_for(lambda: job.progress.step == "Counting")
    job.cancel()
    runner.start("works", Steps(0).job, done)
    assert isinstance(failed.wait().error, LookupError)
    assert done.wait() == Ending("counted")


def test_a_listener_that_fails_does_not_stop_the_threads(runner: Runner):
    def refuse(_ending: Ending[Any]) -> None:
        raise RuntimeError("the window is gone")

    runner.start("job", Steps(0).job, refuse)
    for _ in range(2 * runner_module._ASKERS):
        runner.ask(lambda: None, refuse)
    job, answer = Ended(), Ended()
    runner.start("job", Steps(0).job, job)
    runner.ask(lambda: 42, answer)
    assert (job.wait(), answer.wait()) == (Ending("counted"), Ending(42))


def test_questions_are_answered_while_a_job_runs(runner: Runner):
    steps, end, answer, failed = Steps(), Ended(), Ended(), Ended()
    runner.start("job", steps.job, end)
    steps.arrive()
    runner.ask(lambda: 6 * 7, answer)
    runner.ask(lambda: {}["nothing"], failed)
    assert answer.wait() == Ending(42)
    assert answer.thread.startswith("ask-")
    assert isinstance(failed.wait().error, KeyError)
    steps.go()
    end.wait()


def test_thumbnails_wait_for_what_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(runner_module, "_ASKERS", 1)
    runner = Runner()
    busy, free, last = threading.Event(), threading.Event(), Ended()
    runner.ask(lambda: (busy.set(), free.wait(PATIENCE_S)), Ended())
    assert busy.wait(PATIENCE_S)
    order: list[str] = []
    for lane in ("thumbnail", "read"):
        for number in range(3):
            end = last if (lane, number) == ("thumbnail", 2) else Ended()
            runner.ask(lambda name=f"{lane} {number}": order.append(name), end, lane)
    free.set()
    last.wait()
    runner.stop()
    assert order == [*(f"read {n}" for n in (0, 1, 2)), *(f"thumbnail {n}" for n in (0, 1, 2))]


def test_stopping_cancels_everything_and_joins_all_threads():
    runner = Runner()
    steps, ends = Steps(), [Ended(), Ended()]
    runner.start("running", steps.job, ends[0]).pause()
    runner.start("queued", Steps().job, ends[1])
    steps.go()
    runner.stop()
    assert [end.wait() for end in ends] == [Ending(cancelled=True)] * 2
    assert not any(thread.is_alive() for thread in runner._threads)


def test_rate_and_time_left(monkeypatch: pytest.MonkeyPatch):
    now = 100.0
    monkeypatch.setattr(pace.time, "monotonic", lambda: now)
    seen: list[tuple[float, float | None]] = []

    def job() -> Job[None]:
        nonlocal now
        for done in range(0, 50, 10):
            yield Progress("Reading", done, 100)
            seen.append((running.rate, running.seconds_left))
            now += 1.0
        yield Progress("Writing", 0, 0)
        seen.append((running.rate, running.seconds_left))

    running = RunningJob("job", job, lambda _ending: None)
    running.work()
    assert seen[0] == (0.0, None)
    assert seen[1:5] == [(10.0, 9.0), (10.0, 8.0), (10.0, 7.0), (10.0, 6.0)]
    assert seen[5] == (0.0, None)
