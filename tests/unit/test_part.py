"""More like a part of a photo: the box, its pixels, and the photos that look like them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from gallery_app.domain.part import Part
from gallery_app.errors import PhotoError
from gallery_app.files.reader import read_part
from gallery_app.jobs.job import finish
from gallery_app.library import Library
from ssl_core.embed.preprocess import crop
from tests.photos import BLUE, CORNERS, GREEN, RED, YELLOW, noise, save_photo, scene, stored
from tests.unit.test_reader import CARD

QUARTERS = {
    RED: Part(0.05, 0.1, 0.3, 0.3),
    GREEN: Part(0.65, 0.1, 0.3, 0.3),
    BLUE: Part(0.05, 0.6, 0.3, 0.3),
    YELLOW: Part(0.65, 0.6, 0.3, 0.3),
}
SPAN = st.tuples(st.floats(0, 0.95), st.floats(0.05, 1)).map(lambda s: (s[0], min(s[1], 1 - s[0])))


@given(SPAN, SPAN, st.integers(20, 6000), st.integers(20, 6000))
def test_a_box_grows_to_a_square_within_the_photo(
    across: tuple[float, float], down: tuple[float, float], width: int, height: int
):
    part = Part(across[0], down[0], across[1], down[1])
    left, top, right, bottom = part.square(width, height)
    side = max(part.width * width, part.height * height)
    assert right - left == pytest.approx(min(side, width))
    assert bottom - top == pytest.approx(min(side, height))
    assert -1e-6 <= left <= part.left * width + 1e-6
    assert (part.left + part.width) * width - 1e-6 <= right <= width + 1e-6
    assert -1e-6 <= top <= part.top * height + 1e-6
    assert (part.top + part.height) * height - 1e-6 <= bottom <= height + 1e-6


@given(SPAN, SPAN, st.integers(0, 3))
def test_a_part_turns_with_its_photo(
    across: tuple[float, float], down: tuple[float, float], turn: int
):
    part = Part(across[0], down[0], across[1], down[1])
    assert part.turned(turn).turned(-turn) == pytest.approx(part)
    assert QUARTERS[RED].turned(1) == pytest.approx((0.6, 0.05, 0.3, 0.3))  # top left → top right


@pytest.mark.parametrize("colour", CORNERS)
@pytest.mark.parametrize("turn", range(4))
def test_the_part_is_that_of_the_photo_as_it_is_shown(tmp_path: Path, colour: tuple, turn: int):
    shown = scene(480, 320) if turn % 2 == 0 else scene(320, 480)
    upright = shown.rotate(90 * turn, expand=True)
    path = tmp_path / "turned.png"
    save_photo(path, stored(upright, 6), exif=b"Exif\x00\x00" + _orientation(6))
    seen = read_part(str(path), QUARTERS[colour], CARD, turn)
    assert seen.shape == (32, 32, 3)
    assert np.abs(seen.astype(int) - colour).max() < 12


def _orientation(value: int) -> bytes:
    block = Image.Exif()
    block[0x0112] = value
    return block.tobytes().removeprefix(b"Exif\x00\x00")


def test_all_of_a_square_photo_is_what_its_vector_is_made_of(tmp_path: Path):
    photo = noise(400, 400, seed=1)
    path = save_photo(tmp_path / "whole.png", photo)
    whole = read_part(str(path), Part(0, 0, 1, 1), replace(CARD, resize=400, input_size=400))
    assert np.array_equal(whole, np.asarray(photo))
    small = read_part(str(path), Part(0.25, 0.25, 0.5, 0.5), CARD)
    assert np.abs(small.astype(int) - crop(photo.crop((100, 100, 300, 300)), CARD)).mean() < 3
    with pytest.raises(PhotoError):
        read_part(str(tmp_path / "gone.png"), Part(0, 0, 1, 1), CARD)


def test_photos_like_a_part_come_first(library: Library, tmp_path: Path):
    both = Image.new("RGB", (400, 200), RED)
    both.paste(Image.new("RGB", (200, 200), BLUE), (200, 0))
    photos = tmp_path / "photos"
    for name, photo in {
        "both": both,
        "red": Image.new("RGB", (90, 90), RED),
        "blue": Image.new("RGB", (90, 90), BLUE),
        "other": noise(seed=3),
    }.items():
        save_photo(photos / f"{name}.png", photo)
    finish(library.add_folders([photos]))
    ids = {photo.path.stem: photo.id for photo in library.photos(library.photo_ids())}

    def ranked(part: Part) -> list[int]:
        found = library.browsing.like_part(ids["both"], part)
        assert [cosine for _, cosine in found] == sorted((c for _, c in found), reverse=True)
        return [photo for photo, _ in found]

    assert ranked(Part(0.05, 0.1, 0.4, 0.8))[0] == ids["red"]
    assert ranked(Part(0.55, 0.1, 0.4, 0.8))[0] == ids["blue"]
    assert ids["both"] not in ranked(Part(0, 0, 1, 1))
    library.curation.turn(2, [ids["both"]])
    assert ranked(Part(0.05, 0.1, 0.4, 0.8))[0] == ids["blue"]
