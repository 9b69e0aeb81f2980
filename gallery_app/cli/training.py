"""Train an encoder of one's own, and compare encoders."""

import json
import sys
from argparse import Namespace

from gallery_app.cli.answers import Answer
from gallery_app.cli.progress import drive
from gallery_app.domain.progress import Progress
from gallery_app.domain.training import Comparison, TrainReport, TrainRequest
from gallery_app.errors import UserError
from gallery_app.library import Library


def train(library: Library, options: Namespace) -> Answer:
    """Start a training, or go on with one."""
    request = TrainRequest(
        method=options.method,
        start=options.start,
        minutes=options.minutes,
        epochs=options.epochs,
        device=options.device,
        query=options.photos,
    )
    if options.resume and request != TrainRequest():
        raise UserError("A training goes on as it was started; give --resume alone.")
    job = library.resume_training() if options.resume else library.train(request)
    try:
        return _reported(drive(job, _Lines(library) if options.json else None))
    except KeyboardInterrupt as stop:
        raise KeyboardInterrupt("To go on: handful train --resume") from stop


def compare(library: Library, options: Namespace) -> Answer:
    """Measure two encoders on the same photos."""
    return _compared(drive(library.compare_encoders(options.first, options.second)))


class _Lines:
    """Tells how a training goes as JSON lines on standard error."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read = 0
        self._run = ""
        self._said: object = None

    def __call__(self, progress: Progress) -> None:
        news = self._library.latest_training(self._read)
        if news and news.ending is None:
            self._read = news.read
            for point in news.points:
                _say({"step": point.step, **point.values})
        now = {"doing": progress.step, "done": progress.done, "total": progress.total}
        if now != self._said:
            self._said = now
            _say(now)


def _say(line: dict[str, object]) -> None:
    sys.stderr.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stderr.flush()


def _reported(report: TrainReport) -> dict[str, object]:
    return {
        "run": report.run,
        "encoder": report.encoder,
        "adopted": report.adopted,
        "why": report.why,
        "left_out": list(report.left_out),
        "comparison": _compared(report.comparison) if report.comparison else None,
    }


def _compared(comparison: Comparison) -> dict[str, object]:
    gain = comparison.gain
    return {
        "first": comparison.first,
        "second": comparison.second,
        "photos": comparison.photos,
        "tagged": comparison.tagged,
        "scores": [
            {"name": score.name, "title": score.title, "first": score.first, "second": score.second}
            for score in comparison.scores
        ],
        "gain": {"mean": gain.mean, "low": gain.low, "high": gain.high} if gain else None,
        "better": comparison.better,
        "why": comparison.why,
    }
