"""Albums, saved searches, ratings, picks and turns; all of them undone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gallery_app.domain.photo import turned
from gallery_app.errors import UserError
from gallery_app.files.metadata import read_metadata, read_sidecar
from gallery_app.jobs.export.request import ExportRequest
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.catalogues import facts, fill, record
from tests.photos import noise, save_photo, stored


@pytest.fixture
def ids(library: Library) -> list[int]:
    return fill(library._catalogue, 6)


def undone(library: Library, write: Callable[[], object], look: Callable[[], object]) -> object:
    """Return what a write made of things, after checking that undo takes it back."""
    before = look()
    write()
    after = look()
    assert after != before
    library.undo()
    assert look() == before
    write()
    return after


def test_an_album_is_made_filled_renamed_and_deleted(library: Library, ids: list[int]):
    hand = library.curation

    def look() -> list[tuple[str, set[int]]]:
        return [(a.name, set(library.photo_ids(f'album:"{a.name}"'))) for a in hand.albums()]

    made = undone(library, lambda: hand.make_album(" Summer  2024 ", ids[:2]), look)
    assert made == [("Summer 2024", set(ids[:2]))]
    album = hand.albums()[0]
    undone(library, lambda: hand.add_to_album(album.id, ids[1:4]), look)
    undone(library, lambda: hand.take_from_album(album.id, ids[:1]), look)
    undone(library, lambda: hand.rename_album(album.id, "Winter"), look)
    assert look() == [("Winter", set(ids[1:4]))]
    assert hand.albums()[0].photos == 3
    assert undone(library, lambda: hand.delete_album(album.id), look) == []
    assert len(library.photo_ids()) == len(ids)


def test_names_of_albums_are_not_empty_and_not_taken(library: Library):
    hand = library.curation
    hand.make_album("Été")
    for name, says in (("  ", "needs a name"), ("ÉTÉ", "already")):
        with pytest.raises(UserError, match=says):
            hand.make_album(name)
    hand.rename_album(hand.albums()[0].id, "ÉTÉ")
    with pytest.raises(UserError, match="no more"):
        hand.delete_album(99)


def test_a_saved_search_always_holds_what_it_finds(library: Library, ids: list[int]):
    hand = library.curation
    hand.save_search("Best", "rating:4..")
    assert hand.albums()[0].photos == 0
    hand.rate(5, ids[:2])
    assert set(library.photo_ids("album:best")) == set(ids[:2])
    assert set(library.photo_ids("-album:best")) == set(ids[2:])
    assert hand.albums()[0].photos == 2
    with pytest.raises(UserError, match="saved search"):
        hand.add_to_album(hand.albums()[0].id, ids)
    with pytest.raises(UserError, match="is not a search word"):
        hand.save_search("Odd", "colour:red")


def test_a_saved_search_that_holds_itself_ends(library: Library, ids: list[int]):
    library.curation.save_search("Ring", "-album:ring")
    assert set(library.photo_ids("album:ring")) == set(ids)


def test_marks_are_set_and_undone(library: Library, ids: list[int]):
    hand = library.curation

    def look() -> list[tuple[int | None, bool, int]]:
        return [(p.rating, p.picked, p.turn) for p in library.photos(ids[:2])]

    undone(library, lambda: hand.rate(3, ids[:2]), look)
    undone(library, lambda: hand.pick(ids[:1]), look)
    assert look() == [(3, True, 0), (3, False, 0)]
    undone(library, lambda: hand.reject(ids[:2]), look)
    assert look() == [(-1, False, 0)] * 2
    assert set(library.photo_ids("is:rejected")) == set(ids[:2])
    hand.reject(ids[:2])
    hand.pick(ids[:2])
    assert look() == [(0, True, 0)] * 2
    assert set(library.photo_ids("is:picked")) == set(ids[:2])
    hand.pick(ids[:2])
    undone(library, lambda: hand.turn(-1, ids[:1]), look)
    assert look() == [(0, False, 3), (0, False, 0)]
    assert [(p.width, p.height) for p in library.photos(ids[:2])] == [(2, 3), (3, 2)]
    with pytest.raises(UserError, match="6 stars"):
        hand.rate(6, ids)


def test_no_stars_are_found_as_none(library: Library, ids: list[int]):
    library.curation.rate(2, ids[:1])
    assert set(library.photo_ids("rating:0")) == set(ids[1:])
    assert library.photo_ids("rating:1..") == ids[:1]


def test_a_rating_given_here_stays_until_the_file_gets_another(library: Library):
    path = "/photos/a.jpg"
    record(library._catalogue, {path: facts("a", rating=2)})
    [photo_id] = library.photo_ids()
    library.curation.rate(5, [photo_id])
    for in_file, shown in ((2, 5), (4, 4), (None, None)):
        record(library._catalogue, {path: facts("a", rating=in_file)})
        assert library.photos([photo_id])[0].rating == shown


def test_a_file_that_was_turned_elsewhere_is_shown_as_it_is(library: Library):
    path = "/photos/a.jpg"
    record(library._catalogue, {path: facts("a", taken="2020")})
    [photo_id] = library.photo_ids()
    library.curation.turn(1, [photo_id])
    record(library._catalogue, {path: facts("b", taken="2020")})
    assert library.photos([photo_id])[0].turn == 1
    record(library._catalogue, {path: facts("c", taken="2020", orientation=6)})
    assert library.photos([photo_id])[0].turn == 0


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("turn", range(4))
def test_a_turned_orientation_shows_the_turned_photo(orientation: int, turn: int):
    upright = noise(6, 4)
    wanted = upright.rotate(-90 * turn, expand=True)
    # storing the turned photo under the turned orientation leaves the file's pixels as they were
    assert (
        stored(wanted, turned(orientation, turn)).tobytes()
        == stored(upright, orientation).tobytes()
    )


def test_rating_and_turn_go_into_the_sidecar_once_and_back(library: Library, tmp_path: Path):
    path = save_photo(tmp_path / "photos" / "a.jpg", noise(seed=1))
    finish(library.add_folders([path.parent]))
    [photo_id] = library.photo_ids()
    library.curation.rate(4, [photo_id])
    library.curation.turn(1, [photo_id])
    before = path.read_bytes()
    report = finish(library.export(ExportRequest("xmp")))
    sidecar = path.with_name("a.jpg.xmp")
    document = read_sidecar(sidecar)
    assert (document.text("xmp:Rating"), document.text("tiff:Orientation")) == ("4", "6")
    assert {change.field for change in report.changes} == {"xmp:Rating", "tiff:Orientation"}
    assert path.read_bytes() == before
    assert finish(library.export(ExportRequest("xmp"))).written == 0

    finish(library.rescan())
    assert library.photos([photo_id])[0].rating == 4
    library.undo()
    assert not sidecar.exists()
    assert finish(library.export(ExportRequest("xmp"))).written == 1
    assert read_metadata(path).rating == 4
