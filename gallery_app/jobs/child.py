"""The only file that starts processes.

Photos are read, and anything heavy is computed, in worker processes: a decoder that crashes,
hangs or eats memory costs one photo, and the window's thread never waits for the interpreter
lock of a busy thread. Pebble supplies the pool, because the standard one cannot end one task
that hangs without ending all.
"""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future, wait
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, current_thread, main_thread
from typing import Any, TypeVar
from weakref import WeakSet

from pebble import ProcessExpired, ProcessPool

from gallery_app.domain.progress import Progress
from gallery_app.errors import PhotoError, SurroundingsError, UserError
from gallery_app.jobs.job import Job
from ssl_core.errors import CoreError

Task = TypeVar("Task")
Result = TypeVar("Result")

TICK_S = 0.1
_BACKGROUND = 10  # niceness: a tenth of a core that others want, all of one that nobody wants
_AHEAD = 4  # tasks queued for each worker: enough to keep it busy, few enough to stop at once


class Workers:
    """A pool of worker processes, started when first needed.

    Args:
        count: Number of processes.
        timeout_s: Seconds that one task may take, or None for no limit.
        start: Called once in every new worker with ``start_arguments``.
        start_arguments: Arguments of ``start``.
    """

    def __init__(
        self,
        count: int,
        timeout_s: float | None = None,
        start: Callable[..., None] | None = None,
        start_arguments: tuple[object, ...] = (),
    ) -> None:
        self.count = count
        self._timeout_s = timeout_s
        self._start = start
        self._start_arguments = start_arguments
        self._pool: ProcessPool | None = None
        self._starting = Lock()  # jobs and questions may need the first worker at once
        self._given: WeakSet[Future[Any]] = WeakSet()

    def submit(self, function: Callable[..., Result], *arguments: object) -> Future[Result]:
        """Queue one call; cancelling its future ends it even when it runs."""
        with self._starting:
            if self._pool is None:
                with _ctrl_c_put_off():
                    self._pool = self._new_pool()
                    return self._schedule(self._pool, function, arguments)  # this starts it
            return self._schedule(self._pool, function, arguments)

    def _schedule(
        self, pool: ProcessPool, function: Callable[..., Result], arguments: Sequence[object]
    ) -> Future[Result]:
        future: Future[Result] = pool.schedule(
            function, args=list(arguments), timeout=self._timeout_s
        )
        self._given.add(future)
        return future

    @staticmethod
    def wait(future: Future[Result]) -> bool:
        """Wait for a call, 100 ms at most; return whether it is done."""
        return future.done() or bool(wait([future], timeout=TICK_S).done)

    def run(self, step: str, function: Callable[..., Result], *arguments: object) -> Job[Result]:
        """Run one call as a job: progress while it lasts, its result at the end."""
        future = self.submit(function, *arguments)
        try:
            while not self.wait(future):
                yield Progress(step)
            return self.take(step, future)
        finally:
            future.cancel()

    @staticmethod
    def take(step: str, future: Future[Result]) -> Result:
        """Return the result of a call that is done.

        Raises:
            UserError: `ssl_core` says what is wrong.
            SurroundingsError: The process died or ran out of memory.
        """
        try:
            return future.result()
        except CoreError as error:
            raise UserError(str(error)) from error
        except (ProcessExpired, MemoryError, BrokenExecutor, CancelledError) as error:
            raise _ended(step) from error

    def call(self, function: Callable[..., Result], *arguments: object) -> Result:
        """Make one call about one photo and wait for it.

        Raises:
            PhotoError: The photo is bad, or reading it crashed or took too long.
        """
        outcome: Result | PhotoError = _outcome(self.submit(function, *arguments))
        if isinstance(outcome, PhotoError):
            raise outcome
        return outcome

    def map(
        self, function: Callable[..., Result], tasks: Iterable[tuple[object, ...]]
    ) -> Iterator[tuple[tuple[object, ...], Result | PhotoError] | None]:
        """Call ``function`` on every photo, a few ahead of the reader, in order.

        Args:
            function: A module-level function of one photo.
            tasks: The arguments of each call.

        Yields:
            (arguments, result or the PhotoError of this photo); None at least every 100 ms
            while waiting.
        """
        waiting: deque[tuple[tuple[object, ...], Future[Result]]] = deque()
        remaining = iter(tasks)
        try:
            while True:
                while len(waiting) < _AHEAD * self.count:
                    task = next(remaining, None)
                    if task is None:
                        break
                    waiting.append((task, self.submit(function, *task)))
                if not waiting:
                    return
                if not self.wait(waiting[0][1]):
                    yield None
                    continue
                task, future = waiting.popleft()
                yield task, _outcome(future)
        finally:
            for _, future in waiting:
                future.cancel()

    def close(self) -> None:
        """End the workers at once; calls that are not done are cancelled."""
        with self._starting:
            if self._pool is not None:
                self._pool.stop()
                self._pool.join()
                self._pool = None
            for future in list(self._given):  # pebble forgets those that it had not begun
                future.cancel()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.count,
            # A forked copy of a process with threads and Qt may hang; a spawned one is clean.
            context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._start, self._start_arguments),
        )


