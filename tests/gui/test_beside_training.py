"""While an encoder is trained, for hours perhaps, the library is used as ever."""

import json
from pathlib import Path

import psutil
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from gallery_app.domain.training import TrainRequest
from gallery_app.gui.main_window import MainWindow
from gallery_app.jobs.runner import Runner
from gallery_app.jobs.train import learn
from gallery_app.settings import load_settings
from tests.gui.conftest import TINTS
from tests.photos import noise, save_photo

KEPT = "No try is better beyond chance."


@pytest.fixture(autouse=True)
def _endless_trainer(monkeypatch: pytest.MonkeyPatch) -> None:
    real = learn.arguments
    monkeypatch.setattr(learn, "arguments", lambda *run: ["-m", "tests.trainer", *real(*run)[2:]])
    script = {"steps": 10**6, "pace": 0.02, "ends": {"kept": KEPT}}
    monkeypatch.setenv("TRAINER", json.dumps(script))


def children() -> list[psutil.Process]:
    return [c for c in psutil.Process().children() if "tests.trainer" in c.cmdline()]


def train(qtbot: QtBot, window: MainWindow) -> None:
    training = window.models.training
    training.start(TrainRequest(method="neighbours", epochs=1))
    qtbot.waitUntil(lambda: training.progress.done > 3)


def test_photos_are_added_and_tags_suggested_before_a_training_ends(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
):
    training, wall, library = window.models.training, window.models.wall, window.bridge.library
    before = wall.rowCount()
    for number, tint in enumerate(TINTS.values()):
        shot = Image.blend(noise(seed=500 + number), Image.new("RGB", (96, 64), tint), 0.7)
        save_photo(tmp_path / "late" / f"late{number}.jpg", shot)
    train(qtbot, window)
    [child] = children()
    assert child.nice() > psutil.Process().nice()

    window.gestures.work.add_folders([tmp_path / "late"])
    qtbot.waitUntil(lambda: wall.rowCount() == before + len(TINTS))
    late = library.photo_ids("late")
    qtbot.waitUntil(lambda: all(library.suggestions_of(photo_id) for photo_id in late))

    assert (training.state, child.is_running()) == ("running", True)
    step = training.progress.done
    qtbot.waitUntil(lambda: training.progress.done > step)
    training.stop()
    qtbot.waitUntil(lambda: training.outcome == KEPT)


def test_a_training_goes_on_when_the_window_is_opened_again(
    qtbot: QtBot, window: MainWindow, runner: Runner
):
    train(qtbot, window)
    window.close()
    runner.stop()  # as the program does then
    assert not children()
    assert load_settings(window.bridge.library.directory).training
    left = window.bridge.library.unfinished_training()
    assert left is not None

    later = Runner()
    again = MainWindow(window.bridge.library, later)
    qtbot.addWidget(again, before_close_func=lambda _window: later.stop())
    again.catch_up()
    assert not load_settings(window.bridge.library.directory).training
    training = again.models.training
    qtbot.waitUntil(lambda: training.progress.done > left.step)
    training.stop()
    qtbot.waitUntil(lambda: training.outcome == KEPT)
