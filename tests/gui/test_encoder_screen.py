"""The encoder screen with real clicks: train, watch, keep, go back, fetch."""

import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gallery_app.domain.training import SCRATCH, Comparison, Score, TrainRequest
from gallery_app.errors import SurroundingsError
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.encoders import Shelf
from gallery_app.gui.models.quality import quality_of
from gallery_app.gui.views.encoder import setup
from gallery_app.gui.views.encoder.curve import Curve, nearest, smoothed, thinned, ticks
from gallery_app.gui.views.encoder.page import COMPARE, READY_MADE, TRAIN, EncoderPage
from ssl_core.embed.known import KnownEncoder
from tests.gui.encoders import OLD, RUN, PlayedLibrary, played
from tests.hub import Hub, running
from tests.unit.test_export_onnx import vit_weights


@pytest.fixture
def library(prepared: Path, tmp_path: Path) -> Iterator[PlayedLibrary]:
    made = played(prepared, tmp_path)
    yield made
    made.close()


@pytest.fixture
def page(
    qtbot: QtBot, library: PlayedLibrary, open_window: Callable[[PlayedLibrary], MainWindow]
) -> EncoderPage:
    """The screen, with what the library says of its encoders."""
    window = open_window(library)
    key = Qt.KeyboardModifier.ControlModifier
    qtbot.waitUntil(lambda: window.models.wall.rowCount() > 0)
    qtbot.keyClick(window.screens.wall_page.wall, Qt.Key.Key_6, key)
    found: EncoderPage = window.screens.encoder
    qtbot.waitUntil(lambda: found.in_use._name.text() == OLD)
    qtbot.waitUntil(found.setup.start.isEnabled)
    return found


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.waitUntil(widget.isVisible)  # what is clicked must be seen
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_train_watch_pause_adopt_go_back(qtbot: QtBot, page: EncoderPage, library: PlayedLibrary):
    play, training, live = library.play, page._models.training, page.live
    click(qtbot, page.setup.choices["simclr"].radio)
    page.setup.begin.setCurrentIndex(page.setup.begin.findData(SCRATCH))
    page.setup.time.setCurrentIndex(0)
    play.may_step = 25
    click(qtbot, page.setup.start)
    qtbot.waitUntil(lambda: live.isVisible() and len(training.series.get("loss", {})) == 25)
    assert play.asked == [TrainRequest(method="simclr", start=SCRATCH, minutes=2)]
    qtbot.waitUntil(lambda: len(training.pictures) == 2)
    assert live.practice.accessibleDescription() == "Two crops at step 20"
    assert live.quality.accessibleDescription() == "Step 20: 60.0 %"
    assert "1 photo cannot be opened" in live._notes.text()
    assert [value.text() for _, value in live._facts.values()] == ["25 of 40", "42", "1 min"]

    click(qtbot, live.pause)
    assert training.state in {"pausing", "paused"}
    assert live.pause.text() == "Go on"
    qtbot.waitUntil(lambda: training.state == "paused")
    assert (live.pause.text(), live._doing.text()) == ("Go on", "Paused")
    play.may_step = 100
    qtbot.wait(300)
    assert training.step == 25
    click(qtbot, live.pause)
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == COMPARE)

    result = page.before_after
    qtbot.waitUntil(lambda: bool(page._models.before_after.pairs))
    qtbot.waitUntil(lambda: page.in_use._name.text() == RUN)
    assert "beyond noise" in result.verdict._why.text()
    assert result.verdict.keep.text() == f"Keep {RUN}"
    assert "of 100 of your tags it guesses about 76 right" in page.in_use._sentence.text()
    assert page.in_use.back.text() == f"Go back to {OLD}"
    click(qtbot, page.in_use.back)
    qtbot.waitUntil(lambda: page.in_use._name.text() == OLD)
    assert {e.name for e in library._catalogue.encoders.all() if e.active} == {OLD}
    qtbot.waitUntil(lambda: not page._models.encoders.switching)

    qtbot.keyClick(page.in_use.back, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.in_use._name.text() == RUN)
    assert page.in_use.back.text() == f"Go back to {OLD}"
    qtbot.waitUntil(lambda: not page._models.encoders.switching)
    assert library._catalogue.acts.last().title == f"took the encoder “{RUN}” into use"


def test_one_that_is_not_better_is_used_anyway(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary
):
    library.play.better, library.play.may_step = False, 12
    click(qtbot, page.setup.start)
    qtbot.waitUntil(lambda: page._models.training.step == 12)
    click(qtbot, page.live.stop)  # it keeps what it has
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == COMPARE)
    verdict = page.before_after.verdict
    qtbot.waitUntil(verdict.isVisible)
    assert verdict._title.text() == "Not better beyond chance"
    assert "the old one stays" in verdict._why.text()
    assert (verdict.keep.text(), verdict.other.text()) == (f"Keep {OLD}", f"Use {RUN} anyway")
    click(qtbot, verdict.other)
    qtbot.waitUntil(lambda: page.in_use._name.text() == RUN)
    qtbot.waitUntil(lambda: verdict.keep.text() == f"Keep {RUN}")
    click(qtbot, verdict.keep)
    assert page.tabs.currentIndex() == TRAIN


