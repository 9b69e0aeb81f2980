"""Undo: every kind of act is taken back to exactly what was there before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gallery_app.domain.cluster import FoundCluster
from gallery_app.domain.suggestion import Verdict
from gallery_app.errors import UserError
from gallery_app.jobs.export.request import ExportRequest
from gallery_app.jobs.import_tags import import_tags
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.catalogues import facts, fill, record

TABLES = ("photo_tags", "verdicts", "clusters", "file_tags")


def state(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Return all that the user can change."""
    read = library._catalogue.connection.read
    return {table: sorted(map(tuple, read(f"SELECT * FROM {table}"))) for table in TABLES}


@pytest.fixture
def full(library: Library) -> Library:
    """Six photos; two carry “A”, suggestions of “A” and “B”, one group."""
    catalogue = library._catalogue
    ids = fill(catalogue, 6)
    library.tag("A", ids[:2])
    library.answer(Verdict.NO, "A", ids[5:])
    library.answer(Verdict.SKIP, "A", ids[4:5])
    a, b = catalogue.tags.ensure("A"), catalogue.tags.ensure("B")
    catalogue.suggestions.replace(
        [(ids[2], a, 0.9, (1, 2)), (ids[3], a, 0.6, ()), (ids[2], b, 0.7, ())], "model"
    )
    members = tuple((photo, 0.9) for photo in ids[1:4])
    catalogue.clusters.replace(1, [FoundCluster(1, 0, members)])
    return library


def import_table(library: Library, folder: Path) -> None:
    table = folder / "tags.csv"
    table.write_text("path,tag\n/photos/3.jpg,A\n/photos/5.jpg,A\n/photos/3.jpg,New\n")
    finish(library.import_tags(table))


ACTS: dict[str, Callable[[Library, list[int]], object]] = {
    "tagged 2 photos “A”": lambda lib, ids: lib.tag("A", [ids[1], ids[3], ids[5]]),
    "tagged 1 photo “New/Tag”": lambda lib, ids: lib.tag(" New / Tag", ids[:1]),
    "untagged 2 photos “A”": lambda lib, ids: lib.untag("A", ids[:4]),
    "yes to “A” for 3 photos": lambda lib, ids: lib.answer(Verdict.YES, "A", ids[2:5]),
    "no to “A” for 3 photos": lambda lib, ids: lib.answer(Verdict.NO, "A", ids[:3]),
    "skip to “A” for 1 photo": lambda lib, ids: lib.answer(Verdict.SKIP, "A", ids[5:]),
    "accepted 3 suggestions": lambda lib, _: lib.accept(0.5),
    "accepted 1 suggestion": lambda lib, _: lib.accept(0.7, "A"),
    "named a group “Friends”": lambda lib, _: lib.name_cluster(1, "Friends"),
}


@pytest.mark.parametrize("title", ACTS)
def test_every_act_is_taken_back(full: Library, title: str):
    before = state(full)
    ACTS[title](full, sorted(full.photo_ids()))
    assert state(full) != before
    undone, changes = full.undo()
    assert (undone, state(full)) == (title, before)
    assert changes.count > 0 or changes.suggestions


@pytest.mark.parametrize("title", ACTS)
def test_every_act_is_done_again(full: Library, title: str):
    before, ids = state(full), sorted(full.photo_ids())
    ACTS[title](full, ids)
    after = state(full)
    _, undone = full.undo()
    redone, changes = full.redo()
    assert (redone, state(full)) == (title, after)
    assert (changes.tagged, changes.count) == (undone.tagged, undone.count)
    assert full.undo()[0] == title
    assert state(full) == before


def test_acts_are_done_again_in_turn_until_something_else_is_done(full: Library):
    ids, states = sorted(full.photo_ids()), [state(full)]
    for act in ACTS.values():
        act(full, ids)
        states += [state(full)] if state(full) != states[-1] else []  # else it is no act
    assert len(states) > 6
    for expected in reversed(states[:-1]):
        full.undo()
        assert state(full) == expected
    for expected in states[1:]:
        full.redo()
        assert state(full) == expected
    full.undo()
    full.undo()
    full.tag("Something/Else", ids[:1])
    for _ in range(2):
        with pytest.raises(UserError, match="nothing to redo"):
            full.redo()
    assert full.undo()[0] == "tagged 1 photo “Something/Else”"


def test_what_changed_since_is_not_done_again(full: Library):
    full.tag("A", [photo := sorted(full.photo_ids())[3]])
    full.undo()
    full._catalogue.tags.adopt(photo, ["A"], [])  # another program tagged it, and a scan saw it
    before = state(full)
    with pytest.raises(UserError, match="cannot be redone, its photos changed since: tagged 1"):
        full.redo()
    assert state(full) == before


