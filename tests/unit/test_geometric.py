"""Turning photos: exact, no side gives it away, and a tiny network learns it."""

import dataclasses
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from ssl_core.run_spec import Crops, resolve
from ssl_core.train.data.store import PhotoStore, open_store
from ssl_core.train.data.turns import laid
from ssl_core.train.methods.geometric import Geometric, turned_copies
from tests.pretext import logged, practise, store_of, tiny_encoder

CROPS = Crops(
    size=16, scale=(0.35, 1), local_size=8, local_scale=(0.1, 0.3), local_count=0, colour=0
)


def method_on(store: PhotoStore) -> Geometric:
    asked = resolve("geometric", len(store), "cpu", start="scratch", epochs=1)
    return Geometric(dataclasses.replace(asked, crops=CROPS, hidden=16), tiny_encoder(), store)


def landscapes(count: int) -> np.ndarray:
    """Make light above and dark below, each with its own noise."""
    generator = np.random.default_rng(0)
    shade = np.linspace(200, 50, 20)[None, :, None, None]
    return (shade + generator.integers(-40, 40, (count, 20, 20, 3))).astype(np.uint8)


def test_photos_are_laid_pixel_by_pixel() -> None:
    photos = torch.rand(8, 3, 5, 5)
    found = laid(photos, torch.arange(8))
    for way, photo in enumerate(photos.numpy()):
        upright = photo[:, :, ::-1] if way >= 4 else photo
        np.testing.assert_array_equal(found[way].numpy(), np.rot90(upright, way % 4, axes=(1, 2)))
    again = laid(found, torch.tensor([0, 3, 2, 1, 4, 5, 6, 7]))
    assert torch.equal(again, photos)


def test_all_four_turns_of_a_photo_are_in_a_batch() -> None:
    torch.manual_seed(0)
    crops = torch.rand(6, 3, 4, 4)
    copies, ways = turned_copies(crops)
    assert torch.equal(copies, laid(crops.repeat(4, 1, 1, 1), ways))
    for turns in (ways % 4).reshape(4, 6).T:
        assert turns.tolist() == [0, 1, 2, 3]
    assert set(ways.tolist()) == set(range(8))


def test_the_loss_is_the_paper_s() -> None:
    """Gidaris et al., eq. 2 and 3: photo by photo, way by way."""
    method = method_on(store_of(landscapes(8))).eval()
    rows = torch.arange(8)
    torch.manual_seed(5)
    loss, values = method.step(rows, 0.0)
    torch.manual_seed(5)
    copies, ways = turned_copies(method._crops(rows))
    total, right = 0.0, 0
    for photo in range(8):
        for turn in range(4):
            one = turn * 8 + photo
            scores = method.head(method.encoder(copies[one : one + 1]))[0].tolist()
            below = sum(math.exp(score) for score in scores)
            total -= math.log(math.exp(scores[ways[one]]) / below) / 4
            right += int(np.argmax(scores)) % 4 == turn
    assert loss.item() == pytest.approx(total / 8, abs=1e-5)
    assert values["turn_accuracy"] == pytest.approx(right / 32)


def test_a_tiny_network_learns_which_way_is_up() -> None:
    method = method_on(store_of(landscapes(40)))
    losses = practise(method, steps=80, batch=16, photos=32)
    assert np.mean(losses[-10:]) < 0.6 * np.mean(losses[:3])
    assert logged(method, torch.arange(32, 40), "turn_accuracy") > 0.9


@pytest.mark.parametrize("centres", [True, False])
def test_photos_without_an_up_stay_at_chance_when_centres_are_kept(
    tmp_path: Path, *, centres: bool
) -> None:
    """A squeezed photo is sharper along one side: the network would learn that instead."""
    generator = np.random.default_rng(0)
    paths = [tmp_path / f"{number}.png" for number in range(64)]
    for path in paths:
        Image.fromarray(generator.integers(0, 256, (24, 60, 3), np.uint8)).save(path)
    store = open_store(tmp_path, paths, 20, lambda **_: None, centres=centres)
    method = method_on(store)
    practise(method, steps=120, batch=24, photos=48)
    accuracy = logged(method, torch.arange(48, 64), "turn_accuracy")
    assert accuracy == pytest.approx(0.25, abs=0.05) if centres else accuracy > 0.4


def test_the_head_s_turns_are_its_ways_without_the_mirror() -> None:
    method = method_on(store_of(landscapes(8))).eval()
    vectors = torch.rand(3, 12)
    ways = method.head(vectors).softmax(dim=1)
    torch.testing.assert_close(method.head.turns(vectors), ways[:, :4] + ways[:, 4:])


def test_the_turns_are_shown_with_how_many_were_told_right() -> None:
    method = method_on(store_of(landscapes(32)))
    practise(method, steps=80, batch=16, photos=32)
    shown = method.eval().pictures(torch.arange(2))
    assert [one.caption for one in shown] == ["Which way is up? 4 of 4 turns told right"] * 2
    assert shown[0].pixels.shape == (16, 4 * 16 + 3 * 4, 3)
    assert shown[0].pixels.dtype == np.uint8
    upright, turned = shown[0].pixels[:, :16], shown[0].pixels[:, 20:36]
    np.testing.assert_array_equal(turned, np.rot90(upright))
