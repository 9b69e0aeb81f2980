"""Folder names as tags."""

from pathlib import Path

import pytest

from gallery_app.domain.folder_tags import folder_tags
from gallery_app.errors import UserError
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.photos import noise, save_photo

ROOT = Path("/home/ada/Pictures")


@pytest.mark.parametrize(
    ("inside", "tag"),
    [
        ("Italy/Rome/a.jpg", "Italy/Rome"),
        ("2019-05-02 Italy/a.jpg", "Italy"),
        ("2019/05/Birthdays/a.jpg", "Birthdays"),
        ("20190502_Lake/100CANON/a.jpg", "Lake"),
        ("3 Musketeers/a.jpg", "3 Musketeers"),
        ("1000 Islands/a.jpg", "1000 Islands"),
        ("Japan|Kyoto/Temples/a.jpg", "Temples"),
    ],
)
def test_names_on_the_way_are_the_tag(inside: str, tag: str) -> None:
    assert folder_tags(ROOT, {7: ROOT / inside}) == {tag: [7]}


@pytest.mark.parametrize("inside", ["a.jpg", "2019/05/a.jpg", "DCIM/100CANON/a.jpg"])
def test_folders_without_a_name_give_none(inside: str) -> None:
    assert folder_tags(ROOT, {7: ROOT / inside}) == {}


def test_a_folder_is_tagged_in_one_act(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "Pictures"
    for number, name in enumerate(("Italy/Rome/a.jpg", "Italy/Rome/b.jpg", "c.jpg")):
        save_photo(root / name, noise(seed=number))
    finish(library.add_folders([root]))
    folder = library.folders()[0]

    assert library.curation.tag_by_folders(folder.id).count == 2
    assert {each.tag: each.photos for each in library.tags()} == {"Italy/Rome": 2}
    assert library.curation.tag_by_folders(folder.id).count == 0

    library.undo()
    assert not any(each.photos for each in library.tags())


def test_an_unknown_folder_is_refused(library: Library) -> None:
    with pytest.raises(UserError, match="not in the library"):
        library.curation.tag_by_folders(99)
