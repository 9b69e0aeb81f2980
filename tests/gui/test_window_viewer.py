"""Looking at one photo, at several side by side, and at all in turn."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gallery_app.domain.part import Part
from gallery_app.domain.tag import leaf
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.place import Screen
from gallery_app.gui.views.chips import Chip
from gallery_app.gui.views.photo_canvas import PhotoCanvas
from gallery_app.gui.views.slideshow import Slideshow
from gallery_app.gui.views.suggestion_row import SuggestionRow
from gallery_app.library import Library
from tests.gui.test_window_tags import click_photo, tags_of

Key, Mods = Qt.Key, Qt.KeyboardModifier


def look(qtbot: QtBot, window: MainWindow, row: int) -> int:
    photo = click_photo(qtbot, window, row)
    qtbot.keyClick(window.screens.wall_page.wall, Key.Key_Return)
    qtbot.waitUntil(lambda: window.models.previews.image(photo) is not None)
    return photo


def shape(window: MainWindow) -> tuple[int, int]:
    size = window.screens.viewer.canvas._picture.size()
    return size.width(), size.height()


def test_a_turned_photo_is_shown_turned_everywhere_and_its_file_untouched(
    qtbot: QtBot, window: MainWindow, library: Library
):
    photo = look(qtbot, window, 2)
    path = library.photos([photo])[0].path
    before = path.read_bytes()
    viewer = window.screens.viewer
    qtbot.waitUntil(lambda: shape(window) == (96, 64))
    qtbot.keyClick(viewer, Key.Key_BracketRight)
    qtbot.waitUntil(lambda: shape(window) == (64, 96))
    small = window.models.thumbnails
    qtbot.waitUntil(
        lambda: small.image(photo) is not None and small.image(photo).height() == 96,
    )
    qtbot.keyClick(viewer, Key.Key_O)
    qtbot.waitUntil(lambda: "64 × 96" in viewer.info.words)
    qtbot.keyClick(viewer, Key.Key_Z, Mods.ControlModifier)
    qtbot.waitUntil(lambda: shape(window) == (96, 64))
    assert path.read_bytes() == before


def test_a_photo_is_tagged_by_typing_in_the_viewer(
    qtbot: QtBot, window: MainWindow, library: Library
):
    photo = look(qtbot, window, 2)
    viewer = window.screens.viewer
    qtbot.keyClick(viewer, Key.Key_T)
    qtbot.waitUntil(viewer.entry.hasFocus)
    qtbot.keyClicks(viewer.entry, "Sea")
    qtbot.keyClick(viewer.entry, Key.Key_Return)
    qtbot.waitUntil(lambda: "Sea" in tags_of(library, photo))
    window.activateWindow()  # a desktop does not take that away for a list of completions
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(viewer.entry, Key.Key_Escape)
    qtbot.waitUntil(viewer.hasFocus)


def test_the_filmstrip_leads_to_a_neighbour(qtbot: QtBot, window: MainWindow):
    look(qtbot, window, 2)
    strip = window.screens.viewer.strip
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.rect_of(4).center())
    assert window.models.place.spot.photo_id == window.models.wall.ids[4]


def canvas(qtbot: QtBot) -> PhotoCanvas:
    made = PhotoCanvas()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_image(QImage(1600, 1200, QImage.Format.Format_RGB32), same=False)
    made.show()
    return made


def test_zoom_keeps_what_is_under_the_pointer(qtbot: QtBot):
    made = canvas(qtbot)
    pointer = QPointF(310, 90)

    def under() -> QPointF:
        frame = made.frame
        at = pointer - frame.topLeft()
        return QPointF(at.x() / frame.width(), at.y() / frame.height())

    before = under()
    for factor in (1.7, 1.9, 0.8):
        made.zoom(factor, pointer)
        assert abs(under().x() - before.x()) < 1e-6
        assert abs(under().y() - before.y()) < 1e-6


def test_pixel_for_pixel_and_back(qtbot: QtBot):
    made = canvas(qtbot)
    made.actual()
    assert round(made.frame.width() * made.devicePixelRatioF()) == 1600
    made.toggle()
    assert made.scale == 1


def test_a_photo_cannot_be_dragged_out_of_sight(qtbot: QtBot):
    made = canvas(qtbot)
    made.zoom(4)
    qtbot.mousePress(made, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(made, QPoint(4000, 3000))
    assert made.frame.topLeft() == QPointF(0, 0)


def test_photos_side_by_side_move_together(qtbot: QtBot, window: MainWindow, library: Library):
    click_photo(qtbot, window, 0)
    click_photo(qtbot, window, 2, shift=True)
    qtbot.keyClick(window.screens.wall_page.wall, Key.Key_C)
    page = window.screens.compare
    qtbot.waitUntil(lambda: len(page.cells) == 3)
    ids = [cell.photo.id for cell in page.cells]
    assert ids == list(window.models.wall.ids[:3])
    qtbot.keyClick(page, Key.Key_Plus)
    assert {cell.canvas.scale for cell in page.cells} == {1.25}
    qtbot.keyClick(page, Key.Key_Right)
    assert window.models.selection.ids == (ids[1],)
    qtbot.keyClick(page, Key.Key_5)
    qtbot.waitUntil(lambda: "★★★★★" in page.cells[1]._words.text())
    assert [p.rating for p in library.photos(ids)] == [None, 5, None]
    qtbot.keyClick(page, Key.Key_Escape)
    assert window.models.place.spot.screen == Screen.WALL


def test_too_many_photos_are_not_compared(qtbot: QtBot, window: MainWindow):
    qtbot.keyClick(window.screens.wall_page.wall, Key.Key_A, Mods.ControlModifier)
    qtbot.keyClick(window.screens.wall_page.wall, Key.Key_C)
    assert "two to four" in window.toast.words


def test_the_slideshow_steps_pauses_and_ends(qtbot: QtBot, window: MainWindow):
    click_photo(qtbot, window, 3)
    qtbot.keyClick(window.screens.wall_page.wall, Key.Key_F9)
    show = window.findChildren(Slideshow)[0]
    ids = window.models.wall.ids
    assert show.photo_id == ids[3]
    show.step(1)
    assert show.photo_id == ids[4]
    qtbot.keyClick(show, Key.Key_Space)
    assert show.paused
    qtbot.keyClick(show, Key.Key_Left)
    assert (show.photo_id, show.paused) == (ids[3], True)
    qtbot.waitUntil(lambda: not show._now.isNull())
    qtbot.keyClick(show, Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Slideshow))


def test_a_box_finds_photos_like_that_part(qtbot: QtBot, window: MainWindow, library: Library):
    photo = look(qtbot, window, 2)
    viewer = window.screens.viewer
    box, canvas = viewer.part, viewer.canvas
    qtbot.keyClick(viewer, Key.Key_R)
    assert box.hasFocus()
    assert box.geometry() == canvas.rect()
    middle = box.part
    qtbot.keyClick(box, Key.Key_Right)
    qtbot.keyClick(box, Key.Key_Down, Mods.ShiftModifier)
    assert box.part.left > middle.left
    assert (box.part.width, box.part.height > middle.height) == (middle.width, True)
    assert window.models.place.spot.photo_id == photo  # the arrows did not go to the next photo
    for _ in range(3):
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Key.Key_Return)  # on “Cancel”
    assert not box.isVisible()
    assert viewer.hasFocus()
    qtbot.keyClick(viewer, Key.Key_R)
    qtbot.keyClick(box, Key.Key_Escape)
    assert not box.isVisible()
    assert window.models.place.spot.screen == Screen.VIEWER

    qtbot.keyClick(viewer, Key.Key_R)
    frame = canvas.frame
    start, end = frame.topLeft().toPoint(), frame.center().toPoint()
    qtbot.mousePress(box, Qt.MouseButton.LeftButton, pos=start + QPoint(2, 2))
    qtbot.mouseMove(box, end)
    qtbot.mouseRelease(box, Qt.MouseButton.LeftButton, pos=end)
    assert abs(box.part.width - 0.5) < 0.02
    assert max(box.part.left, box.part.top) < 0.02
    drawn = box.part
    qtbot.keyClick(box, Key.Key_Return)
    spot = window.models.place.spot
    assert (spot.screen, spot.photo_id, spot.part) == (Screen.SIMILAR, photo, drawn)
    ranked = window.models.similar
    wanted = library.browsing.like_part(photo, drawn)
    qtbot.waitUntil(lambda: len(ranked.cosines) == len(wanted))
    assert list(ranked.ids) == [found for found, _ in wanted][: len(ranked.ids)]
    name = library.photos([photo])[0].path.name
    qtbot.waitUntil(lambda: window.screens.similar._name.text() == f"Like this part of {name}")
    qtbot.keyClick(window.screens.similar.wall, Key.Key_Escape)
    assert window.models.place.spot.screen == Screen.VIEWER


def test_a_part_is_tagged_by_typing_shown_with_what_is_known_and_taken_back(
    qtbot: QtBot, window: MainWindow, library: Library
):
    photo = look(qtbot, window, 2)
    viewer = window.screens.viewer
    qtbot.keyClick(viewer, Key.Key_BracketRight)  # boxes are kept as nobody turned the photo
    qtbot.waitUntil(lambda: shape(window) == (64, 96))
    qtbot.keyClick(viewer, Key.Key_R)
    drawn = viewer.part.part
    qtbot.keyClick(viewer.part, Key.Key_T)
    assert viewer.part.entry.hasFocus()
    qtbot.keyClick(viewer.part.entry, Key.Key_Escape)
    assert viewer.part.hasFocus()
    qtbot.mouseClick(viewer.part.entry, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(viewer.part.entry, "Sea")
    qtbot.keyClick(viewer.part.entry, Key.Key_Return)
    assert not viewer.part.isVisible()
    qtbot.waitUntil(lambda: "Sea" in tags_of(library, photo))
    [tag] = [known for known in library.tags_of([photo])[photo] if known.tag == "Sea"]
    assert tag.source == "hand"
    assert tag.part is not None
    assert tag.part.turned(1) == pytest.approx(drawn, abs=0.001)
    qtbot.keyClick(viewer, Key.Key_O)
    qtbot.waitUntil(viewer.marks.isVisible)
    [(marked, words)] = viewer.marks.marks
    assert (marked, words) == (pytest.approx(drawn, abs=0.001), "Sea")
    chips = {chip.accessibleName(): chip.toolTip() for chip in window.inspector.findChildren(Chip)}
    assert "part of the photo" in chips["Sea"]
    qtbot.keyClick(viewer, Key.Key_Z, Mods.ControlModifier)
    qtbot.waitUntil(lambda: "Sea" not in tags_of(library, photo))
    qtbot.waitUntil(lambda: not viewer.marks.isVisible())


def test_the_part_that_speaks_for_a_suggestion_is_shown_on_the_photo(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    library, telling = window.models.bridge.library, Part(0.5, 0, 0.5, 1)
    answers = [telling, None]
    asked = []

    def where(photo_id: int, tag: str) -> Part | None:
        asked.append((photo_id, tag))
        return answers.pop(0)

    monkeypatch.setattr(library.teaching, "where", where)
    question = library.suggestions()[0]
    window.screens.wall_page.wall.select_photo(question.photo_id)
    qtbot.waitUntil(lambda: bool(window.inspector.findChildren(SuggestionRow)))
    row = window.inspector.findChildren(SuggestionRow)[0]
    qtbot.mouseClick(row.where, Qt.MouseButton.LeftButton)
    viewer = window.screens.viewer
    qtbot.waitUntil(viewer.marks.isVisible)
    assert window.models.place.spot.screen == Screen.VIEWER
    assert asked == [(question.photo_id, question.tag)]
    [(part, words)] = viewer.marks.marks
    assert (part, words) == (telling, f"mostly this part: {leaf(question.tag)}")
    viewer.grab()  # it can be painted
    qtbot.mouseClick(row.where, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not viewer.marks.isVisible())
    assert "No part" in window.toast.words
    viewer.marks.show_telling(question.tag, telling)
    qtbot.keyClick(viewer, Key.Key_Right)
    assert not viewer.marks.isVisible()
