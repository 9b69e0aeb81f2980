"""Scanning real folders: what moves, swaps, goes and comes back stays the same photo."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.tags import Origin
from gallery_app.domain.changes import Changes
from gallery_app.errors import PhotoError
from gallery_app.jobs import scan as scan_module
from gallery_app.jobs.child import Workers
from gallery_app.jobs.job import finish
from gallery_app.jobs.scan import ScanReport, scan
from gallery_app.jobs.surroundings import Surroundings
from tests.photos import exif, noise, save_photo


class ReadersHere(Workers):
    """Reads in this process, so that a test needs no worker."""

    def map(
        self, function: Callable[..., Any], tasks: Iterable[tuple[object, ...]]
    ) -> Iterator[Any]:
        for task in tasks:
            try:
                yield task, function(*task)
            except PhotoError as problem:
                yield task, problem


class House:
    """A catalogue, folders on disk, and a look at what became of them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.catalogue = Catalogue.open(root / "catalogue.sqlite")
        self.announced = list[Changes]()
        self.place = Surroundings.of(root, self.catalogue, self.announced.append)
        object.__setattr__(self.place, "readers", ReadersHere(1))

    def photo(self, name: str, seed: int, **options: Any) -> Path:
        return save_photo(self.root / name, noise(48, 32, seed=seed), **options)

    def add(self, *names: str) -> ScanReport:
        for name in names:
            self.catalogue.photos.add_folder(self.root / name)
        return self.scan()

    def scan(self) -> ScanReport:
        return finish(scan(self.place, self.catalogue.photos.folders()))

    def id(self, name: str) -> int:
        photo = self.catalogue.photos.at(self.root / name)
        assert photo is not None
        assert not photo.missing
        return photo.id

    def tag(self, name: str) -> None:
        """Tag a photo with its name, to find it again."""
        tags = self.catalogue.tags
        tags.add(tags.ensure(name), [(self.id(name), None)], Origin("hand"))

    def tags(self, name: str) -> list[str]:
        return [t.tag for t in self.catalogue.tags.of([self.id(name)])[self.id(name)]]

    def there(self) -> set[str]:
        photos = self.catalogue.photos.get(self.catalogue.find(()))
        return {str(p.path.relative_to(self.root)) for p in photos if not p.missing}

    def missing(self) -> set[str]:
        photos = self.catalogue.photos.get(self.catalogue.find(()))
        return {str(p.path.relative_to(self.root)) for p in photos if p.missing}

    def rename(self, old: str, new: str) -> None:
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.catalogue.close()


def facts(report: ScanReport) -> tuple[int, int, int, int]:
    return len(report.new), len(report.changed), len(report.moved), len(report.missing)


def test_looking_again_finds_nothing_new(house: House):
    house.photo("a/x.jpg", 1)
    house.photo("a/deep/y.jpg", 2)
    assert facts(house.add("a")) == (2, 0, 0, 0)
    house.announced.clear()
    assert facts(house.scan()) == (0, 0, 0, 0)
    assert house.announced == []


def test_a_renamed_folder_keeps_every_photo(house: House):
    names = [f"{n}.jpg" for n in range(5)]
    for seed, name in enumerate(names):
        house.photo(f"a/old/{name}", seed)
    house.add("a")
    before = {name: house.id(f"a/old/{name}") for name in names}
    house.rename("a/old", "a/new/deep")
    assert facts(house.scan()) == (0, 0, 5, 0)
    assert {name: house.id(f"a/new/deep/{name}") for name in names} == before


def test_two_photos_that_swap_names_keep_their_tags(house: House):
    house.photo("a/x.jpg", 1)
    house.photo("a/y.jpg", 2)
    house.add("a")
    house.tag("a/x.jpg")
    house.tag("a/y.jpg")
    x, y = house.id("a/x.jpg"), house.id("a/y.jpg")
    house.rename("a/x.jpg", "a/z.tmp")
    house.rename("a/y.jpg", "a/x.jpg")
    house.rename("a/z.tmp", "a/y.jpg")
    assert facts(house.scan()) == (0, 0, 2, 0)
    assert (house.id("a/x.jpg"), house.id("a/y.jpg")) == (y, x)
    assert (house.tags("a/x.jpg"), house.tags("a/y.jpg")) == (["a/y.jpg"], ["a/x.jpg"])
    assert facts(house.scan()) == (0, 0, 0, 0)


def test_three_photos_that_change_places_in_a_ring(house: House):
    for seed, name in enumerate("xyz"):
        house.photo(f"a/{name}.jpg", seed)
    house.add("a")
    ids = [house.id(f"a/{name}.jpg") for name in "xyz"]
    house.rename("a/x.jpg", "a/tmp")
    house.rename("a/y.jpg", "a/x.jpg")
    house.rename("a/z.jpg", "a/y.jpg")
    house.rename("a/tmp", "a/z.jpg")
    assert facts(house.scan()) == (0, 0, 3, 0)
    assert [house.id(f"a/{name}.jpg") for name in "zxy"] == ids


