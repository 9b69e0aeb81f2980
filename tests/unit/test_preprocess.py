import dataclasses

import numpy as np
import pytest
from PIL import Image

from ssl_core.embed.preprocess import crop, to_batch
from ssl_core.model_card import ModelCard

CARD = ModelCard(
    name="tiny",
    dim=8,
    source="made in a test",
    licence="CC0-1.0",
    onnx="tiny.onnx",
    sha256="a" * 64,
    input_size=32,
    resize=36,
    interpolation="bicubic",
    mean=(0.485, 0.456, 0.406),
    std=(0.229, 0.224, 0.225),
    input_name="photos",
    vector_output="vector",
)


def smooth_photo(width: int, height: int) -> Image.Image:
    across = np.linspace(0, 255, width)[None, :].repeat(height, 0)
    down = np.linspace(0, 255, height)[:, None].repeat(width, 1)
    wave = 127 + 120 * np.sin(across / 20) * np.cos(down / 25)
    return Image.fromarray(np.stack([across, down, wave], -1).astype(np.uint8), "RGB")


@pytest.mark.parametrize("interpolation", ["bicubic", "bilinear"])
@pytest.mark.parametrize("size", [(180, 180), (361, 180), (180, 251)])
def test_one_step_equals_resize_then_centre_crop(size: tuple[int, int], interpolation: str) -> None:
    card = dataclasses.replace(CARD, interpolation=interpolation)
    photo = smooth_photo(*size)
    scale = card.resize / min(size)
    wide = photo.resize(
        (round(size[0] * scale), round(size[1] * scale)), Image.Resampling[interpolation.upper()]
    )
    left, top = (wide.width - 32) // 2, (wide.height - 32) // 2
    plain = np.asarray(wide.crop((left, top, left + 32, top + 32)), int)
    assert np.abs(crop(photo, card) - plain).mean() < 3


def test_a_fine_pattern_is_averaged_not_sampled() -> None:
    board = np.indices((720, 720)).sum(0) % 2 * 255
    photo = Image.fromarray(board.astype(np.uint8)).convert("RGB")
    assert np.abs(crop(photo, CARD).astype(int) - 127).max() < 8


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 2), (33, 4000)])
def test_any_size_gives_a_square(size: tuple[int, int]) -> None:
    square = crop(Image.new("RGB", size, (10, 20, 30)), CARD)
    assert square.shape == (32, 32, 3)
    assert square.dtype == np.uint8
    assert (square == (10, 20, 30)).all()


def test_the_centre_is_kept() -> None:
    photo = Image.new("RGB", (300, 100), "red")
    photo.paste("blue", (100, 0, 200, 100))
    assert (crop(photo, CARD) == (0, 0, 255)).all()


def test_batch_is_normalised_channels_first() -> None:
    crops = np.random.default_rng(0).integers(0, 256, (3, 32, 32, 3), dtype=np.uint8)
    batch = to_batch(crops, CARD)
    expected = (crops / 255 - np.array(CARD.mean)) / np.array(CARD.std)
    assert batch.shape == (3, 3, 32, 32)
    assert batch.dtype == np.float32
    assert batch.flags.c_contiguous
    np.testing.assert_allclose(batch, expected.transpose(0, 3, 1, 2), atol=1e-5)


def test_lite0_scaling_is_the_published_one() -> None:
    card = dataclasses.replace(CARD, mean=(127 / 255,) * 3, std=(128 / 255,) * 3)
    crops = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1).repeat(3, -1)
    expected = (crops.astype(np.float64) - 127) / 128
    np.testing.assert_allclose(to_batch(crops, card), expected.transpose(0, 3, 1, 2), atol=1e-6)
