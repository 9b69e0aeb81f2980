"""Bursts: found once, stacked in every order of the wall, with a cover that the user may choose."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gallery_app.domain.arrangement import Arrangement, Grouping, by_date, by_key
from gallery_app.domain.burst import Shots, stacked
from gallery_app.errors import UserError
from gallery_app.jobs.bursts import runs_with
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.search.bursts import OPEN, bursts
from ssl_core.vectors import normalise
from tests.photos import exif, noise, save_photo


def looks(*names: str) -> np.ndarray:
    """Return a unit vector for each look; the same word gives nearly the same vector."""
    kinds = {name: axis for axis, name in enumerate(dict.fromkeys(names))}
    made = np.eye(len(kinds), dtype=np.float32)[[kinds[name] for name in names]]
    return normalise(made + np.random.default_rng(0).normal(0, 0.02, made.shape))


def test_shots_are_joined_by_time_and_look():
    seen = looks("dog", "dog", "cat", "dog", "dog", "dog")
    taken = np.array([0, 4, 5, 8, 100, 109], float)
    assert bursts(seen, taken) == [(0, 1, 3), (4, 5)]
    assert bursts(seen[::-1], taken[::-1]) == [(5, 4, 2), (1, 0)]


def test_small_steps_do_not_join_what_differs():
    turning = np.array([[np.cos(a), np.sin(a)] for a in np.linspace(0, np.pi, 13)], np.float32)
    found = bursts(turning, np.arange(13.0))
    assert [rows[0] for rows in found] == [0, 3, 6, 9]
    assert all(turning[rows[0]] @ turning[row] >= 0.8 for rows in found for row in rows)


def test_many_different_photos_of_one_second_cost_no_more_than_their_number():
    names = [str(number) for number in range(OPEN + 2)]
    assert bursts(looks(*names, names[-1], names[0]), np.zeros(len(names) + 2)) == [
        (len(names) - 1, len(names))
    ]


def test_only_runs_with_a_new_photo_are_looked_at():
    timed = [
        (1, "/a/1.jpg", 0.0),
        (2, "/b/2.jpg", 1.0),
        (3, "/a/3.jpg", 9.0),
        (4, "/a/4.jpg", 19.0),
    ]
    timed += [(5, "/a/5.jpg", 100.0), (6, "/a/6.jpg", 101.0)]
    assert runs_with([3], timed) == [[(1, 0.0), (3, 9.0), (4, 19.0)]]
    assert runs_with([2], timed) == []


def shots_of(bursts: dict[int, int], covers: set[int]) -> Shots:
    photos = np.array(sorted(bursts))
    marked = np.isin(photos, sorted(covers))
    return Shots(photos, np.array([bursts[photo] for photo in photos]), marked)


def triples(found: Arrangement) -> list[tuple[int, ...]]:
    return list(zip(*[iter(found.stacks)] * 3, strict=True))


def test_a_stack_stands_where_its_newest_shot_stood_in_its_section():
    shots = shots_of({1: 1, 2: 1, 4: 4, 5: 4, 6: 4}, covers={6})
    ids = [2, 3, 1, 6, 5, 4]
    days = [*["2024-05-03"] * 3, *["2024-05-02"] * 2, "2024-05-01"]
    found = stacked(by_date(ids, days, Grouping.DAY), shots)
    assert list(found.ids) == [1, 2, 3, 6, 5, 4]
    assert triples(found) == [(0, 2, 1), (3, 2, 4)]
    assert [section.photos for section in found.sections] == [3, 2, 1]
    of_month = stacked(by_date(ids, days, Grouping.NONE), shots)
    assert triples(of_month) == [(0, 2, 1), (3, 3, 4)]


def test_the_shots_of_a_burst_may_lie_in_several_sections():
    shots = shots_of(dict.fromkeys((1, 2, 3, 4), 1), covers={3})
    keys = ["Sea", "Sea", "Sea", "Dog", "Sea"]
    found = stacked(by_key([4, 3, 9, 2, 1], keys, Grouping.TAG, ["Dog", "Sea"]), shots)
    assert list(found.ids) == [2, 3, 4, 1, 9]
    assert triples(found) == [(1, 3, 1)]
    assert stacked(Arrangement(), shots) == Arrangement()


@pytest.fixture
def shot(library: Library, tmp_path: Path) -> list[int]:
    """Ids of ten photos, of which three were shot within eight seconds, first shot first."""
    scene = noise(seed=99)
    for number in range(7):
        taken = exif(taken=f"2024:05:01 10:0{number}:00")
        save_photo(tmp_path / "photos" / f"{number}.jpg", noise(seed=number), exif=taken)
    for number in range(3):
        look = Image.blend(scene, noise(seed=50 + number), 0.05)
        taken = exif(taken=f"2024:05:01 11:00:0{4 * number}")
        save_photo(tmp_path / "photos" / f"burst{number}.jpg", look, exif=taken)
    finish(library.add_folders([tmp_path / "photos"]))
    return [library.photo_ids(f"burst{number}")[0] for number in range(3)]


def stacks(library: Library) -> list[list[int]]:
    found = library.browsing.arrange("", Grouping.NONE, stacks=True)
    assert sorted(found.ids) == sorted(library.photo_ids())
    return [list(found.ids[start : start + photos]) for start, photos, _ in triples(found)]


def test_a_burst_is_found_while_photos_are_added(library: Library, shot: list[int], tmp_path: Path):
    first, second, third = shot
    assert stacks(library) == [[first, third, second]]
    assert not library.browsing.arrange("", Grouping.NONE).stacks
    late = exif(taken="2024:05:01 11:00:09")
    save_photo(tmp_path / "photos" / "burst3.jpg", noise(seed=99), exif=late)
    finish(library.rescan())
    [fourth] = library.photo_ids("burst3")
    assert stacks(library) == [[first, fourth, third, second]]


def test_a_cover_is_chosen_kept_and_undone(library: Library, shot: list[int]):
    first, second, third = shot
    library.curation.choose_cover(second)
    assert stacks(library) == [[second, third, first]]
    library.curation.choose_cover(third)
    assert stacks(library) == [[third, second, first]]
    title, changes = library.undo()
    assert (title, changes.bursts) == ("chose the cover of a burst", True)
    assert stacks(library) == [[second, third, first]]
    alone = next(photo for photo in library.photo_ids() if photo not in shot)
    with pytest.raises(UserError, match="not part of a burst"):
        library.curation.choose_cover(alone)
    library.undo()
    assert stacks(library) == [[first, third, second]]
    with pytest.raises(UserError, match="nothing to undo"):
        library.undo()


def test_what_is_taken_out_of_a_burst_stays_out(library: Library, shot: list[int], tmp_path: Path):
    first, second, third = shot
    assert library.curation.take_apart([second, 10_000]).count == 1
    assert stacks(library) == [[first, third]]
    library.undo()
    assert stacks(library) == [[first, third, second]]
    library.curation.take_apart([second])
    save_photo(
        tmp_path / "photos" / "burst3.jpg", noise(seed=99), exif=exif(taken="2024:05:01 11:00:09")
    )
    finish(library.rescan())
    [fourth] = library.photo_ids("burst3")
    assert stacks(library) == [[first, fourth, third]]
    library.curation.take_apart([first, third, fourth])
    assert stacks(library) == []
    with pytest.raises(UserError, match="None of these"):
        library.curation.take_apart(shot)
    library.undo()
    assert stacks(library) == [[first, fourth, third]]


def test_an_edited_shot_is_looked_at_again(library: Library, shot: list[int], tmp_path: Path):
    first, second, third = shot
    taken = exif(taken="2024:05:01 11:00:04")
    save_photo(tmp_path / "photos" / "burst1.jpg", noise(seed=7), exif=taken)
    finish(library.rescan())
    assert stacks(library) == [[first, third]]
    assert second in library.photo_ids()
