"""Drive the child that trains: its progress, its orders, its end, and on again after any end."""

from collections.abc import Sequence
from pathlib import Path

from gallery_app.domain.progress import Progress
from gallery_app.domain.training import SCRATCH, USUAL_MINUTES
from gallery_app.errors import UserError
from gallery_app.jobs.child import TICK_S, PythonChild
from gallery_app.jobs.job import Job, Order, elsewhere
from gallery_app.jobs.train.run import Line, TrainingRun

STEP = "Learning from your photos"
_GRACE_S = 10.0  # for the checkpoint; without it at most the last minute is lost
_HELLO, _PAUSE, _STOP = "hello", "pause", "stop"


def learn(run: TrainingRun, encoders: Path) -> Job[Line]:
    """Train as the run was asked to, or go on where it ended.

    Other jobs may run until its last report: what is done here touches the run's folder alone.
    ``Order.PAUSE`` and closing the job make the child write a checkpoint and end, so that nothing
    is held meanwhile; the next time it goes on. ``Order.STOP`` makes it end with what it has.

    Returns:
        The line with which the training came to its end.

    Raises:
        UserError: It cannot be done; one sentence.
        SurroundingsError: It was killed, or the disk is full; it can go on.
    """
    while (result := run.result()) is None:
        yield from elsewhere(_sitting(run, arguments(run, encoders)))
    yield Progress(STEP)
    return result


def arguments(run: TrainingRun, encoders: Path) -> list[str]:
    """Build the arguments for the child of a run."""
    asked = run.request
    start = asked.start if asked.start in {None, SCRATCH} else encoders / f"{asked.start}.json"
    minutes = USUAL_MINUTES if asked.minutes is None and asked.epochs is None else asked.minutes
    options = {
        "method": asked.method,
        "from": start,
        "beside": encoders / f"{run.beside}.json",
        "backbone": asked.backbone,
        "minutes": minutes,
        "epochs": asked.epochs,
        "device": asked.device,
        "out": run.folder,
        "name": run.name,
    }
    words = [f"--{name}={value}" for name, value in options.items() if value is not None]
    resume = ["--resume"] if run.has_checkpoint else []
    return ["-m", "ssl_core", "train", str(run.photo_list), *words, *resume]


def _sitting(run: TrainingRun, words: Sequence[str]) -> Job[None]:
    """Start the child and attend to it until it ends."""
    watch = _Watch(run)
    child = PythonChild(words, run.told, in_background=True)
    try:
        child.tell(_HELLO)  # should this process die, it hears that nobody is here any more
        while not child.ended(TICK_S):
            order = yield watch.look()
            if order is Order.STOP:
                child.tell(_STOP)
            elif order is Order.PAUSE:
                _put_to_rest(child)
                yield watch.look()  # here the job is held
                return
    finally:
        _put_to_rest(child)
    child.check(STEP)
    if run.result() is None:
        raise UserError(f"The training ended without a result; see {run.told}.")


def _put_to_rest(child: PythonChild) -> None:
    if not child.ended(0):
        child.tell(_PAUSE)
    child.end(_GRACE_S)


class _Watch:
    """Reads what the child has written since the last look."""

    def __init__(self, run: TrainingRun) -> None:
        self._run = run
        self._read = run.told.stat().st_size if run.told.is_file() else 0
        self._progress = Progress(STEP)

    def look(self) -> Progress:
        lines, self._read = self._run.lines(self._read)
        for line in lines:
            self._progress = _progress(line, self._progress)
        return self._progress


def _progress(line: Line, before: Progress) -> Progress:
    match line:
        case {"doing": str(step), "done": int(done), "total": int(total)}:
            return Progress(step, done, total, before.note)
        case {"step": int(done), "steps": int(total)}:
            return Progress(STEP, done, total, before.note)
        case {"note": str(note)}:
            return Progress(before.step, before.done, before.total, note)
    return before
