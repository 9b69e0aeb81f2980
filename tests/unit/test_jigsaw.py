"""Jigsaw puzzles: unlike permutations, nothing that gives them away, and a tiny network learns."""

import dataclasses
import math

import numpy as np
import pytest
import torch
from scipy.optimize import linear_sum_assignment

from ssl_core.run_spec import Crops, resolve
from ssl_core.train.data.puzzle import normalised, permutations, tiles
from ssl_core.train.methods.jigsaw import Jigsaw, in_order
from tests.pretext import practise, store_of, tiny_encoder

TILE, SIDE = 7, 30
CROPS = Crops(
    size=SIDE, scale=(0.8, 1), local_size=TILE, local_scale=(0.1, 0.3), local_count=0, colour=0
)


@pytest.fixture(scope="module")
def unlike() -> torch.Tensor:
    return permutations(40, seed=0)


def method_on(pixels: np.ndarray, **changes: object) -> Jigsaw:
    asked = resolve("jigsaw", len(pixels), "cpu", start="scratch", epochs=1)
    spec = dataclasses.replace(asked, crops=CROPS, hidden=64, permutations=6, **changes)
    return Jigsaw(spec, tiny_encoder(), store_of(pixels))


def suns(count: int) -> np.ndarray:
    """Make photos that darken from the middle outwards: a tile's slope tells its place."""
    generator = np.random.default_rng(0)
    down, right = np.mgrid[-1:1:36j, -1:1:36j]
    shade = 200 - 120 * np.hypot(down, right)[None, :, :, None]
    return (shade + generator.integers(-5, 5, (count, 36, 36, 3))).astype(np.uint8)


def slopes(count: int) -> np.ndarray:
    """Make photos that darken evenly: only brightness tells a tile's place."""
    generator = np.random.default_rng(0)
    down, right = np.mgrid[-1:1:36j, -1:1:36j]
    shade = 128 + 40 * (down + 0.5 * right)[None, :, :, None]
    return (shade + generator.integers(-5, 5, (count, 36, 36, 3))).astype(np.uint8)


def test_permutations_are_as_unlike_as_can_be(unlike: torch.Tensor) -> None:
    """Each has the greatest possible sum of Hamming distances to all before, by assignment."""
    chosen = unlike.numpy()
    assert (np.sort(chosen, axis=1) == np.arange(9)).all()
    for count in range(1, len(chosen)):
        alike = np.stack([(chosen[:count] == tile).sum(axis=0) for tile in range(9)])
        least = alike[linear_sum_assignment(alike)].sum()
        assert (chosen[:count] == chosen[count]).sum() == least
    apart = (chosen[:, None] != chosen[None]).sum(axis=2) + 9 * np.eye(len(chosen))
    assert apart.min() >= 5


def test_permutations_are_the_seed_s_and_in_the_checkpoint(unlike: torch.Tensor) -> None:
    assert torch.equal(permutations(6, seed=0), unlike[:6])
    assert not torch.equal(permutations(6, seed=1), unlike[:6])
    assert torch.equal(method_on(suns(8)).state_dict()["permutations"], unlike[:6])


def test_a_tile_comes_from_its_own_cell_and_each_channel_from_a_little_beside() -> None:
    torch.manual_seed(0)
    down, right = torch.meshgrid(torch.arange(30.0), torch.arange(30.0), indexing="ij")
    for place in (down, right):
        cut = tiles(place.expand(50, 3, 30, 30), TILE)
        assert cut.shape == (50, 9, 3, TILE, TILE)
        cells = torch.arange(9) // 3 if place is down else torch.arange(9) % 3
        low, high = cut.amin((0, 2, 3, 4)), cut.amax((0, 2, 3, 4))
        assert torch.equal(low, cells * 10.0)
        assert torch.equal(high, cells * 10.0 + 9)
        first = cut[..., 0, 0]
        beside = (first - first[:, :, :1]).abs()
        assert beside.max() == 3
        assert (beside[:, :, 1:] > 0).float().mean() > 0.3
        along = cut.diff(dim=3 if place is down else 4)
        assert torch.equal(along, torch.ones_like(along))


