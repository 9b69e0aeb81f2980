"""What excludes what, and what accepting in bulk would cost."""

import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.tags import Origin
from gallery_app.domain.exclusion import Exclusion
from gallery_app.domain.suggestion import Suggestion, Verdict
from gallery_app.domain.teaching import ModelRun, acceptance
from gallery_app.jobs.tagging.health import has_children
from tests.catalogues import facts, fill, record, tag, tags_of

TAGS = ["Kind/Cat", "kind/Dog", "Kind/Dog/Poodle", "Place/Paris"]


def test_branches_of_a_marked_parent_exclude_each_other():
    marked = Exclusion(["Kind"])
    assert marked.groups(TAGS) == [[[0], [1, 2]]]
    assert marked.apart("Kind/Cat", "KIND/Dog/Poodle")
    assert not marked.apart("Kind/Dog", "Kind/Dog/Poodle")
    assert not marked.apart("Kind", "Kind/Cat")
    assert not marked.apart("Kind/Cat", "Place/Paris")
    assert not Exclusion([]).apart("Kind/Cat", "Kind/Dog")
    assert Exclusion(["Place"]).groups(TAGS) == []


def test_of_exclusive_suggestions_the_likelier_is_accepted():
    found = [
        Suggestion(1, "Kind/Dog", 0.6),
        Suggestion(2, "Kind/Dog", 0.5),
        Suggestion(1, "Kind/Dog/Poodle", 0.4),
        Suggestion(1, "Kind/Cat", 0.3),
        Suggestion(1, "Place/Paris", 0.2),
    ]
    kept = Exclusion(["Kind"]).compatible(found, {2: ["Kind/Cat"]})
    assert [(s.photo_id, s.tag) for s in kept] == [
        (1, "Kind/Dog"),
        (1, "Kind/Dog/Poodle"),
        (1, "Place/Paris"),
    ]


def test_what_accepting_costs():
    nothing = acceptance([], 0)
    assert (nothing.count, nothing.wrong, nothing.least, nothing.most) == (0, 0, 0, 0)
    few, many = acceptance([0.9] * 100, 3), acceptance([0.9] * 100, 300)
    assert few.wrong == many.wrong == pytest.approx(10)
    assert few.least < many.least < 10 < many.most < few.most
    assert acceptance([1.0, 1.0], 5).most == 0
    assert acceptance([0.0], 5).least == 1


def test_an_exclusive_mark_is_an_act(catalogue: Catalogue):
    kind = catalogue.tags.ensure("Kind")
    with catalogue.acts.recording(lambda: "marked"):
        assert catalogue.tags.set_exclusive(kind, on=True)
        assert not catalogue.tags.set_exclusive(kind, on=True)
    assert catalogue.tags.exclusive() == ["Kind"]
    catalogue.take_back(catalogue.acts.last())
    assert catalogue.tags.exclusive() == []


def test_a_run_is_what_nobody_confirmed(catalogue: Catalogue):
    first, second, third = fill(catalogue, 3)
    cat = tag(catalogue, "Cat", third)
    for photo, model in ((first, "run 1"), (second, "run 1"), (third, "run 2")):
        catalogue.tags.add(cat, [(photo, 0.9)], Origin("accepted", model))
    catalogue.verdicts.give(Verdict.YES, cat, [second])
    assert catalogue.tags.runs() == [ModelRun("run 1", 1)]
    assert catalogue.tags.from_run("run 1") == {cat: [first]}
    assert tags_of(catalogue, third) == ["Cat"]


def test_moments_are_read_as_seconds(catalogue: Catalogue):
    record(
        catalogue,
        {"/photos/a.jpg": facts("a", taken="2020-01-01T10:00:07"), "/photos/b.jpg": facts("b")},
    )
    ids = catalogue.photos.ids_by_path()
    catalogue.photos.set_pixels([(ids["/photos/a.jpg"], (1 << 64) - 1)])
    moments = catalogue.photos.moments()
    assert moments[ids["/photos/a.jpg"]] == ((1 << 64) - 1, 1577872807.0)
    assert moments[ids["/photos/b.jpg"]] == (None, None)


def test_a_tag_with_children_is_split_already():
    tags = ["Places", "Places/Paris", "Beach", "Beaches/North"]
    assert [tag for tag in tags if has_children(tag, tags)] == ["Places"]
