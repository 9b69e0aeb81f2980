"""Clusters in the catalogue: ids never given twice, names kept, missing photos left out."""

import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.cluster import ClusterSize, FoundCluster
from gallery_app.errors import UserError
from tests.catalogues import fill


@pytest.fixture
def ids(catalogue: Catalogue) -> list[int]:
    catalogue.encoders.add("one", 2, "test")
    catalogue.encoders.add("other", 2, "test")
    return fill(catalogue, 6)


def put(catalogue: Catalogue, encoder: int, groups: list[tuple[int, list[int]]]) -> None:
    found = [
        FoundCluster(i, 0, tuple((photo, 1 - place / 100) for place, photo in enumerate(photos)))
        for i, photos in groups
    ]
    catalogue.clusters.replace(encoder, found)


def groups(catalogue: Catalogue, encoder: int = 1) -> dict[int, tuple[str, tuple[int, ...]]]:
    return {c.id: (c.name, c.photo_ids) for c in catalogue.clusters.all(encoder)}


def test_biggest_first_and_members_most_typical_first(catalogue: Catalogue, ids: list[int]):
    members = [ids[4], ids[0], ids[2]]
    put(catalogue, 1, [(1, ids[5:]), (2, members), (3, [ids[1]])])
    found = catalogue.clusters.all(1)
    assert [c.id for c in found] == [2, 1, 3]
    assert found[0].photo_ids == tuple(members)
    assert catalogue.clusters.members(2) == members
    assert found[0].title == "Group 2"
    catalogue.clusters.rename(2, "Dogs")
    assert catalogue.clusters.biggest(1, 2) == [ClusterSize(2, "Dogs", 3), ClusterSize(1, "", 1)]
    assert catalogue.clusters.biggest(2, 5) == []


def test_an_old_id_keeps_its_name_and_a_gone_one_is_never_given_again(
    catalogue: Catalogue, ids: list[int]
):
    assert catalogue.clusters.next_id() == 1
    put(catalogue, 1, [(1, ids[:2]), (2, ids[2:4])])
    catalogue.clusters.rename(1, "Dogs")
    put(catalogue, 1, [(1, ids[1:5])])
    assert groups(catalogue) == {1: ("Dogs", tuple(ids[1:5]))}
    assert catalogue.clusters.next_id() == 3
    put(catalogue, 1, [])
    assert (groups(catalogue), catalogue.clusters.next_id()) == ({}, 3)


def test_every_encoder_has_its_own(catalogue: Catalogue, ids: list[int]):
    put(catalogue, 1, [(1, ids[:2])])
    put(catalogue, 2, [(2, ids[2:])])
    put(catalogue, 1, [(3, ids)])
    assert set(groups(catalogue, 1)) == {3}
    assert set(groups(catalogue, 2)) == {2}


def test_missing_and_removed_photos_are_left_out(catalogue: Catalogue, ids: list[int]):
    put(catalogue, 1, [(1, [*ids[:3], 999])])
    catalogue.photos.set_missing(ids[:1], missing=True)
    assert groups(catalogue) == {1: ("", tuple(ids[1:3]))}
    assert catalogue.clusters.members(1) == ids[1:3]
    catalogue.photos.set_missing(ids[:3], missing=True)
    assert groups(catalogue) == {}


def test_a_group_that_is_no_more_cannot_be_named(catalogue: Catalogue):
    with pytest.raises(UserError, match="no group 5"):
        catalogue.clusters.rename(5, "Dogs")
    assert catalogue.clusters.members(5) == []
