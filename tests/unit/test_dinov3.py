"""DINOv3's transformer: Meta's and timm's names, rotary positions, into ONNX."""

from pathlib import Path

import numpy as np
import pytest
import timm
import torch

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.pretrained import find_encoder
from ssl_core.errors import EncoderError
from ssl_core.train.checkpoint import read_weights
from ssl_core.train.export_onnx.__main__ import main
from ssl_core.train.nets.vit import from_checkpoint, under_meta_names

D, HEADS, PATCH, DEPTH, GRID, REGISTERS = 128, 2, 16, 2, 14, 4


def meta_weights() -> dict[str, torch.Tensor]:
    """Make a tiny DINOv3's weights under Meta's key names, as their checkpoints have them."""
    chance = torch.Generator().manual_seed(0)

    def drawn(*shape: int) -> torch.Tensor:
        return 0.1 * torch.randn(shape, generator=chance)

    weights = {
        "cls_token": drawn(1, 1, D),
        "storage_tokens": drawn(1, REGISTERS, D),
        "mask_token": drawn(1, D),
        "patch_embed.proj.weight": drawn(D, 3, PATCH, PATCH),
        "patch_embed.proj.bias": drawn(D),
        "rope_embed.periods": periods().bfloat16(),
        "norm.weight": 1 + drawn(D),
        "norm.bias": drawn(D),
    }
    for i in range(DEPTH):
        layers = {"attn.qkv": (3 * D, D), "attn.proj": (D, D)}
        layers |= {"mlp.fc1": (4 * D, D), "mlp.fc2": (D, 4 * D)}
        for name, shape in layers.items():
            weights[f"blocks.{i}.{name}.weight"] = drawn(*shape)
            weights[f"blocks.{i}.{name}.bias"] = drawn(shape[0])
        weights[f"blocks.{i}.attn.qkv.bias"] = torch.zeros(3 * D)
        weights[f"blocks.{i}.attn.qkv.bias_mask"] = torch.ones(3 * D)
        for name in ("norm1.weight", "norm2.weight", "ls1.gamma", "ls2.gamma"):
            weights[f"blocks.{i}.{name}"] = 1 + drawn(D)  # so large that attention tells
        for name in ("norm1.bias", "norm2.bias"):
            weights[f"blocks.{i}.{name}"] = drawn(D)
    return weights


def periods() -> torch.Tensor:
    quarter = D // HEADS // 4
    return 100.0 ** (torch.arange(quarter) / quarter)


def turned(x: torch.Tensor) -> torch.Tensor:
    """Rotate queries or keys (B, heads, P, D/heads) by their patches' places, as in Meta's code."""
    line = 2 * (torch.arange(GRID) + 0.5) / GRID - 1
    places = torch.stack(torch.meshgrid(line, line, indexing="ij"), -1).reshape(-1, 2)
    angles = 2 * torch.pi * places[:, :, None] / periods().bfloat16().float()
    angles = angles.flatten(1).tile(2)
    first, second = x.chunk(2, -1)
    return x * angles.cos() + torch.cat([-second, first], -1) * angles.sin()


def meta_forward(w: dict[str, torch.Tensor], photos: torch.Tensor) -> torch.Tensor:
    """Meta's forward pass written out: all tokens after the norm."""
    f, prefix = torch.nn.functional, 1 + REGISTERS
    patches = f.conv2d(photos, w["patch_embed.proj.weight"], w["patch_embed.proj.bias"], PATCH)
    first = torch.cat([w["cls_token"], w["storage_tokens"]], 1).expand(len(photos), -1, -1)
    x = torch.cat([first, patches.flatten(2).mT], 1)
    for i in range(DEPTH):
        b = {name.removeprefix(f"blocks.{i}."): weight for name, weight in w.items()}
        y = f.layer_norm(x, (D,), b["norm1.weight"], b["norm1.bias"], 1e-5)
        qkv = f.linear(y, b["attn.qkv.weight"]).unflatten(-1, (3, HEADS, -1))
        q, k, v = qkv.permute(2, 0, 3, 1, 4)
        q, k = (torch.cat([t[:, :, :prefix], turned(t[:, :, prefix:])], 2) for t in (q, k))
        y = (q @ k.mT / (D / HEADS) ** 0.5).softmax(-1) @ v
        y = f.linear(y.transpose(1, 2).flatten(2), b["attn.proj.weight"], b["attn.proj.bias"])
        x = x + y * b["ls1.gamma"]
        y = f.layer_norm(x, (D,), b["norm2.weight"], b["norm2.bias"], 1e-5)
        y = f.gelu(f.linear(y, b["mlp.fc1.weight"], b["mlp.fc1.bias"]))
        y = f.linear(y, b["mlp.fc2.weight"], b["mlp.fc2.bias"])
        x = x + y * b["ls2.gamma"]
    return f.layer_norm(x, (D,), w["norm.weight"], w["norm.bias"], 1e-5)


