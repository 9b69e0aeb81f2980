"""Colour spaces and colours as classes, against published values and slow references."""

import math

import numpy as np
import pytest
import torch

from ssl_core.train.data.lab import Lightness, chroma, to_lab, to_rgb
from ssl_core.train.data.palette import (
    GRID,
    annealed_mean,
    in_gamut,
    rarity,
    smoothed_prior,
    soft_encoded,
)

BINS = in_gamut()


@pytest.mark.parametrize(
    ("rgb", "lab"),
    [
        ((1, 1, 1), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((1, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 1, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 1), (32.30, 79.19, -107.86)),
        ((0.01, 0.01, 0.01), (0.70, 0, 0)),
    ],
)
def test_lab_is_the_cie_s(rgb: tuple[float, ...], lab: tuple[float, ...]) -> None:
    photo = torch.tensor(rgb, dtype=torch.float64).reshape(3, 1, 1)
    assert to_lab(photo).flatten().tolist() == pytest.approx(lab, abs=0.02)


def test_lab_is_scikit_image_s_and_goes_back() -> None:
    module = pytest.importorskip("skimage.color")
    torch.manual_seed(0)
    photos = torch.rand(2, 3, 5, 7)
    photos[0, :, 0] *= 0.05
    lab = to_lab(photos)
    theirs = module.rgb2lab(photos.numpy(), channel_axis=1)
    np.testing.assert_allclose(lab.numpy(), theirs, atol=0.02)
    torch.testing.assert_close(to_rgb(lab), photos, atol=1e-4, rtol=0)
    torch.testing.assert_close(Lightness()(photos), lab[:, :1].expand(-1, 3, -1, -1) / 100)
    assert chroma(lab[:, 1:])[0, 2, 3] == pytest.approx(math.hypot(*lab[0, 1:, 2, 3]), rel=1e-5)


def test_colours_no_screen_can_show_are_clamped() -> None:
    lab = torch.tensor([50.0, 120.0, -120.0]).reshape(3, 1, 1)
    assert 0 <= to_rgb(lab).min() <= to_rgb(lab).max() <= 1


def test_the_bins_are_those_that_screens_reach() -> None:
    torch.manual_seed(0)
    ab = to_lab(torch.rand(1, 3, 200, 200))[0, 1:].flatten(1).T
    known = set(map(tuple, BINS.int().tolist()))
    assert {tuple(one) for one in ((ab / GRID).round() * GRID).int().tolist()} <= known
    assert (0, 0) in known
    assert (-100, -100) not in known
    assert len(known) == len(BINS)


def test_a_colour_is_shared_out_to_its_five_nearest_bins() -> None:
    torch.manual_seed(0)
    ab = torch.rand(2, 2, 3, 5) * 80 - 40
    nearest, shares = soft_encoded(ab, BINS)
    for photo, row, column in np.ndindex(2, 3, 5):
        here = ab[photo, :, row, column].tolist()
        distances = [math.dist(here, centre) for centre in BINS.tolist()]
        five = sorted(range(len(BINS)), key=distances.__getitem__)[:5]
        powers = [math.exp(-(distances[one] ** 2) / (2 * 5**2)) for one in five]
        assert nearest[photo, :, row, column].tolist() == five
        wanted = [power / sum(powers) for power in powers]
        assert shares[photo, :, row, column].tolist() == pytest.approx(wanted, abs=1e-4)


def test_rare_colours_weigh_more_and_a_pixel_one_in_the_mean() -> None:
    torch.manual_seed(0)
    ab = torch.randn(3, 2, 11, 13) * 20
    prior = smoothed_prior(ab, BINS)
    nearest, shares = soft_encoded(ab, BINS)
    slow = torch.zeros(len(BINS))
    for one, share in zip(nearest.flatten().tolist(), shares.flatten().tolist(), strict=True):
        slow[one] += share / (3 * 11 * 13)
    torch.testing.assert_close(prior, slow, atol=1e-5, rtol=0)
    weights = rarity(prior)
    assert (prior * weights).sum().item() == pytest.approx(1, abs=1e-5)
    inverse = 1 / (0.5 * prior + 0.5 / len(BINS))
    torch.testing.assert_close(weights / weights[0], inverse / inverse[0])
    assert weights[prior.argmax()] == weights.min()


def test_the_colour_shown_is_the_annealed_mean() -> None:
    bins = torch.tensor([[0.0, 0.0], [50.0, -20.0], [10.0, 90.0]])
    torch.manual_seed(0)
    logits = torch.randn(1, 3, 2, 1)
    found = annealed_mean(logits, bins)
    for row in range(2):
        said = torch.softmax(logits[0, :, row, 0], 0).tolist()
        powers = [math.exp(math.log(one) / 0.38) for one in said]
        for axis in range(2):
            wanted = sum(p * b[axis] for p, b in zip(powers, bins.tolist(), strict=True))
            assert found[0, axis, row, 0].item() == pytest.approx(wanted / sum(powers), abs=1e-4)
