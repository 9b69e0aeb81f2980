"""Worker processes: whatever happens in one costs one task, and nothing outlives its owner."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError, SurroundingsError, UserError
from gallery_app.jobs.child import Workers, run_python
from gallery_app.jobs.job import finish
from tests.unit import tasks


@pytest.fixture(scope="module")
def shared() -> Iterator[Workers]:
    workers = Workers(1)
    yield workers
    workers.close()


@contextlib.contextmanager
def pool(count: int = 1, **options: object) -> Iterator[Workers]:
    workers = Workers(count, **options)  # type: ignore[arg-type]
    try:
        yield workers
    finally:
        workers.close()


def reason(workers: Workers, function: Callable[..., object]) -> str:
    with pytest.raises(PhotoError) as caught:
        workers.call(function)
    return caught.value.reason


def test_a_bad_photo_costs_one_task(shared: Workers):
    assert reason(shared, tasks.refuse) == "the file is upside down"
    assert reason(shared, tasks.crash) == (
        "reading it crashed the decoder, so the file is probably damaged"
    )
    assert reason(shared, tasks.want_memory) == "reading it needs too much memory"
    assert shared.call(tasks.double, 4) == 8
    with pytest.raises(LookupError, match="a bug of ours"):
        shared.call(tasks.stumble)


def test_a_map_keeps_its_order_through_failures():
    with pool(2, timeout_s=1.0) as workers:
        outcomes = [o for o in workers.map(tasks.one_of_each, [(n,) for n in range(9)]) if o]
    assert [arguments for arguments, _ in outcomes] == [(n,) for n in range(9)]
    results = [result for _, result in outcomes]
    assert results[::2] == [0, 4, 8, 12, 16]
    assert [str(result) for result in results[1::2]] == [
        "reading it crashed the decoder, so the file is probably damaged",
        "the file is upside down",
        "reading it needs too much memory",
        "reading it took too long",
    ]


def test_a_map_of_nothing_starts_nothing():
    with pool() as workers:
        assert list(workers.map(tasks.double, [])) == []
        assert not psutil.Process().children(recursive=True) or workers._pool is None


def test_a_map_reads_its_tasks_only_a_few_ahead(shared: Workers):
    taken = 0

    def endless() -> Iterator[tuple[object, ...]]:
        nonlocal taken
        while True:
            taken += 1
            yield (taken,)

    outcomes = shared.map(tasks.double, endless())
    done = [outcome for outcome in (next(outcomes) for _ in range(20)) if outcome]
    outcomes.close()  # type: ignore[attr-defined]
    assert 0 < len(done) <= 20
    assert taken <= len(done) + 4
    assert shared.call(tasks.double, 1) == 2


def test_closing_a_map_ends_what_runs(tmp_path: Path):
    with pool() as workers:
        mark = tmp_path / "mark"
        outcomes = workers.map(tasks.hang_leaving, [(str(mark),), (str(mark),)])
        while not (mark.exists() and mark.read_text()):
            assert next(outcomes) is None
        worker = psutil.Process(int(mark.read_text()))
        outcomes.close()  # type: ignore[attr-defined]
        assert psutil.wait_procs([worker], timeout=20)[1] == []
        assert workers.call(tasks.double, 2) == 4


def test_a_job_tells_what_is_wrong(shared: Workers):
    assert finish(shared.run("Doubling", tasks.double, 21)) == 42
    with pytest.raises(UserError, match=r"The card is torn\."):
        finish(shared.run("Reading", tasks.misread))
    with pytest.raises(SurroundingsError, match=r"“Grouping” ended at once.*memory"):
        finish(shared.run("Grouping", tasks.crash))
    with pytest.raises(SurroundingsError, match="memory"):
        finish(shared.run("Grouping", tasks.want_memory))
    with pytest.raises(LookupError):
        finish(shared.run("Grouping", tasks.stumble))
    assert finish(shared.run("Doubling", tasks.double, 1)) == 2


def test_cancelling_a_job_ends_its_call(tmp_path: Path):
    with pool() as workers:
        mark = tmp_path / "mark"
        job = workers.run("Waiting", tasks.hang_leaving, str(mark))
        while not (mark.exists() and mark.read_text()):
            assert next(job).step == "Waiting"
        worker = psutil.Process(int(mark.read_text()))
        job.close()
        assert psutil.wait_procs([worker], timeout=20)[1] == []


def test_every_worker_is_made_ready():
    with pool(start=tasks.mark_start, start_arguments=("ready",)) as workers:
        assert workers.call(tasks.read_mark) == "ready"
        with pytest.raises(PhotoError):
            workers.call(tasks.crash)
        assert workers.call(tasks.read_mark) == "ready"  # the one that took its place too


def test_workers_end_with_the_pool_and_start_again(tmp_path: Path):
    with pool() as workers:
        mark = tmp_path / "mark"
        future = workers.submit(tasks.hang_leaving, str(mark))
        while not (mark.exists() and mark.read_text()):
            assert not workers.wait(future)
        worker = psutil.Process(int(mark.read_text()))
        workers.close()
        assert not worker.is_running()
        assert workers.call(tasks.double, 3) == 6
        workers.close()
        workers.close()


def test_closing_leaves_no_call_waiting():
    workers = Workers(1)
    calls = [workers.submit(tasks.hang) for _ in range(20)]  # most were not begun
    workers.close()
    assert all(call.done() for call in calls)
    with pytest.raises(SurroundingsError):
        workers.take("Comparing", calls[-1])


def test_threads_that_start_together_share_one_pool(monkeypatch: pytest.MonkeyPatch):
    made: list[Workers] = []
    new_pool, delay = Workers._new_pool, threading.Event()

    def slowly(self: Workers) -> object:
        made.append(self)
        delay.wait(0.2)  # long enough for the other threads to come along
        return new_pool(self)

    monkeypatch.setattr(Workers, "_new_pool", slowly)
    with pool() as workers, ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda n: workers.call(tasks.double, n), range(8))) == [
            *range(0, 16, 2)
        ]
    assert len(made) == 1


def test_a_python_child_answers_with_its_last_line():
    code = "print('{\"a\": 1}'); print('{\"b\": 2}')"
    assert finish(run_python("Converting", ["-c", code])) == {"b": 2}


def test_a_python_child_tells_how_far_it_is():
    code = """
