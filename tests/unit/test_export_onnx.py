"""Encoders from checkpoints and ONNX files; one runs in a child, as all do in the program."""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.pretrained import find_encoder
from ssl_core.model_card import IMAGENET_MEAN
from ssl_core.train.checkpoint import read_weights
from ssl_core.train.export_onnx import sources
from ssl_core.train.export_onnx.__main__ import main
from ssl_core.train.nets.vit import from_checkpoint
from tests.encoders import DIM, SIZE, add_tiny_encoder, network

D, PATCH, DEPTH = 64, 16, 2


Refused = Callable[[Path], str]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "encoders"


@pytest.fixture
def refused(out: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    """Import a file that must be refused with one sentence and leave nothing."""

    def run(file: Path) -> str:
        before = sorted(out.iterdir()) if out.exists() else []
        assert main(["import", str(file), "--out", str(out)]) == 1
        message = capsys.readouterr().err
        assert len(message.splitlines()) == 1
        assert sorted(out.iterdir()) == before
        return message

    return run


def vit_weights(*, v2: bool = True, registers: int = 0, grid: int = 14) -> dict[str, torch.Tensor]:
    """Make a tiny ViT's weights under Meta's key names, as DINO (v1) or DINOv2 saves them."""
    shapes = {
        "cls_token": (1, 1, D),
        "pos_embed": (1, 1 + grid * grid, D),
        "patch_embed.proj.weight": (D, 3, PATCH, PATCH),
        "patch_embed.proj.bias": (D,),
        "norm.weight": (D,),
        "norm.bias": (D,),
    }
    if registers:
        shapes["register_tokens"] = (1, registers, D)
    for block in range(DEPTH):
        layers = {"attn.qkv": (3 * D, D), "attn.proj": (D, D)}
        layers |= {"mlp.fc1": (4 * D, D), "mlp.fc2": (D, 4 * D)}
        for name, shape in layers.items():
            shapes[f"blocks.{block}.{name}.weight"] = shape
            shapes[f"blocks.{block}.{name}.bias"] = shape[:1]
        for name in ("norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias"):
            shapes[f"blocks.{block}.{name}"] = (D,)
        if v2:
            shapes |= {f"blocks.{block}.ls{i}.gamma": (D,) for i in (1, 2)}
    chance = torch.Generator().manual_seed(0)
    return {name: 0.1 * torch.randn(shape, generator=chance) for name, shape in shapes.items()}


def meta_forward(weights: dict[str, torch.Tensor], photos: torch.Tensor) -> torch.Tensor:
    """Meta's forward pass written out, one head, in the order of their code: all tokens."""
    w, f = weights, torch.nn.functional
    tokens = f.conv2d(
        photos, w["patch_embed.proj.weight"], w["patch_embed.proj.bias"], stride=PATCH
    )
    x = torch.cat([w["cls_token"].expand(len(photos), -1, -1), tokens.flatten(2).mT], 1)
    x = x + w["pos_embed"]
    if "register_tokens" in w:
        registers = w["register_tokens"].expand(len(photos), -1, -1)
        x = torch.cat([x[:, :1], registers, x[:, 1:]], 1)
    for i in range(DEPTH):
        b = {name.removeprefix(f"blocks.{i}."): weight for name, weight in w.items()}
        y = f.layer_norm(x, (D,), b["norm1.weight"], b["norm1.bias"], 1e-6)
        q, k, v = f.linear(y, b["attn.qkv.weight"], b["attn.qkv.bias"]).chunk(3, -1)
        y = (q @ k.mT / D**0.5).softmax(-1) @ v
        y = f.linear(y, b["attn.proj.weight"], b["attn.proj.bias"])
        x = x + y * b.get("ls1.gamma", 1)
        y = f.layer_norm(x, (D,), b["norm2.weight"], b["norm2.bias"], 1e-6)
        y = f.gelu(f.linear(y, b["mlp.fc1.weight"], b["mlp.fc1.bias"]))
        y = f.linear(y, b["mlp.fc2.weight"], b["mlp.fc2.bias"])
        x = x + y * b.get("ls2.gamma", 1)
    return f.layer_norm(x, (D,), w["norm.weight"], w["norm.bias"], 1e-6)


def constant_network(outputs: dict[str, tuple[int, ...]]) -> onnx.ModelProto:
    """Make a network that answers ones whatever the photos are."""
    tensors = [numpy_helper.from_array(np.ones(shape, np.float32)) for shape in outputs.values()]
    nodes = [
        helper.make_node("Constant", [], [name], value=tensor)
        for name, tensor in zip(outputs, tensors, strict=True)
    ]
    told = [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs.items()]
    photos = helper.make_tensor_value_info("photos", TensorProto.FLOAT, ["b", 3, 224, 224])
    graph = helper.make_graph(nodes, "ones", [photos], told)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


def random_crops(size: int) -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (3, size, size, 3), dtype=np.uint8)


