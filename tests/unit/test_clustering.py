"""What the user changes in groups: it holds through later runs, and undo takes it back."""

import numpy as np
import pytest

from gallery_app.cli import answers
from gallery_app.domain.cluster import (
    FoundCluster,
    KnownClusters,
    TagShare,
    is_dismissed,
    odd_ones,
    split_between,
    with_own,
)
from gallery_app.errors import UserError
from gallery_app.jobs.cluster.assign import find_places
from gallery_app.jobs.cluster.group import group
from gallery_app.jobs.cluster.split import parts_of
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.catalogues import fill

TABLES = ("clusters", "cluster_photos", "cluster_refusals", "dismissals", "dismissed_photos")


def kinds(count, each, seed=0):
    random = np.random.default_rng(seed)
    middles = random.normal(size=(count, 64))
    made = np.repeat(middles, each, axis=0) + 0.5 * random.normal(size=(count * each, 64))
    return made.astype(np.float32)


def groups_of(found, level=0):
    return {each.id: {photo for photo, _ in each.members} for each in found if each.level == level}


def state(library: Library):
    read = library._catalogue.connection.read
    return {table: sorted(map(tuple, read(f"SELECT * FROM {table}"))) for table in TABLES}


@pytest.fixture
def full(library: Library) -> Library:
    """Twelve photos in the groups 1 (six), 2 (three) and, coarser, 3 (all); two in none."""
    ids = fill(library._catalogue, 12)
    parts = [(1, 0, ids[:6]), (2, 0, ids[6:9]), (3, -1, ids)]
    found = [
        FoundCluster(i, level, tuple((p, 0.9 - place / 100) for place, p in enumerate(photos)))
        for i, level, photos in parts
    ]
    library._catalogue.clusters.replace(1, found, [(ids[9], 2), (ids[10], 1)])
    library.name_cluster(2, "Dogs")
    return library


def test_levels_run_from_coarse_to_fine_and_one_is_shown_first(full: Library):
    assert full.clustering.levels() == {-1: 1, 0: 2}
    assert [each.id for each in full.clusters()] == [1, 2]
    assert [each.id for each in full.clustering.clusters(-1)] == [3]
    assert full._catalogue.first_steps().groups == 2


def test_every_photo_has_a_closest_group(full: Library):
    ids = full.photo_ids()
    in_first, beside = sorted(ids)[0], sorted(ids)[9]
    assert full.clustering.closest(in_first).id == 1
    assert full.clustering.closest(beside).id == 2
    assert full.clustering.closest(sorted(ids)[11]) is None  # came after the run


def test_groups_know_the_tags_in_them(full: Library):
    first = full.clusters()[0]
    full.tag("Cats", first.photo_ids[:3])
    assert full.clustering.tags_in()[1] == [TagShare("Cats", 3, 0.5)]
    assert full.clustering.tags_in()[2] == [TagShare("Dogs", 3, 1.0)]


def test_the_command_line_tells_members_odd_ones_and_tags(full: Library):
    _, dogs = answers.clusters(full)
    assert {key: dogs[key] for key in ("id", "name", "size", "odd")} == {
        "id": 2,
        "name": "Dogs",
        "size": 3,
        "odd": [],
    }
    assert dogs["paths"] == [f"/photos/{n}.jpg" for n in (6, 7, 8)]
    assert dogs["tags"] == [{"tag": "Dogs", "share": 1.0}]


def test_a_split_is_offered_between_tags_that_each_say_a_part():
    whole, half, third = (TagShare(t, 1, s) for t, s in (("A", 0.95), ("B", 0.5), ("C", 0.3)))
    assert split_between([whole, half, third]) == ("B", "C")
    assert split_between([whole, half]) is None
    assert split_between([half, TagShare("D", 1, 0.05)]) is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda library: library.clustering.merge([1, 2]),
        lambda library: library.clustering.take_out(1, library.clusters()[0].photo_ids[:2]),
        lambda library: library.clustering.dismiss([1, 2]),
    ],
)
def test_undo_takes_an_edit_back_whole(full: Library, edit):
    before = state(full)
    edit(full)
    assert state(full) != before
    full.undo()
    assert state(full) == before


def test_taking_out_takes_off_the_tag_that_naming_gave_but_not_the_users_own(full: Library):
    one, two, three = full.clusters()[1].photo_ids
    full.untag("Dogs", [two])
    full.tag("Dogs", [two])
    full.clustering.take_out(2, [one, two])
    assert full.photo_ids("tag:Dogs")
    assert set(full.photo_ids("tag:Dogs")) == {two, three}
    full.undo()
    assert set(full.photo_ids("tag:Dogs")) == {one, two, three}


def test_photos_placed_later_stand_where_they_are_typical(full: Library):
    ids = sorted(full.photo_ids())
    full._catalogue.clusters.place(1, [(2, (ids[11], 0.895))], [])
    assert full.clusters()[1].photo_ids == (ids[6], ids[11], ids[7], ids[8])


def test_merging_keeps_the_first_id_a_name_and_typical_members_first(full: Library):
    full.clustering.merge([1, 2])
    [merged] = full.clusters()
    assert (merged.id, merged.name, len(merged.photo_ids)) == (1, "Dogs", 9)
    assert set(merged.photo_ids[:2]) == {min(full.photo_ids()), sorted(full.photo_ids())[6]}


