"""The job bar: what it says and what its buttons do."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gallery_app.domain.progress import Progress
from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.jobs import Jobs
from gallery_app.gui.views.job_bar import JobBar
from gallery_app.jobs.job import Job


@pytest.fixture
def bar(qtbot: QtBot, bridge: Bridge) -> JobBar:
    jobs = Jobs(bridge)
    made = JobBar(jobs)
    jobs.setParent(made)
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


def test_a_waiting_job_is_cancelled_in_the_popup(qtbot: QtBot, bridge: Bridge, bar: JobBar):
    first = bridge.start("First", endless, lambda _result: None)
    second = bridge.start("Second", endless, lambda _result: None)
    qtbot.waitUntil(bar.queue.isVisible)
    qtbot.mouseClick(bar.queue, Qt.MouseButton.LeftButton)
    assert bar._popup.isVisible()
    bar._popup._stop(1)
    first.cancel()
    qtbot.waitUntil(lambda: second.state == "cancelled")
