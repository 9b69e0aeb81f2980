import pytest

from gallery_app.catalogue.catalogue import Catalogue
from tests.catalogues import fill

AWAY, FULL = "the photo is not there", "the disk is full"


@pytest.fixture
def ids(catalogue: Catalogue) -> list[int]:
    return fill(catalogue, 3)


def settle(catalogue: Catalogue, tried: dict[int, str], out: str = "") -> int:
    act = catalogue.acts.begin("exported")
    catalogue.waiting.settle(act, out, None, tried)
    return act


def waiting(catalogue: Catalogue) -> dict[int, str]:
    return {one.photo_id: one.reason for one in catalogue.waiting.first(10)}


def test_what_could_not_be_written_waits_until_it_is(catalogue: Catalogue, ids: list[int]):
    settle(catalogue, {ids[0]: AWAY, ids[1]: "", ids[2]: AWAY})
    assert waiting(catalogue) == {ids[0]: AWAY, ids[2]: AWAY}
    settle(catalogue, {ids[0]: FULL, ids[2]: ""})
    assert waiting(catalogue) == {ids[0]: FULL}
    assert catalogue.waiting.count() == 1


def test_it_waits_since_the_first_time(
    catalogue: Catalogue, ids: list[int], monkeypatch: pytest.MonkeyPatch
):
    settle(catalogue, {ids[0]: AWAY})
    since = catalogue.waiting.first(1)[0].since
    monkeypatch.setattr("gallery_app.catalogue.waiting.now", lambda: "2099-01-01T00:00:00+00:00")
    settle(catalogue, {ids[0]: FULL, ids[1]: FULL})
    assert [one.since for one in catalogue.waiting.first(5)] == [since, "2099-01-01T00:00:00+00:00"]
    assert len(catalogue.waiting.first(1)) == 1


def test_places_wait_apart_and_are_tried_as_they_were_asked_for(
    catalogue: Catalogue, ids: list[int]
):
    settle(catalogue, {ids[0]: AWAY, ids[1]: AWAY})
    act = catalogue.acts.begin("exported")
    catalogue.waiting.settle(act, "/out", 0.5, {ids[0]: FULL})
    assert catalogue.waiting.by_request() == [
        ("", None, (ids[0], ids[1])),
        ("/out", 0.5, (ids[0],)),
    ]
    assert catalogue.waiting.photos("/out") == {ids[0]}


def test_undo_puts_back_what_waited_before(catalogue: Catalogue, ids: list[int]):
    settle(catalogue, {ids[0]: AWAY, ids[1]: AWAY})
    settle(catalogue, {ids[0]: "", ids[1]: FULL, ids[2]: AWAY})
    catalogue.take_back(catalogue.acts.last())
    assert waiting(catalogue) == {ids[0]: AWAY, ids[1]: AWAY}
    catalogue.take_back(catalogue.acts.last())
    assert waiting(catalogue) == {}


def test_a_photo_that_is_gone_waits_no_more(catalogue: Catalogue, ids: list[int]):
    settle(catalogue, {ids[0]: AWAY})
    with catalogue.connection.write() as db:
        db.execute("DELETE FROM photos WHERE id = ?", (ids[0],))
    assert catalogue.waiting.count() == 0
    catalogue.take_back(catalogue.acts.last())
    assert catalogue.waiting.count() == 0
