"""The demo's gallery: the same each time, hard enough, with the truth kept apart."""

from datetime import datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from handful_demo import __main__ as demo
from handful_demo.gallery import Gallery, make_gallery, read_pairs
from handful_demo.shots import shoot
from handful_demo.subjects import subjects
from PIL import Image, ImageOps

from gallery_app.files.reader import read_facts


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Gallery:
    return make_gallery(tmp_path_factory.mktemp("demo"), shots=3)


def test_two_shots_of_each_subject_are_tagged(gallery: Gallery) -> None:
    assert gallery.truth
    truth, few = read_pairs(gallery.truth), read_pairs(gallery.tags)
    assert len(truth) == 3 * len(subjects()) == len(list(gallery.photos.iterdir()))
    assert few.items() <= truth.items()
    assert sorted(few.values()) == sorted(2 * list(subjects()))
    assert all(path.is_file() for path in truth)


def test_nothing_beside_the_pixels_tells_the_subject(gallery: Gallery) -> None:
    assert gallery.truth
    truth = read_pairs(gallery.truth)
    by_name = [truth[path] for path in sorted(truth)]
    runs = sum(one == other for one, other in pairwise(by_name))
    assert runs < len(subjects())  # names in no order of subjects
    assert not any(read_facts(str(path)).tags for path in list(truth)[:3])


def test_photos_say_when_and_with_what_they_were_taken(gallery: Gallery) -> None:
    assert gallery.truth
    facts = [read_facts(str(path)) for path in read_pairs(gallery.truth)]
    taken = [datetime.fromisoformat(fact.taken or "") for fact in facts]
    assert all(moment.tzinfo for moment in taken)
    assert len({moment.date() for moment in taken}) == len(subjects())
    assert all(fact.camera for fact in facts)
    assert {fact.orientation for fact in facts} == {1, 6, 8}


def test_the_gallery_is_the_same_each_time(gallery: Gallery, tmp_path: Path) -> None:
    again = make_gallery(tmp_path, shots=3)
    assert again.tags.read_bytes() == gallery.tags.read_bytes()
    for photo in gallery.photos.iterdir():
        assert (again.photos / photo.name).read_bytes() == photo.read_bytes()


def test_shots_stay_inside_the_photograph() -> None:
    white = Image.new("RGB", (640, 427), "white")
    for seed in range(12):
        shot = shoot(white, np.random.default_rng(seed))
        small = shot.resize((8, 8), Image.Resampling.BOX)
        assert np.asarray(small).min() > 150, "a tilted window looked past the edge"


def test_orientation_leads_back_to_the_upright_shot(gallery: Gallery) -> None:
    lying = 0
    for path in gallery.photos.iterdir():
        with Image.open(path) as photo:
            facts = read_facts(str(path))
            assert ImageOps.exif_transpose(photo).size == (facts.width, facts.height)
            lying += photo.size != (facts.width, facts.height)
    assert lying


def test_the_score_counts_right_and_wrong_but_not_the_given_ones(tmp_path: Path) -> None:
    table = "path,tag\n"
    (tmp_path / "tags.csv").write_text(table + "a.jpg,Cat\n")
    (tmp_path / "truth.csv").write_text(table + "a.jpg,Cat\nb.jpg,Cat\nc.jpg,Dog\nd.jpg,Dog\n")
    gallery = Gallery(tmp_path, tmp_path / "tags.csv", tmp_path / "truth.csv")
    tagged = {"a.jpg": ["Cat"], "b.jpg": ["Cat"], "c.jpg": ["Cat"], "d.jpg": []}
    photos = [{"path": str(tmp_path / name), "tags": tags} for name, tags in tagged.items()]
    assert demo._score(photos, gallery) == "2 of 3, 1 of them right"


def test_a_folder_without_tags_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["demo", "--folder", "/somewhere"])
    assert demo.main() == 1
    assert "TAGS=tags.csv" in capsys.readouterr().out