def _begin(start: Callable[..., None] | None, arguments: tuple[object, ...]) -> None:
    """Make a new worker ready; the window and other programs have precedence over it."""
    if sys.platform != "win32":
        os.nice(_BACKGROUND)
    if start is not None:
        start(*arguments)


@contextmanager
def _ctrl_c_put_off() -> Iterator[None]:
    """Start workers undisturbed, and unreachable for Ctrl+C: it is the program that ends them.

    A worker interrupted half-way through its start would complain on the terminal, and the pool
    would not know of it.
    """
    heard: list[int] = []
    listens = current_thread() is main_thread()  # Python interrupts no other thread
    if listens:
        before = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        with _ctrl_c_masked():
            yield
    finally:
        if listens:
            signal.signal(signal.SIGINT, before)
        if heard:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _ctrl_c_masked() -> Iterator[None]:
    """Let the threads and processes that are started inside inherit a mask against Ctrl+C."""
    if sys.platform == "win32":
        yield
        return
    # It starts with the first worker and would clear the mask; once it runs it leaves it alone.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _outcome(future: Future[Any]) -> Any:
    try:
        return future.result()
    except PhotoError as problem:
        return problem
    except TimeoutError:
        return PhotoError("reading it took too long")
    except ProcessExpired:
        return PhotoError("reading it crashed the decoder, so the file is probably damaged")
    except MemoryError:
        return PhotoError("reading it needs too much memory")


def _ended(step: str) -> SurroundingsError:
    return SurroundingsError(
        f"“{step}” ended at once, which mostly means that memory ran out; close other programs "
        "and try again."
    )


class PythonChild:
    """Our Python with arguments (``-m module …``) as a child that reports JSON lines.

    It writes them to a file, not a pipe, because a file can be looked at without waiting on every
    system. Ctrl+C does not reach it: the one who started it ends it.

    Args:
        arguments: What Python runs.
        told: The file; what is in it stays.
        in_background: Let whatever else the machine does go first.
    """

    def __init__(
        self, arguments: Sequence[str], told: Path, *, in_background: bool = False
    ) -> None:
        self._errors = told.with_suffix(".errors")
        with told.open("ab") as output, self._errors.open("wb") as errors:
            self._child = subprocess.Popen(
                [sys.executable, *arguments],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=errors,
                start_new_session=True,
            )
        if in_background:
            _put_in_background(self._child.pid)

    def tell(self, word: str) -> None:
        """Write a line to its standard input; one that is at its end need not hear it."""
        assert self._child.stdin is not None
        with suppress(BrokenPipeError):
            self._child.stdin.write(f"{word}\n".encode())
            self._child.stdin.flush()

    def ended(self, within_s: float) -> bool:
        """Wait for its end, so long at most; return whether it has ended."""
        try:
            self._child.wait(within_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def end(self, within_s: float = 0.0) -> None:
        """Make sure that it has ended; it is killed when it has not done so by itself."""
        if not self.ended(within_s):
            self._child.kill()
            self._child.wait()
        assert self._child.stdin is not None
        with suppress(BrokenPipeError):
            self._child.stdin.close()

    def check(self, step: str) -> None:
        """Make sure that it ended well.

        Raises:
            UserError: It failed; the message is its last line on standard error.
            SurroundingsError: It was killed, or its exit code says that the surroundings are to
                blame.
        """
        code = self._child.returncode
        if code < 0:
            raise _ended(step)
        if code:
            said = self._errors.read_text("utf-8", "replace").strip().splitlines()
            error = SurroundingsError if code == SurroundingsError.exit_code else UserError
            raise error((said or [f"“{step}” failed."])[-1])


def _put_in_background(process: int) -> None:
    """Lower the priority of a process that may have ended already."""
    if sys.platform == "win32":
        return
    with suppress(ProcessLookupError):
        os.setpriority(os.PRIO_PROCESS, process, _BACKGROUND)
    with suppress(OSError):  # Linux may weigh whole sessions instead, and the child has its own
        Path(f"/proc/{process}/autogroup").write_text(str(_BACKGROUND))


def run_python(step: str, arguments: Sequence[str]) -> Job[dict[str, object]]:
    """Run a `PythonChild` to its end; cancelling kills it.

    A line ``{"step", "done", "total"}`` is its progress.

    Returns:
        The last JSON line.

    Raises:
        HandfulError: It failed, as `PythonChild.check` says.
    """
    with TemporaryDirectory(prefix="handful-") as folder:
        told = Path(folder) / "told.jsonl"
        child = PythonChild(arguments, told)
        try:
            yield Progress(step)
            while not child.ended(TICK_S):
                yield _progress(_last_line(told), step)
        finally:
            child.end()  # it writes under passing names, so nothing half-made is left to find
        child.check(step)
        return _last_line(told)


def _last_line(told: Path) -> dict[str, object]:
    """Return the last line that a child has written to its end, or nothing before the first."""
    lines = told.read_text(encoding="utf-8").rpartition("\n")[0].splitlines()
    last: dict[str, object] = json.loads(lines[-1]) if lines else {}
    return last


def _progress(line: dict[str, object], step: str) -> Progress:
    match line:
        case {"step": str(own), "done": int(done), "total": int(total)}:
            return Progress(own, done, total)
    return Progress(step)
