"""Verdicts: kept by contents, through moves and copies, new only once."""

import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.suggestion import Verdict
from tests.catalogues import facts, fill, record


def answers(catalogue: Catalogue) -> dict[Verdict, list[tuple[int, int]]]:
    return {verdict: catalogue.verdicts.pairs(verdict) for verdict in Verdict}


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_new_only_once(catalogue: Catalogue, verdict: Verdict):
    first, second = fill(catalogue, 2)
    dog = catalogue.tags.ensure("dog")
    assert catalogue.verdicts.give(verdict, dog, [first, second]) == {first, second}
    assert catalogue.verdicts.give(verdict, dog, [first]) == set()
    assert answers(catalogue)[verdict] == [(dog, first), (dog, second)]


def test_the_last_verdict_counts(catalogue: Catalogue):
    [photo] = fill(catalogue, 1)
    dog = catalogue.tags.ensure("dog")
    for verdict in (Verdict.SKIP, Verdict.NO, Verdict.YES):
        assert catalogue.verdicts.give(verdict, dog, [photo]) == {photo}
    assert answers(catalogue) == {
        Verdict.YES: [(dog, photo)],
        Verdict.NO: [],
        Verdict.SKIP: [],
    }


def test_verdicts_follow_the_contents(catalogue: Catalogue):
    [photo] = fill(catalogue, 1)
    dog = catalogue.tags.ensure("dog")
    catalogue.verdicts.give(Verdict.NO, dog, [photo])
    record(catalogue, {"/photos/moved.jpg": facts("0")}, gone=["/photos/0.jpg"])
    record(catalogue, {"/photos/copy.jpg": facts("0")})
    ids = catalogue.photos.ids_by_path()
    assert ids["/photos/moved.jpg"] == photo
    assert answers(catalogue)[Verdict.NO] == [(dog, photo), (dog, ids["/photos/copy.jpg"])]
    record(catalogue, {"/photos/moved.jpg": facts("other")})
    assert answers(catalogue)[Verdict.NO] == [(dog, ids["/photos/copy.jpg"])]


def test_a_verdict_outlives_its_photo(catalogue: Catalogue):
    [photo] = fill(catalogue, 1)
    dog = catalogue.tags.ensure("dog")
    catalogue.verdicts.give(Verdict.NO, dog, [photo])
    catalogue.photos.remove_folder(catalogue.photos.folders()[0].id)
    assert answers(catalogue)[Verdict.NO] == []
    [again] = fill(catalogue, 1)
    assert answers(catalogue)[Verdict.NO] == [(dog, again)]


def test_withdrawing(catalogue: Catalogue):
    first, second = fill(catalogue, 2)
    dog, cat = catalogue.tags.ensure("dog"), catalogue.tags.ensure("cat")
    catalogue.verdicts.give(Verdict.NO, dog, [first, second])
    catalogue.verdicts.give(Verdict.NO, cat, [first])
    catalogue.verdicts.withdraw(dog, [first])
    assert answers(catalogue)[Verdict.NO] == [(dog, second), (cat, first)]


def test_photos_that_are_no_more_are_passed_over(catalogue: Catalogue):
    [photo] = fill(catalogue, 1)
    dog = catalogue.tags.ensure("dog")
    assert catalogue.verdicts.give(Verdict.NO, dog, [photo, 999]) == {photo}
    catalogue.verdicts.withdraw(dog, [999])
