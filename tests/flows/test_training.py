"""From a photo's file to an encoder of one's own and back to suggestions; and back again."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from gallery_app.cli import commands
from gallery_app.cli.parser import parse
from gallery_app.domain.suggestion import Verdict
from gallery_app.domain.training import TrainReport, TrainRequest
from gallery_app.errors import SurroundingsError, UserError
from gallery_app.jobs.embed import STEP as EMBEDDING
from gallery_app.jobs.embed import embed
from gallery_app.jobs.job import Job, Order, finish
from gallery_app.jobs.train import learn
from gallery_app.jobs.train.run import TrainingRun
from gallery_app.library import Library
from tests.conftest import make_library
from tests.encoders import add_tiny_encoder, network
from tests.photos import noise, save_photo

KINDS = {"red": (200, 60, 60), "green": (60, 180, 60), "blue": (60, 70, 210)}
TAGGED, EACH = 8, 12
KEPT = {"kept": "No try is better beyond chance."}
ONE = TrainRequest(method="neighbours", epochs=1)


def make_gallery(directory: Path, folder: Path) -> Library:
    """Photos of three colours, two thirds of them tagged, and two encoders.

    ``tiny`` sees colours; ``grey``, which is in use, does not and so cannot tell them apart.
    """
    library = make_library(directory)
    card = add_tiny_encoder(directory / "encoders", network(colours=False), "grey")
    library._catalogue.encoders.add(card.name, card.dim, card.source)
    library.use_encoder("grey")
    for kind, colour in KINDS.items():
        for number in range(EACH):
            base = noise(seed=100 * len(kind) + number)
            tint = Image.new("RGB", base.size, colour)
            save_photo(folder / kind / f"{number:02}.jpg", Image.blend(base, tint, 0.5))
    finish(library.add_folders([folder]))
    for kind in KINDS:
        library.tag(kind, library.photo_ids(f"folder:{kind}")[:TAGGED])
    return library


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gallery")
    make_gallery(folder / "library", folder / "photos").close()
    return folder / "library"


@pytest.fixture
def gallery(original: Path, tmp_path: Path) -> Iterator[Library]:
    made = Library.open(Path(shutil.copytree(original, tmp_path / "library")))
    yield made
    made.close()


@pytest.fixture
def trainer(gallery: Library, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let a stand-in do the training; call it with what it shall do."""
    real = learn.arguments
    monkeypatch.setattr(learn, "arguments", lambda *run: ["-m", "tests.trainer", *real(*run)[2:]])

    def script(like: str = "tiny", **rest: object) -> None:
        card = gallery.directory / "encoders" / f"{like}.json"
        monkeypatch.setenv("TRAINER", json.dumps({"like": str(card)} | rest))

    return script


def active(library: Library) -> str:
    encoder = library._catalogue.encoders.active()
    assert encoder is not None
    return encoder.name


def right(library: Library) -> float:
    """Return the share of untagged photos whose best suggestion is their colour."""
    open_ids = [i for i in library.photo_ids() if not library.tags_of([i])[i]]
    best = {i: library.suggestions_of(i)[0].tag for i in open_ids if library.suggestions_of(i)}
    paths = {photo.id: photo.path.parent.name for photo in library.photos(open_ids)}
    return float(np.mean([best.get(i) == paths[i] for i in open_ids]))


def test_an_encoder_of_ones_own_changes_the_suggestions_and_going_back_loses_nothing(
    gallery: Library, capsys: pytest.CaptureFixture[str]
):
    finish(gallery.suggest())
    poor, before = right(gallery), gallery.suggestions(minimum=0.01)
    finish(embed(gallery._place, gallery._catalogue.encoders.named("tiny")))
    refused = before[0]
    gallery.answer(Verdict.NO, refused.tag, [refused.photo_id])
    words = ["--json", "train", "--method", "neighbours", "--epochs", "5", "--from", "tiny"]
    answer = commands.train(gallery, parse(words))
    assert isinstance(answer, dict)
    assert (answer["adopted"], answer["encoder"], answer["run"]) == (True, "mine-1", "mine-1")
    assert "better beyond chance" in str(answer["why"])
    assert active(gallery) == "mine-1"
    told = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["step"] for line in told if "loss" in line][-1] == 5
    assert EMBEDDING not in {line.get("doing") for line in told}  # known from the old vectors
    assert right(gallery) > max(poor, 0.9)
    after = gallery.suggestions(minimum=0.01)
    assert all(s.model.startswith("mine-1 + few-label") for s in after)
    assert (refused.photo_id, refused.tag) not in {(s.photo_id, s.tag) for s in after}

    check_vectors(gallery, "mine-1")

    assert gallery.encoder_before() == "grey"
    finish(gallery.switch_encoder("grey"))
    assert gallery.counts().vectors == len(KINDS) * EACH
    again = [s for s in gallery.suggestions(minimum=0.01) if s.model.startswith("grey")]
    assert len(again) == len(gallery.suggestions(minimum=0.01)) > 0
    assert [(t.tag, t.photos) for t in gallery.tags()] == [(k, TAGGED) for k in sorted(KINDS)]
    assert (refused.photo_id, refused.tag) not in {(s.photo_id, s.tag) for s in again}
    finish(gallery.switch_encoder("mine-1"))
    assert gallery.suggestions(minimum=0.01)
    assert right(gallery) > 0.9