def test_a_new_photo_under_a_moved_ones_name_takes_none_of_its_tags(house: House):
    house.photo("a/dsc1.jpg", 1)
    house.add("a")
    house.tag("a/dsc1.jpg")
    moved = house.id("a/dsc1.jpg")
    house.rename("a/dsc1.jpg", "a/zoo/dsc1.jpg")
    house.photo("a/dsc1.jpg", 2)
    assert facts(house.scan()) == (1, 0, 1, 0)
    assert house.id("a/zoo/dsc1.jpg") == moved
    assert (house.tags("a/dsc1.jpg"), house.tags("a/zoo/dsc1.jpg")) == ([], ["a/dsc1.jpg"])


def test_a_photo_moved_onto_another_one(house: House):
    house.photo("a/x.jpg", 1)
    house.photo("a/y.jpg", 2)
    house.add("a")
    house.tag("a/y.jpg")
    over = house.id("a/y.jpg")
    house.rename("a/x.jpg", "a/y.jpg")
    assert facts(house.scan()) == (0, 0, 1, 1)
    assert house.tags("a/y.jpg") == []
    assert house.missing() == {"a/y.jpg"}
    house.photo("a/back.jpg", 2)  # its contents come back from a backup
    house.scan()
    assert (house.id("a/back.jpg"), house.tags("a/back.jpg")) == (over, ["a/y.jpg"])


def test_an_edited_photo_stays_the_photo(house: House):
    house.photo("a/x.jpg", 1)
    house.add("a")
    house.tag("a/x.jpg")
    photo = house.id("a/x.jpg")
    house.photo("a/x.jpg", 2)
    assert facts(house.scan()) == (0, 1, 0, 0)
    assert (house.id("a/x.jpg"), house.tags("a/x.jpg")) == (photo, ["a/x.jpg"])


def test_of_two_copies_the_deleted_one_is_missing(house: House):
    house.photo("a/x.jpg", 1)
    house.photo("a/copy.jpg", 1)
    assert facts(house.add("a")) == (2, 0, 0, 0)
    copy = house.id("a/copy.jpg")
    (house.root / "a/x.jpg").unlink()
    assert facts(house.scan()) == (0, 0, 0, 1)
    assert house.there() == {"a/copy.jpg"}
    house.rename("a/copy.jpg", "a/kept.jpg")  # the copy that was there moves, not the missing one
    assert facts(house.scan()) == (0, 0, 1, 1)
    assert house.id("a/kept.jpg") == copy


def test_copies_are_told_apart_by_their_names(house: House):
    house.photo("a/b.jpg", 1)
    house.photo("a/a.jpg", 1)
    house.add("a")
    ids = [house.id("a/b.jpg"), house.id("a/a.jpg")]
    house.rename("a/a.jpg", "a/new2/a.jpg")
    house.rename("a/b.jpg", "a/new1/b.jpg")
    house.scan()
    assert [house.id("a/new1/b.jpg"), house.id("a/new2/a.jpg")] == ids


@pytest.mark.parametrize(("old", "new"), [("a", "b"), ("b", "a")])
def test_a_photo_moves_to_another_added_folder(house: House, old: str, new: str):
    house.photo(f"{old}/x.jpg", 1)
    (house.root / new).mkdir()
    house.add("a", "b")
    photo = house.id(f"{old}/x.jpg")
    house.rename(f"{old}/x.jpg", f"{new}/x.jpg")
    assert facts(house.scan()) == (0, 0, 1, 0)
    assert house.id(f"{new}/x.jpg") == photo
    counts = {f.path.name: f.photos for f in house.catalogue.photos.folders()}
    assert counts == {old: 0, new: 1}


@pytest.mark.parametrize("order", [("a", "a/b"), ("a/b", "a"), ("a/b/c", "a", "a/b")])
def test_folders_inside_each_other_share_no_photo(house: House, order: tuple[str, ...]):
    names = {"a/1.jpg", "a/b/2.jpg", "a/b/c/3.jpg", "a/bb/4.jpg"}
    for seed, name in enumerate(sorted(names)):
        house.photo(name, seed)
    for folder in order:
        house.add(folder)
    ids = {name: house.id(name) for name in names}
    assert house.there() == names
    for _ in range(2):
        assert facts(house.scan()) == (0, 0, 0, 0)
    assert {name: house.id(name) for name in names} == ids
    counts = {
        str(f.path.relative_to(house.root)): f.photos for f in house.catalogue.photos.folders()
    }
    assert counts == {name: {"a": 4, "a/b": 2, "a/b/c": 1}[name] for name in order}


def test_an_inner_folder_that_is_removed_stays_with_the_outer(house: House):
    house.photo("a/1.jpg", 1)
    house.photo("a/b/2.jpg", 2)
    house.add("a", "a/b")
    photos = house.catalogue.photos
    outer, inner = photos.folders()
    assert photos.remove_folder(inner.id) == set()
    assert facts(house.scan()) == (0, 0, 0, 0)
    assert photos.remove_folder(outer.id) != set()
    assert house.there() == set()


def test_an_outer_folder_that_is_removed_leaves_the_inner(house: House):
    house.photo("a/1.jpg", 1)
    house.photo("a/b/2.jpg", 2)
    house.add("a", "a/b")
    house.catalogue.photos.remove_folder(house.catalogue.photos.folders()[0].id)
    assert house.there() == {"a/b/2.jpg"}
    assert facts(house.scan()) == (0, 0, 0, 0)