def test_what_was_cancelled_can_go_on(qtbot: QtBot, page: EncoderPage, library: PlayedLibrary):
    library.play.may_step = 15
    click(qtbot, page.setup.start)
    qtbot.waitUntil(lambda: page._models.training.step == 15)
    click(qtbot, page.live.cancel)
    offer = page.setup._offer
    qtbot.waitUntil(offer.isVisible)
    assert "at step 15 of 40" in offer._words.text()
    with qtbot.waitSignal(page._models.training.said) as said:
        page._models.training.catch_up(go_on=False)  # as the next start of the window does
    assert "interrupted" in said.args[0]
    click(qtbot, offer.go_on)
    qtbot.waitUntil(lambda: page.live.isVisible() and page._models.training.step == 15)
    library.play.may_step = 40
    qtbot.waitUntil(lambda: page.tabs.currentIndex() == COMPARE)
    assert not offer.isVisible()


def test_a_second_training_shows_nothing_of_the_first(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary
):
    training, library.play.may_step = page._models.training, 40
    training.start(TrainRequest())
    qtbot.waitUntil(page.before_after.verdict.isVisible)
    library.play.may_step = 0
    training.start(TrainRequest(method="dino"))
    qtbot.waitUntil(lambda: training.state == "running" and training._read == 0)
    qtbot.wait(1200)  # two looks, at which the library still tells of the first
    assert (training.series, training.news, list(training.pictures)) == ({}, None, [])
    library.play.may_step = 10
    qtbot.waitUntil(lambda: len(training.series.get("loss", {})) == 10)
    assert training.news.name == "mine-2"
    training.cancel()


def test_from_scratch_it_must_look_at_photos(qtbot: QtBot, page: EncoderPage):
    page.setup.begin.setCurrentIndex(page.setup.begin.findData(SCRATCH))
    assert not page.setup.start.isEnabled()
    assert "looks at photos" in page.setup._estimate.text()
    click(qtbot, page.setup.choices["dino"].radio)
    assert page.setup.start.isEnabled()