@pytest.mark.parametrize("kind", ["dino", "dinov2", "registers"])
def test_a_vit_gives_what_meta_s_own_code_would(tmp_path: Path, kind: str) -> None:
    weights = vit_weights(v2=kind != "dino", registers=4 if kind == "registers" else 0)
    ignored = {"mask_token": torch.zeros(1, D), "head.mlp.0.weight": torch.zeros(3, D)}
    saved = {
        "dino": {
            "teacher": {f"module.backbone.{name}": weight for name, weight in weights.items()}
            | {"module.head.last_layer.weight": torch.zeros(4, 4)},
            "student": {"other": torch.zeros(1)},
            "args": argparse.Namespace(arch="vit_tiny"),
            "epoch": 3,
        },
        "dinov2": weights | ignored,
        "registers": {"model": weights},
    }[kind]
    torch.save(saved, tmp_path / "vit.pth")

    network, shape = from_checkpoint(read_weights(tmp_path / "vit.pth"), "vit.pth")

    assert (shape.dim, shape.depth, shape.patch, shape.grid) == (D, DEPTH, PATCH, 14)
    assert shape.layer_scale == (kind != "dino")
    photos = torch.randn(2, 3, 224, 224, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        vectors, patch_tokens = network(photos)
        expected = meta_forward(weights, photos)
    torch.testing.assert_close(vectors, expected[:, 0], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(patch_tokens, expected[:, -196:], atol=1e-4, rtol=1e-4)


def test_a_network_that_changed_in_conversion_is_not_added(
    tmp_path: Path, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.save(vit_weights(), tmp_path / "vit.pth")
    other = constant_network({"vector": (4, D), "patch_tokens": (4, 196, D)})
    monkeypatch.setattr(sources, "to_onnx", lambda *_: other)
    assert "does not give the same vectors" in refused(tmp_path / "vit.pth")


class Payload:
    """What a malicious checkpoint holds: a call made by whoever opens it."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple:
        return Path.touch, (self.mark,)


def test_a_checkpoint_that_would_run_code_is_not_opened(tmp_path: Path, refused: Refused) -> None:
    mark = tmp_path / "ran"
    torch.save(vit_weights() | {"payload": Payload(mark)}, tmp_path / "evil.pth")
    message = refused(tmp_path / "evil.pth")
    assert "evil.pth holds more than weights" in message
    assert not mark.exists()


def test_broken_checkpoints_each_get_a_sentence(tmp_path: Path, refused: Refused) -> None:
    whole = tmp_path / "whole.pth"
    torch.save(vit_weights(), whole)
    content = whole.read_bytes()
    torch.save({"epoch": 3}, tmp_path / "empty.pth")
    torch.save(vit_weights() | {"surprise": torch.zeros(1)}, tmp_path / "surprise.pth")
    torch.save({"fc.weight": torch.zeros(2, 2)}, tmp_path / "resnet.pth")
    odd = vit_weights()
    odd["blocks.1.attn.proj.weight"] = torch.zeros(D, D + 1)
    torch.save(odd, tmp_path / "odd.pth")
    (tmp_path / "cut.pth").write_bytes(content[: len(content) // 2])
    (tmp_path / "text.pth").write_text("hello")
    (tmp_path / "nothing.pth").write_bytes(b"")
    for name, words in {
        "cut.pth": "damaged, cut off",
        "text.pth": "damaged, cut off",
        "nothing.pth": "damaged, cut off",
        "empty.pth": "no weights by name",
        "resnet.pth": "it lacks patch_embed.proj.weight",
        "surprise.pth": "unknown surprise",
        "odd.pth": "another shape is expected of blocks.1.attn.proj.weight",
        "gone.pth": "is not there",
    }.items():
        message = refused(tmp_path / name)
        assert words in message
        assert name in message


def test_an_onnx_encoder_is_added_with_its_card_s_facts(tmp_path: Path, out: Path) -> None:
    made = add_tiny_encoder(tmp_path)
    assert main(["import", str(tmp_path / "tiny.onnx"), "--out", str(out), "--name", "mine"]) == 0
    card, network_file = find_encoder(out, "mine")
    assert (card.dim, card.input_size, card.resize) == (DIM, SIZE, SIZE + 4)
    assert (card.licence, card.mean, card.std) == ("CC0-1.0", made.mean, made.std)
    crops = random_crops(SIZE)
    expected = Embedder(made, tmp_path / "tiny.onnx").embed(crops)
    np.testing.assert_array_equal(Embedder(card, network_file).embed(crops), expected)


def test_weights_in_a_second_file_come_along(tmp_path: Path, out: Path) -> None:
    bare = tmp_path / "bare.onnx"
    options = {"save_as_external_data": True, "location": "bare.data", "size_threshold": 0}
    onnx.save(network(), bare, **options)
    assert (tmp_path / "bare.data").exists()
    assert main(["import", str(bare), "--out", str(out)]) == 0
    card, network_file = find_encoder(out, "bare")
    assert (card.input_size, card.resize, card.licence) == (SIZE, 37, "unknown")
    assert card.mean == IMAGENET_MEAN
    assert Embedder(card, network_file).embed(random_crops(SIZE)).any()


def test_onnx_files_that_are_no_encoder_each_get_a_sentence(
    tmp_path: Path, refused: Refused
) -> None:
    onnx.save(network(batch=1), tmp_path / "one.onnx")
    onnx.save(network(channels=4), tmp_path / "four.onnx")
    onnx.save(network(pooled=False), tmp_path / "map.onnx")
    onnx.save(network(scale=0), tmp_path / "constant.onnx")
    onnx.save(network(), tmp_path / "told.onnx")
    (tmp_path / "told.json").write_text('{"mean": "red"}')
    (tmp_path / "text.onnx").write_text("hello")
    (tmp_path / "nothing.onnx").write_bytes(b"")
    for name, words in {
        "one.onnx": "only takes batches of 1",
        "four.onnx": "(batch, 3, S, S) float is needed",
        "map.onnx": "no output is one vector a photo",
        "constant.onnx": "does not depend on the photo",
        "told.onnx": "needs a mean",
        "text.onnx": "cannot be read as ONNX",
        "nothing.onnx": "nothing in it",
    }.items():
        message = refused(tmp_path / name)
        assert words in message
        assert name.removesuffix(".onnx") in message
