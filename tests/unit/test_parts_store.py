"""Tagged parts of photos in the catalogue: kept with the tag, gone with it, and their vectors."""

from dataclasses import replace

import numpy as np
import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.tags import Origin
from gallery_app.domain.part import Part
from tests.catalogues import HAND, facts, fill, record

BOX = Part(0.1, 0.2, 0.3, 0.4)


def tag_part(catalogue: Catalogue, name: str, photo: int, part: Part = BOX) -> int:
    catalogue.put_tag(name, [photo], Origin("hand", part=part))
    return catalogue.tags.ensure(name)


def boxes(catalogue: Catalogue, photo: int) -> dict[str, Part | None]:
    return {known.tag: known.part for known in catalogue.tags.of([photo])[photo]}


@pytest.fixture
def encoder(catalogue: Catalogue) -> int:
    catalogue.encoders.add("one", 2, "test")
    return catalogue.encoders.named("one").id


def test_a_part_is_an_example_in_its_own_right(catalogue: Catalogue, encoder: int):
    first, second = fill(catalogue, 2)
    cat, dog = tag_part(catalogue, "Cat", first), tag_part(catalogue, "Dog", first)
    catalogue.put_tag("Cat", [second], HAND)
    assert boxes(catalogue, first) == {"Cat": BOX, "Dog": BOX}
    assert boxes(catalogue, second) == {"Cat": None}
    assert set(catalogue.tags.examples()) == {(cat, first), (dog, first), (cat, second)}
    assert [tuple(one) for one in catalogue.parts.examples(encoder)] == [
        (cat, first, None),
        (dog, first, None),
    ]
    [pending] = catalogue.parts.pending(encoder)  # one box, though two tags are about it
    assert (pending.photo_id, pending.path, pending.part) == (first, "/photos/0.jpg", BOX)
    before = catalogue.parts.stamp(encoder)
    catalogue.parts.add(encoder, first, BOX, np.array([1, 2], np.float32))
    assert catalogue.parts.pending(encoder) == []
    assert catalogue.parts.stamp(encoder) != before
    ids, photos, vectors = catalogue.parts.load(encoder, 2)
    assert (photos.tolist(), vectors.tolist()) == ([first], [[1, 2]])
    assert {one.vector_id for one in catalogue.parts.examples(encoder)} == set(ids.tolist())
    catalogue.encoders.add("other", 3, "test")
    other = catalogue.encoders.named("other").id
    assert len(catalogue.parts.pending(other)) == 1
    assert catalogue.parts.load(other, 3)[2].shape == (0, 3)


def test_a_part_goes_with_its_tag_and_comes_back_with_it(catalogue: Catalogue, encoder: int):
    [photo] = fill(catalogue, 1)
    with catalogue.acts.recording(lambda: "tagged"):
        cat = tag_part(catalogue, "Cat", photo)
    catalogue.parts.add(encoder, photo, BOX, np.ones(2, np.float32))
    stamp = catalogue.parts.stamp(encoder)
    with catalogue.acts.recording(lambda: "untagged"):
        catalogue.tags.remove(cat, [photo])
    assert catalogue.parts.examples(encoder) == []
    assert catalogue.parts.load(encoder, 2)[0].size == 0
    catalogue.take_back(catalogue.acts.last())
    assert boxes(catalogue, photo) == {"Cat": BOX}
    assert catalogue.parts.stamp(encoder) == stamp  # it was not encoded again
    catalogue.take_back(catalogue.acts.last())
    assert boxes(catalogue, photo) == {}


def test_a_part_moves_with_its_photo(catalogue: Catalogue, encoder: int):
    [photo] = fill(catalogue, 1)
    tag_part(catalogue, "Cat", photo)
    catalogue.parts.add(encoder, photo, BOX, np.ones(2, np.float32))
    record(catalogue, {"/photos/new.jpg": facts("0")}, gone=["/photos/0.jpg"])
    assert boxes(catalogue, photo) == {"Cat": BOX}
    assert catalogue.parts.pending(encoder) == []
    catalogue.photos.set_missing([photo], missing=True)
    assert catalogue.parts.load(encoder, 2)[0].size == 0
    assert len(catalogue.parts.examples(encoder)) == 1


def test_other_pixels_are_encoded_anew_and_another_frame_has_no_box(
    catalogue: Catalogue, encoder: int
):
    [photo] = fill(catalogue, 1)
    tag_part(catalogue, "Cat", photo)
    catalogue.parts.add(encoder, photo, BOX, np.ones(2, np.float32))
    record(catalogue, {"/photos/0.jpg": facts("retouched")})
    assert boxes(catalogue, photo) == {"Cat": BOX}
    assert len(catalogue.parts.pending(encoder)) == 1
    record(catalogue, {"/photos/0.jpg": facts("cropped", width=2)})
    assert boxes(catalogue, photo) == {"Cat": None}
    assert catalogue.parts.pending(encoder) == []


def test_parts_of_a_turned_photo_are_encoded_anew(catalogue: Catalogue, encoder: int):
    [photo] = fill(catalogue, 1)
    tag_part(catalogue, "Cat", photo)
    catalogue.parts.add(encoder, photo, BOX, np.ones(2, np.float32))
    catalogue.marks.change([photo], lambda marks: replace(marks, turn=3))
    [pending] = catalogue.parts.pending(encoder)
    assert (pending.part, pending.turn) == (BOX, 3)
    catalogue.parts.add(encoder, photo, BOX, np.ones(2, np.float32))  # read before the turn
    assert len(catalogue.parts.pending(encoder)) == 1
    catalogue.parts.add(encoder, photo, BOX, np.ones(2, np.float32), turn=3)
    assert catalogue.parts.pending(encoder) == []


def test_the_kept_copy_takes_the_part_over(catalogue: Catalogue):
    first, second = fill(catalogue, 2)
    tag_part(catalogue, "Cat", first)
    catalogue.copies.hand_over(second, [first])
    assert boxes(catalogue, second) == {"Cat": BOX}


def test_acts_from_before_there_were_parts_can_be_taken_back(catalogue: Catalogue):
    [photo] = fill(catalogue, 1)
    cat = catalogue.tags.ensure("Cat")
    row = {"photo_id": photo, "tag_id": cat, "source": "hand", "probability": None}
    with catalogue.acts.recording(lambda: "untagged"):
        catalogue.acts.steps("tag-removed", [row | {"model": None, "created": "2025"}])
    catalogue.take_back(catalogue.acts.last())
    assert boxes(catalogue, photo) == {"Cat": None}
