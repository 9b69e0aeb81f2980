"""Filling what is covered: nothing shines through, and a tiny network learns it."""

import dataclasses

import numpy as np
import pytest
import torch

from ssl_core.run_spec import Crops, resolve
from ssl_core.train.data.masks import hidden_blocks
from ssl_core.train.methods import inpainting
from ssl_core.train.methods.inpainting import Inpainting
from tests.pretext import practise, store_of, tiny_encoder

SIDE = 24
CROPS = Crops(
    size=SIDE, scale=(0.5, 1), local_size=8, local_scale=(0.1, 0.3), local_count=0, colour=0
)


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that a tiny network can look past."""
    monkeypatch.setattr(inpainting, "_BLOCK", 4)


def method_on(pixels: np.ndarray, **changes: object) -> Inpainting:
    asked = resolve("inpainting", len(pixels), "cpu", start="scratch", epochs=1)
    spec = dataclasses.replace(asked, crops=CROPS, **changes)
    return Inpainting(spec, tiny_encoder(), store_of(pixels))


def noises(count: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, 28, 28, 3), np.uint8)


def test_whole_blocks_are_hidden_the_same_number_in_each_photo() -> None:
    torch.manual_seed(0)
    hidden = hidden_blocks(11, 23, 5, 0.5, torch.device("cpu"))
    assert hidden.shape == (11, 1, 23, 23)
    blocks = hidden[:, 0, ::5, ::5]
    assert (blocks.sum(dim=(1, 2)) == 12).all()
    whole = blocks.repeat_interleave(5, 1).repeat_interleave(5, 2)[:, :23, :23]
    assert torch.equal(hidden[:, 0], whole)
    assert len({tuple(one.flatten().tolist()) for one in blocks}) == 11
    assert hidden_blocks(2, 8, 32, 0.5, torch.device("cpu")).all()


def test_a_tiny_network_learns_to_fill() -> None:
    shades = np.random.default_rng(0).permutation(np.repeat([40, 210], 20))
    pixels = np.broadcast_to(shades[:, None, None, None].astype(np.uint8), (40, 28, 28, 3))
    method = method_on(pixels)
    losses = practise(method, steps=80, batch=16, photos=32)
    # The mean shade is a third of the range away from all.
    assert np.mean(losses[-10:]) < 0.12


def test_nothing_shines_through_the_covers() -> None:
    method = method_on(noises(8)).eval()
    photos = torch.rand(3, 3, SIDE, SIDE)
    hidden = method._hidden(photos)
    others = torch.where(hidden, torch.rand_like(photos), photos)
    assert not torch.equal(photos, others)
    torch.testing.assert_close(method.drawn(photos, hidden), method.drawn(others, hidden))


@pytest.mark.parametrize("frozen", [True, False])
def test_batch_norm_s_statistics_are_those_of_whole_photos(*, frozen: bool) -> None:
    method = method_on(np.full((8, 28, 28, 3), 230, np.uint8), frozen_norm=frozen)
    norm = method.encoder.network[1]
    with torch.no_grad():
        method.encoder.network[0].weight.fill_(1 / 27)
    for _ in range(60):
        method.step(torch.arange(8), 0.0)
    wanted = torch.full((12,), 0.0 if frozen else (230 / 255 - 0.4) / 0.25)
    torch.testing.assert_close(norm.running_mean, wanted, atol=0.01, rtol=0)
    assert norm.momentum == 0.1
    method.eval().pictures(torch.arange(2))
    torch.testing.assert_close(norm.running_mean, wanted, atol=0.01, rtol=0)
    assert not norm.training


def test_the_photo_is_shown_covered_filled_and_whole() -> None:
    shown = method_on(noises(8)).eval().pictures(torch.tensor([1, 5]))
    assert [one.pixels.shape for one in shown] == [(SIDE, 3 * SIDE + 2 * 4, 3)] * 2
    covered, filled, whole = (
        shown[0].pixels[:, start : start + SIDE] for start in (0, SIDE + 4, 2 * SIDE + 8)
    )
    hidden = (covered == round(0.4 * 255)).all(axis=2)
    assert hidden.mean() == pytest.approx(0.5, abs=0.02)
    np.testing.assert_array_equal(filled[~hidden], whole[~hidden])
    assert (filled[hidden] != whole[hidden]).any(axis=1).mean() > 0.9
