"""torch to ONNX, and the proof that both say the same."""

import contextlib
import importlib.resources
import io
import logging
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from PIL import Image

from ssl_core.embed.preprocess import crop, to_batch
from ssl_core.embed.session import open_cpu_session
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard

INPUT = "photos"
_LEAST_COSINE = 0.9999
_SAMPLES = ("china.jpg", "flower.jpg")


def to_onnx(network: torch.nn.Module, outputs: list[str], size: int) -> onnx.ModelProto:
    """Export a network that reads any number of photos.

    Args:
        network: In evaluation mode, (B, 3, S, S) → one tensor per output.
        outputs: The outputs' names.
        size: S, pixels.
    """
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    # The exporter prints its steps, and standard output belongs to our JSON lines.
    with contextlib.redirect_stdout(io.StringIO()), torch.no_grad():
        program = torch.onnx.export(
            network,
            (torch.zeros(2, 3, size, size),),
            input_names=[INPUT],
            output_names=outputs,
            dynamic_shapes=({0: torch.export.Dim("batch")},),
            dynamo=True,
            verbose=False,
        )
    if program is None:
        raise EncoderError("This network cannot be exported to ONNX.")
    model = program.model_proto
    _forget_traces(model)
    return model


def check_same(network: torch.nn.Module, path: Path, card: ModelCard) -> None:
    """Run noise and real photos through both, and compare every output.

    Raises:
        EncoderError: A photo's outputs differ by more than a cosine of 0.9999.
    """
    batch = to_batch(trial_crops(card), card)
    with torch.no_grad():
        expected = network(torch.from_numpy(batch))
    expected = expected if isinstance(expected, tuple) else (expected,)
    found = open_cpu_session(path).runtime.run(None, {card.input_name: batch})
    for ours, theirs in zip(found, expected, strict=True):
        worst = least_cosine(ours.reshape(len(batch), -1), theirs.reshape(len(batch), -1).numpy())
        if not worst > _LEAST_COSINE:
            raise EncoderError(
                f"{card.name} does not give the same vectors as ONNX (cosine {worst:.5f}), "
                "so it was not added."
            )


def trial_crops(card: ModelCard) -> NDArray[np.uint8]:
    """Make two crops of noise, then of two photos that ship in scikit-learn: (4, S, S, 3) uint8."""
    shape = (2, card.input_size, card.input_size, 3)
    noise = np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)
    return np.concatenate([noise, np.stack([crop(photo, card) for photo in sample_photos()])])


def sample_photos() -> list[Image.Image]:
    """Read the two photos that ship in scikit-learn: the same on every machine."""
    photos = []
    for name in _SAMPLES:
        with (importlib.resources.files("sklearn.datasets.images") / name).open("rb") as file:
            photos.append(Image.open(file).convert("RGB"))
    return photos


def least_cosine(ours: NDArray[np.floating], theirs: NDArray[np.floating]) -> float:
    """Compare row with row, ``(B, D)`` both, and return the worst cosine."""
    a, b = ours.astype(np.float64), theirs.astype(np.float64)
    return ((a * b).sum(1) / (np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1))).min()


def _forget_traces(model: onnx.ModelProto) -> None:
    """Drop the exporter's notes: a third of the file, with this machine's paths in them."""
    graph = model.graph
    noted = [model, graph, *graph.node, *graph.input, *graph.output, *graph.value_info]
    for part in [*noted, *graph.initializer]:
        part.ClearField("metadata_props")
    for node in graph.node:
        node.ClearField("doc_string")
