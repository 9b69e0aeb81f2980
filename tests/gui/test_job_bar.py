"""The job bar: what it says and what its buttons do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gallery_app.domain.progress import Progress
from gallery_app.errors import UserError
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models import jobs
from gallery_app.gui.models.jobs import Jobs
from gallery_app.gui.views.job_bar import JobBar
from gallery_app.jobs.job import Job


@pytest.fixture
def bar(qtbot: QtBot, bridge: Bridge) -> JobBar:
    followed = Jobs(bridge)
    made = JobBar(followed)
    followed.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 36)
    made.show()
    return made


def endless(library: object) -> Job[None]:
    step = 0
    while True:
        step = step % 900 + 1
        yield Progress("Reading photos", step, 1000)


def test_a_job_is_paused_resumed_and_cancelled_by_its_buttons(
    qtbot: QtBot, bridge: Bridge, bar: JobBar
):
    job = bridge.start("Adding photos", endless, lambda _result: pytest.fail("it was cancelled"))
    qtbot.waitUntil(lambda: bar._words.text() == "Reading photos")
    assert "of 1,000" in bar._numbers.text()
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.state == "paused")
    qtbot.waitUntil(lambda: "paused" in bar._numbers.text())
    assert bar.pause.accessibleName() == "Go on"
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.state == "running")
    qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.state == "cancelled")
    qtbot.waitUntil(lambda: not bar.cancel.isVisible())


def test_the_list_shows_what_runs_waits_and_failed(qtbot: QtBot, bridge: Bridge, bar: JobBar):
    def broken(library: object) -> Job[None]:
        yield Progress("Reading photos")
        raise UserError("The drive is gone; connect it again.")

    bridge.start("Third time", broken, lambda _result: None)
    qtbot.waitUntil(bar.queue.isVisible)
    first = bridge.start("First", endless, lambda _result: None)
    second = bridge.start("Second", endless, lambda _result: None)
    qtbot.waitUntil(lambda: first.state == "running" and len(bar._jobs.past) == 1)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(500, 18))
    assert bar.list.isVisible()
    said = [words.text() for words in bar.list.findChildren(QLabel)]
    assert "The drive is gone; connect it again." in said
    top, waiting = bar.list.rows
    qtbot.mouseClick(top.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.state == "paused")
    qtbot.waitUntil(lambda: top.pause.accessibleName() == "Go on")
    qtbot.mouseClick(waiting.cancel, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(top.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: second.state == "cancelled")
    qtbot.waitUntil(lambda: not bar.list.rows)


def training(library: object) -> Job[None]:
    yield Progress("Getting ready")
    while True:
        yield Progress("Learning from your photos", 3, 10, "A long note. " * 12, elsewhere=True)


def test_a_training_and_the_job_beside_it_are_each_paused_and_cancelled(
    qtbot: QtBot, bridge: Bridge, bar: JobBar
):
    learning = bridge.start("Training", training, lambda _result: None)
    qtbot.waitUntil(lambda: bar._words.text() == "Learning from your photos")
    assert not bridge.busy
    adding = bridge.start("Adding photos", endless, lambda _result: None)
    waiting = bridge.start("Grouping", endless, lambda _result: None)
    qtbot.waitUntil(lambda: bar._words.text() == "Reading photos")
    qtbot.waitUntil(lambda: bar._more.text() == "2 more")
    qtbot.mouseClick(bar.queue, Qt.MouseButton.LeftButton)
    assert [row._title.text() for row in bar.list.rows] == ["Adding photos", "Training", "Grouping"]
    assert [row.pause.isVisible() for row in bar.list.rows] == [True, True, False]
    words = bar.list.rows[1]._words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 40)
    qtbot.mouseClick(bar.list.rows[1].pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: learning.state == "paused")
    assert adding.state == "running"
    assert bar.pause.accessibleName() == "Pause"
    qtbot.mouseClick(bar.list.rows[1].cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: learning.state == "cancelled")
    qtbot.waitUntil(lambda: len(bar.list.rows) == 2)
    qtbot.mouseClick(bar.list.rows[0].cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: adding.state == "cancelled" and waiting.state == "running")


def test_the_end_of_a_long_job_is_told(
    qtbot: QtBot, bridge: Bridge, bar: JobBar, monkeypatch: pytest.MonkeyPatch
):
    def short(library: object) -> Job[None]:
        yield Progress("Counting")

    told: list[str] = []
    bar._jobs.long_over.connect(told.append)
    bridge.start("Short", short, lambda _result: None)
    qtbot.waitUntil(lambda: len(bar._jobs.past) == 1)
    assert not told
    monkeypatch.setattr(jobs, "LONG_S", 0.0)
    bridge.start("Long", short, lambda _result: None)
    qtbot.waitUntil(lambda: told == ["Long: Done in 1 s."])
