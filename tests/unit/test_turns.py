"""Suggestions for photos that lie on their side."""

from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch
from torch import nn

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.turns import suggested_turns, turn_probabilities
from ssl_core.errors import EncoderError
from ssl_core.model_card import load_card
from ssl_core.train.export_onnx.trained import add_trained
from ssl_core.train.nets.encoder import Encoder, Reading
from ssl_core.train.nets.heads import TurnHead
from tests.encoders import SIZE, add_tiny_encoder


class Sky:
    """Stands in for an embedder: up is where it is brightest, and one side misleads it."""

    def turns(self, crops: np.ndarray) -> np.ndarray:
        sides = crops[:, 0].mean((1, 2)), crops[:, :, 0].mean((1, 2))
        far = crops[:, -1].mean((1, 2)), crops[:, :, -1].mean((1, 2))
        light = np.stack([sides[0], sides[1], far[0], far[1]], axis=1) / 10 + [0, 0, 3, 0]
        powers = np.exp(light - light.max(axis=1, keepdims=True))
        return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)


SKY = cast("Embedder", Sky())


def photos() -> np.ndarray:
    """Make upright photos, light above."""
    generator = np.random.default_rng(0)
    shade = np.linspace(220, 60, 8)[None, :, None, None]
    return (shade + generator.integers(-20, 20, (5, 8, 8, 3))).astype(np.uint8)


@pytest.mark.parametrize("turns", range(4))
def test_turning_a_photo_turns_the_answer_and_the_suggestion_sets_it_upright(turns: int) -> None:
    upright = turn_probabilities(photos(), SKY)
    turned = np.rot90(photos(), turns, axes=(1, 2))
    found = turn_probabilities(turned, SKY)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, np.roll(upright, turns, axis=1), atol=1e-6)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-6)
    clockwise = suggested_turns(found)
    for photo, quarters, original in zip(turned, clockwise, photos(), strict=True):
        np.testing.assert_array_equal(np.rot90(photo, -quarters), original)


def test_what_is_not_sure_stays_as_it_is() -> None:
    probabilities = np.array([[0.1, 0.8, 0.05, 0.05], [0.02, 0.01, 0.01, 0.96], [0.95, 0.05, 0, 0]])
    assert suggested_turns(probabilities).tolist() == [0, 3, 0]
    assert suggested_turns(probabilities, sure=0.7).tolist() == [1, 3, 0]


def test_no_photos_get_no_answers(tmp_path: Path) -> None:
    assert suggested_turns(np.empty((0, 4))).tolist() == []


def test_an_encoder_that_did_not_learn_it_says_so(tmp_path: Path) -> None:
    card = add_tiny_encoder(tmp_path)
    embedder = Embedder(card, tmp_path / card.onnx)
    with pytest.raises(EncoderError, match="tiny cannot tell how a photo is turned"):
        turn_probabilities(np.zeros((1, SIZE, SIZE, 3), np.uint8), embedder)


def test_the_trained_head_is_served_beside_the_vector(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = nn.Sequential(nn.Conv2d(3, 6, 4, 4), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten())
    encoder = Encoder(network, Reading(dim=6, size=SIZE, mean=(0.5,) * 3, std=(0.25,) * 3))
    head = TurnHead(6, 16).eval()
    made = add_trained(
        encoder, tmp_path, "mine", "a test", "CC0-1.0", lambda *_: None, turn_head=head
    )
    card = load_card(tmp_path / "mine.json")
    assert card == made
    assert card.turn_output == "turns"
    crops = np.random.default_rng(0).integers(0, 256, (3, SIZE, SIZE, 3), dtype=np.uint8)
    embedder = Embedder(card, tmp_path / card.onnx)
    with torch.no_grad():
        vectors = encoder(torch.from_numpy(crops).permute(0, 3, 1, 2).float() / 255)
        np.testing.assert_allclose(embedder.embed(crops), vectors.numpy(), atol=1e-5)
        np.testing.assert_allclose(embedder.turns(crops), head.turns(vectors).numpy(), atol=1e-5)
    assert embedder.turns(crops[:0]).shape == (0, 4)
    assert turn_probabilities(crops, embedder).shape == (3, 4)