@pytest.fixture
def photos() -> torch.Tensor:
    return torch.randn(2, 3, 224, 224, generator=torch.Generator().manual_seed(1))


@torch.no_grad()
def test_it_gives_what_meta_s_own_code_would(photos: torch.Tensor):
    weights = meta_weights()
    network, shape = from_checkpoint(weights, "v3.pth")
    assert (shape.family, shape.dim, shape.registers, shape.grid) == ("DINOv3", D, REGISTERS, GRID)
    vectors, patches = network(photos)
    expected = meta_forward(weights, photos)
    torch.testing.assert_close(vectors, expected[:, 0], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(patches, expected[:, 1 + REGISTERS :], atol=1e-4, rtol=1e-4)


@torch.no_grad()
def test_timm_s_vit_small_under_its_own_names(photos: torch.Tensor):
    theirs = timm.create_model("vit_small_patch16_dinov3", num_classes=0).eval()
    theirs.rope.periods = theirs.rope.periods.bfloat16().float()
    for name, weight in theirs.named_parameters():
        if name.endswith(("gamma_1", "gamma_2", "qkv.weight")):  # so that attention tells
            torch.nn.init.normal_(weight, std=0.1)
    ours, shape = from_checkpoint(theirs.state_dict(), "pytorch_model.bin")
    assert (shape.dim, shape.depth, shape.mlp) == (384, 12, 1536)
    vectors, patches = ours(photos[:1])
    expected = theirs.forward_features(photos[:1])
    torch.testing.assert_close(vectors, expected[:, 0])
    torch.testing.assert_close(patches, expected[:, 5:])


@torch.no_grad()
def test_what_training_keeps_is_read_again(photos: torch.Tensor):
    network, _ = from_checkpoint(meta_weights(), "v3.pth")
    again, _ = from_checkpoint(under_meta_names(network), "own.weights.pt")
    torch.testing.assert_close(again(photos)[0], network(photos)[0])
    assert network(photos[:, :, :96, :96])[1].shape == (2, 36, D)


def test_it_becomes_an_encoder(tmp_path: Path):
    file = tmp_path / "v3.pth"
    torch.save(meta_weights(), file)
    assert main(["import", str(file), "--out", str(tmp_path / "out")]) == 0
    card, exported = find_encoder(tmp_path / "out", "v3")
    assert (card.dim, card.patch_grid, card.source) == (D, GRID, "DINOv3 checkpoint v3.pth")
    network, _ = from_checkpoint(read_weights(file), file.name)
    crops = np.random.default_rng(1).integers(0, 256, (3, 224, 224, 3), dtype=np.uint8)
    with torch.no_grad():
        expected = network(torch.from_numpy(to_batch(crops, card)))[0].numpy()
    np.testing.assert_allclose(Embedder(card, exported).embed(crops), expected, atol=1e-3)


def test_other_checkpoints_each_get_a_sentence():
    biased = meta_weights()
    biased["blocks.1.attn.qkv.bias"][0] = 0.5
    gated = meta_weights()
    gated["blocks.0.mlp.w3.weight"] = torch.zeros(2, 2)
    for weights, words in (
        (biased, r"blocks\.1\.attn\.qkv\.bias is not zero"),
        (gated, r"unknown blocks\.0\.mlp\.w3\.weight"),
    ):
        with pytest.raises(EncoderError, match=words):
            from_checkpoint(weights, "v3.pth")
