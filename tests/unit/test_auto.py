"""Which looks ``auto`` tries at sharp photos, and which at soft ones."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from onnx import helper
from PIL import Image

from ssl_core.train import auto as auto_module
from ssl_core.train.auto import Auto
from ssl_core.train.methods.diffusion import diffused_layer
from tests.encoders import add_tiny_encoder, network

READ = 224


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """Card of an encoder that reads 224 pixels and has one residual sum."""
    model = network()
    model.graph.node.insert(2, helper.make_node("Add", ["active", "patches"], ["residual"]))
    next(node for node in model.graph.node if node.op_type == "ReduceMean").input[0] = "residual"
    for side in model.graph.input[0].type.tensor_type.shape.dim[2:]:
        side.dim_value = READ
    replace(add_tiny_encoder(tmp_path, model), input_size=READ, resize=READ).save(tmp_path)
    return tmp_path / "tiny.json"


def gallery(folder: Path, side: int) -> list[Path]:
    """Make 32 noisy photos of 224 pixels, enlarged from ``side``."""
    generator = np.random.default_rng(0)
    paths = [folder / f"{number:02}.png" for number in range(32)]
    for path in paths:
        noise = Image.fromarray(generator.integers(0, 256, (side, side, 3), dtype=np.uint8))
        noise.resize((READ, READ), Image.Resampling.BICUBIC).save(path)
    return paths


@pytest.mark.parametrize(
    ("side", "look", "soft"),
    [
        (READ, "Looking at 288 and 224 pixels", False),
        (32, "Looking at 224 and 160 and 112 pixels, simpler shapes too", True),
    ],
)
def test_soft_photos_get_smaller_looks_and_are_followed_more_closely(
    card: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, side: int, look: str, *, soft: bool
) -> None:
    followed: list[bool] = []

    def watched(vectors: np.ndarray, *, soft: bool) -> np.ndarray:
        followed.append(soft)
        return diffused_layer(vectors, soft=soft)

    monkeypatch.setattr(auto_module, "diffused_layer", watched)
    told: list[object] = []

    def tell(**facts: object) -> None:
        told.extend([facts["tried"]] if "tried" in facts else [])

    (tmp_path / "out").mkdir()
    Auto(card, gallery(tmp_path, side), tmp_path / "out", tell).run("mine", None, lambda: "")
    assert told == ["The encoder as it was, diffusion", f"{look}, bare", f"{look}, diffusion"]
    assert followed == [False, soft]


def test_a_photo_that_goes_between_two_looks_is_left_out(card: Path, tmp_path: Path) -> None:
    photos, told = gallery(tmp_path, 32), []
    photos.append(photos[0].with_name("more.png"))
    shutil.copy(photos[0], photos[-1])

    def tell(**facts: object) -> None:
        told.append(facts)
        if "tried" in facts:
            photos[3].unlink(missing_ok=True)

    (tmp_path / "out").mkdir()
    ending = Auto(card, photos, tmp_path / "out", tell).run("mine", None, lambda: "")
    assert {"card", "kept"} & ending.keys()
    assert [facts["left_out"] for facts in told if "left_out" in facts] == [str(photos[3])]
    assert sum("tried" in facts for facts in told) == 3
