"""Suggestions in the catalogue: open ones, best first, rewritten by every run."""

import pytest

from gallery_app.catalogue import suggestions as module
from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.suggestion import Verdict
from tests.catalogues import fill, tag


@pytest.fixture
def ids(catalogue: Catalogue) -> list[int]:
    ids = fill(catalogue, 5)
    a, b = catalogue.tags.ensure("A"), catalogue.tags.ensure("B")
    rows = [
        (ids[4], a, 0.2, ()),
        (ids[3], a, 0.6, ()),
        (ids[1], b, 0.9, ()),
        (ids[0], b, 0.6, (ids[2], ids[1])),
        (ids[0], a, 0.6, ()),
        (ids[2], a, 0.5, ()),
    ]
    assert catalogue.suggestions.replace(rows, "model") == 6
    return ids


def listed(catalogue: Catalogue, minimum: float, tag_name: str | None = None) -> list[str]:
    tag_id = catalogue.tags.find(tag_name) if tag_name else None
    names = {i: str(n) for n, i in enumerate(sorted(catalogue.photos.ids_by_path().values()))}
    found = catalogue.suggestions.open(tag_id, minimum)
    return [f"{s.tag}{names[s.photo_id]}" for s in found]


def test_best_first_and_the_same_order_every_time(catalogue: Catalogue, ids: list[int]):
    assert listed(catalogue, 0) == ["B1", "A0", "B0", "A3", "A2", "A4"]
    assert listed(catalogue, 0.5) == ["B1", "A0", "B0", "A3", "A2"]
    assert listed(catalogue, 0.55, "A") == ["A0", "A3"]
    assert listed(catalogue, 0, "A") == ["A0", "A3", "A2", "A4"]
    assert catalogue.suggestions.count(0.5) == 4
    assert catalogue.suggestions.count(0.0) == 5
    assert catalogue.suggestions.count(0.6) == 3


def test_reasons_and_chances(catalogue: Catalogue, ids: list[int]):
    reasons = {s.tag: s.because for s in catalogue.suggestions.of(ids[0])}
    assert reasons == {"A": (), "B": (ids[2], ids[1])}
    b = catalogue.tags.ensure("B")
    assert catalogue.suggestions.chances(b, ids[1:]) == {ids[1]: (0.9, "model")}


def test_what_is_answered_tagged_or_missing_is_not_open(catalogue: Catalogue, ids: list[int]):
    a, b = catalogue.tags.ensure("A"), catalogue.tags.ensure("B")
    tag(catalogue, "A", ids[3])
    catalogue.verdicts.give(Verdict.NO, a, [ids[0]])
    catalogue.verdicts.give(Verdict.YES, b, [ids[0]])
    catalogue.verdicts.give(Verdict.SKIP, a, [ids[2]])
    catalogue.photos.set_missing([ids[1]], missing=True)
    assert listed(catalogue, 0) == ["A2", "A4"]
    assert [s.photo_id for s in catalogue.suggestions.of(ids[0])] == []
    assert catalogue.suggestions.count(0.5) == 1


def test_a_run_replaces_the_last_one(catalogue: Catalogue, ids: list[int]):
    a = catalogue.tags.ensure("A")
    assert catalogue.suggestions.replace([(ids[0], a, 0.7, ())], "next") == 1
    assert listed(catalogue, 0) == ["A0"]
    assert catalogue.suggestions.replace([], "next") == 0
    assert listed(catalogue, 0) == []


def test_a_large_run_is_written_in_parts(
    catalogue: Catalogue, ids: list[int], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(module, "_CHUNK", 2)
    a = catalogue.tags.ensure("A")
    rows = [(photo, a, 0.5 + number / 10, ()) for number, photo in enumerate(ids)]
    assert catalogue.suggestions.replace(rows, "next") == 5
    assert listed(catalogue, 0) == ["A4", "A3", "A2", "A1", "A0"]


def test_a_photo_removed_meanwhile_is_passed_over(catalogue: Catalogue, ids: list[int]):
    a = catalogue.tags.ensure("A")
    assert catalogue.suggestions.replace([(999, a, 0.7, ()), (ids[0], a, 0.7, ())], "next") == 1


def test_suggestions_never_mix_with_tags(catalogue: Catalogue, ids: list[int]):
    assert catalogue.tags.carried() == set()
    assert catalogue.tags.all() == []
    assert catalogue.counts(0.5).untagged == 5
