"""Queries against the catalogue, each compared with a plain loop over all photos."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.cluster import SHOWN_LEVEL, FoundCluster
from gallery_app.domain.photo import Photo
from gallery_app.domain.query import parse_query, quoted
from gallery_app.domain.suggestion import Verdict
from tests.catalogues import facts, fill, record, tag, tags_of

FILES = {
    "/photos/Italy/rome_1.jpg": {"taken": "2019-05-31T23:59:59", "camera": "Nikon D90"},
    "/photos/Italy/sub/rome%1.jpg": {"taken": "2019-06-01T00:00:00", "camera": "nikon D90"},
    "/photos/Italy2/sunset.jpg": {"taken": "2021-12-31T23:59:59+02:00", "rating": 5},
    "/photos/100%/a_b.jpg": {"taken": "2022-01-01T00:00:00", "rating": -1},
    "/photos/back\\slash/Sunset old.jpg": {"latitude": 1.5, "longitude": 2.0},
    '/photos/it\'s/“x” "y".jpg': {"camera": "100%_Cam"},
    "/photos/none.jpg": {},
}
TAGS = {
    "/photos/Italy/rome_1.jpg": ["Places/Paris", "dog"],
    "/photos/Italy/sub/rome%1.jpg": ["Places/Paris/Louvre"],
    "/photos/Italy2/sunset.jpg": ["Paris", "Not Paris"],
    "/photos/100%/a_b.jpg": ["100%", "a_b", "New York"],
    "/photos/none.jpg": ["axb", "Parisian", "Été"],
}


@pytest.fixture
def full(catalogue: Catalogue) -> Catalogue:
    record(catalogue, {path: facts(path, **more) for path, more in FILES.items()})
    ids = catalogue.photos.ids_by_path()
    for path, tags in TAGS.items():
        for name in tags:
            tag(catalogue, name, ids[path])
    catalogue.photos.set_missing([ids["/photos/none.jpg"]], missing=True)
    catalogue.encoders.add("tiny", 2, "test")
    members = ((ids["/photos/Italy/rome_1.jpg"], 1.0),)
    catalogue.clusters.replace(1, [FoundCluster(7, SHOWN_LEVEL, members)])
    dog = catalogue.tags.ensure("dog")
    beach = catalogue.tags.ensure("Places/Beach")
    catalogue.suggestions.replace(
        [
            (ids["/photos/Italy/rome_1.jpg"], dog, 0.9, ()),  # carries it already
            (ids["/photos/Italy2/sunset.jpg"], dog, 0.5, ()),
            (ids["/photos/100%/a_b.jpg"], dog, 0.49, ()),
            (ids["/photos/Italy2/sunset.jpg"], beach, 0.7, ()),
        ],
        "m",
    )
    return catalogue


def find(catalogue: Catalogue, query: str) -> list[str]:
    photos = catalogue.photos.get(catalogue.find(parse_query(query)))
    return [str(photo.path) for photo in photos]


def test_all_photos_newest_first_and_those_without_a_date_last(full: Catalogue):
    dated = [path for path in FILES if "taken" in FILES[path]]
    dated.sort(key=lambda path: str(FILES[path]["taken"]), reverse=True)
    assert find(full, "") == dated + sorted(set(FILES) - set(dated))


def has_level(tag_name: str) -> Callable[[Catalogue, Photo], bool]:
    wanted = f"/{tag_name.lower()}/"
    return lambda catalogue, photo: any(
        wanted in f"/{name.lower()}/" for name in tags_of(catalogue, photo.id)
    )


def is_taken(first: str, last: str) -> Callable[[Catalogue, Photo], bool]:
    return lambda _, p: (
        p.taken is not None and first <= p.taken[: len(first)] and (p.taken[: len(last)] <= last)
    )


CASES: dict[str, Callable[[Catalogue, Photo], bool]] = {
    "tag:paris": has_level("paris"),
    "tag:places": has_level("places"),
    "tag:LOUVRE": has_level("louvre"),
    "tag:Places/Paris": has_level("places/paris"),
    "tag:paris/louvre": has_level("paris/louvre"),
    'tag:"new york"': has_level("new york"),
    "tag:100%": has_level("100%"),
    "tag:a_b": has_level("a_b"),
    "tag:ÉTÉ": has_level("été"),
    "tag:nothing": lambda _c, _p: False,
    "2019": is_taken("2019", "2019"),
    "2019-05": is_taken("2019-05", "2019-05"),
    "2019-06-01": is_taken("2019-06-01", "2019-06-01"),
    "2019..2021": is_taken("2019", "2021"),
    "2019-06..": is_taken("2019-06", "9999"),
    "..2019-05": is_taken("0000", "2019-05"),
    "sunset": lambda _, p: "sunset" in str(p.path).lower(),
    "e_1": lambda _, p: "e_1" in str(p.path),
    "%": lambda _, p: "%" in str(p.path),
    "\\": lambda _, p: "\\" in str(p.path),
    "it's": lambda _, p: "it's" in str(p.path),
    quoted('"y"'): lambda _, p: '"y"' in str(p.path),
    "xyzzy": lambda _c, _p: False,
    "folder:italy": lambda _, p: "italy" in str(p.path.parent).lower(),
    "folder:100%": lambda _, p: "100%" in str(p.path.parent),
    "folder:/photos/Italy": lambda _, p: str(p.path).startswith("/photos/Italy/"),
    "folder:/photos/Italy/": lambda _, p: str(p.path).startswith("/photos/Italy/"),
    "folder:/photos/italy": lambda _c, _p: False,
    "folder:/photos/100%": lambda _, p: str(p.path).startswith("/photos/100%/"),
    "folder:/": lambda _c, _p: True,
    "folder:rome": lambda _c, _p: False,
    "camera:NIKON": lambda _, p: "nikon" in (p.camera or "").lower(),
    "camera:%_C": lambda _, p: "%_C" in (p.camera or ""),
    "rating:5": lambda _, p: p.rating == 5,
    "rating:-1": lambda _, p: p.rating == -1,
    "rating:1..": lambda _, p: (p.rating or 0) >= 1,
    "rating:..0": lambda _, p: (p.rating or 0) <= 0,
    "is:untagged": lambda catalogue, p: not tags_of(catalogue, p.id),
    "is:missing": lambda _, p: p.missing,
    "is:located": lambda _, p: p.latitude is not None,
    "is:rejected": lambda _, p: p.rating == -1,
    "is:picked": lambda _, p: p.picked,
    "album:nowhere": lambda _c, _p: False,
    "cluster:7": lambda _, p: p.path.name == "rome_1.jpg",
    "cluster:8": lambda _c, _p: False,
    "suggested:dog": lambda _, p: p.path.name == "sunset.jpg",
    "suggested:beach": lambda _, p: p.path.name == "sunset.jpg",
    "suggested:unknown": lambda _c, _p: False,
}


@pytest.mark.parametrize("query", CASES)
def test_every_term_and_its_negation(full: Catalogue, query: str):
    photos = full.photos.get(full.find(()))
    wanted = {str(photo.path) for photo in photos if CASES[query](full, photo)}
    assert set(find(full, query)) == wanted
    negated = query.replace('"', '"-', 1) if query.startswith('"') else f"-{query}"
    assert set(find(full, negated)) == set(FILES) - wanted


def test_photos_without_a_date_camera_or_rating_are_not_of_2019(full: Catalogue):
    for query in ("-2019", "-camera:nikon", "-rating:5"):
        assert "/photos/none.jpg" in find(full, query)


def test_all_terms_must_hold(full: Catalogue):
    assert find(full, "tag:paris -tag:dog 2019") == ["/photos/Italy/sub/rome%1.jpg"]


def test_an_answered_suggestion_is_found_no_more(full: Catalogue):
    photo = full.photos.ids_by_path()["/photos/Italy2/sunset.jpg"]
    full.verdicts.give(Verdict.NO, full.tags.ensure("dog"), [photo])
    assert find(full, "suggested:dog") == []


NAME = st.text(st.sampled_from("ab%_\\.' "), min_size=1, max_size=4)


@settings(max_examples=40)
@given(names=st.sets(NAME, min_size=1, max_size=5), part=NAME)
def test_a_name_is_found_by_any_part_of_it(
    names: set[str], part: str, tmp_path_factory: pytest.TempPathFactory
):
    catalogue = Catalogue.open(tmp_path_factory.mktemp("search") / "c.sqlite")
    paths = {f"/n{name}" for name in names}  # "/." would be no file
    record(catalogue, {path: facts(path) for path in paths})
    found = find(catalogue, quoted(part))
    catalogue.close()
    assert set(found) == {path for path in paths if part in path}


def test_a_large_id_is_just_not_there(catalogue: Catalogue):
    fill(catalogue, 1)
    assert find(catalogue, "cluster:999999999") == []