def test_the_estimate_includes_looking_anew_and_comparing(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(setup, "_clock", lambda seconds: f"{seconds / 60:.1f}")
    page.setup.refresh()
    assert "until about 8.0, then looks at your photos anew and compares. The" in said(page)
    library.play.photos_per_s = 0.2
    with qtbot.waitSignal(page._models.encoders.shown):
        page._models.encoders.refresh()
    # 24 photos: 48 comparisons by the old one, and 2.7 times 72 encodings by the new one.
    assert (
        "until about 8.0, then looks at your photos anew and compares, until about 28.2."
        in said(page)
    )
    click(qtbot, page.setup.choices["neighbours"].radio)
    assert "until about 20.0." in said(page)  # 48 to judge, 96 to compare


def said(page: EncoderPage) -> str:
    return page.setup._estimate.text()


def test_a_failed_training_says_why(qtbot: QtBot, page: EncoderPage, library: PlayedLibrary):
    library.play.error = SurroundingsError("The disk is full; make room and go on.")
    click(qtbot, page.setup.start)
    qtbot.waitUntil(page.setup._trouble.isVisible)
    assert page.setup._trouble.text() == "The disk is full; make room and go on."
    assert page._models.training.state == "idle"


def test_the_methods_are_explained_and_the_search_can_be_learnt_from(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary
):
    click(qtbot, page.setup.explain)
    assert page.explained.isVisible()
    click(qtbot, page.explained.back)
    assert page.setup.isVisible()
    assert page.setup.photos.count() == 1
    page._models.wall.show("red")
    qtbot.waitUntil(lambda: page._models.wall.rowCount() == 8)
    page.setup.refresh()
    page.setup.photos.setCurrentIndex(1)
    assert page.setup.request().query == "red"
    assert page.setup.start.isEnabled()
    page._models.wall.show("red0")
    qtbot.waitUntil(lambda: page._models.wall.rowCount() == 1)
    page.setup.refresh()
    page.setup.photos.setCurrentIndex(1)
    assert not page.setup.start.isEnabled()
    assert "at least 8 photos" in page.setup._estimate.text()


def test_nothing_is_claimed_before_the_library_has_answered(page: EncoderPage):
    encoders = page._models.encoders
    encoders.shelf = Shelf()
    encoders.shown.emit()
    assert page.in_use._name.text() == "Looking…"
    assert page.setup._estimate.text() == "Looking at what there is…"


def test_the_one_in_use_is_measured_on_the_tags(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary
):
    assert "Tag 15 photos" in page.in_use._sentence.text()
    library.tag("Colours/Red", library.photo_ids())
    page._models.encoders.refresh()
    qtbot.waitUntil(page.in_use.measure.isVisible)
    click(qtbot, page.in_use.measure)
    qtbot.waitUntil(lambda: "about 76 right" in page.in_use._sentence.text())
    assert page.in_use._sentence.text().startswith("Good: ")
    assert not page.in_use.measure.isVisible()


def test_an_encoder_is_fetched_when_its_licence_is_accepted(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with running(Hub(content=_weights())) as hub:
        library._known = [_known(f"{hub.url}/gone.pth", hub.content)]
        page._models.encoders.refresh()
        page.tabs.setCurrentIndex(READY_MADE)
        qtbot.waitUntil(lambda: list(page.ready_made.known) == ["dinov3-tiny"])
        row = page.ready_made.known["dinov3-tiny"]
        click(qtbot, row.get)
        assert not row.agree.isEnabled()
        qtbot.keyClick(row.accept, Qt.Key.Key_Space)
        click(qtbot, row.agree)
        qtbot.waitUntil(row._trouble.isVisible)
        assert "bring gone.pth from" in row._trouble.text()
        assert row.bring.isVisible()

        library._known = [_known(hub.url, hub.content)]
        click(qtbot, row.get)
        click(qtbot, row.agree)
        qtbot.waitUntil(lambda: "dinov3-tiny" in page.ready_made.own)
    assert page.in_use._name.text() == OLD  # it serves on
    click(qtbot, page.ready_made.own["dinov3-tiny"].use)
    qtbot.waitUntil(lambda: page.in_use._name.text() == "dinov3-tiny")


def _known(url: str, content: bytes) -> KnownEncoder:
    return KnownEncoder(
        name="dinov3-tiny",
        title="Tiny DINO",
        url=url,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        licence="The Licence",
        licence_url="https://licence.example/text",
        must_accept=True,
    )


def _weights() -> bytes:
    buffer = io.BytesIO()
    torch.save(vit_weights(registers=4), buffer)
    return buffer.getvalue()


def test_what_is_cancelled_can_be_asked_again(
    qtbot: QtBot, page: EncoderPage, library: PlayedLibrary
):
    compared, encoders = page._models.before_after, page._models.encoders
    compared.compare(OLD, OLD)
    encoders.use(OLD)
    for job in page._models.jobs._live():
        job.cancel()
    qtbot.waitUntil(lambda: not compared.comparing and not encoders.switching)


def test_the_quality_interval_is_wilsons():
    compared = Comparison("a", "b", 50, 40, (Score("tags_prototypes", "Tags", 0.5, 0.9),), None, "")
    quality = quality_of(compared, "b")
    # https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval: 36 of 40
    assert (quality.low, quality.high) == pytest.approx((0.7695, 0.9604), abs=5e-4)
    assert quality_of(compared, "c") is None


def test_the_curve_tells_its_values_to_pointer_and_keys(qtbot: QtBot):
    curve = Curve("Loss", "lower is better")
    qtbot.addWidget(curve)
    curve.resize(500, 200)
    curve.show()
    curve.show_values({30: 1.5, 10: 2.5, 20: 2.0})
    assert curve.accessibleDescription() == "Step 30: 1.5"
    qtbot.mouseMove(curve, QPoint(272, 100))
    qtbot.waitUntil(lambda: curve.looked_at == "Step 20: 2")
    qtbot.keyClick(curve, Qt.Key.Key_Left)
    assert curve.looked_at == "Step 10: 2.5"
    curve.show_values({})
    assert curve.looked_at == ""
    curve.show_values({0: 0.6}, until=0)  # the quality before the first step
    curve.grab()
    assert curve.accessibleDescription() == "Step 0: 0.6"


def test_ticks_points_means():
    assert ticks(0.3, 4.1, 4) == [0, 2, 4, 6]
    assert ticks(2.0, 2.0, 4) == pytest.approx([2.0, 2.1])
    assert [round(tick, 3) for tick in ticks(0.581, 0.78, 4)] == [0.5, 0.6, 0.7, 0.8]
    points = [(step, float(step)) for step in range(100)]
    assert nearest(points, 40.4) == 40
    assert nearest(points, -3) == 0
    assert nearest(points, 1000) == 99
    line = [value for _, value in smoothed(points)]
    assert line == pytest.approx([value for _, value in points])  # it does not lag
    assert len(thinned(points, 10)) <= 22
    assert thinned(points, 10)[-1] == points[-1]