def test_what_wrote_files_is_not_done_again(full: Library, tmp_path: Path):
    full.tag("B", sorted(full.photo_ids())[:1])
    finish(full.export(ExportRequest("csv", tmp_path / "tags.csv")))
    full.undo()
    full.undo()
    full.redo()
    with pytest.raises(UserError, match="nothing to redo"):
        full.redo()


def test_an_import_is_taken_back(full: Library, tmp_path: Path):
    before = state(full)
    import_table(full, tmp_path)
    assert full.undo()[0] == "imported 3 tags from tags.csv"
    assert state(full) == before


def test_acts_are_taken_back_in_turn_however_they_mix(full: Library):
    ids = sorted(full.photo_ids())
    states, titles = [], []
    for title, act in ACTS.items():
        before = state(full)
        act(full, ids)
        if state(full) != before:
            states.append(before)
            titles.append(title.split(" ")[0])
    assert len(states) >= 7
    for before, title in zip(reversed(states), reversed(titles), strict=True):
        assert full.undo()[0].split(" ")[0] == title
        assert state(full) == before


def test_what_changed_nothing_is_no_act(full: Library):
    ids = sorted(full.photo_ids())
    assert full.tag("A", ids[:2]).count == 0
    assert full.untag("B", ids).count == 0
    assert full.answer(Verdict.NO, "A", ids[5:]).count == 0
    assert full.accept(0.99).count == 0
    assert full.undo()[0] == "skip to “A” for 1 photo"


def test_undoing_more_than_was_done(library: Library):
    [photo] = fill(library._catalogue, 1)
    library.tag("A", [photo])
    library.undo()
    for _ in range(2):
        with pytest.raises(UserError, match="nothing to undo"):
            library.undo()


def test_an_act_that_fails_leaves_nothing(full: Library):
    before = state(full)
    with pytest.raises(UserError, match="no group 99"):
        full.name_cluster(99, "New")
    with pytest.raises(UserError, match="not a tag"):
        full.tag("A//B", [1])
    assert state(full) == before
    assert full.undo()[0] == "skip to “A” for 1 photo"


def test_a_scan_is_no_act(library: Library):
    record(library._catalogue, {"/photos/x.jpg": facts("x", tags=("From file",))})
    assert [t.tag for t in library.tags()] == ["From file"]
    with pytest.raises(UserError, match="nothing to undo"):
        library.undo()


def test_photos_removed_since_are_passed_over(full: Library):
    ids = sorted(full.photo_ids())
    full.untag("A", ids[:2])
    full._catalogue.photos.remove_folder(full.folders()[0].id)  # as if long ago: no act
    full.undo()
    assert state(full)["photo_tags"] == []
    assert full.tag("A", ids).count == 0


def test_undo_never_touches_a_photo_that_came_after_the_removed_ones(full: Library):
    full.untag("A", sorted(full.photo_ids())[:2])
    full._catalogue.photos.remove_folder(full.folders()[0].id)  # as if long ago: no act
    record(full._catalogue, {f"/photos/new{n}.jpg": facts(f"new{n}") for n in range(9)})
    full.undo()
    assert state(full)["photo_tags"] == []


def test_yes_and_accepted_tags_remember_what_the_machine_said(full: Library):
    third, fourth = sorted(full.photo_ids())[2:4]
    full.answer(Verdict.YES, "A", [third])
    full.accept(0.5)
    tags = full.tags_of([third, fourth])
    told = {(t.tag, t.source, t.probability, t.model) for t in tags[third] + tags[fourth]}
    assert told == {
        ("A", "accepted", 0.9, "model"),
        ("B", "accepted", 0.7, "model"),
        ("A", "accepted", 0.6, "model"),
    }


def test_an_export_of_a_table_is_taken_back(full: Library, tmp_path: Path):
    target = tmp_path / "tags.csv"
    target.write_text("mine")
    finish(full.export(ExportRequest("csv", target)))
    assert target.read_text() != "mine"
    assert full.undo()[0] == "exported tags.csv"
    assert target.read_text() == "mine"


def test_an_import_joins_equal_tags(full: Library, tmp_path: Path):
    table = tmp_path / "tags.csv"
    table.write_text("path,tag\n/photos/2.jpg,NEW\n/photos/3.jpg,new\n")
    report = finish(import_tags(full._place, table))
    assert (report.changed, report.unmatched) == (2, [])
    assert full.photo_ids("tag:new") == full.photo_ids("tag:NEW")


def test_an_act_of_many_steps_is_taken_back_whole(full: Library, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("gallery_app.catalogue.acts._PAGE", 2)
    before = state(full)
    full.tag("Many", list(full.photo_ids("")))
    assert state(full) != before
    full.undo()
    assert state(full) == before
