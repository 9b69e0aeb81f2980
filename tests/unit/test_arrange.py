"""The order of the wall and its sections."""

import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.domain.arrangement import Arrangement, Grouping
from gallery_app.domain.cluster import SHOWN_LEVEL, FoundCluster
from gallery_app.domain.query import parse_query
from tests.catalogues import facts, record, tag

FILES = {
    "/photos/b/1.jpg": "2024-05-31T10:00:00",
    "/photos/b/2.jpg": "2024-05-31T09:00:00+02:00",
    "/photos/A/3.jpg": "2024-05-01T09:00:00",
    "/photos/a/sub/4.jpg": "2023-01-01T00:00:00",
    "/photos/5.jpg": None,
}


@pytest.fixture
def full(catalogue: Catalogue) -> Catalogue:
    record(catalogue, {path: facts(path, taken=taken) for path, taken in FILES.items()})
    ids = catalogue.photos.ids_by_path()
    numbers = {path[-5]: ids[path] for path in FILES}
    tag(catalogue, "Sea", numbers["1"], numbers["4"])
    tag(catalogue, "Animals/Cat", numbers["1"], numbers["3"])
    catalogue.encoders.add("tiny", 2, "test")
    groups = {7: "2", 8: "45"}
    catalogue.clusters.replace(
        1,
        [
            FoundCluster(group, SHOWN_LEVEL, tuple((numbers[name], 1.0) for name in names))
            for group, names in groups.items()
        ],
    )
    catalogue.clusters.rename(8, "Boats")
    return catalogue


def shown(catalogue: Catalogue, found: Arrangement) -> list[tuple[str, str]]:
    """Return (section, its photos' numbers)."""
    paths = "".join(p.path.stem for p in catalogue.photos.get(list(found.ids)))
    sections, start = [], 0
    for section in found.sections:
        sections.append((section.key, paths[start : start + section.photos]))
        start += section.photos
    assert start == (len(paths) if found.sections else 0)
    return sections


@pytest.mark.parametrize(
    ("grouping", "sections"),
    [
        (Grouping.NONE, []),
        (
            Grouping.DAY,
            [("2024-05-31", "12"), ("2024-05-01", "3"), ("2023-01-01", "4"), ("", "5")],
        ),
        (Grouping.MONTH, [("2024-05", "123"), ("2023-01", "4"), ("", "5")]),
        (
            Grouping.FOLDER,
            [("/photos/", "5"), ("/photos/A/", "3"), ("/photos/a/sub/", "4"), ("/photos/b/", "12")],
        ),
        (Grouping.CLUSTER, [("Boats\n8", "45"), ("\n7", "2"), ("", "13")]),
        (Grouping.TAG, [("Animals/Cat", "13"), ("Sea", "4"), ("", "25")]),
    ],
)
def test_sections(full: Catalogue, grouping: Grouping, sections: list[tuple[str, str]]):
    assert shown(full, full.arrange((), grouping)) == sections


def test_months_are_known_while_the_order_is_by_date(full: Catalogue):
    months = [("2024-05", 3), ("2023-01", 1), ("", 1)]
    for grouping in (Grouping.NONE, Grouping.DAY, Grouping.MONTH):
        held = full.arrange((), grouping).months
        assert [(month.key, month.photos) for month in held] == months
    assert full.arrange((), Grouping.FOLDER).months == ()


@pytest.mark.parametrize("grouping", Grouping)
def test_a_query_finds_the_same_photos_in_any_order(full: Catalogue, grouping: Grouping):
    terms = parse_query("2024 -tag:sea")
    assert sorted(full.arrange(terms, grouping).ids) == sorted(full.find(terms))
