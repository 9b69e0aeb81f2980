"""From right to left: what one drags, time, and rows of photos begin on the right."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.domain.arrangement import Section
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.models.words import localised
from gallery_app.gui.views.buttons import OneLine, label
from gallery_app.gui.views.distance_scale import DistanceScale
from gallery_app.gui.views.review.histogram import Histogram
from gallery_app.gui.views.timeline import Timeline
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.conftest import make_library
from tests.gui.pseudo_language import HEBREW, Pseudo
from tests.gui.room import outside
from tests.photos import noise, save_photo

WIDE = 400
NAMES = (
    "שבת בבוקר אצל סבתא בחוף הים הגדול עם כל המשפחה והכלב (2).jpg",
    "صورة من رحلة العائلة إلى الشاطئ الكبير في الصيف الماضي_final_v2.jpg",
    "IMG_2041 – שם ארוך with Latin words in its middle and more of them.jpg",
)


@pytest.fixture
def hebrew(qapp: QApplication) -> Iterator[None]:
    """The window in a made-up language of Hebrew letters."""
    before, pseudo = QLocale(), Pseudo(qapp)
    QLocale.setDefault(QLocale("he"))
    qapp.installTranslator(pseudo)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.removeTranslator(pseudo)
    pseudo.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Library]:
    """A library with names in Hebrew, Arabic, and both ways at once."""
    for seed, name in enumerate(NAMES):
        save_photo(tmp_path / "תמונות" / name, noise(seed=seed))
    library = make_library(tmp_path / "library")
    finish(library.add_folders([tmp_path / "תמונות"]))
    library.tag("צבעים/أخضر فاتح with a long name of both ways", library.photo_ids())
    yield library
    library.close()


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


def test_words_from_the_right_have_room(
    qtbot: QtBot,
    hebrew: None,
    named: Library,
    open_window: Callable[[Library], MainWindow],
):
    window = open_window(named)
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.models.wall.row(0) is not None)
    first, second = window.models.wall.ids[:2]
    window.screens.wall_page.wall.select_photo(first)
    assert window.gestures["review"].text()[0] in HEBREW
    for screen in Screen:
        both = (first, second) if screen == Screen.COMPARE else ()
        window.models.place.go(Spot(screen, photo_id=first, photo_ids=both))
        qtbot.wait(50)
        assert not outside(window.inspector), screen
        assert not outside(window.top), screen
        assert window.width() == 1280, screen


def test_the_next_photo_is_on_the_left(
    qtbot: QtBot,
    hebrew: None,
    named: Library,
    open_window: Callable[[Library], MainWindow],
):
    window = open_window(named)
    qtbot.waitUntil(lambda: window.models.wall.row(0) is not None)
    first, second = window.models.wall.ids[:2]
    window.models.place.go(Spot(Screen.VIEWER, photo_id=first))
    viewer = window.screens.viewer
    qtbot.waitUntil(viewer.isVisible)
    assert viewer.strip.rect_of(1).right() < viewer.strip.rect_of(0).left()
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert window.models.place.spot.photo_id == second
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert window.models.place.spot.photo_id == first


def test_numbers_have_the_digits_of_the_language():
    before, arabic = QLocale(), QLocale("ar_EG")
    QLocale.setDefault(arabic)
    try:
        assert localised("1,234.5") == arabic.toString(1234.5, "f", 1)
    finally:
        QLocale.setDefault(before)
    assert localised("20") == "20"


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("words", ["שבת", "IMG_1.jpg"])
def test_names_begin_where_the_window_does(
    qtbot: QtBot, qapp: QApplication, way: Qt.LayoutDirection, words: str
):
    qapp.setLayoutDirection(way)
    for made in (label(words, ""), label(words, "", wrap=True), OneLine(words, "")):
        qtbot.addWidget(made)
        made.resize(400, 30)
        image = made.grab().toImage()
        ground = image.pixel(0, 0)
        inked = [
            x
            for x in range(image.width())
            if any(image.pixel(x, y) != ground for y in range(image.height()))
        ]
        assert (inked[0] > 200) == (way == Qt.LayoutDirection.RightToLeft)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