def check_vectors(library: Library, name: str) -> None:
    """See that the vectors that were carried over are those that the encoder itself makes."""
    encoder = library._catalogue.encoders.named(name)
    ids, carried = library._catalogue.vectors.load(encoder.id, encoder.dim)
    with library._catalogue.connection.write() as db:
        db.execute("DELETE FROM vectors WHERE encoder_id = ?", (encoder.id,))
    assert finish(embed(library._place, encoder)) == len(ids)
    _, made = library._catalogue.vectors.load(encoder.id, encoder.dim)
    np.testing.assert_allclose(carried, made, atol=1e-4)


def test_an_encoder_that_is_no_better_is_kept_beside(
    gallery: Library, trainer: Callable[..., None]
):
    finish(gallery.switch_encoder("tiny"))
    trainer(like="grey", ends={"better": True, "why": "It thinks well of itself."})
    report = finish(gallery.train(ONE))
    assert (report.adopted, report.encoder, active(gallery)) == (False, "mine-1", "tiny")
    assert "worse beyond chance" in report.why
    assert report.why.endswith("tiny stays in use, and mine-1 is kept beside it.")
    assert report.comparison is not None
    assert report.comparison.tagged == len(KINDS) * TAGGED
    assert (gallery.directory / "encoders" / "mine-1.weights.pt").is_file()
    news = gallery.latest_training()
    assert news is not None
    assert news.ending == report.why
    assert not list((gallery.directory / "training").rglob("*.pt"))


def test_without_tags_the_method_must_say_that_it_is_better(
    gallery: Library, trainer: Callable[..., None]
):
    for kind in KINDS:
        gallery.untag(kind, gallery.photo_ids(f"folder:{kind}")[2:])
    trainer(ends=KEPT)
    report = finish(gallery.train(TrainRequest()))
    assert (report.encoder, report.why) == (None, KEPT["kept"])
    trainer(ends={"better": True, "why": "It keeps 60 % of neighbours, 50 % before."})
    report = finish(gallery.train(TrainRequest()))
    assert report.adopted
    assert report.why.startswith("It keeps 60 %")
    assert active(gallery) == report.encoder


def test_its_word_counts_only_about_the_encoder_in_use(
    gallery: Library, trainer: Callable[..., None]
):
    for kind in KINDS:
        gallery.untag(kind, gallery.photo_ids(f"folder:{kind}")[2:])
    trainer(ends={"better": True, "why": "It keeps 60 % of neighbours, 50 % before."})
    report = finish(gallery.train(TrainRequest(start="tiny")))  # auto measures against its start
    assert not report.adopted
    assert "60 %" not in report.why
    report = finish(gallery.train(TrainRequest(method="neighbours", epochs=1, start="tiny")))
    assert report.adopted
    beside = TrainingRun(gallery.directory / "training" / report.run).beside
    assert beside == "grey"


def until(job: Job[TrainReport], step: int) -> None:
    while next(job).done < step:
        pass


def stopped(job: Job[TrainReport]) -> TrainReport:
    try:
        job.send(Order.STOP)
    except StopIteration as end:
        report: TrainReport = end.value
        return report
    return finish(job)


def notes(library: Library) -> list[str]:
    news = library.latest_training()
    assert news is not None
    return list(news.said)


def test_a_training_pauses_is_cancelled_goes_on_and_stops(
    gallery: Library, trainer: Callable[..., None]
):
    trainer(steps=10**6, pace=0.02, ends=KEPT)
    job = gallery.train(ONE)
    until(job, 3)
    job.send(Order.PAUSE)
    assert not [c for c in psutil.Process().children() if "tests.trainer" in c.cmdline()]
    until(job, 6)
    assert notes(gallery)[0] == "on from step 0"
    assert len(notes(gallery)) == 2
    job.close()
    waiting = gallery.unfinished_training()
    assert waiting is not None
    assert waiting.step >= 6
    assert waiting.request.start == "grey"
    assert not [c for c in psutil.Process().children() if "tests.trainer" in c.cmdline()]

    job = gallery.resume_training()
    until(job, waiting.step + 2)
    with pytest.raises(SurroundingsError, match="under way in another window or command"):
        finish(gallery.resume_training())
    assert stopped(job).why == KEPT["kept"]
    assert gallery.unfinished_training() is None
    with pytest.raises(UserError, match="no training to go on with"):
        finish(gallery.resume_training())


