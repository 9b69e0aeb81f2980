"""Everything can be reached by keys, tells a screen reader what it is, and says what it does."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QScrollBar,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gallery_app.gui.actions import GESTURES
from gallery_app.gui.main_window import MENUS, MainWindow
from gallery_app.gui.models.clusters import Card
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.views.chips import Chip
from gallery_app.gui.views.clusters.panel import OddOnes
from gallery_app.gui.views.encoder.page import COMPARE, READY_MADE
from gallery_app.gui.views.marks import MarkBar
from gallery_app.library import Library

CONTROLS = (QAbstractButton, QAbstractSlider, QLineEdit, QComboBox, QAbstractItemView, QTabBar)
SHORT_CUTS = {
    "JobBar": "its button “All jobs”",
    "Filmstrip": "← and → of the viewer",
    "Histogram": "its two lines",
    "PhotoCanvas": "the gestures of the screen it is on",
    "ComparedPhoto": "← and → of the page",
    "MethodChoice": "its radio button",
    "Viewer": "the gestures that it only takes the keys for",
}
"""What a click on them does has another way by keys."""
DIALOGS = ("export", "settings", "help", "about", "report", "ticks", "new-album", "runs")
MOUSE = ("mousePressEvent", "mouseReleaseEvent")


def parts(root: QWidget) -> Iterator[QWidget]:
    """Yield what is in sight below a widget, itself included."""
    for part in [root, *root.findChildren(QWidget)]:
        if part.isVisible() and not isinstance(part, QScrollBar):
            yield part


def ours(part: QWidget) -> list[type]:
    return [kind for kind in type(part).__mro__ if kind.__module__.startswith("gallery_app")]


def clickable(part: QWidget) -> bool:
    painted = any(name in vars(kind) for kind in ours(part) for name in MOUSE)
    return painted or isinstance(part, CONTROLS)


def name_of(part: QWidget) -> str:
    if isinstance(part, QComboBox):  # whose name is its value on Linux
        return part.accessibleName()
    told = QAccessible.queryAccessibleInterface(part)
    return told.text(QAccessible.Text.Name).strip() if told else ""


def told_of(part: QWidget) -> str:
    """Return what a screen reader adds to the name."""
    told = QAccessible.queryAccessibleInterface(part)
    return told.text(QAccessible.Text.Description)


def value_of(part: QWidget) -> tuple[int, int, int, int]:
    """Return the least value, the present, the greatest, and a step."""
    told = QAccessible.queryAccessibleInterface(part).valueInterface()
    return (
        told.minimumValue(),
        told.currentValue(),
        told.maximumValue(),
        told.minimumStepSize(),
    )


def focused_in(part: QWidget) -> str:
    """Return the name of the item that has the keys."""
    told = QAccessible.queryAccessibleInterface(part).focusChild()
    return told.text(QAccessible.Text.Name)


def told_below(part: QWidget) -> list[str]:
    """Return the names of a list's or a tree's lines."""
    told = QAccessible.queryAccessibleInterface(part)
    return [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]


def complaints(root: QWidget) -> list[str]:
    """Say what a person without mouse or sight would miss."""
    found = []
    for part in parts(root):
        if isinstance(part, QHeaderView) or isinstance(part.parent(), QComboBox | QLineEdit):
            continue  # Qt's own, with keys of their own: the arrow, the cross that empties
        what = f"{type(part).__name__} “{part.objectName() or name_of(part)}” in {place_of(part)}"
        reached = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if clickable(part) and not reached and type(part).__name__ not in SHORT_CUTS:
            found.append(f"{what} cannot be reached by Tab")
        if reached and part.isEnabled() and not name_of(part):
            found.append(f"{what} has no name")
        if clickable(part) and not told(part) and type(part).__name__ not in SHORT_CUTS:
            found.append(f"{what} does not say what it does")
    return found


def told(part: QWidget) -> bool:
    words = part.toolTip() or (part.text() if isinstance(part, QAbstractButton | QLabel) else "")
    if isinstance(part, QLineEdit):
        words = words or part.placeholderText()
    if isinstance(part, QTabBar):
        words = words or part.tabText(0)
    return bool(words) or isinstance(part, QAbstractItemView) or part.isWindow()


def place_of(part: QWidget) -> str:
    above = part.parent()
    return type(above).__name__ if above is not None else "nothing"


def choose_a_group(qtbot: QtBot, window: MainWindow) -> None:
    cards = window.screens.clusters.cards
    qtbot.waitUntil(lambda: cards.model().rowCount() > 0)
    cards.setCurrentIndex(cards.model().index(0, 0))


def test_every_screen(qtbot: QtBot, window: MainWindow, library: Library):
    first, second = library.photo_ids()[:2]
    window.screens.wall_page.wall.select_photo(first)
    for screen in Screen:
        both = (first, second) if screen == Screen.COMPARE else ()
        window.models.place.go(Spot(screen, photo_id=first, photo_ids=both))
        if screen == Screen.CLUSTERS:
            choose_a_group(qtbot, window)
        qtbot.wait(100)
        assert not complaints(window), screen
    window.models.place.go(Spot(Screen.ENCODER))
    for tab in (COMPARE, READY_MADE):
        window.screens.encoder.tabs.setCurrentIndex(tab)
        assert not complaints(window), tab
    window.job_bar.list.refresh()
    window.job_bar.list.show()
    assert not complaints(window.job_bar.list)


def test_the_first_run(qtbot: QtBot, open_window: Callable, tmp_path):
    empty = Library.open(tmp_path / "empty")
    window = open_window(empty)
    qtbot.waitUntil(window.screens.first_run.isVisible)
    assert not complaints(window)
    window.close()
    empty.close()


def test_every_dialog(qtbot: QtBot, window: MainWindow, library: Library):
    window.screens.wall_page.wall.select_photo(library.photo_ids()[0])
    for gesture in DIALOGS:
        window.gestures[gesture].trigger()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        assert not complaints(dialog), gesture
        dialog.close()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def menus(menu: QMenu) -> list[QMenu]:
    return [
        menu,
        *(below for action in menu.actions() if isinstance(below := action.menu(), QMenu)),
    ]


def listed(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from listed(below)
        else:
            yield action


def test_every_gesture_has_words_a_menu_and_a_tip(window: MainWindow):
    menu = set(listed(window.gestures.menu(*MENUS)))
    for gesture in GESTURES:
        made = window.gestures[gesture.name]
        assert made.text(), gesture.name
        assert made.toolTip() != made.text(), gesture.name
        assert made in menu, gesture.name
        assert gesture.group in MENUS, gesture.name
    assert all(part.toolTipsVisible() for part in menus(window.gestures.menu(*MENUS)))


def test_tab_comes_around(qtbot: QtBot, window: MainWindow):
    """Tab leads from the wall through the bar and the sidebar back to the wall."""
    wall = window.screens.wall_page.wall
    wall.setFocus()
    seen = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is wall:
            break
    assert seen[-1] is wall
    assert {window.sidebar.tree, window.top.search, window.top.zoom} <= set(seen)


def test_a_tag_is_taken_off_by_keys(qtbot: QtBot, window: MainWindow, library: Library):
    photo = library.photo_ids("red")[0]
    window.screens.wall_page.wall.select_photo(photo)
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(Chip)))
    chip = window.inspector.findChildren(Chip)[0]
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert "tag:" in window.models.place.spot.query
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not library.tags_of([photo]).get(photo))


def test_an_odd_photo_is_taken_out_by_keys(qtbot: QtBot, window: MainWindow, library: Library):
    odd = tuple(library.photos(library.photo_ids()[:3]))
    strip = OddOnes(Card(library.clusters()[0], odd, odd), window.models.thumbnails, window)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(strip.left_out) as taken:
        qtbot.keyClick(strip, Qt.Key.Key_Right)
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert taken.args == [odd[1].id]
    assert strip.accessibleDescription() == odd[1].path.name


def test_a_screen_reader_hears_the_photo_that_has_the_keys(
    qtbot: QtBot, window: MainWindow, library: Library
):
    wall, ids = window.screens.wall_page.wall, list(window.models.wall.ids)
    library.curation.rate(4, ids[:1])
    library.tag("Sea", ids[:1])
    wall.select_photo(ids[0])
    wall.setFocus()
    qtbot.waitUntil(wall.hasFocus)
    qtbot.waitUntil(lambda: "4 stars" in focused_in(wall) and "Sea" in focused_in(wall))
    first, second = (photo.path.name for photo in library.photos(ids[:2]))
    assert focused_in(wall).startswith(first)
    qtbot.keyClick(wall, Qt.Key.Key_Right)
    assert focused_in(wall).startswith(second)
    qtbot.keyClick(wall, Qt.Key.Key_Return)
    qtbot.waitUntil(window.screens.viewer.isVisible)
    assert told_of(window.screens.viewer).startswith(second)
    assert told_of(window.screens.viewer).endswith("2 of 24")


def test_a_screen_reader_hears_values(qtbot: QtBot, window: MainWindow, library: Library):
    photo = window.models.wall.ids[0]
    library.curation.rate(3, [photo])
    library.curation.pick([photo])
    library.tag("Sea", [photo])
    window.screens.wall_page.wall.select_photo(photo)
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(MarkBar)))
    qtbot.waitUntil(lambda: told_of(stars(window)[0]) == "3 of 5 stars are given")
    assert [made.isChecked() for made in stars(window)[5:]] == [True, False]
    zoom = QAccessible.queryAccessibleInterface(window.top.zoom)
    assert zoom.valueInterface().currentValue() == window.screens.wall_page.wall.zoom
    assert f"All Photos, {len(window.models.wall.ids)}" in told_below(window.sidebar.tree)

    window.models.place.go(Spot(Screen.REVIEW))
    qtbot.waitUntil(lambda: window.models.review.total > 0)
    review = window.screens.review
    upper, lower = review.threshold.histogram.accepting, review.threshold.histogram.asking
    assert (name_of(upper), told_of(upper)) == ("Accept from", "0.90")
    assert (name_of(lower), told_of(lower)) == ("Ask from", "0.50")
    assert value_of(upper) == (50, 90, 100, 1)
    assert value_of(lower) == (30, 50, 90, 1)
    qtbot.keyClick(upper, Qt.Key.Key_Left)
    assert (value_of(upper)[1], told_of(upper)) == (89, "0.89")
    asked = window.models.review.ahead[0]
    assert f"{asked.tag.rpartition('/')[2]}?" in told_of(review)
    window.models.place.go(Spot(Screen.SIMILAR, photo_id=photo))
    qtbot.waitUntil(lambda: window.models.similar.rowCount() > 0)
    scale = window.screens.similar.scale
    assert told_of(scale) == f"{scale.distance:.2f}"
    assert value_of(scale) == (0, round(100 * scale.distance), 100, 1)
    window.models.place.go(Spot(Screen.WALL))
    timeline = window.screens.wall_page.timeline
    assert (value_of(timeline), told_of(timeline)) == ((0, 2, 2, 1), "May 2022, 8 photos")
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert (value_of(timeline)[1], told_of(timeline)) == (0, "May 2020, 8 photos")


def test_a_screen_reader_hears_on_how_many_photos_a_tag_is(
    qtbot: QtBot, window: MainWindow, library: Library
):
    ids = list(window.models.wall.ids[:2])
    library.tag("Sea", ids[:1])
    window.models.selection.choose(ids)
    window.gestures["ticks"].trigger()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    tags = dialog.findChild(QListView)
    qtbot.waitUntil(lambda: "Sea, 1 of 2 photos" in told_below(tags))
    dialog.close()


def stars(window: MainWindow) -> list[QToolButton]:
    """Return the five stars, pick and reject, of the bar that is shown last."""
    return window.inspector.findChildren(MarkBar)[-1].findChildren(QToolButton)
