"""Between the window and everything slow: the library's answers as Qt signals.

Work runs on the runner's threads; what comes back crosses to the window's thread by one queued
signal. Progress is polled, because a signal per photo stalls the window for a third of a second.
"""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from gallery_app.domain.changes import Changes
from gallery_app.domain.counts import Counts
from gallery_app.errors import HandfulError
from gallery_app.gui.language import said
from gallery_app.jobs.job import Job
from gallery_app.jobs.runner import Runner
from gallery_app.jobs.running import Ending, RunningJob
from gallery_app.library import Library

__all__ = ["Bridge", "Library", "Runner"]

T = TypeVar("T")
POLL_MS = 100
SOON_MS, LATER_MS = 30, 700
"""How long changes gather before screens hear of them: the user's own, and a scan's."""
REST, LONGEST_MS = 10, 3000
"""A scan's gather longer where reading takes long: so many times as long as counting took."""


class Bridge(QObject):
    """The library and its runner, seen from the window's thread.

    Signals:
        progressed: A job moved on, started or ended; look at `jobs`.
        counted: `Counts` of the library, whenever they differ.
        changed: `Changes` of the writes and jobs since the last time.
        failed: A sentence for people.
        ended: A job's title, how it ended, and how many seconds after it was asked for.
    """

    progressed = Signal()
    counted = Signal(object)
    changed = Signal(object)
    failed = Signal(str)
    ended = Signal(str, object, float)
    _returned = Signal(object)

    def __init__(self, library: Library, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._open = True
        self._counts: Counts | None = None
        self._counting = Reading(self, self._read_counts, self._count)
        self._counted_in = 0
        self._gathered = Changes()
        self._writes: deque[Callable[[], None]] = deque()
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._announce)
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        library.listen(lambda changes: self._return(lambda: self._gather(changes)))

    @property
    def library(self) -> Library:
        """The library; for reads too small to wait for."""
        return self._library

    @property
    def jobs(self) -> list[RunningJob]:
        """The one at work first, then those at work elsewhere, then those that wait."""
        return self._runner.jobs()

    @property
    def counts(self) -> Counts | None:
        """What was counted last; None before the first time."""
        return self._counts

    @property
    def busy(self) -> bool:
        """Whether a job has its turn or waits for it; one at work elsewhere holds up nothing."""
        return any(not job.progress.elsewhere for job in self.jobs)

    @property
    def writing(self) -> bool:
        """Whether a write has not been answered yet."""
        return bool(self._writes)

    def ask(
        self,
        work: Callable[[Library], T],
        then: Callable[[T], None],
        failed: Callable[[HandfulError], None] | None = None,
        lane: str = "read",
    ) -> None:
        """Do short work beside the window, then hand its result to the window.

        Args:
            work: Called on a runner thread.
            then: Called on the window's thread with the result.
            failed: Called there with an error for people; without it, `failed` is emitted.
            lane: "read", or "thumbnail", which waits for all of the other.
        """

        def back(answer: Ending[T]) -> None:
            self._return(lambda: self._settle(answer, then, failed))

        self._runner.ask(lambda: work(self._library), back, lane)

    def write(
        self,
        work: Callable[[Library], T],
        then: Callable[[T], None],
        refused: Callable[[], None] | None = None,
    ) -> None:
        """Do a short write beside the window, after those asked for before.

        Args:
            work: Called on a runner thread.
            then: Called on the window's thread with the result.
            refused: Called there after `failed` has said why it could not be done.
        """
        self._writes.append(lambda: self.ask(work, done, fail))

        def done(result: T) -> None:
            self._write_next()
            then(result)

        def fail(error: HandfulError) -> None:
            self._write_next()
            self.failed.emit(said(str(error)))
            if refused is not None:
                refused()

        if len(self._writes) == 1:
            self._writes[0]()

    def start(
        self,
        title: str,
        job: Callable[[Library], Job[T]],
        then: Callable[[T], None],
        failed: Callable[[HandfulError], None] | None = None,
        over: Callable[[], None] | None = None,
    ) -> RunningJob:
        """Queue a job.

        Args:
            title: Its name in the job bar.
            job: Makes it.
            then: Gets its result unless it fails or is cancelled.
            failed: Gets an error for people; without it, `failed` is emitted.
            over: Called before them, however it ends, cancelled too.
        """
        clock = QElapsedTimer()
        clock.start()

        def end(ending: Ending[T]) -> None:
            self.ended.emit(title, ending, clock.elapsed() / 1000)
            self.progressed.emit()
            self.count()
            if over is not None:
                over()
            self._settle(ending, then, failed)

        def ended(ending: Ending[T]) -> None:
            self._return(lambda: end(ending))

        started = self._runner.start(title, lambda: job(self._library), ended)
        self._timer.start()
        self.progressed.emit()
        return started

    def count(self) -> None:
        """Count the library again."""
        self._counting.again()

    def close(self) -> None:
        """Let nothing more through; answers under way are dropped."""
        self._open = False
        self._timer.stop()
        self._soon.stop()

    def _return(self, callback: Callable[[], None]) -> None:
        if self._open:
            self._returned.emit(callback)

    @Slot(object)
    def _deliver(self, callback: Callable[[], None]) -> None:
        if self._open:
            callback()

    def _settle(
        self,
        answer: Ending[T],
        then: Callable[[T], None],
        failed: Callable[[HandfulError], None] | None,
    ) -> None:
        if answer.error is None:
            if not answer.cancelled:
                then(answer.result)  # type: ignore[arg-type]  # None only where T allows it
        elif not isinstance(answer.error, HandfulError):
            self.failed.emit(self.tr("Handful made a mistake; its log tells more."))
            raise answer.error
        elif failed is not None:
            failed(answer.error)
        else:
            self.failed.emit(said(str(answer.error)))

    def _poll(self) -> None:
        self.progressed.emit()
        if not self.jobs:
            self._timer.stop()

    def _write_next(self) -> None:
        self._writes.popleft()
        if self._writes:
            self._writes[0]()

    def _gather(self, changes: Changes) -> None:
        old = self._gathered
        self._gathered = Changes(
            photos=old.photos | changes.photos,
            tagged=old.tagged | changes.tagged,
            tags=old.tags or changes.tags,
            suggestions=old.suggestions or changes.suggestions,
            clusters=old.clusters or changes.clusters,
            marked=old.marked | changes.marked,
            albums=old.albums or changes.albums,
            duplicates=old.duplicates or changes.duplicates,
            places=old.places or changes.places,
            bursts=old.bursts or changes.bursts,
            encoder=changes.encoder or old.encoder,
        )
        later = max(LATER_MS, min(LONGEST_MS, REST * self._counted_in))
        wait = later if changes.photos and self.busy else SOON_MS
        if not self._soon.isActive() or self._soon.remainingTime() > wait:
            self._soon.start(wait)

    def _announce(self) -> None:
        gathered, self._gathered = self._gathered, Changes()
        self.changed.emit(gathered)
        self.count()

    def _read_counts(self, library: Library) -> Counts:
        clock = QElapsedTimer()
        clock.start()
        counts = library.counts()
        self._counted_in = clock.elapsed()
        return counts

    def _count(self, counts: Counts) -> None:
        if counts != self._counts:
            self._counts = counts
            self.counted.emit(counts)


class Reading(Generic[T]):
    """Something that is read again and again, once at a time.

    Asked for while it is being read, it is read once more afterwards, however often: what 100,000
    photos say takes longer than a scan takes to change it.

    Args:
        bridge: To the library.
        work: Called on a runner thread.
        then: Called on the window's thread with the result.
    """

    def __init__(
        self, bridge: Bridge, work: Callable[[Library], T], then: Callable[[T], None]
    ) -> None:
        self._bridge = bridge
        self._work = work
        self._then = then
        self._busy = self._stale = False

    def again(self) -> None:
        """Read it."""
        self._stale = True
        if not self._busy:
            self._ask()

    def _ask(self) -> None:
        self._busy, self._stale = True, False
        self._bridge.ask(self._work, self._arrive, self._fail)

    def _arrive(self, result: T) -> None:
        self._busy = False
        self._then(result)
        if self._stale and not self._busy:
            self._ask()

    def _fail(self, error: HandfulError) -> None:
        self._busy = False
        self._bridge.failed.emit(said(str(error)))
