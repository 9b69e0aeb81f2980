"""Duplicates: which are better, keeping the best, keeping all, and taking it back."""

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from PIL import Image, ImageFilter

from gallery_app.domain.duplicates import Choice, Copy, CopyGroup, Merit, best, merits
from gallery_app.domain.photo import Photo
from gallery_app.errors import SurroundingsError, UserError
from gallery_app.files import wastebasket
from gallery_app.files.sharpness import sharpness
from gallery_app.jobs import similar
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from tests.photos import noise, save_photo
from tests.unit import tasks


@pytest.fixture
def basket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A freedesktop.org wastebasket in a folder, and what throws into it."""
    home = tmp_path / "home"
    files, infos = home / "Trash/files", home / "Trash/info"
    files.mkdir(parents=True)
    infos.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(home))

    def throw(path: Path) -> None:
        name = f"{len(list(files.iterdir()))}-{path.name}"
        (infos / f"{name}.trashinfo").write_text(f"[Trash Info]\nPath={path}\nDeletionDate=x\n")
        shutil.move(path, files / name)

    monkeypatch.setattr(wastebasket, "send2trash", throw)
    return files


@pytest.fixture
def copies(library: Library, tmp_path: Path) -> list[int]:
    """A photo, a copy of it byte for byte, and a small one; another photo."""
    shot = noise(640, 480, seed=3)
    first = save_photo(tmp_path / "photos/a.jpg", shot)
    (tmp_path / "photos/deep").mkdir()
    shutil.copy(first, tmp_path / "photos/deep/a.jpg")
    save_photo(tmp_path / "photos/small.jpg", shot.resize((320, 240)))
    save_photo(tmp_path / "photos/other.jpg", noise(640, 480, seed=9))
    finish(library.add_folders([tmp_path / "photos"]))
    names = ("a.jpg", "deep/a.jpg", "small.jpg", "other.jpg")
    return [library.find_photo(tmp_path / "photos" / name).id for name in names]


def a_copy(number: int, *, side: int = 10, sharp: float = 1, **facts: object) -> Copy:
    told = {"taken": None, "rating": None, "picked": False, **facts}
    photo = Photo(
        number, Path(f"/{number}.jpg"), "", side, side, camera=None, latitude=None,
        longitude=None, size=1, missing=False, has_thumbnail=True, **told,  # type: ignore[arg-type]
    )  # fmt: skip
    return Copy(photo, sharp)


def test_only_what_a_copy_has_over_all_others_is_a_merit():
    group = CopyGroup(
        "near",
        (
            a_copy(1, side=20, sharp=1.1, taken="2021"),
            a_copy(2, side=20, taken="2020", rating=2),
            a_copy(3),
        ),
    )
    assert merits(group) == {1: [], 2: [Merit.OLDEST, Merit.BEST_RATED], 3: []}
    sharp = CopyGroup("near", (a_copy(1, sharp=2), a_copy(2, side=11)))
    assert merits(sharp) == {1: [Merit.SHARPEST], 2: [Merit.LARGEST]}


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"rating": 1}, {"side": 99}),
        ({"rating": None}, {"rating": -1, "side": 99}),
        ({"side": 11}, {"sharp": 9}),
        ({"sharp": 2}, {"taken": "2020"}),
        ({"taken": "2020"}, {"taken": "2021"}),
        ({"taken": "2020"}, {}),
    ],
)
def test_the_best_is_rated_then_large_then_sharp_then_old(better, worse):
    assert best(CopyGroup("near", (a_copy(1, **worse), a_copy(2, **better)))) == 2
    assert best(CopyGroup("near", (a_copy(2, **better), a_copy(1, **worse)))) == 2


def test_a_blurred_copy_is_less_sharp(tmp_path: Path):
    cells = np.random.default_rng(1).integers(0, 256, (75, 100, 3), np.uint8)
    shot = Image.fromarray(cells).resize((400, 300))
    sharp = sharpness(save_photo(tmp_path / "sharp.jpg", shot))
    blurred = shot.filter(ImageFilter.GaussianBlur(12))
    assert sharpness(save_photo(tmp_path / "blurred.jpg", blurred)) < sharp / 2


def test_the_best_takes_over_tags_stars_and_albums(
    library: Library, copies: list[int], basket: Path, tmp_path: Path
):
    kept, exact, small, other = copies
    library.tag("Place/Sea", [exact])
    library.tag("Boat", [exact, kept])
    library.untag("Boat", [kept])
    library.curation.rate(4, [exact])
    library.curation.make_album("Best", [exact])
    (tmp_path / "photos/deep/a.jpg.xmp").write_text("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
    kinds = [(group.kind, set(group.ids)) for group in library.tidying.groups()]
    assert kinds == [("exact", {kept, exact}), ("near", {min(kept, exact), small})]
    answer = finish(library.tidying.keep([Choice(kept, (exact,))]))
    assert (answer.changes.count, answer.stayed) == (1, ())
    assert sorted(file.name[2:] for file in basket.iterdir()) == ["a.jpg", "a.jpg.xmp"]
    assert not (tmp_path / "photos/deep/a.jpg").exists()
    assert {tag.tag for tag in library.tags_of([kept])[kept]} == {"Place/Sea", "Boat"}
    assert library.photos([kept])[0].rating == 4
    assert library.photo_ids("album:Best") == [kept]
    assert set(library.photo_ids()) == {kept, small, other}
    title, changes = library.undo()
    assert title == "moved 1 copy to the wastebasket"
    assert changes.photos == {exact}
    assert (tmp_path / "photos/deep/a.jpg.xmp").exists()
    assert not list(basket.iterdir())
    assert library.tags_of([kept])[kept] == []
    back = library.photos([exact])[0]
    assert (back.missing, back.rating, back.path.exists()) == (False, 4, True)
    assert {tag.tag for tag in library.tags_of([exact])[exact]} == {"Place/Sea", "Boat"}
    assert library.photo_ids("album:Best") == [exact]


def test_what_cannot_be_restored_is_told_and_known_when_it_comes_back(
    library: Library, copies: list[int], basket: Path, tmp_path: Path
):
    kept, exact, *_ = copies
    library.tag("Boat", [exact])
    finish(library.tidying.keep([Choice(kept, (exact,))]))
    (thrown,) = basket.iterdir()
    hidden = thrown.rename(tmp_path / "elsewhere")
    title, _changes = library.undo()
    assert title.endswith("; 1 file is in the wastebasket: restore from there, then press F5")
    assert library.photos([exact])[0].missing
    hidden.rename(tmp_path / "photos/deep/a.jpg")
    finish(library.rescan())
    assert not library.photos([exact])[0].missing
    assert [tag.tag for tag in library.tags_of([exact])[exact]] == ["Boat"]


def test_a_copy_that_changed_stays_and_so_do_all_when_the_kept_one_is_gone(
    library: Library, copies: list[int], basket: Path, tmp_path: Path
):
    kept, exact, small, _other = copies
    save_photo(tmp_path / "photos/deep/a.jpg", noise(50, 50))
    answer = finish(library.tidying.keep([Choice(kept, (exact,))]))
    assert answer.changes.count == 0
    assert "has changed" in answer.stayed[0]
    (tmp_path / "photos/a.jpg").unlink()
    answer = finish(library.tidying.keep([Choice(kept, (small,))]))
    assert "cannot be read" in answer.stayed[0]
    assert not list(basket.iterdir())
    with pytest.raises(UserError, match="nothing to undo"):
        library.undo()


def test_a_cancelled_run_keeps_what_is_done(
    library: Library, copies: list[int], basket: Path, tmp_path: Path
):
    kept, exact, small, _other = copies
    job = library.tidying.keep([Choice(kept, (exact, small))])
    assert (next(job).done, next(job).done) == (0, 1)
    job.close()
    assert len(list(basket.iterdir())) == 1
    assert len(library.photo_ids()) == 3
    library.undo()
    assert len(library.photo_ids()) == 4


def a_file(path: Path) -> Photo:
    return replace(a_copy(1).photo, path=path, content_hash=wastebasket.content_hash(path))


def test_one_file_under_two_names_is_not_thrown_away(basket: Path, tmp_path: Path):
    photo = save_photo(tmp_path / "real/a.jpg", noise(60, 40))
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(UserError, match="are one file"):
        wastebasket.throw_copy_away(a_file(tmp_path / "link/a.jpg"), a_file(photo))
    assert photo.exists()


def test_a_sidecar_that_two_files_share_stays(tmp_path: Path, basket: Path):
    kept = save_photo(tmp_path / "kept.jpg", noise(60, 40))
    shared = [tmp_path / name for name in ("a.jpg", "a.raw", "a.xmp")]
    for file in shared:
        shutil.copy(kept, file)
    assert wastebasket.throw_copy_away(a_file(shared[0]), a_file(kept)) == [str(shared[0])]
    assert shared[2].exists()


def test_photos_that_go_need_no_new_comparison(
    library: Library, copies: list[int], basket: Path, monkeypatch: pytest.MonkeyPatch
):
    kept, exact, small, _other = copies
    kinds = [group.kind for group in library.duplicates()]
    assert kinds == ["exact", "near"]
    monkeypatch.setattr(similar, "near_duplicates", lambda *_: pytest.fail("compared again"))
    first, second = sorted((kept, exact))
    finish(library.tidying.keep([Choice(first, (second,))]))
    assert [set(group.photo_ids) for group in library.duplicates()] == [{first, small}]
    finish(library.tidying.keep([Choice(first, (small,))]))
    assert library.duplicates() == []


def test_two_formats_of_one_shot_are_no_duplicates(library: Library, tmp_path: Path):
    for name in ("shot.jpg", "shot.png"):
        save_photo(tmp_path / "photos" / name, noise(seed=5))
    finish(library.add_folders([tmp_path / "photos"]))
    assert len(library.duplicates()) == 1
    assert library.tidying.groups() == []


def test_what_is_no_duplicate_is_remembered(library: Library, copies: list[int]):
    kept, exact, small, _other = copies
    library.tidying.refuse([kept, small])
    assert [group.kind for group in library.tidying.groups()] == ["exact"]
    library.tidying.refuse([kept, exact])
    assert library.duplicates() == []
    library.undo()
    assert [group.kind for group in library.tidying.groups()] == ["exact"]
    library.undo()
    assert len(library.tidying.groups()) == 2


def test_a_comparison_can_be_given_up(
    library: Library, copies: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    mark = tmp_path / "comparing"
    monkeypatch.setattr(similar, "alike", partial(tasks.hang_leaving, str(mark)))
    ended: list[str] = []

    def ask() -> None:
        with pytest.raises(SurroundingsError):
            library.tidying.groups()
        ended.append("given up")

    asking = Thread(target=ask)
    asking.start()
    while asking.is_alive() and not mark.exists():
        asking.join(0.05)
    library.tidying.give_up()
    asking.join(30)
    assert ended
