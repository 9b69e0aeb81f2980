"""From right to left: what one drags, and time, begin on the right."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gallery_app.domain.arrangement import Section
from gallery_app.gui.views.distance_scale import DistanceScale
from gallery_app.gui.views.review.histogram import Histogram
from gallery_app.gui.views.timeline import Timeline

WIDE = 400


def mirrored(qtbot: QtBot, widget: DistanceScale | Histogram | Timeline) -> None:
    qtbot.addWidget(widget)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    widget.resize(WIDE, 120)
    widget.show()


def test_distances_grow_to_the_left(qtbot: QtBot):
    scale = DistanceScale()
    mirrored(qtbot, scale)
    scale.show_found([0.9, 0.5], cut=0.5)
    assert scale.x_of(0.0) > scale.x_of(1.0)
    with qtbot.waitSignal(scale.moved) as moved:
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(round(scale.x_of(0.2)), 20))
    assert moved.args == [pytest.approx(0.8)]
    with qtbot.waitSignal(scale.moved) as moved:
        qtbot.keyClick(scale, Qt.Key.Key_Left)
    assert moved.args == [pytest.approx(0.79)]


def test_the_lines_of_the_histogram_change_sides(qtbot: QtBot):
    histogram = Histogram()
    mirrored(qtbot, histogram)
    assert histogram.accepting.geometry().center().x() < histogram.asking.geometry().center().x()
    where = QPoint(round(histogram.x_of(0.95)), 50)
    qtbot.mouseClick(histogram, Qt.MouseButton.LeftButton, pos=where)
    assert histogram.threshold == pytest.approx(0.95)
    qtbot.keyClick(histogram.accepting, Qt.Key.Key_Right)
    assert histogram.threshold == pytest.approx(0.94)


def test_time_runs_to_the_left(qtbot: QtBot):
    strip = Timeline()
    mirrored(qtbot, strip)
    strip.show_months([Section("2024-05", 3), Section("2024-03", 2), Section("2023-12", 1)])
    ends = [round(strip._bar(number, part).center().x()) for number, part, _ in strip._held]
    assert ends == sorted(ends, reverse=True)
    with qtbot.waitSignal(strip.gone) as gone:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(ends[1], 20))
    assert gone.args == [3]
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(ends[0], 20))
    with qtbot.waitSignal(strip.spanned) as spanned:
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(ends[1], 20))
    assert spanned.args == ["2023-12..2024-03"]
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    with qtbot.waitSignal(strip.gone) as gone:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert gone.args == [3]
