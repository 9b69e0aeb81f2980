"""Where training starts: networks new, default and from checkpoints; and back out to ONNX."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from ssl_core.embed.embedder import Embedder
from ssl_core.errors import CoreError
from ssl_core.model_card import load_card
from ssl_core.run_spec import RunSpec, resolve
from ssl_core.train.export_onnx.folded import add_folded
from ssl_core.train.export_onnx.trained import add_trained
from ssl_core.train.nets import resnet, vit
from ssl_core.train.nets.encoder import Encoder, Reading
from ssl_core.train.nets.heads import MapHead
from ssl_core.train.nets.shape import Shape
from ssl_core.train.nets.starts import starting_encoder, trained_weights
from ssl_core.vectors import normalise
from tests.encoders import DIM, SIZE, add_tiny_encoder

SHAPE = Shape(dim=64, depth=2, patch=16, mlp=128, registers=0, layer_scale=False, qkv_bias=True)


def start(where: str | Path, backbone: str | None = None) -> RunSpec:
    return resolve("simclr", 50, "cpu", start=str(where), backbone=backbone, epochs=1)


@pytest.mark.parametrize(
    ("backbone", "dim"),
    [("resnet18-half", 256), ("resnet18", 512), ("vit-tiny", 192), ("efficientnet-lite0", 1280)],
)
def test_a_new_network_reads_crops_of_two_sizes_and_is_the_same_each_time(
    backbone: str, dim: int
) -> None:
    first, second = (starting_encoder(start("scratch", backbone)).eval() for _ in range(2))
    for size in (64, 96):
        photos = torch.rand(2, 3, size, size)
        assert first(photos).shape == (2, dim)
        torch.testing.assert_close(first(photos), second(photos))


@pytest.mark.parametrize(
    ("backbone", "shrunk"),
    [
        ("resnet18-half", (4, 8, 16, 32)),
        ("resnet18", (4, 8, 16, 32)),
        ("resnet50", (4, 8, 16, 32)),
        ("efficientnet-lite0", (4, 8, 16, 32)),
        ("vit-tiny", (16,)),
    ],
)
def test_maps_are_what_the_vector_is_made_of(backbone: str, shrunk: tuple[int, ...]) -> None:
    encoder = starting_encoder(start("scratch", backbone)).eval()
    photos = torch.rand(2, 3, 96, 96)
    maps = encoder.maps(photos)
    assert [one.shape[1] for one in maps] == list(encoder.widths)
    assert [96 / one.shape[2] for one in maps] == list(shrunk)
    if backbone != "vit-tiny":
        torch.testing.assert_close(maps[-1].mean((2, 3)), encoder(photos))
    else:
        tokens = encoder.network(encoder.seen(photos))[1]
        torch.testing.assert_close(maps[0].flatten(2).mT, tokens)
    assert MapHead(encoder.widths, 7)(maps, 19).shape == (2, 7, 19, 19)


def test_crops_need_not_fit_the_patches() -> None:
    shape = dataclasses.replace(SHAPE, patch=14)
    photos = torch.rand(2, 3, 60, 60)
    assert vit.TokenViT(shape)(photos)[1].shape == (2, 16, 64)
    assert vit.TokenViT(shape).maps(photos)[0].shape == (2, 64, 4, 4)


def test_the_default_start_is_the_default_encoder() -> None:
    encoder = starting_encoder(start("default"))
    assert (encoder.reading.dim, encoder.reading.size) == (1280, 224)


@pytest.mark.parametrize("registers", [0, 4])
def test_a_trained_transformer_is_a_start_again(tmp_path: Path, registers: int) -> None:
    shape = dataclasses.replace(SHAPE, registers=registers)
    torch.manual_seed(0)
    network = vit.TokenViT(shape)
    reading = Reading(dim=64, size=224, mean=(0.5,) * 3, std=(0.5,) * 3, patch_grid=shape.grid)
    torch.save(trained_weights(Encoder(network, reading)), tmp_path / "mine.pt")
    again = starting_encoder(start(tmp_path / "mine.pt"))
    photos = torch.rand(2, 3, 224, 224)
    torch.testing.assert_close(again.network(photos), network.eval()(photos))


@pytest.mark.parametrize("name", ["resnet18-half", "resnet18", "resnet50"])
def test_resnets_come_from_torchvision_s_and_solo_learn_s_checkpoints(
    tmp_path: Path, name: str
) -> None:
    network = resnet.new(name)
    weights = network.state_dict()
    torch.save(weights | {"fc.weight": torch.zeros(3, network.dim)}, tmp_path / "torchvision.pth")
    lightning = {f"backbone.{key}": weight for key, weight in weights.items()}
    heads = {"projector.0.weight": torch.zeros(2, 2), "classifier.bias": torch.zeros(2)}
    torch.save({"state_dict": lightning | heads}, tmp_path / "solo.ckpt")
    photos = torch.rand(2, 3, 32, 32)
    for file in ("torchvision.pth", "solo.ckpt"):
        again = starting_encoder(start(tmp_path / file)).eval()
        assert (again.reading.dim, again.reading.size) == (network.dim, network.read_size)
        torch.testing.assert_close(again.network(photos), network.eval()(photos))


@pytest.mark.parametrize("registers", [0, 4])
def test_transformers_come_from_timm_s_dino_s_and_solo_learn_s_checkpoints(
    tmp_path: Path, registers: int
) -> None:
    torch.manual_seed(0)
    network = vit.TokenViT(dataclasses.replace(SHAPE, registers=registers)).eval()
    timm_s = network.transformer.state_dict()
    photos = torch.rand(2, 3, 224, 224)
    save_file(timm_s | {"head.weight": torch.zeros(3, 64)}, tmp_path / "timm.safetensors")
    meta_s = vit.under_meta_names(network)
    teacher = {f"module.backbone.{key}": weight for key, weight in meta_s.items()}
    teacher |= {"module.head.mlp.0.weight": torch.zeros(2, 2)}
    torch.save({"teacher": teacher, "student": {}, "epoch": 3}, tmp_path / "dino.pth")
    solo = {f"backbone.{key}": weight for key, weight in meta_s.items()}
    torch.save({"state_dict": solo, "epoch": 3}, tmp_path / "solo.ckpt")
    for file in ("timm.safetensors", "dino.pth", "solo.ckpt"):
        again = starting_encoder(start(tmp_path / file)).eval()
        torch.testing.assert_close(again.network(photos), network(photos))


def test_starts_that_cannot_be_used_get_a_sentence(tmp_path: Path) -> None:
    weights = resnet.new("resnet18").state_dict()
    weights.pop("layer3.0.conv2.weight")
    torch.save(weights, tmp_path / "half.pth")
    torch.save({"some.weight": torch.zeros(2)}, tmp_path / "other.pth")
    torch.save(weights | {"conv1.weight": torch.zeros(64, 3, 3, 3)}, tmp_path / "cifar.pth")
    (tmp_path / "cut.safetensors").write_bytes(b"\x08")
    add_tiny_encoder(tmp_path)
    for file, words in (
        ("half.pth", "neither a ResNet-18 nor a ResNet-50"),
        ("cifar.pth", "for pictures of 32 pixels"),
        ("cut.safetensors", "damaged, cut off or no checkpoint"),
        ("gone.safetensors", "cannot be read"),
        ("other.pth", "no DINO, DINOv2 or DINOv3 backbone"),
        ("gone.pth", "is not a file"),
        ("tiny.json", "has no weights to go on from"),
    ):
        with pytest.raises(CoreError, match=words):
            starting_encoder(start(tmp_path / file))


def test_a_trained_network_is_served_by_onnx_runtime_and_goes_on_from_its_card(
    tmp_path: Path,
) -> None:
    torch.manual_seed(0)
    reading = Reading(dim=64, size=224, mean=(0.5,) * 3, std=(0.25,) * 3, patch_grid=SHAPE.grid)
    encoder = Encoder(vit.TokenViT(SHAPE), reading)
    card = add_trained(encoder, tmp_path, "mine", "a test", "CC0-1.0", lambda *_: None)
    crops = np.random.default_rng(0).integers(0, 256, (3, 224, 224, 3), dtype=np.uint8)
    served = Embedder(load_card(tmp_path / "mine.json"), tmp_path / card.onnx).embed(crops)
    photos = torch.from_numpy(crops).permute(0, 3, 1, 2).float() / 255
    with torch.no_grad():
        np.testing.assert_allclose(served, encoder(photos).numpy(), atol=1e-4)
    assert card.patch_grid == 14
    again = starting_encoder(start(tmp_path / "mine.json"))
    # Scaling differs: a checkpoint's is ImageNet's, as everywhere; the network is the same.
    with torch.no_grad():
        torch.testing.assert_close(again.network(photos)[0], encoder.network(photos)[0])
    with pytest.raises(CoreError, match="already an encoder named mine"):
        add_trained(encoder, tmp_path, "mine", "a test", "CC0-1.0", lambda *_: None)


def test_a_layer_folded_onto_an_encoder_twice_gives_what_it_should(tmp_path: Path) -> None:
    generator = np.random.default_rng(0)
    card = add_tiny_encoder(tmp_path)
    crops = generator.integers(0, 256, (5, SIZE, SIZE, 3), dtype=np.uint8)
    wanted = Embedder(card, tmp_path / card.onnx).embed(crops)
    for name, width in (("once", 6), ("twice", 3)):
        layer = generator.standard_normal((width, wanted.shape[1])).astype(np.float32)
        mean = generator.standard_normal(wanted.shape[1]).astype(np.float32) * 0.1
        wanted = (normalise(wanted) - mean) @ layer.T
        card = add_folded(card, tmp_path / card.onnx, layer, mean, tmp_path, name)
        found = Embedder(card, tmp_path / card.onnx).embed(crops)
        np.testing.assert_allclose(found, wanted, atol=1e-4)
    assert DIM != card.dim == 3