def test_a_folder_that_is_not_there_empties_nothing(house: House):
    house.photo("drive/1.jpg", 1)
    house.photo("home/2.jpg", 2)
    (house.root / "drive/bad.jpg").write_bytes(b"\xff\xd8\xff\xe0 not really")
    house.add("drive", "home")
    house.rename("drive", "away")
    house.photo("home/3.jpg", 3)

    notes = [progress.note for progress in scan(house.place, house.catalogue.photos.folders())]
    assert [note for note in notes if note] == [
        f"There is no folder “{house.root / 'drive'}”; check the path or the drive. "
        "Its photos are kept as missing."
    ]
    assert (house.missing(), house.there()) == ({"drive/1.jpg"}, {"home/2.jpg", "home/3.jpg"})
    assert len(house.catalogue.problems.all()) == 1
    house.rename("away", "drive")
    assert facts(house.scan()) == (0, 1, 0, 0)
    assert house.missing() == set()


def test_another_photo_under_a_missing_ones_name_is_another_photo(house: House):
    house.photo("a/dsc1.jpg", 1, exif=exif(taken="2020:01:01 10:00:00"))
    house.add("a")
    house.tag("a/dsc1.jpg")
    (house.root / "a/dsc1.jpg").unlink()
    house.scan()
    house.photo("a/dsc1.jpg", 2, exif=exif(taken="2021:01:01 10:00:00"))
    assert facts(house.scan()) == (1, 0, 0, 1)
    assert house.tags("a/dsc1.jpg") == []
    (house.root / "a/dsc1.jpg").unlink()
    house.photo("a/dsc1.jpg", 1, exif=exif(taken="2020:01:01 10:00:00"))
    assert facts(house.scan()) == (0, 1, 0, 1)
    assert house.tags("a/dsc1.jpg") == ["a/dsc1.jpg"]


def test_a_photo_edited_while_its_drive_was_away_stays_the_photo(house: House):
    taken = exif(taken="2020:01:01 10:00:00")
    house.photo("a/x.jpg", 1, exif=taken)
    house.add("a")
    photo = house.id("a/x.jpg")
    house.rename("a", "away")
    house.scan()
    house.rename("away", "a")
    house.photo("a/x.jpg", 2, exif=taken)
    assert facts(house.scan()) == (0, 1, 0, 0)
    assert house.id("a/x.jpg") == photo


def test_a_touched_file_is_no_other_photo(house: House):
    path = house.photo("a/x.jpg", 1)
    house.add("a")
    shutil.copy(path, house.root / "a/copy.jpg")
    os.utime(path, (1, 1))
    assert facts(house.scan()) == (1, 1, 0, 0)
    assert house.there() == {"a/x.jpg", "a/copy.jpg"}


def test_a_problem_is_tried_again_when_it_changes(house: House, monkeypatch: pytest.MonkeyPatch):
    path = house.root / "a/x.jpg"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xd8\xff\xe0 not really")
    tries: list[str] = []
    read = scan_module.read_facts
    monkeypatch.setattr(scan_module, "read_facts", lambda p: (tries.append(p), read(p))[1])
    assert house.add("a").problems == 1
    assert house.scan().problems == 1
    assert len(tries) == 1
    house.photo("a/x.jpg", 1)
    report = house.scan()
    assert (facts(report), report.problems) == ((1, 0, 0, 0), 0)


def test_a_forbidden_file_is_tried_again(house: House, monkeypatch: pytest.MonkeyPatch):
    house.photo("a/x.jpg", 1)
    read = scan_module.read_facts

    def refuse(path: str) -> None:
        raise PhotoError("there is no permission to read the file")

    monkeypatch.setattr(scan_module, "read_facts", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert house.add("a").problems == 1
    monkeypatch.setattr(scan_module, "read_facts", read)
    assert facts(house.scan()) == (1, 0, 0, 0)


def test_odd_names_are_kept(house: House):
    names = {'a/it\'s "x" %_.jpg', "a/new\nline.jpg", "a/Größe 😀.jpg", "a/ b .jpg"}
    for seed, name in enumerate(sorted(names)):
        house.photo(name, seed)
    house.add("a")
    assert house.there() == names


def test_a_link_to_a_folder_that_is_added_too(house: House):
    house.photo("a/x.jpg", 1)
    house.photo("b/y.jpg", 2)
    (house.root / "a/round").symlink_to(house.root / "a")
    house.add("a")
    assert house.there() == {"a/x.jpg"}


def test_a_scan_killed_half_way_goes_on(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(scan_module, "BATCH", 2)
    for seed in range(5):
        house.photo(f"a/{seed}.jpg", seed)
    house.catalogue.photos.add_folder(house.root / "a")
    job = scan(house.place, house.catalogue.photos.folders())
    while not house.there():
        next(job)
    job.close()
    assert len(house.there()) == 2
    assert facts(house.scan()) == (3, 0, 0, 0)
    assert len(house.there()) == 5
