"""Tiny encoders made in code: an ONNX file and its model card, no weights from anywhere."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from ssl_core.model_card import ModelCard, file_sha256

SIZE = 32
DIM = 8


def network(
    *,
    batch: str | int = "batch",
    channels: int = 3,
    pooled: bool = True,
    scale: float = 1.0,
    colours: bool = True,
    dim: int = DIM,
) -> onnx.ModelProto:
    """Make a network: patches of 4 pixels through one random layer, then the mean over patches.

    Without ``colours`` it sees how light and dark lie, and never the colour.
    """
    weights = np.random.default_rng(0).standard_normal((dim, channels, 4, 4)) * scale
    if not colours:
        weights -= weights.mean(axis=(1, 2, 3), keepdims=True)
        weights[:] = weights.mean(axis=1, keepdims=True)
    nodes = [
        helper.make_node("Conv", ["photos", "weights"], ["patches"], strides=[4, 4]),
        helper.make_node("Relu", ["patches"], ["active"]),
    ]
    shape: list[str | int] = [batch, dim, SIZE // 4, SIZE // 4]
    if pooled:
        nodes.append(helper.make_node("ReduceMean", ["active", "axes"], ["vector"], keepdims=0))
        shape = [batch, dim]
    else:
        nodes[-1].output[0] = "vector"
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info("photos", TensorProto.FLOAT, [batch, channels, SIZE, SIZE])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, shape)],
        [
            numpy_helper.from_array(weights.astype(np.float32), "weights"),
            numpy_helper.from_array(np.array([2, 3]), "axes"),
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


def add_tiny_encoder(
    folder: Path, model: onnx.ModelProto | None = None, name: str = "tiny"
) -> ModelCard:
    """Write a tiny encoder and its card into a folder."""
    path = folder / f"{name}.onnx"
    onnx.save(model or network(), path)
    card = ModelCard(
        name=name,
        dim=DIM,
        source="made in a test",
        licence="CC0-1.0",
        onnx=path.name,
        sha256=file_sha256(path),
        input_size=SIZE,
        resize=SIZE + 4,
        interpolation="bicubic",
        mean=(0.5, 0.5, 0.5),
        std=(0.25, 0.25, 0.25),
        input_name="photos",
        vector_output="vector",
    )
    card.save(folder)
    return card


def add_turn_encoder(folder: Path, name: str) -> ModelCard:
    """Write an encoder that takes the brightest side of a photo for its top."""
    weights = np.full((4, 3, SIZE, SIZE), -1.0, np.float32)
    for turns in range(4):
        top = np.full((SIZE, SIZE), -1.0, np.float32)
        top[: SIZE // 2] = 1
        weights[turns] = np.rot90(top, turns)
    nodes = [
        helper.make_node("Conv", ["photos", "weights"], ["brighter"], strides=[SIZE, SIZE]),
        helper.make_node("Flatten", ["brighter"], ["vector"]),
        helper.make_node("Softmax", ["vector"], ["turns"]),
    ]
    shape = ["batch", 3, SIZE, SIZE]
    outputs = [
        helper.make_tensor_value_info(output, TensorProto.FLOAT, ["batch", 4])
        for output in ("vector", "turns")
    ]
    graph = helper.make_graph(
        nodes,
        "turns",
        [helper.make_tensor_value_info("photos", TensorProto.FLOAT, shape)],
        outputs,
        [numpy_helper.from_array(weights, "weights")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
    card = replace(add_tiny_encoder(folder, model, name), dim=4, turn_output="turns")
    card.save(folder)
    return card
