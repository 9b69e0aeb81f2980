"""Photos on their side: found, asked about once, and never touched."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from gallery_app.cli import commands
from gallery_app.cli.parser import parse
from gallery_app.errors import UserError
from gallery_app.jobs.job import finish
from gallery_app.jobs.train import training
from gallery_app.library import Library
from tests.encoders import add_turn_encoder
from tests.photos import save_photo


def landscape(seed: int, turns: int) -> Image.Image:
    """Make a photo with a bright sky, then lay it on its side, counter-clockwise."""
    grain = np.random.default_rng(seed).integers(0, 60, (48, 48, 3), np.uint8)
    grain[:24] += 190
    return Image.fromarray(np.ascontiguousarray(np.rot90(grain, turns)))


@pytest.fixture
def album(library: Library, tmp_path: Path) -> Library:
    """Four photos, turned by none to three quarters, and two copies of one that is turned."""
    for number in range(4):
        save_photo(tmp_path / "photos" / f"{number}.png", landscape(number, number))
    copied = (tmp_path / "photos/1.png").read_bytes()
    (tmp_path / "photos/copy.png").write_bytes(copied)
    finish(library.add_folders([tmp_path / "photos"]))
    card = add_turn_encoder(library.directory / "encoders", "upright")
    library._catalogue.encoders.add(card.name, card.dim, card.source)
    return library


def asked(library: Library) -> dict[str, int]:
    found = {turned.photo_id: turned.quarters for turned in library.curation.on_their_side()}
    return {photo.path.stem: found[photo.id] for photo in library.photos(list(found))}


def test_photos_on_their_side_are_found_and_files_stay_as_they_are(album: Library, tmp_path: Path):
    before = {path: path.read_bytes() for path in (tmp_path / "photos").iterdir()}
    answer = commands.turned(album, parse(["turned"]))
    assert isinstance(answer, list)
    paths = {Path(str(row["path"])).stem: row["quarters"] for row in answer}
    assert paths == asked(album) == {"1": 1, "2": 2, "3": 3, "copy": 1}
    assert all(0.9 <= float(str(row["probability"])) <= 1 for row in answer)
    assert {path: path.read_bytes() for path in (tmp_path / "photos").iterdir()} == before


def test_a_no_holds_for_the_content_and_through_other_encoders(album: Library, tmp_path: Path):
    finish(album.find_turned())
    answer = commands.turned(album, parse(["turned", "--no", str(tmp_path / "photos/1.png")]))
    assert answer == {"changed": 1, "unmatched": []}
    assert asked(album) == {"2": 2, "3": 3}
    (tmp_path / "photos/1.png").rename(tmp_path / "photos/moved.png")
    finish(album.rescan())
    card = add_turn_encoder(album.directory / "encoders", "upright-2")
    album._catalogue.encoders.add(card.name, card.dim, card.source)
    assert finish(album.find_turned()) == 2
    assert {turned.model for turned in album.curation.on_their_side()} == {"upright-2"}
    assert asked(album) == {"2": 2, "3": 3}
    title, _ = album.undo()
    assert title == "left 1 photo as they lie"
    assert asked(album) == {"2": 2, "3": 3, "moved": 1, "copy": 1}


def test_a_yes_shows_photos_upright_and_leaves_the_files(album: Library, tmp_path: Path):
    finish(album.find_turned())
    before = (tmp_path / "photos/3.png").read_bytes()
    words = ["turned", "--yes", str(tmp_path / "photos/3.png"), str(tmp_path / "photos/0.png")]
    assert commands.turned(album, parse(words)) == {"changed": 1, "unmatched": []}
    photo = album.find_photo(tmp_path / "photos/3.png")
    assert photo.turn == 3
    assert (tmp_path / "photos/3.png").read_bytes() == before
    assert asked(album) == {"1": 1, "2": 2, "copy": 1}
    assert album.undo()[0] == "set 1 photo upright"
    assert asked(album) == {"1": 1, "2": 2, "3": 3, "copy": 1}


def test_a_photo_set_upright_is_like_its_upright_copies(album: Library, tmp_path: Path):
    save_photo(tmp_path / "photos/upright.png", landscape(3, 0).resize((96, 96)))
    finish(album.switch_encoder("upright"))
    finish(album.rescan())
    lying, upright = (
        album.find_photo(tmp_path / "photos" / name).id for name in ("3.png", "upright.png")
    )

    def cosine() -> float:
        return dict(album.similar(lying))[upright]

    def near() -> list[set[int]]:
        return [
            {copy.photo.id for copy in g.copies} for g in album.tidying.groups() if g.kind == "near"
        ]

    before = cosine()
    assert before < 0.5
    assert {lying, upright} not in near()
    assert album.curation.turn(3, [lying]).turned
    assert cosine() == before  # the old vector serves on
    assert finish(album.rescan()).vectors_made == 1
    assert cosine() > 0.95
    assert {lying, upright} in near()
    album.undo()
    assert finish(album.understand()) == 1
    assert cosine() == before
    assert finish(album.understand()) == 0


def test_a_training_learns_from_photos_as_they_are_shown(
    album: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(training, "FEWEST_PHOTOS", 1)
    lying = album.find_photo(tmp_path / "photos/2.png").id
    album.curation.turn(2, [lying])
    files = finish(album._training._files(""))
    [shown] = [path for path, photo_id in files.items() if photo_id == lying]
    light = np.asarray(Image.open(shown).convert("L"), float)
    assert light[:20].mean() > light[-20:].mean() + 100  # the sky is above
    assert len(files) == 4


def test_a_second_look_takes_only_new_photos_and_a_cancelled_one_goes_on(
    album: Library, tmp_path: Path
):
    assert finish(album.find_turned()) == 4
    assert list(album.find_turned()) == []
    save_photo(tmp_path / "photos/new.png", landscape(9, 3))
    finish(album.rescan())
    job = album.find_turned()
    assert next(job).total == 1
    job.close()
    assert finish(album.find_turned()) == 5


def test_without_an_encoder_that_can_tell_there_is_a_sentence(library: Library):
    with pytest.raises(UserError, match="the method geometric can") as said:
        finish(library.find_turned())
    assert said.value.command == "handful train --method geometric"


def test_a_turn_done_again_is_encoded_again(album: Library):
    album.curation.turn(1, [album.photo_ids()[0]])
    album.undo()
    finish(album.understand())
    assert finish(album.understand()) == 0
    _, changes = album.redo()
    assert (changes.turned, finish(album.understand())) == (True, 1)