def test_a_tile_keeps_neither_its_brightness_nor_its_contrast() -> None:
    cut = torch.rand(2, 9, 3, 8, 8)
    found = normalised(cut)
    torch.testing.assert_close(found.mean((-2, -1)), torch.zeros(2, 9, 3), atol=1e-5, rtol=0)
    torch.testing.assert_close(found.std((-2, -1), correction=0), torch.ones(2, 9, 3))
    torch.testing.assert_close(normalised(cut * 0.5 + 0.2), found, atol=1e-4, rtol=0)
    assert normalised(torch.full((1, 9, 3, 8, 8), 0.3)).abs().max() < 1e-4


def test_tiles_are_laid_by_their_own_permutation() -> None:
    cut = torch.arange(18).reshape(2, 9)
    chosen = torch.stack([torch.arange(9).flip(0), torch.arange(9).roll(1)])
    assert in_order(cut, chosen).tolist() == [
        [8, 7, 6, 5, 4, 3, 2, 1, 0],
        [17, 9, 10, 11, 12, 13, 14, 15, 16],
    ]


def test_the_loss_is_the_paper_s() -> None:
    """Noroozi & Favaro: each tile through the trunk by itself, then the permutation's -log p."""
    method = method_on(suns(8)).eval()
    rows = torch.arange(8)
    torch.manual_seed(5)
    loss, values = method.step(rows, 0.0)
    torch.manual_seed(5)
    wanted = torch.randint(6, (8,))
    shuffled = in_order(normalised(method._tiles(rows)), method.permutations[wanted])
    total, right = 0.0, 0
    for photo in range(8):
        vectors = [method.encoder.network(tile[None])[0] for tile in shuffled[photo]]
        each = torch.cat([method.head.each(vector) for vector in vectors])
        scores = method.head.together(each[None])[0].tolist()
        below = sum(math.exp(score) for score in scores)
        total -= math.log(math.exp(scores[wanted[photo]]) / below)
        right += int(np.argmax(scores)) == wanted[photo]
    assert loss.item() == pytest.approx(total / 8, abs=1e-5)
    assert values["accuracy"] == pytest.approx(right / 8)


def test_a_tiny_network_learns_where_tiles_belong() -> None:
    method = method_on(suns(40))
    losses = practise(method, steps=100, batch=24, photos=32)
    assert np.mean(losses[-10:]) < 0.6 * np.mean(losses[:3])
    method.train()  # Tiles are normalised by their own batch, whole photos by what was gathered.
    with torch.no_grad():
        right = [method.step(torch.arange(32, 40), 0.0).logged["accuracy"] for _ in range(10)]
    assert np.mean(right) > 0.6


def test_brightness_alone_does_not_solve_the_puzzle() -> None:
    method = method_on(slopes(40))
    practise(method, steps=100, batch=24, photos=32)
    with torch.no_grad():
        right = [method.step(torch.arange(32, 40), 0.0).logged["accuracy"] for _ in range(30)]
    assert np.mean(right) == pytest.approx(1 / 6, abs=0.08)


@pytest.mark.parametrize("frozen", [True, False])
def test_batch_norm_s_statistics_are_those_of_whole_photos(*, frozen: bool) -> None:
    method = method_on(np.full((8, 36, 36, 3), 230, np.uint8), frozen_norm=frozen)
    norm = method.encoder.network[1]
    with torch.no_grad():
        method.encoder.network[0].weight.fill_(1 / 27)
    for _ in range(60):
        method.step(torch.arange(8), 0.0)
    whole = (230 / 255 - 0.4) / 0.25
    wanted = torch.full((12,), 0.0 if frozen else whole)
    torch.testing.assert_close(norm.running_mean, wanted, atol=0.01, rtol=0)
    assert norm.momentum == 0.1


def test_the_puzzle_is_shown_as_the_machine_lays_it() -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (8, 36, 36, 3), np.uint8)
    shown = method_on(pixels).eval().pictures(torch.arange(8).repeat(5))
    in_place = []
    for one in shown:
        assert one.pixels.shape == (27, 3 * 27 + 2 * 16, 3)
        shuffled, laid, solved = (
            one
            .pixels[:, start : start + 27]
            .reshape(3, 9, 3, 9, 3)
            .transpose(0, 2, 1, 3, 4)
            .reshape(9, -1)
            for start in (0, 43, 86)
        )
        assert not (shuffled == solved).all()
        for board in (shuffled, laid):
            assert sorted(map(bytes, board)) == sorted(map(bytes, solved))
        in_place.append(int((laid == solved).all(axis=1).sum()))
        assert f"machine, {in_place[-1]} of 9 in place" in one.caption
    assert 0 < sum(in_place) < 9 * len(shown)