def test_what_was_learnt_survives_an_end_while_photos_are_encoded(
    gallery: Library, trainer: Callable[..., None]
):
    trainer()
    job = gallery.train(ONE)
    while next(job).step != EMBEDDING:
        pass
    job.close()
    waiting = gallery.unfinished_training()
    assert waiting is not None
    assert (waiting.step, active(gallery)) == (3, "grey")
    trainer(fails=[1, "Nothing is learnt anew."])
    report = finish(gallery.resume_training())
    assert (report.encoder, report.adopted) == ("mine-1", True)


def test_a_killed_child_is_told_and_goes_on(gallery: Library, trainer: Callable[..., None]):
    trainer(steps=10**6, pace=0.02)
    job = gallery.train(ONE)
    until(job, 3)
    [child] = [c for c in psutil.Process().children() if "tests.trainer" in c.cmdline()]
    child.kill()
    with pytest.raises(SurroundingsError, match=r"memory ran out.*can go on from there"):
        finish(job)
    trainer(steps=5, ends=KEPT)
    assert finish(gallery.resume_training()).why == KEPT["kept"]
    assert notes(gallery)[1] != "on from step 0"


def test_a_killed_program_takes_its_child_along_and_goes_on(
    gallery: Library, trainer: Callable[..., None]
):
    trainer(steps=10**6, pace=0.02)
    gallery.close()
    code = (
        "from gallery_app.jobs.train import learn; real = learn.arguments\n"
        "learn.arguments = lambda *run: ['-m', 'tests.trainer', *real(*run)[2:]]\n"
        "from gallery_app.__main__ import main; main()"
    )
    words = [
        "--library",
        str(gallery.directory),
        "train",
        "--method",
        "neighbours",
        "--epochs",
        "1",
    ]
    program = subprocess.Popen([sys.executable, "-c", code, *words], stderr=subprocess.DEVNULL)
    log = gallery.directory / "training" / "mine-1" / "log.jsonl"
    patience = time.monotonic() + 60
    while not (log.is_file() and '"step": 3' in log.read_text()):
        assert time.monotonic() < patience
        with suppress(subprocess.TimeoutExpired):
            program.wait(0.02)
    below = psutil.Process(program.pid).children(recursive=True)
    assert any("tests.trainer" in child.cmdline() for child in below)
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    assert not psutil.wait_procs(below, timeout=20)[1]

    trainer(steps=5, ends=KEPT)
    library = Library.open(gallery.directory)
    report = finish(library.resume_training())
    assert (report.run, report.why) == ("mine-1", KEPT["kept"])
    library.close()


def test_a_method_that_needs_weights_starts_from_the_default_encoder(
    gallery: Library, trainer: Callable[..., None]
):
    trainer(ends=KEPT)
    card = add_tiny_encoder(gallery.directory / "encoders", name="efficientnet-lite0")
    gallery._catalogue.encoders.add(card.name, card.dim, card.source)
    finish(gallery.train(TrainRequest(method="simclr", epochs=1)))
    news = gallery.latest_training()
    assert news is not None
    assert news.request.start == "efficientnet-lite0"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (TrainRequest(method="magic"), "no method “magic”; choose one of: auto, "),
        (TrainRequest(start="gone"), "no encoder “gone”; choose one of: "),
        (TrainRequest(query="tag:nothing"), "8 photos.*“tag:nothing” finds 0 can be used"),
        (TrainRequest(start="scratch"), "From nothing it takes a method"),
        (TrainRequest(epochs=1), "several trainings"),
        (TrainRequest(method="simclr", epochs=1), "grey came without the weights that simclr"),
    ],
)
def test_what_cannot_be_trained_gets_a_sentence(gallery: Library, asked: TrainRequest, words: str):
    with pytest.raises(UserError, match=words):
        finish(gallery.train(asked))


def test_a_failure_of_the_child_is_its_last_sentence(
    gallery: Library, trainer: Callable[..., None]
):
    trainer(fails=[1, "The loss is no number any more."])
    with pytest.raises(UserError, match=r"^The loss is no number any more\.$"):
        finish(gallery.train(ONE))
    assert gallery.unfinished_training() is None
    trainer(fails=[3, "photos.npy: No space left on device."])
    with pytest.raises(SurroundingsError, match="No space left"):
        finish(gallery.train(ONE))
    assert gallery.unfinished_training() is not None
    with pytest.raises(UserError, match="give --resume alone"):
        commands.train(gallery, parse(["train", "--resume", "--epochs", "3"]))


def test_two_encoders_are_compared_on_the_same_photos(gallery: Library):
    options = Namespace(action="compare", first="grey", second="tiny")
    answer = commands.encoders(gallery, options)
    assert isinstance(answer, dict)
    assert (answer["photos"], answer["tagged"], answer["better"]) == (36, 24, True)
    scores = {score["name"]: score for score in answer["scores"]}  # type: ignore[attr-defined]
    by_tags, without = (
        ["tags", "tags_prototypes", "tags_knn"],
        ["kept_neighbours", "view_agreement"],
    )
    assert list(scores) == [*by_tags, "rank", *without]
    assert scores["tags"]["second"] > 0.9 > scores["tags"]["first"]
    assert active(gallery) == "grey"