def test_a_merged_group_stays_together_and_takes_in_new_photos_of_its_kind():
    vectors, ids = kinds(4, 30), np.arange(120)
    one, two = set(range(25)), set(range(30, 55))  # five new photos of each kind
    known = KnownClusters(own={0: {7: one | two}}, next_id=8)
    found, _ = group(ids, vectors, known)
    assert groups_of(found)[7] == {*range(30), *range(30, 60)}
    assert len(groups_of(found)) == 3


def test_a_photo_taken_out_does_not_come_back():
    vectors, ids = kinds(3, 30), np.arange(90)
    first, _ = group(ids, vectors, KnownClusters())
    before = groups_of(first)
    home = next(i for i, photos in before.items() if 4 in photos)
    again, closest = group(
        ids, vectors, KnownClusters({0: before}, refused={home: {4}}, next_id=99)
    )
    assert groups_of(again)[home] == before[home] - {4}
    assert 4 in dict(closest)


def test_a_dismissed_group_never_returns_though_it_grew():
    vectors, ids = kinds(3, 30), np.arange(90)
    found, _ = group(ids, vectors, KnownClusters(dismissed=[set(range(20))]))
    assert all(not photos & set(range(30)) for photos in groups_of(found).values())
    assert len(groups_of(found)) == 2


def test_a_run_keeps_ids_by_overlap_at_each_level():
    vectors, ids = kinds(4, 30), np.arange(120)
    found, _ = group(ids[:100], vectors[:100], KnownClusters())
    levels = {level: groups_of(found, level) for level in (-2, -1, 0, 1, 2)}
    known = KnownClusters(levels, next_id=max(each.id for each in found) + 1)
    again, _ = group(ids, vectors, known)
    assert len({each.id for each in again}) == len(again)
    for cluster_id, photos in levels[0].items():
        assert photos <= groups_of(again)[cluster_id]


def test_new_photos_join_without_a_new_run_and_odd_ones_stay_beside():
    vectors = kinds(3, 40)
    odd = np.random.default_rng(5).normal(size=(1, 64)).astype(np.float32)
    vectors, ids = np.concatenate([vectors, odd]), np.arange(121)
    known = KnownClusters({
        0: {i: set(range(40 * i, 40 * i + 36)) for i in range(3)},
        1: {9: set(range(36))},
    })
    new = [36, 37, 38, 39, 76, 77, 118, 120]
    joined, closest = find_places(ids, vectors, new, known)
    shown = [(cluster, photo) for cluster, (photo, _) in joined if cluster < 9]
    assert all(cluster == photo // 40 for cluster, photo in shown)
    assert len(shown) >= 5
    assert {photo for _, photo in shown} | set(dict(closest)) == set(new)
    assert 120 in dict(closest)


def test_a_group_is_split_as_it_lies_or_between_two_tags():
    vectors, ids = kinds(2, 20), np.arange(40)
    for examples in ([], [[0, 1], [20, 21]]):
        parts = parts_of(ids, vectors, examples)
        assert sorted({photo for photo, _ in part} for part in parts) == [
            set(range(20)),
            set(range(20, 40)),
        ]
    assert len(parts_of(ids[:6], vectors[[0, 1, 2, 20, 21, 22]], [])) == 2
    assert len(parts_of(ids[:6], np.ones((6, 8), np.float32), [])) == 1


def test_splitting_is_stored_and_undone(full: Library):
    ids = sorted(full.photo_ids())
    rows = kinds(2, 3)
    dim = full._catalogue.encoders.active().dim
    wide = np.zeros((6, dim), np.float32)
    wide[:3, 0], wide[3:, 1] = 1, 1
    wide += 0.01 * rows[:, :1]
    full._catalogue.vectors.add(1, zip(ids[:6], wide, strict=True))
    before = state(full)
    parts = finish(full.clustering.split(1))
    assert parts[0] == 1
    found = {each.id: set(each.photo_ids) for each in full.clusters()}
    assert sorted(map(sorted, (found[i] for i in parts))) == [ids[:3], ids[3:6]]
    full.undo()
    assert {**state(full)} == before


def test_a_group_that_is_no_more_cannot_be_changed(full: Library):
    for edit in (
        lambda: full.clustering.merge([1, 77]),
        lambda: full.clustering.dismiss([77]),
        lambda: full.clustering.take_out(77, [1]),
        lambda: finish(full.clustering.split(77)),
    ):
        with pytest.raises(UserError, match="no group 77"):
            edit()
    assert len(full.clusters()) == 2


def test_odd_ones_are_few_and_the_oddest_comes_first():
    steady = [(photo, 0.8 - photo / 1000) for photo in range(30)]
    assert odd_ones([*steady, (50, 0.5), (51, 0.3)]) == (51, 50)
    assert odd_ones(steady) == ()
    assert odd_ones([(1, 0.9), (2, 0.1)]) == ()


def test_own_groups_take_the_rest_of_what_they_mostly_are():
    left, own = with_own([[1, 2, 3, 9], [4, 5, 6, 7], [8, 20, 21]], {5: {1, 2, 3}, 6: {8}})
    assert left == [[4, 5, 6, 7], [20, 21]]
    assert own == {5: {1, 2, 3, 9}, 6: {8}}


def test_dismissal_goes_by_overlap():
    assert is_dismissed({1, 2, 3}, [{1, 2, 3, 4}])
    assert not is_dismissed({1, 2, 3}, [{3, 4, 5, 6}, set()])
