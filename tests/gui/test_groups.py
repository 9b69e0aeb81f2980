"""The groups' screen, with real clicks and keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gallery_app.domain.cluster import FoundCluster
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.clusters import Card
from gallery_app.gui.models.place import Screen, Spot
from gallery_app.gui.models.sidebar import BADGE
from gallery_app.gui.views.clusters.page import ClustersPage
from gallery_app.gui.views.clusters.panel import OddOnes
from gallery_app.gui.views.sidebar import SidebarTree
from gallery_app.library import Library

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, library: Library) -> ClustersPage:
    """The screen with the groups 101 to 103 of eight photos each; coarser, 100 with all of them."""
    kinds = {101: "red", 102: "green", 103: "blue"}
    found = [
        FoundCluster(i, 0, tuple((photo, 0.9) for photo in library.photo_ids(kind)))
        for i, kind in kinds.items()
    ]
    *steady, (odd, _) = found[0].members
    found[0] = FoundCluster(101, 0, (*steady, (odd, 0.1)))
    found.append(FoundCluster(100, -1, tuple((i, 0.5) for i in library.photo_ids())))
    library._catalogue.clusters.replace(library._catalogue.encoders.active().id, found)
    window.models.place.go(Spot(Screen.CLUSTERS))
    shown = window.screens.clusters
    qtbot.waitUntil(lambda: ids_shown(shown) == [101, 102, 103])
    qtbot.waitUntil(lambda: shown.cards.visualRect(shown.cards.model().index(2, 0)).isValid())
    return shown


def ids_shown(page: ClustersPage) -> list[int]:
    return [card.cluster.id for card in page.cards.model().rows]


def click(qtbot: QtBot, page: ClustersPage, row: int, keys=NO_KEYS) -> None:
    """Click the cover of a card."""
    spot = page.cards.visualRect(page.cards.model().index(row, 0)).topLeft() + QPoint(40, 40)
    qtbot.mouseClick(page.cards.viewport(), LEFT, keys, spot)


def test_coarser_and_finer_by_key_and_slider(qtbot: QtBot, page: ClustersPage):
    assert (page.fineness.maximum(), page.fineness.value()) == (1, 1)
    qtbot.keyClick(page.cards, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: ids_shown(page) == [100])
    qtbot.keyClick(page.fineness, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: ids_shown(page) == [101, 102, 103])


def test_two_chosen_groups_are_merged_and_parted_again(
    qtbot: QtBot, page: ClustersPage, window: MainWindow
):
    click(qtbot, page, 0)
    assert not page.merge.isEnabled()
    click(qtbot, page, 1, Qt.KeyboardModifier.ControlModifier)
    assert page.merge.isEnabled()
    assert not page.split.isEnabled()
    qtbot.keyClick(page.cards, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: ids_shown(page) == [102, 103])  # the one chosen last keeps its place
    window.gestures["undo"].trigger()
    qtbot.waitUntil(lambda: ids_shown(page) == [101, 102, 103])


def test_a_group_dropped_on_another_joins_it(qtbot: QtBot, page: ClustersPage, library: Library):
    click(qtbot, page, 2)
    target = page.cards.visualRect(page.cards.model().index(0, 0)).center()
    event = QDropEvent(QPointF(target), Qt.DropAction.MoveAction, QMimeData(), LEFT, NO_KEYS)
    page.cards.dropEvent(event)
    qtbot.waitUntil(lambda: ids_shown(page) == [101, 102])
    assert len(library.clusters()[0].photo_ids) == 16


def test_not_a_group(qtbot: QtBot, page: ClustersPage, library: Library):
    click(qtbot, page, 1)
    qtbot.mouseClick(page.dismiss, LEFT)
    qtbot.waitUntil(lambda: ids_shown(page) == [101, 103])
    assert [each.id for each in library.clusters()] == [101, 103]
    assert not page.dismiss.isEnabled()


def test_an_odd_one_is_taken_out_with_a_click(qtbot: QtBot, page: ClustersPage, library: Library):
    click(qtbot, page, 0)
    odd = page.panel.findChild(OddOnes)
    [wanted] = library.clusters()[0].odd
    qtbot.mouseClick(odd, LEFT, pos=QPoint(20, 20))
    qtbot.waitUntil(lambda: len(library.clustering.clusters()) == 3 and not _holds(library, wanted))


def _holds(library: Library, photo_id: int) -> bool:
    return any(photo_id in each.photo_ids for each in library.clusters())


def test_a_group_that_two_tags_share_is_split_between_them(
    qtbot: QtBot, page: ClustersPage, library: Library
):
    qtbot.keyClick(page.cards, Qt.Key.Key_Comma)
    qtbot.waitUntil(lambda: ids_shown(page) == [100])
    for kind in ("red", "green"):
        library.tag(f"Half/{kind}", library.photo_ids(kind)[:6])
    qtbot.waitUntil(lambda: len(page.cards.model().rows[0].tags) > 1)
    click(qtbot, page, 0)
    qtbot.waitUntil(lambda: page.panel.findChild(QPushButton, "splitOffer") is not None)
    offer = page.panel.findChild(QPushButton, "splitOffer")
    assert offer.text().startswith("Split between ")
    qtbot.mouseClick(offer, LEFT)
    qtbot.waitUntil(lambda: len(ids_shown(page)) == 2)
    assert 100 in ids_shown(page)


def test_tags_of_folders_colour_the_groups_at_once(
    qtbot: QtBot, page: ClustersPage, window: MainWindow, library: Library
):
    [folder] = library.folders()
    window.gestures.edits.tag_by_folders(folder.id)
    qtbot.waitUntil(lambda: "Blue" in [share.tag for share in rows_of(page, 103).tags])


def test_imported_tags_colour_the_groups_at_once(
    qtbot: QtBot, page: ClustersPage, window: MainWindow, library: Library, tmp_path: Path
):
    table = tmp_path / "tags.csv"
    photo = library.photos(library.photo_ids("green")[:1])[0]
    table.write_text(f"path,tag\n{photo.path},Meadow\n", encoding="utf-8")
    window.gestures.work.import_tags(table)
    qtbot.waitUntil(lambda: "Meadow" in [share.tag for share in rows_of(page, 102).tags])


def rows_of(page: ClustersPage, group: int) -> Card:
    return next(card for card in page.cards.model().rows if card.cluster.id == group)


def test_a_group_opens_with_space(qtbot: QtBot, page: ClustersPage, window: MainWindow):
    click(qtbot, page, 1)
    qtbot.keyClick(page.cards, Qt.Key.Key_Space)
    assert window.models.place.spot.query == "cluster:102"


def test_the_sidebar_unfolds_the_groups(
    qtbot: QtBot, page: ClustersPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("gallery_app.gui.models.sidebar.BIGGEST", 2)
    tree, model = window.sidebar.tree, window.models.sidebar
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    window.bridge.count()
    qtbot.waitUntil(lambda: line_of(tree, "Groups").data(BADGE) == 3)
    line = line_of(tree, "Groups")
    assert model.hasChildren(line)
    assert not tree.isExpanded(line)
    tree.setCurrentIndex(line)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    qtbot.waitUntil(
        lambda: below(line_of(tree, "Groups")) == ["Group 101", "Group 102", "All groups…"]
    )
    group = model.index(1, 0, line_of(tree, "Groups"))
    tree.scrollTo(group)
    qtbot.mouseClick(tree.viewport(), LEFT, NO_KEYS, tree.visualRect(group).center())
    qtbot.waitUntil(lambda: window.models.wall.total == 8)
    assert window.models.place.spot == Spot(Screen.WALL, "cluster:102", "Group 102")

    window.gestures.edits.name_cluster(102, "Green things")
    qtbot.waitUntil(lambda: below(line_of(tree, "Groups"))[1] == "Green things")
    assert tree.isExpanded(line_of(tree, "Groups"))
    tree.setCurrentIndex(line_of(tree, "Groups"))
    qtbot.keyClick(tree, Qt.Key.Key_Left)
    assert below(line_of(tree, "Groups")) == ["Looking…"]
    assert not tree.isExpanded(line_of(tree, "Groups"))


def line_of(tree: SidebarTree, title: str) -> QModelIndex:
    return next(index for index in tree._every(QModelIndex()) if index.data() == title)


def below(line: QModelIndex) -> list[str]:
    model = line.model()
    return [model.index(row, 0, line).data() for row in range(model.rowCount(line))]
