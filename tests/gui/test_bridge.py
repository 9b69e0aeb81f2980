"""What crosses between the runner's threads and the window's."""

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from gallery_app.domain.progress import Progress
from gallery_app.errors import UserError
from gallery_app.gui.bridge import Bridge, Reading
from gallery_app.jobs.job import Job

if TYPE_CHECKING:
    from gallery_app.domain.changes import Changes


def test_work_runs_beside_the_window_and_its_result_comes_back_to_it(qtbot: QtBot, bridge: Bridge):
    threads: list[int] = []

    def work(library: object) -> int:
        threads.append(threading.get_ident())
        return 7

    def then(result: int) -> None:
        threads.append(threading.get_ident())
        assert result == 7

    bridge.ask(work, then)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1]
    assert threads[1] == threading.get_ident()


def test_an_error_for_people_is_said(qtbot: QtBot, bridge: Bridge):
    def work(library: object) -> None:
        raise UserError("The folder is not there.")

    with qtbot.waitSignal(bridge.failed) as said:
        bridge.ask(work, lambda _result: pytest.fail("there is no result"))
    assert said.args == ["The folder is not there."]


def test_a_mistake_of_ours_is_said_and_raised(qtbot: QtBot, bridge: Bridge):
    def work(library: object) -> None:
        raise KeyError("bug")

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(bridge.failed):
        bridge.ask(work, lambda _result: None)
    qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is KeyError


def test_writes_keep_their_order_and_a_refused_one_holds_up_none(qtbot: QtBot, bridge: Bridge):
    seen: list[int] = []
    bridge.failed.connect(lambda _sentence: seen.append(-1))

    def refuse(library: object) -> int:
        raise UserError("No.")

    for number in range(20):
        bridge.write(lambda _library, number=number: number, seen.append)
    bridge.write(refuse, seen.append)
    bridge.write(lambda _library: 99, seen.append)
    qtbot.waitUntil(lambda: not bridge.writing)
    assert seen == [*range(20), -1, 99]


def test_changes_of_a_write_are_gathered_into_one_signal(qtbot: QtBot, bridge: Bridge):
    heard: list[Changes] = []
    bridge.changed.connect(heard.append)
    ids = bridge.library.photo_ids()[:2]
    bridge.write(lambda library: library.tag("A", ids[:1]), lambda _changes: None)
    bridge.write(lambda library: library.tag("B", ids[1:]), lambda _changes: None)
    qtbot.waitUntil(lambda: frozenset(ids) <= frozenset().union(*(c.tagged for c in heard)))
    assert all(changes.tags for changes in heard)


def test_a_job_is_seen_while_it_runs_and_its_result_when_it_ends(qtbot: QtBot, bridge: Bridge):
    def job(library: object) -> Job[str]:
        yield Progress("Counting", 1, 2)
        return "done"

    results: list[str] = []
    with qtbot.waitSignal(bridge.progressed):
        bridge.start("Counting", job, results.append)
    qtbot.waitUntil(lambda: results == ["done"])
    qtbot.waitUntil(lambda: not bridge.jobs)


def test_a_closed_bridge_lets_nothing_through(qtbot: QtBot, bridge: Bridge):
    bridge.ask(lambda _library: 1, lambda _result: pytest.fail("the window is closed"))
    bridge.close()
    with qtbot.assertNotEmitted(bridge.failed, wait=100):
        bridge.ask(lambda _library: 1, lambda _result: pytest.fail("the window is closed"))


def test_five_thousand_signals_do_not_end_the_process(qapp: object):
    """PySide6 6.12.0 on Python 3.11 dies after about 560: each emission drops a reference."""

    class Teller(QObject):
        told = Signal(bool)

    heard: list[bool] = []
    teller = Teller()
    teller.told.connect(heard.append)
    for _ in range(5000):
        teller.told.emit(True)  # noqa: FBT003
    assert len(heard) == 5000


def test_what_changes_while_it_is_read_is_read_once_more(qtbot: QtBot, bridge: Bridge):
    may_go, read, shown = threading.Event(), [], []

    def work(library: object) -> int:
        may_go.wait(10)
        read.append(1)
        return len(read)

    reading = Reading(bridge, work, shown.append)
    for _ in range(5):
        reading.again()
    may_go.set()
    qtbot.waitUntil(lambda: len(shown) == 2)
    qtbot.wait(50)
    assert (shown, len(read)) == ([1, 2], 2)


def test_a_failed_reading_does_not_end_it(qtbot: QtBot, bridge: Bridge):
    answers: list[Exception | int] = [UserError("No."), 7]
    shown: list[int] = []

    def work(library: object) -> int:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    reading = Reading(bridge, work, shown.append)
    with qtbot.waitSignal(bridge.failed):
        reading.again()
    reading.again()
    qtbot.waitUntil(lambda: shown == [7])
