"""Every item model under Qt's own model tester, while it changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gallery_app.gui.bridge import Bridge
from gallery_app.gui.models.clusters import Clusters
from gallery_app.gui.models.export import ExportPlan, Scope
from gallery_app.gui.models.photo_wall import PAGE, PhotoWall
from gallery_app.gui.models.problems import Problems
from gallery_app.gui.models.sidebar import BADGE, KEY, Sidebar
from gallery_app.gui.models.similar import SimilarWall, first_cut
from gallery_app.gui.models.tag_names import TagNames
from gallery_app.gui.models.thumbnails import SIDES, Thumbnails
from gallery_app.library import Library


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Watch a model: what the tester finds is a Qt warning, which fails the test."""
    return QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning, model
    )


def test_the_wall_pages_facts_and_follows_writes(qtbot: QtBot, bridge: Bridge, library: Library):
    model = PhotoWall(bridge)
    watched(model)
    model.show("red")
    qtbot.waitUntil(lambda: model.rowCount() == 8)
    qtbot.waitUntil(lambda: model.row(0) is not None)
    photo_id = model.ids[0]
    bridge.write(lambda known: known.tag("New", [photo_id]), lambda _changes: None)
    qtbot.waitUntil(lambda: "New" in model.row(0).tags)
    assert model.index(0).data() == library.photos([photo_id])[0].path.name
    model.show("")
    qtbot.waitUntil(lambda: model.rowCount() == 24)
    model.show("nothing-like-it")
    qtbot.waitUntil(lambda: model.rowCount() == 0)


def test_a_late_answer_never_replaces_a_newer_one(qtbot: QtBot, bridge: Bridge):
    model = PhotoWall(bridge)
    for query in ("red", "blue", "", "2021"):
        model.show(query)
    with qtbot.waitSignal(model.shown):
        pass
    qtbot.wait(100)
    assert (model.query, model.rowCount()) == ("2021", 8)


def test_a_hundred_thousand_ids_ask_for_one_page_only(qtbot: QtBot, bridge: Bridge):
    model = PhotoWall(bridge)
    ids = list(range(1, 100_001))
    model.show_ids(ids)
    model.row(50_000)
    assert model._asked == {50_000 // PAGE}
    assert model.row_of(70_000) == 69_999
    assert model.row_of(0) == -1


def test_similar_photos_keep_their_rank(qtbot: QtBot, bridge: Bridge, library: Library):
    model = SimilarWall(bridge)
    watched(model)
    source = library.photo_ids("green")[0]
    model.rank(source)
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    assert list(model.ids) == [known for known, _ in library.similar(source)][: model.rowCount()]
    model.set_cut(1.01)
    assert model.rowCount() == 0


def test_the_sidebar_counts_without_moving(qtbot: QtBot, bridge: Bridge):
    model = Sidebar(bridge)
    watched(model)
    bridge.count()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    library = model.index(0, 0)
    assert model.index(0, 0, library).data(BADGE) == 24
    tags = model.index(2, 0)
    colours = model.index(0, 0, tags)
    assert colours.data(KEY) == "tag:Colours"
    assert [model.index(row, 0, colours).data() for row in range(3)] == ["Blue", "Green", "Red"]
    ids = bridge.library.photo_ids("tag:Red")[:1]
    with qtbot.assertNotEmitted(model.rebuilt):
        bridge.write(lambda known: known.untag("Colours/Red", ids), lambda _changes: None)
        qtbot.waitUntil(lambda: model.index(2, 0, colours).data(BADGE) == 2)


def test_cards_lists_tables(qtbot: QtBot, bridge: Bridge, tmp_path: Path):
    cards, problems, plan = Clusters(bridge), Problems(bridge), ExportPlan(bridge)
    names = TagNames(bridge)
    for model in (cards, problems, plan, names):
        watched(model)
    cards.refresh()
    problems.refresh()
    plan.prepare("csv", tmp_path / "tags.csv", Scope("all", 24))
    qtbot.waitUntil(lambda: cards.rowCount() > 0)
    qtbot.waitUntil(lambda: problems.rowCount() == 1)
    qtbot.waitUntil(
        lambda: names.stringList() == [f"Colours/{c}" for c in ("Blue", "Green", "Red")]
    )
    with qtbot.waitSignal(cards.named) as named:
        assert cards.setData(cards.index(0), " Paint ")
    assert named.args == [cards.row(0).cluster.id, "Paint"]
    assert not cards.setData(cards.index(0), "  ")


def test_thumbnails_come_by_photo_and_sharper_on_request(
    qtbot: QtBot, bridge: Bridge, library: Library
):
    model = Thumbnails(bridge)
    photo = library.photos(library.photo_ids()[:1])[0]
    with qtbot.waitSignal(model.arrived) as arrived:
        model.want(photo, 100)
    assert arrived.args == [photo.id]
    image = model.image(photo.id)
    assert (image.width(), image.height()) == (96, 64)
    assert SIDES[0] > 96
    # nothing sharper is stored, so nothing more is asked for
    with qtbot.assertNotEmitted(model.arrived, wait=100):
        model.want(photo, 500)


def test_a_thumbnail_that_is_not_made_yet_comes_from_the_photo(
    qtbot: QtBot, bridge: Bridge, library: Library
):
    photo = library.photos(library.photo_ids()[:1])[0]
    library.thumbnail(photo).unlink()
    model = Thumbnails(bridge)
    with qtbot.waitSignal(model.arrived):
        model.want(photo, 100)
    assert model.unreadable(photo.id)


def test_the_first_cut_lies_before_the_junk():
    assert 0.36 < first_cut([0.87, 0.82, 0.81, 0.74, 0.64, 0.36, 0.31, 0.3]) <= 0.64
    assert first_cut([0.5 - 0.001 * step for step in range(100)]) == pytest.approx(0.47)
    assert first_cut([0.99, 0.98, 0.97, 0.96]) == 0.5
    assert first_cut([]) == 0.5
