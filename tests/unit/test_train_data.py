"""Photos decoded for training, crops and colours."""

import os
import resource
import shutil
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from ssl_core.errors import TrainingError
from ssl_core.train.data import colour
from ssl_core.train.data import decode as data_decode
from ssl_core.train.data.crops import centre_boxes, cut, random_boxes
from ssl_core.train.data.decode import Decoded, decode
from ssl_core.train.data.store import PhotoStore, open_store
from tests.photos import CORNERS, corners, exif, noise, save_photo, scene, stored
from tests.unit.photo_tasks import decode_or_die

SIDE = 24
CPU = torch.device("cpu")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Nine different photos, a copy of the first, and two that are broken."""
    folder = tmp_path / "photos"
    folder.mkdir()
    first = noise(97, 61, seed=0).resize((33, 19)).resize((97, 61))
    paths = [save_photo(folder / "0.jpg", first), save_photo(folder / "0b.jpg", first, quality=60)]
    paths += [save_photo(folder / f"{n}.jpg", noise(61 + n, 97, seed=n)) for n in range(1, 9)]
    cut_off = save_photo(folder / "cut.jpg", noise(seed=9))
    cut_off.write_bytes(cut_off.read_bytes()[:400])
    text = folder / "text.png"
    text.write_text("no photo")
    return [*paths[:3], cut_off, text, *paths[3:]]


def opened(folder: Path, photos: list[Path], told: list[dict[str, object]]) -> PhotoStore:
    return open_store(folder, photos, SIDE, lambda **facts: told.append(facts))


def test_bad_photos_are_named_and_the_rest_is_decoded(tmp_path: Path, photos: list[Path]) -> None:
    told: list[dict[str, object]] = []
    store = opened(tmp_path, photos, told)
    assert len(store) == 10
    assert store.pixels.shape == (10, SIDE, SIDE, 3)
    assert [Path(str(t["left_out"])).name for t in told if "left_out" in t] == [
        "cut.jpg",
        "text.png",
    ]
    assert store.aspects[0].item() == pytest.approx(97 / 61, rel=0.02)
    assert not list(tmp_path.glob("*.part"))
    wanted = np.asarray(Image.open(photos[-1]).resize((SIDE, SIDE), Image.Resampling.BICUBIC))
    found = store.read(torch.tensor([9]), CPU)[0].permute(1, 2, 0).numpy() * 255
    # A JPEG is decoded at a smaller scale, so not to the last digit; another photo is 80 away.
    assert np.abs(found - wanted).mean() < 10


def test_copies_share_a_group(tmp_path: Path, photos: list[Path]) -> None:
    groups = opened(tmp_path, photos, []).groups.tolist()
    assert groups[0] == groups[1]
    assert len(set(groups)) == len(groups) - 1


def test_photos_are_decoded_once_until_one_changes(tmp_path: Path, photos: list[Path]) -> None:
    opened(tmp_path, photos, [])
    again: list[dict[str, object]] = []
    assert len(opened(tmp_path, photos, again)) == 10
    assert again == []
    os.utime(photos[0], ns=(1, 1))
    opened(tmp_path, photos, again)
    assert again != []


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_are_upright_before_anything_else(tmp_path: Path, orientation: int) -> None:
    saved = stored(scene(), orientation)
    facts = exif(orientation=orientation)
    path = save_photo(tmp_path / "turned.jpg", saved, exif=facts, quality=95)
    for centres in (False, True):
        found = decode(path, SIDE, centres=centres)
        assert corners(Image.fromarray(found.pixels)) == list(CORNERS)
        assert found.aspect == pytest.approx(1 if centres else 1.5)


def test_centres_are_not_squeezed(tmp_path: Path) -> None:
    photo = Image.new("RGB", (3 * SIDE, SIDE), "red")
    middle = noise(SIDE, SIDE)
    photo.paste(middle, (SIDE, 0))
    found = decode(save_photo(tmp_path / "wide.png", photo), SIDE, centres=True)
    np.testing.assert_array_equal(found.pixels, np.asarray(middle))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_a_photo_that_hangs_and_one_that_crashes_the_decoder_cost_only_themselves(
    tmp_path: Path, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_decode, "_TIMEOUT_S", 3.0)
    monkeypatch.setattr(data_decode, "decode", decode_or_die)
    pipe, killer = tmp_path / "pipe.jpg", tmp_path / "killer.jpg"
    os.mkfifo(pipe)
    killer.touch()
    files = [photos[0], pipe, killer, *photos[5:]]
    found = dict(data_decode.decoded(files, SIDE, centres=False))
    assert list(found) == files
    assert "took longer than 3 seconds" in str(found.pop(pipe))
    assert "crashed the decoder" in str(found.pop(killer))
    assert all(isinstance(one, Decoded) for one in found.values())


def test_a_decoding_that_was_killed_starts_anew_and_leaves_nothing(
    tmp_path: Path, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "photos.rgb.part").write_bytes(bytes(10**6))
    (tmp_path / "photos.rgb").write_bytes(b"of other photos")
    (tmp_path / "photos.json").write_text("{")
    assert len(opened(tmp_path, photos, [])) == 10
    assert (tmp_path / "photos.rgb").stat().st_size == 10 * SIDE * SIDE * 3
    assert not list(tmp_path.glob("*.part"))
    (tmp_path / "photos.rgb").write_bytes(b"cut off")
    told: list[dict[str, object]] = []
    opened(tmp_path, photos, told)
    assert told != []


def test_a_full_disk_is_told_before_or_while_decoding_and_leaves_nothing(
    tmp_path: Path, photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))
        with pytest.raises(OSError, match="make room or choose another folder"):
            opened(tmp_path, photos, [])
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIDE * SIDE * 3 * 4, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            opened(tmp_path, photos, [])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(tmp_path.glob("photos.*"))


def test_photos_that_are_all_the_same_get_a_sentence(tmp_path: Path) -> None:
    paths = [save_photo(tmp_path / f"{n}.jpg", scene(), quality=60 + n) for n in range(9)]
    with pytest.raises(TrainingError, match="All 9 photos are the same"):
        opened(tmp_path, paths, [])


def test_too_few_photos_get_a_sentence(tmp_path: Path, photos: list[Path]) -> None:
    with pytest.raises(TrainingError, match="Only 3 photos can be opened"):
        opened(tmp_path, photos[:5], [])


def test_boxes_lie_inside_and_cover_what_is_asked() -> None:
    torch.manual_seed(0)
    aspects = torch.rand(500) * 3 + 0.3
    boxes = random_boxes(aspects, (0.1, 0.4))
    assert (boxes[:, :2] >= 0).all()
    assert (boxes[:, :2] + boxes[:, 2:] <= 1 + 1e-6).all()
    share = boxes[:, 2] * boxes[:, 3]
    unclamped = (boxes[:, 2:] < 1).all(dim=1)
    assert ((share >= 0.0999) & (share <= 0.4001))[unclamped].all()
    shape = (boxes[:, 2] * aspects / boxes[:, 3])[unclamped]
    assert ((shape >= 0.7499) & (shape <= 1.3334)).all()


def test_the_whole_box_is_the_photo_and_a_mirrored_one_its_mirror() -> None:
    torch.manual_seed(0)
    photos = torch.rand(40, 3, 12, 12)
    whole = torch.tensor([0.0, 0.0, 1.0, 1.0]).repeat(40, 1)
    torch.testing.assert_close(cut(photos, whole, 12, flips=False), photos)
    flipped = cut(photos, whole, 12)
    same = torch.isclose(flipped, photos, atol=1e-5).flatten(1).all(dim=1)
    mirrored = torch.isclose(flipped, photos.flip(3), atol=1e-5).flatten(1).all(dim=1)
    assert (same ^ mirrored).all()
    assert 5 < same.sum() < 35


def test_a_box_cuts_its_own_part() -> None:
    photo = torch.zeros(1, 3, 20, 20)
    photo[:, :, 10:, 5:10] = 1
    inside = cut(photo, torch.tensor([[0.25, 0.5, 0.25, 0.5]]), 6, flips=False)
    # The border between two pixels is mixed; all within is the part's own.
    assert inside[:, :, 1:, 1:-1].min() == 1


def test_the_centre_is_square_in_the_true_photo() -> None:
    boxes = centre_boxes(torch.tensor([2.0, 0.5]))
    torch.testing.assert_close(boxes[0, 2:], torch.tensor([0.4375, 0.875]))
    torch.testing.assert_close(boxes[1, 2:], torch.tensor([0.875, 0.4375]))
    torch.testing.assert_close(boxes[:, :2] * 2 + boxes[:, 2:], torch.ones(2, 2))


def test_colours_stay_in_range_and_each_photo_has_its_own_draw() -> None:
    torch.manual_seed(0)
    photos = torch.rand(1, 3, 9, 9).repeat(30, 1, 1, 1)
    changed = colour.jitter(photos, 1.0, chance=1.0)
    assert changed.min() >= 0
    assert changed.max() <= 1
    assert changed.flatten(1).unique(dim=0).shape[0] == 30
    torch.testing.assert_close(colour.jitter(photos, 0.0), photos, atol=1e-4, rtol=0)


def test_turning_the_hue_keeps_the_luma_and_a_full_turn_keeps_all() -> None:
    photos = torch.rand(2, 3, 5, 5) * 0.5 + 0.25
    turned = colour._turned_hue(photos, torch.tensor([0.5, 2 * torch.pi]))
    torch.testing.assert_close(colour.grey(turned), colour.grey(photos), atol=1e-4, rtol=0)
    torch.testing.assert_close(turned[1], photos[1], atol=1e-5, rtol=0)
    assert (turned[0] - photos[0]).abs().max() > 0.01


def test_grey_blur_and_solarisation_do_what_they_say() -> None:
    torch.manual_seed(0)
    photos = torch.rand(4, 3, 112, 112)
    plain = colour.greyed(photos, chance=1.0)
    torch.testing.assert_close(plain[:, 0], plain[:, 2])
    soft = colour.blurred(photos, chance=1.0)
    assert soft.std() < photos.std()
    even = torch.full((2, 3, 32, 32), 0.3)
    torch.testing.assert_close(colour.blurred(even, chance=1.0), even, atol=1e-5, rtol=0)
    assert colour.solarised(photos, chance=1.0).max() <= 0.5
    assert torch.equal(colour.solarised(photos, chance=0.0), photos)