import json, time
print(json.dumps({"step": "Fetching", "done": 3, "total": 7}))
print('{"half a li', end="", flush=True)
time.sleep(600)
"""
    job = run_python("Starting", ["-c", code])
    seen = next(job)
    assert seen == Progress("Starting")
    while seen == Progress("Starting"):
        seen = next(job)
    assert seen == Progress("Fetching", 3, 7)
    job.close()


@pytest.mark.parametrize(
    ("code", "error", "says"),
    [
        ("import sys; sys.exit('first\\nThe file is no encoder.')", UserError, "^The file is no"),
        ("raise SystemExit(1)", UserError, "^“Converting” failed"),
        (
            "import sys; print('No network.', file=sys.stderr); sys.exit(3)",
            SurroundingsError,
            "^No network",
        ),
        ("import os; os.kill(os.getpid(), 9)", SurroundingsError, "memory"),
    ],
)
def test_a_python_child_that_fails(code: str, error: type[Exception], says: str):
    with pytest.raises(error, match=says):
        finish(run_python("Converting", ["-c", code]))


def test_cancelling_ends_a_python_child():
    job = run_python("Converting", ["-c", "import time; time.sleep(600)"])
    next(job)
    next(job)
    [child] = [c for c in psutil.Process().children() if "time.sleep(600)" in " ".join(c.cmdline())]
    job.close()
    assert not child.is_running()
