"""Colouring: what the encoder sees, which photos take part, and that a tiny network learns it."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from ssl_core.embed.embedder import Embedder
from ssl_core.errors import TrainingError
from ssl_core.run_spec import Crops, resolve
from ssl_core.train.data.lab import Lightness, chroma, to_lab
from ssl_core.train.export_onnx.trained import add_trained
from ssl_core.train.methods.colorization import Colorization
from tests.pretext import logged, practise, store_of, tiny_encoder

SIDE = 16
CROPS = Crops(
    size=SIDE, scale=(0.5, 1), local_size=8, local_scale=(0.1, 0.3), local_count=0, colour=0
)


def method_on(pixels: np.ndarray) -> Colorization:
    asked = resolve("colorization", len(pixels), "cpu", start="scratch", epochs=1)
    return Colorization(dataclasses.replace(asked, crops=CROPS), tiny_encoder(), store_of(pixels))


def dusk(count: int) -> np.ndarray:
    """Make photos of dark blue and light orange, the border anywhere."""
    generator = np.random.default_rng(0)
    down = np.arange(20)[None, :, None]
    light = np.broadcast_to(down < generator.integers(5, 15, (count, 1, 1)), (count, 20, 20))
    colours = np.array([[20, 30, 120], [250, 190, 90]])[light.astype(int)]
    return (colours + generator.integers(-5, 6, (count, 20, 20, 1))).clip(0, 255).astype(np.uint8)


def grey(count: int) -> np.ndarray:
    shades = np.random.default_rng(1).integers(0, 256, (count, 20, 20, 1), np.uint8)
    return np.repeat(shades, 3, axis=3)


def test_a_tiny_network_learns_which_colour_light_things_have() -> None:
    method = method_on(dusk(40))
    losses = practise(method, steps=90, batch=16, photos=32)
    assert np.mean(losses[-10:]) < 0.5 * np.mean(losses[:3])
    assert logged(method, torch.arange(32, 40), "accuracy") > 0.8
    photos = method._plain(torch.arange(32, 40))
    wanted = to_lab(photos)[:, 1:]
    with torch.no_grad():
        apart = chroma(to_lab(method.coloured(photos))[:, 1:] - wanted)
    assert apart.mean() < 0.4 * chroma(wanted).mean()


def test_the_encoder_sees_no_colour() -> None:
    method = method_on(dusk(8)).eval()
    photos = method._plain(torch.arange(8))
    light = Lightness()(photos)
    torch.testing.assert_close(method.encoder(photos), tiny_encoder().eval()(light))
    for with_colour, without in zip(
        method.encoder.maps(photos), tiny_encoder().eval().maps(light), strict=True
    ):
        torch.testing.assert_close(with_colour, without)


def test_grey_photos_are_left_out_and_it_is_said() -> None:
    method = method_on(np.concatenate([grey(3), dusk(8), grey(2)]))
    assert method.notes == ("5 of 13 photos are grey: no colours to learn from.",)
    seen = method._with_colours(torch.arange(13))
    assert set(seen.tolist()) == set(range(3, 11))
    assert method_on(dusk(8)).notes == ()
    # The counted colours are those of coloured photos alone.
    torch.testing.assert_close(method.weights, method_on(dusk(8)).weights)
    with pytest.raises(TrainingError, match="Only 7 of 9 photos have colours"):
        method_on(np.concatenate([grey(2), dusk(7)]))


def test_before_it_learns_it_knows_how_frequent_colours_are() -> None:
    method = method_on(dusk(40)).eval()
    with torch.no_grad():
        said = method._logits(method._plain(torch.arange(8))).softmax(dim=1).mean(dim=(0, 2, 3))
    found = said / method.weights
    prior = method._prior(method.bins)
    assert (found / found.sum() - prior).abs().sum() < 0.3
    assert (prior - 1 / len(prior)).abs().sum() > 1.5


def test_the_photo_is_shown_grey_coloured_and_as_it_was() -> None:
    shown = method_on(dusk(8)).eval().pictures(torch.tensor([1, 5]))
    assert [one.pixels.shape for one in shown] == [(SIDE, 3 * SIDE + 2 * 4, 3)] * 2
    without, _, original = np.split(shown[0].pixels, [SIDE, 2 * SIDE + 4], axis=1)
    assert (without == without[:, :, :1]).all()
    assert np.ptp(original[:, 4:].astype(int), axis=2).max() > 90


def test_the_exported_encoder_reads_photos_in_colour(tmp_path: Path) -> None:
    method = method_on(dusk(8))
    card = add_trained(method.encoder, tmp_path, "mine", "a test", "CC0-1.0", lambda *_: None)
    crops = np.random.default_rng(0).integers(0, 256, (3, 32, 32, 3), np.uint8)
    served = Embedder(card, tmp_path / card.onnx).embed(crops)
    with torch.no_grad():
        photos = torch.from_numpy(crops).permute(0, 3, 1, 2) / 255
        np.testing.assert_allclose(served, method.encoder(photos).numpy(), atol=1e-4)
