"""Train an encoder on one's own photos, and adopt it only if it measures better."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.progress import Progress
from gallery_app.domain.query import parse_query
from gallery_app.domain.training import (
    AUTO,
    SCRATCH,
    Comparison,
    TrainingNews,
    TrainReport,
    TrainRequest,
    UnfinishedTraining,
)
from gallery_app.errors import PhotoError, SurroundingsError, UserError
from gallery_app.jobs.encoders import card_of, ensure_encoder
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.train.compare import compare
from gallery_app.jobs.train.derive import derive
from gallery_app.jobs.train.learn import STEP, learn
from gallery_app.jobs.train.run import Line, TrainingRun, runs_in
from ssl_core.embed.pretrained import DEFAULT_ENCODER, weights_of
from ssl_core.run_spec import FEWEST_PHOTOS, METHODS

_NAME = "mine"
# What needs vectors and no weights; the second can do with those that the library has.
_FROM_STORED = "neighbours"
_FROM_VECTORS = frozenset({AUTO, _FROM_STORED})
_MOSTLY = 0.9  # a few photos that are not encoded yet do not matter


class Training:
    """Trains encoders for one library.

    Args:
        place: Of the library.
        understand: The job that encodes the photos that an encoder has not seen.
        adopt: The job that takes an encoder into use.
    """

    def __init__(
        self,
        place: Surroundings,
        understand: Callable[[Encoder], Job[int]],
        adopt: Callable[[str], Job[object]],
    ) -> None:
        self._place = place
        self._understand = understand
        self._adopt = adopt

    def start(self, request: TrainRequest) -> Job[TrainReport]:
        """Start a new training and see it through.

        Raises:
            UserError: It cannot be done as asked.
        """
        _check_method(request)
        files = yield from self._files(request.query)
        active = yield from ensure_encoder(self._place)
        start = request.start or self._usual_start(request.method, active.name)
        run = self._new_run(replace(request, start=start), files, active.name)
        return (yield from self._see_through(run))

    def latest(self, after: int) -> TrainingNews | None:
        """Return what the newest training told since a look; None before the first."""
        run = self._newest()
        return run.news(after) if run else None

    def unfinished(self) -> UnfinishedTraining | None:
        """Describe the newest training if it was interrupted."""
        run = self._newest()
        return run.unfinished() if run and run.ending is None else None

    def resume(self) -> Job[TrainReport]:
        """Go on with the newest training.

        Raises:
            UserError: It is not one that was interrupted.
        """
        run = self._newest()
        if run is None or run.ending is not None:
            raise UserError("There is no training to go on with; start a new one.")
        return (yield from self._see_through(run))

    def compare(self, first: str, second: str) -> Job[Comparison]:
        """Measure two encoders on the same photos, after encoding what is missing."""
        encoders = [self._place.catalogue.encoders.named(name) for name in (first, second)]
        for encoder in encoders:
            card_of(self._place, encoder.name)
        for encoder in encoders:
            yield from self._understand(encoder)
        return (yield from compare(self._place, *encoders))

    def _newest(self) -> TrainingRun | None:
        return next(iter(runs_in(self._place.paths.training)), None)

    def _see_through(self, run: TrainingRun) -> Job[TrainReport]:
        with run.held():
            try:
                line = yield from learn(run, self._place.paths.encoders)
                report = yield from self._judge(run, line)
            except UserError as error:
                run.end(str(error))
                raise
            except SurroundingsError as error:
                raise SurroundingsError(
                    f"{error} The training can go on from there.", command="handful train --resume"
                ) from error
            run.end(report.why)
            run.tidy()
        return report

    def _judge(self, run: TrainingRun, line: Line) -> Job[TrainReport]:
        lines, _ = run.lines(0)
        left_out = tuple({str(told["left_out"]): 0 for told in lines if "left_out" in told})
        if "kept" in line:
            why = str(line["kept"])
            return TrainReport(run.name, None, adopted=False, why=why, left_out=left_out)
        encoders = self._place.catalogue.encoders
        self._take_in(run)
        if run.request.start != SCRATCH:
            old, new = encoders.named(str(run.request.start)), encoders.named(run.name)
            yield from derive(self._place, run.folder, old, new)
        active = encoders.active()
        assert active is not None
        comparison = yield from self.compare(active.name, run.name)
        adopted, why = verdict(comparison, line if run.beside == active.name else {})
        if adopted:
            yield from self._adopt(run.name)
        return TrainReport(run.name, run.name, adopted, why, comparison, left_out)

    def _take_in(self, run: TrainingRun) -> None:
        """Move the new encoder from the run's folder to the library's; the card goes last."""
        made, name, encoders = run.folder, run.name, self._place.paths.encoders
        for path in (made / f"{name}.onnx", weights_of(made, name), made / f"{name}.json"):
            if path.is_file():
                path.replace(encoders / path.name)
        card = card_of(self._place, name)
        self._place.catalogue.encoders.add(card.name, card.dim, card.source)

    def _files(self, query: str) -> Job[dict[Path, int]]:
        """Return the thumbnails to learn from, copies once, and a photo that each belongs to.

        They hold more pixels than any training looks at, in one format, and are there when the
        photos' drive is not. Photos that the user turned are learnt from as they are shown.
        """
        catalogue = self._place.catalogue
        photos = catalogue.photos.get(catalogue.find(parse_query(query)))
        files: dict[Path, int] = {}
        for done, photo in enumerate(photos):
            if photo.turn:
                yield Progress(STEP, done, len(photos))
            with suppress(PhotoError):  # a damaged one is left out
                files[self._place.thumbnails.shown(photo.content_hash, photo.turn)] = photo.id
        files = {path: photo_id for path, photo_id in files.items() if path.is_file()}
        if len(files) < FEWEST_PHOTOS:
            raise UserError(_too_few(len(files), query))
        return files

    def _new_run(self, request: TrainRequest, files: dict[Path, int], active: str) -> TrainingRun:
        if request.start != SCRATCH:
            self._check_start(str(request.start), request.method)
        beside = str(request.start) if request.method == AUTO else active
        run = TrainingRun.make(self._folder(), request, list(files), beside)
        if request.method == _FROM_STORED:
            self._hand_over_vectors(run, files)
        return run

    def _usual_start(self, method: str, active: str) -> str:
        """Return the encoder in use, or the default one where that cannot be gone on from."""
        known = {encoder.name for encoder in self._place.catalogue.encoders.all()}
        fits = self._can_go_on(active, method) or DEFAULT_ENCODER not in known
        return active if fits else DEFAULT_ENCODER

    def _can_go_on(self, start: str, method: str) -> bool:
        """Tell whether a method has what it starts from: vectors will do, or weights are here."""
        weights = weights_of(self._place.paths.encoders, start)
        return method in _FROM_VECTORS or start == DEFAULT_ENCODER or weights.is_file()

    def _check_start(self, start: str, method: str) -> None:
        self._place.catalogue.encoders.named(start)
        card_of(self._place, start)
        if not self._can_go_on(start, method):
            raise UserError(
                f"{start} came without the weights that {method} would go on from; start from "
                "another encoder or from scratch, or choose the method neighbours."
            )

    def _folder(self) -> Path:
        """Return the folder of a new run, which gives it and its encoder their name."""
        names = {encoder.name for encoder in self._place.catalogue.encoders.all()}
        names |= {path.name for path in self._place.paths.training.glob("*")}
        names |= {path.stem for path in self._place.paths.encoders.glob("*.json")}
        number = 1
        while f"{_NAME}-{number}" in names:
            number += 1
        return self._place.paths.training / f"{_NAME}-{number}"

    def _hand_over_vectors(self, run: TrainingRun, files: dict[Path, int]) -> None:
        """Spare the child from encoding again what the start has seen already."""
        start = self._place.catalogue.encoders.named(str(run.request.start))
        ids, vectors = self._place.catalogue.vectors.load(start.id, start.dim)
        row_of = {photo: row for row, photo in enumerate(ids.tolist())}
        known = {str(path): row_of[photo] for path, photo in files.items() if photo in row_of}
        if len(known) > _MOSTLY * len(files):
            sha256 = card_of(self._place, start.name).sha256
            rows = vectors[list(known.values())]
            np.savez(run.folder / "vectors.npz", sha256=sha256, paths=list(known), vectors=rows)


def _check_method(request: TrainRequest) -> None:
    method = request.method
    if method not in {AUTO, *METHODS}:
        known = ", ".join((AUTO, *METHODS))
        raise UserError(f"There is no method “{method}”; choose one of: {known}.")
    if method == AUTO and request.epochs is not None:
        raise UserError("“auto” is several trainings; give minutes instead of epochs.")
    if request.start == SCRATCH and method in _FROM_VECTORS:
        looking = ", ".join(each for each in METHODS if each not in _FROM_VECTORS)
        raise UserError(f"From nothing it takes a method that looks at photos: {looking}.")


def verdict(comparison: Comparison, line: Line) -> tuple[bool, str]:
    """Decide by the user's tags where they can tell, else by what the method itself measured.

    While the tags cannot tell, they still have a veto: when they lean to the old encoder.

    Args:
        comparison: Of the old encoder and the new one.
        line: The training's last; ``better`` and ``why`` are its own verdict. Empty when that is
            about another encoder than the old one.

    Returns:
        Whether to adopt the new encoder, and why.
    """
    old, new, gain = comparison.first, comparison.second, comparison.gain
    told = f"{line['why']} " if "why" in line else ""
    trusted = bool(line.get("better")) and (gain is None or gain.mean >= 0)
    if comparison.better or trusted:
        return True, f"{told}{comparison.why} {new} is now in use."
    advice = "" if gain else " Tag more photos and compare the two."
    return False, f"{told}{comparison.why} {old} stays in use, and {new} is kept beside it.{advice}"


def _too_few(found: int, query: str) -> str:
    which = f" that “{query}” finds" if query else ""
    return (
        f"Training takes at least {FEWEST_PHOTOS} photos, and of those{which} {found} can be used; "
        "choose others, or add a folder."
    )
