"""Photos, their pixels and vectors in the catalogue; see test_scan for what files do."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.recording import FoundPhoto, LastSeen
from tests.catalogues import facts, fill, record, tag, tags_of


def see(catalogue: Catalogue, *photo_ids: int) -> None:
    """Give photos a thumbnail and a vector."""
    if catalogue.encoders.active() is None:
        catalogue.encoders.add("tiny", 2, "test")
    catalogue.photos.set_pixels((photo, 2**64 - photo) for photo in photo_ids)
    rows = [(photo, np.array([photo, 1], np.float32)) for photo in photo_ids]
    catalogue.vectors.add(1, rows)


def test_changed_contents_drop_vector_and_thumbnail(catalogue: Catalogue):
    kept, changed = fill(catalogue, 2)
    see(catalogue, kept, changed)
    stamp = catalogue.vectors.stamp(1)
    assert catalogue.vectors.pending(1) == []
    record(catalogue, {"/photos/1.jpg": facts("edited")})
    assert catalogue.photos.perceptual() == {kept: 2**64 - kept}
    ids, vectors = catalogue.vectors.load(1, 2)
    assert (ids.tolist(), vectors.tolist()) == ([kept], [[kept, 1]])
    assert catalogue.vectors.pending(1) == [(changed, "/photos/1.jpg", "edited", 0)]
    see(catalogue, changed)
    assert catalogue.vectors.stamp(1) != stamp  # or the window would go on with the old vector


def test_a_turned_photo_is_pending_and_its_old_vector_serves(catalogue: Catalogue):
    still, turned = fill(catalogue, 2)
    see(catalogue, still, turned)
    catalogue.encoders.add("other", 2, "test")
    catalogue.vectors.add(2, [(turned, np.ones(2, np.float32))])
    stamp = catalogue.vectors.stamp(1)

    def lying() -> list[int]:
        return [(one.photo_id, one.turn) for one in catalogue.vectors.pending(1)]

    with catalogue.acts.recording(lambda: "turned"):
        catalogue.marks.change([still, turned], lambda marks: replace(marks, rating=3))
        catalogue.marks.change([turned], lambda marks: replace(marks, turn=1))
    assert lying() == [(turned, 1)]
    assert {one.photo_id for one in catalogue.vectors.pending(2)} == {still, turned}
    assert catalogue.vectors.stamp(1) == stamp
    assert catalogue.vectors.load(1, 2)[1].tolist() == [[still, 1], [turned, 1]]
    see(catalogue, turned)
    assert lying() == []
    assert catalogue.vectors.stamp(1) != stamp
    changes = catalogue.take_back(catalogue.acts.last())
    assert (changes.turned, changes.marked) == (True, {still, turned})
    assert lying() == [(turned, 0)]
    with catalogue.acts.recording(lambda: "rated"):
        catalogue.marks.change([still], lambda marks: replace(marks, rating=5))
    assert not catalogue.take_back(catalogue.acts.last()).turned
    assert lying() == [(turned, 0)]


def test_a_moved_or_touched_photo_keeps_vector_and_thumbnail(catalogue: Catalogue):
    moved, touched = fill(catalogue, 2)
    see(catalogue, moved, touched)
    files = {"/photos/x.jpg": facts("0"), "/photos/1.jpg": facts("1", modified_ns=5)}
    recorded = record(catalogue, files, gone=["/photos/0.jpg"])
    assert (recorded.moved, recorded.changed) == ({moved}, {touched})
    assert catalogue.vectors.pending(1) == []
    assert [p.has_thumbnail for p in catalogue.photos.get([moved, touched])] == [True, True]


def test_each_of_many_copies_is_looked_for_once(catalogue: Catalogue):
    copies = {f"/photos/{number}.jpg": facts("copy") for number in range(60)}
    record(catalogue, dict(list(copies.items())[:20]))
    looked_for: list[str] = []

    def has_left(seen: LastSeen) -> bool:
        looked_for.append(seen.path)
        return seen.path in {"/photos/3.jpg", "/photos/7.jpg"}

    new = [FoundPhoto(1, path, fact, "") for path, fact in copies.items()][20:]
    at_new_place = [FoundPhoto(1, f"/photos/x/{n}.jpg", facts("copy"), "") for n in (7, 3)]
    ids = catalogue.photos.ids_by_path()
    recorded = catalogue.photos.record([*at_new_place, *new], has_left)
    assert sorted(looked_for) == sorted(list(copies)[:20])
    assert recorded.moved == {ids["/photos/3.jpg"], ids["/photos/7.jpg"]}
    assert len(recorded.new) == 40
    now = catalogue.photos.ids_by_path()
    assert all(now[f"/photos/x/{n}.jpg"] == ids[f"/photos/{n}.jpg"] for n in (3, 7))


def test_a_copy_edited_in_place_is_no_longer_looked_for(catalogue: Catalogue):
    record(catalogue, {"/photos/a.jpg": facts("copy"), "/photos/b.jpg": facts("copy")})
    ids = catalogue.photos.ids_by_path()
    files = {"c": "copy", "b": "edited", "d": "copy"}
    found = {f"/photos/{name}.jpg": facts(contents) for name, contents in files.items()}
    recorded = record(catalogue, found, gone=["/photos/a.jpg", "/photos/b.jpg"])
    assert recorded.moved == {ids["/photos/a.jpg"]}
    assert recorded.changed == {ids["/photos/b.jpg"]}
    assert len(recorded.new) == 1


def test_no_two_photos_are_ever_in_one_place(catalogue: Catalogue):
    first, second = fill(catalogue, 2)
    recorded = record(catalogue, {"/photos/1.jpg": facts("0")}, gone=["/photos/0.jpg"])
    assert (recorded.moved, recorded.displaced) == ({first}, {second})
    at = catalogue.photos.at(Path("/photos/1.jpg"))
    assert at is not None
    assert (at.id, at.missing) == (first, False)
    assert catalogue.photos.ids_by_path() == {"/photos/1.jpg": first}
    assert [p.missing for p in catalogue.photos.get([second])] == [True]


def test_photos_come_in_the_order_asked_for(catalogue: Catalogue):
    ids = fill(catalogue, 1200)
    asked = [*ids[::-1], 99999, ids[0]]
    assert [p.id for p in catalogue.photos.get(asked)] == [*ids[::-1], ids[0]]
    assert catalogue.photos.get([]) == []
    assert list(catalogue.tags.of(ids[:3])) == ids[:3]


def test_missing_photos_are_counted_and_have_no_vector(catalogue: Catalogue):
    ids = fill(catalogue, 3)
    see(catalogue, *ids[:2])
    tag(catalogue, "A", ids[0])
    catalogue.photos.set_missing(ids[1:2], missing=True)
    counts = catalogue.counts(0.5)
    assert (counts.photos, counts.missing, counts.untagged) == (3, 1, 2)
    assert (counts.thumbnails, counts.vectors) == (2, 1)
    assert catalogue.vectors.load(1, 2)[0].tolist() == ids[:1]
    assert [p[0] for p in catalogue.vectors.pending(1)] == ids[2:]


def test_a_photo_that_cannot_be_decoded_is_a_problem_unless_it_is_tagged(catalogue: Catalogue):
    plain, by_file, by_hand = fill(catalogue, 3)
    record(catalogue, {"/photos/1.jpg": facts("1", modified_ns=2, tags=("From file",))})
    tag(catalogue, "Mine", by_hand)
    for photo in (plain, by_file, by_hand):
        catalogue.photos.give_up(photo, "the file is cut off")
    assert catalogue.find(()) == [by_hand]
    assert len(catalogue.problems.all()) == 3
    catalogue.encoders.add("tiny", 2, "test")
    assert catalogue.vectors.pending(1) == []
    record(catalogue, {"/photos/2.jpg": facts("mended")})
    assert [p[0] for p in catalogue.vectors.pending(1)] == [by_hand]
    assert tags_of(catalogue, by_hand) == ["Mine"]


def test_exact_duplicates_are_groups_of_photos_that_are_there(catalogue: Catalogue):
    names = {"a": "x", "b": "x", "c": "y", "d": "x", "e": "z", "f": "z"}
    record(catalogue, {f"/photos/{name}.jpg": facts(c) for name, c in names.items()})
    ids = catalogue.photos.ids_by_path()
    catalogue.photos.set_missing([ids["/photos/f.jpg"]], missing=True)
    group = tuple(ids[f"/photos/{name}.jpg"] for name in "abd")
    assert catalogue.photos.exact_duplicates() == [group]


@pytest.mark.parametrize("count", [0, 1, 9000])
def test_vectors_come_back_by_photo(catalogue: Catalogue, count: int):
    catalogue.encoders.add("tiny", 2, "test")
    ids = fill(catalogue, count)
    see(catalogue, *ids[::-1])
    loaded, vectors = catalogue.vectors.load(1, 2)
    assert (vectors.dtype, vectors.shape) == (np.float32, (count, 2))
    assert loaded.tolist() == ids
    assert np.array_equal(vectors[:, 0], loaded)


def test_a_vector_of_a_removed_photo_is_dropped(catalogue: Catalogue):
    [photo] = fill(catalogue, 1)
    catalogue.encoders.add("tiny", 2, "test")
    catalogue.photos.remove_folder(catalogue.photos.folders()[0].id)
    see(catalogue, photo)
    assert catalogue.vectors.count(1) == 0


def test_file_tags_merge_with_the_users(catalogue: Catalogue):
    def look(*names: str) -> list[str]:
        record(catalogue, {"/photos/0.jpg": facts("0", tags=names)})
        return tags_of(catalogue, photo)

    [photo] = fill(catalogue, 1)
    assert look("A", "B") == ["A", "B"]
    catalogue.tags.remove(catalogue.tags.ensure("A"), [photo])
    tag(catalogue, "Mine", photo)
    assert look("A", "B") == ["B", "Mine"]  # removed here, so it stays removed
    assert look("A", "C") == ["C", "Mine"]  # B went there, so it goes here
    assert look("c", "mine") == ["C", "Mine"]
    assert look() == []
