"""The folder of one training: what was asked, the photos, the log of JSON lines, the end.

A run without an end was interrupted and can go on.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from gallery_app.domain.training import (
    TrainingNews,
    TrainingPicture,
    TrainingPoint,
    TrainRequest,
    UnfinishedTraining,
)
from gallery_app.errors import SurroundingsError, UserError
from gallery_app.files.atomic import write_atomic

Line = dict[str, Any]
_REQUEST, _PHOTOS, _LOG, _END = "request.json", "photos.txt", "log.jsonl", "end.json"
_LOCK = "lock"
_SENTENCES = ("why", "note")
_CHECKPOINT = "checkpoint.pt"
_BULKY = ("*.pt", "*.npy", "*.npz", "*.onnx", "*.part")


class TrainingRun:
    """One run folder."""

    def __init__(self, folder: Path) -> None:
        """Open a run that is there.

        Raises:
            UserError: The folder holds no training of this version.
        """
        self.folder = folder
        try:
            facts = json.loads((folder / _REQUEST).read_text(encoding="utf-8"))
            self.started = str(facts["started"])
            self.photos = int(facts["photos"])
            self.beside = str(facts["beside"])
            self.request = TrainRequest(**facts["request"])
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise UserError(
                f"{folder} holds no training of this version; delete it and start a new one."
            ) from error

    @classmethod
    def make(
        cls, folder: Path, request: TrainRequest, photos: list[Path], beside: str
    ) -> "TrainingRun":
        """Make the folder of a new run, whose encoder is to be better than that of ``beside``.

        Raises:
            HandfulError: The folder cannot be written, or the disk is full.
        """
        folder.mkdir(parents=True)
        write_atomic(folder / _PHOTOS, "\n".join(map(str, photos)).encode())
        facts = {
            "started": datetime.now(UTC).isoformat(timespec="microseconds"),
            "photos": len(photos),
            "beside": beside,
            "request": asdict(request),
        }
        write_atomic(folder / _REQUEST, json.dumps(facts, indent=2).encode())
        return cls(folder)

    @property
    def name(self) -> str:
        """The run's name, and that of the encoder it makes."""
        return self.folder.name

    @property
    def photo_list(self) -> Path:
        """A file with the photos' paths, one a line."""
        return self.folder / _PHOTOS

    @property
    def told(self) -> Path:
        """The log: what the child told, a JSON line each."""
        return self.folder / _LOG

    @property
    def has_checkpoint(self) -> bool:
        """Whether it got so far that it can go on from there."""
        return any(self.folder.rglob(_CHECKPOINT))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other programs from going on with it meanwhile.

        Raises:
            SurroundingsError: One does so already.
        """
        lock = FileLock(self.folder / _LOCK, timeout=0)  # a killed program lets go of it
        try:
            held = lock.acquire()
        except Timeout as error:
            raise SurroundingsError(
                f"The training {self.name} is under way in another window or command."
            ) from error
        with held:
            yield

    @property
    def ending(self) -> str | None:
        """What came of it, a sentence; None when it can go on."""
        path = self.folder / _END
        return str(json.loads(path.read_text("utf-8"))["why"]) if path.is_file() else None

    def end(self, why: str) -> None:
        """Write down what came of it."""
        write_atomic(self.folder / _END, json.dumps({"why": why}, ensure_ascii=False).encode())

    def tidy(self) -> None:
        """Delete what only going on would need."""
        for pattern in _BULKY:
            for path in self.folder.rglob(pattern):
                path.unlink()

    def result(self) -> Line | None:
        """Return the line with which the training came to its end, if it has."""
        lines, _ = self.lines(0)
        return next((line for line in reversed(lines) if "card" in line or "kept" in line), None)

    def news(self, after: int) -> TrainingNews:
        """Return what was told since ``after``, the ``read`` of the last look; 0 for all."""
        lines, read = self.lines(after)
        stepped = [line for line in lines if isinstance(line.get("step"), int)]
        planned = [line for line in stepped if "steps" in line]
        return TrainingNews(
            name=self.name,
            request=self.request,
            photos=self.photos,
            points=tuple(map(_point, stepped)),
            pictures=tuple(
                TrainingPicture(self.folder / line["picture"], str(line.get("caption", "")))
                for line in lines
                if "picture" in line
            ),
            said=tuple(str(line[key]) for line in lines for key in _SENTENCES if key in line),
            step=planned[-1]["step"] if planned else 0,
            steps=planned[-1]["steps"] if planned else 0,
            read=read,
            ending=self.ending,
        )

    def unfinished(self) -> UnfinishedTraining:
        """Describe a run that can go on."""
        news = self.news(0)
        return UnfinishedTraining(self.name, self.request, self.started, news.step, news.steps)

    def lines(self, after: int) -> tuple[list[Line], int]:
        """Read whole lines from a place in the log on; return them and the place after them."""
        if not self.told.is_file():
            return [], after
        with self.told.open("rb") as file:
            file.seek(after)
            whole, newline, _ = file.read().rpartition(b"\n")
        lines = [line for text in whole.splitlines() if (line := _parsed(text)) is not None]
        return lines, after + len(whole) + len(newline)


def runs_in(folder: Path) -> list[TrainingRun]:
    """Return the runs in a folder, the newest first; what is no run of this version is skipped."""
    runs = list(_readable(sorted(folder.glob(f"*/{_REQUEST}"))))
    return sorted(runs, key=lambda run: run.started, reverse=True)


def _readable(requests: list[Path]) -> Iterator[TrainingRun]:
    for path in requests:
        try:
            yield TrainingRun(path.parent)
        except UserError:
            continue  # of another version: nothing to show, and not ours to delete


def _parsed(text: bytes) -> Line | None:
    """A line cut off by a power cut is no news."""
    try:
        line = json.loads(text)
    except ValueError:
        return None
    return line if isinstance(line, dict) else None


def _point(line: Line) -> TrainingPoint:
    values = {
        name: float(value)
        for name, value in line.items()
        if name not in {"step", "steps"} and isinstance(value, int | float)
    }
    return TrainingPoint(line["step"], values)
