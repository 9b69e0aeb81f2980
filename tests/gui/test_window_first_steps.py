"""The checklist of the first run: followed to its end, or dismissed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gallery_app.domain.first_steps import FirstSteps
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen
from gallery_app.library import Library


def test_steps_are_taken_one_after_the_other():
    steps = FirstSteps()
    assert steps.taken == (False,) * 5
    steps = FirstSteps(photos=10, understood=9, groups=2, examples=2)
    assert steps.taken == (True, False, True, False, False)
    steps = FirstSteps(photos=10, understood=10, groups=2, examples=3, answers=1)
    assert all(steps.taken)


def test_the_last_step_leads_to_the_review_and_ends_the_list(
    qtbot: QtBot, window: MainWindow, library: Library, open_window
):
    checklist = window.sidebar.checklist

    def offered() -> list[QPushButton]:
        return [made for made in checklist.findChildren(QPushButton) if made.isVisible()]

    qtbot.waitUntil(lambda: [made.text() for made in offered()] == ["Review suggestions"])
    [last] = offered()
    qtbot.mouseClick(last, Qt.MouseButton.LeftButton)
    assert window.models.place.spot.screen == Screen.REVIEW
    qtbot.waitUntil(lambda: bool(window.models.review.ahead))
    qtbot.keyClick(window.screens.review, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: not checklist.isVisible())
    window.close()
    again = open_window(library)
    qtbot.waitUntil(lambda: again.models.wall.rowCount() > 0)
    assert not again.models.beginner.active


def test_the_list_is_dismissed_for_good(qtbot: QtBot, window: MainWindow):
    checklist = window.sidebar.checklist
    qtbot.waitUntil(checklist.isVisible)
    qtbot.mouseClick(checklist.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert not checklist.isVisible()
    assert not window.models.beginner.active
