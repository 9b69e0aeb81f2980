"""An encoder in 8-bit numbers: half the time on a processor, nearly the same vectors."""

import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper
from onnxruntime.quantization import (
    CalibrationDataReader,
    QuantFormat,
    QuantType,
    quant_utils,
    quantize_static,
)
from PIL import Image

from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.session import open_cpu_session
from ssl_core.model_card import ModelCard
from ssl_core.train.export_onnx.graph import least_cosine, sample_photos, trial_crops

Batch = NDArray[np.float32]

# The worst trial crop of EfficientNet-lite0 has 0.9976, and 0.9930 without corrected biases.
_LEAST_COSINE = 0.995
# 8 bits that save less than this are not worth their rounding.
_WORTH = 0.75
_ROUNDS = 7
_CROPS = 64
_BATCH = 2  # their activations are all held until the last is known: 8 took 0.6 GB more
_SMALLEST_SIDE = 0.2
_LARGEST_WEIGHT = 127


def quicker(network: Path, card: ModelCard) -> onnx.ModelProto | None:
    """Make an 8-bit encoder, and keep it if it proves itself on this machine.

    Processors without 8-bit instructions are slower with it or, before AVX-512 VNNI, let sums
    overflow; so both its vectors and its speed are tried here instead of guessed.

    Args:
        network: The encoder's ONNX file, 32-bit.
        card: Its facts.

    Returns:
        The 8-bit network, or None where it is not much faster or says something else.
    """
    model = to_eight_bit(onnx.load(network), card)
    batch = to_batch(trial_crops(card), card)
    with tempfile.TemporaryDirectory() as folder:
        path = _written(model, Path(folder) / "eight_bit.onnx")
        sessions = [open_cpu_session(each, 1).runtime for each in (network, path)]
        vectors = [run.run([card.vector_output], {card.input_name: batch})[0] for run in sessions]
        seconds = [float("inf"), float("inf")]
        for _ in range(_ROUNDS):
            for number, run in enumerate(sessions):
                start = time.perf_counter()
                run.run(None, {card.input_name: batch})
                seconds[number] = min(seconds[number], time.perf_counter() - start)
    same = least_cosine(vectors[1], vectors[0]) > _LEAST_COSINE
    return model if same and seconds[1] < _WORTH * seconds[0] else None


def to_eight_bit(model: onnx.ModelProto, card: ModelCard) -> onnx.ModelProto:
    """Quantise a convolutional encoder: weights a channel, activations a tensor.

    The ranges of the activations come from crops of the two photos in scikit-learn, so that the
    encoder is the same for everybody.

    Args:
        model: Batch normalisation folded into the convolutions; its biases are corrected in place.
        card: Its facts.
    """
    crops = _calibration_crops(card)
    batches = [to_batch(crops[at : at + _BATCH], card) for at in range(0, _CROPS, _BATCH)]
    correct_biases(model, card.input_name, batches)
    # Otherwise a warning asks for a folding that the export has already done.
    quant_utils.add_pre_process_metadata(model)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "eight_bit.onnx"
        quantize_static(
            model,
            path,
            _Reader(card.input_name, batches),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            # Signed activations take twice the time of unsigned ones on x86.
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        return onnx.load(path)


def correct_biases(model: onnx.ModelProto, input_name: str, batches: list[Batch]) -> None:
    """Take out of each convolution's bias what rounding its weights will add on average.

    "Data-Free Quantization" (Nagel et al. 2019), section 4.2: E[y'] - E[y] = (W' - W) E[x], here
    with E[x] measured on photos. It matters most where a depthwise filter has nine weights only.

    Args:
        model: Every convolution with a bias; changed in place.
        input_name: The network's input.
        batches: Photos, each (B, 3, S, S) float32.
    """
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    nodes = [node for node in model.graph.node if node.op_type == "Conv"]
    means = _channel_means(model, [node.input[0] for node in nodes], input_name, batches)
    for node, mean in zip(nodes, means, strict=True):
        weights, bias = (numpy_helper.to_array(stored[name]) for name in node.input[1:3])
        rounding = (_rounded(weights) - weights).sum((2, 3))
        groups = len(mean) // rounding.shape[1]
        shift = np.einsum(
            "goi,gi->go",
            rounding.reshape(groups, -1, rounding.shape[1]),
            mean.reshape(groups, -1),
        )
        corrected = (bias - shift.reshape(-1)).astype(np.float32)
        stored[node.input[2]].CopyFrom(numpy_helper.from_array(corrected, node.input[2]))


def _rounded(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Round (O, I, h, w) weights as the quantiser does: a step for each of O channels."""
    step = np.abs(weights).max((1, 2, 3), keepdims=True) / _LARGEST_WEIGHT
    step[step == 0] = 1  # a channel that is off stays off
    return np.round(weights / step) * step


def _channel_means(
    model: onnx.ModelProto, tensors: list[str], input_name: str, batches: list[Batch]
) -> list[NDArray[np.float32]]:
    """Run batches of one size; return each tensor's mean over photos and places, (C,)."""
    asking = onnx.ModelProto()
    asking.CopyFrom(model)
    graph = asking.graph
    graph.initializer.append(numpy_helper.from_array(np.array([0, 2, 3]), "asked_axes"))
    names = [f"asked_{number}" for number in range(len(tensors))]
    for tensor, name in zip(tensors, names, strict=True):
        graph.node.append(
            helper.make_node("ReduceMean", [tensor, "asked_axes"], [name], keepdims=0)
        )
        graph.output.append(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    with tempfile.TemporaryDirectory() as folder:
        runtime = open_cpu_session(_written(asking, Path(folder) / "asking.onnx")).runtime
        found = [runtime.run(names, {input_name: batch}) for batch in batches]
    return [np.mean(each, axis=0) for each in zip(*found, strict=True)]


def _calibration_crops(card: ModelCard) -> NDArray[np.uint8]:
    """Cut random squares, some mirrored, out of the sample photos: (64, S, S, 3) uint8."""
    random = np.random.default_rng(0)
    photos = sample_photos()
    crops = []
    for number in range(_CROPS):
        photo = photos[number % len(photos)]
        side = min(photo.size) * random.uniform(_SMALLEST_SIDE, 1)
        left = random.uniform(0, photo.width - side)
        top = random.uniform(0, photo.height - side)
        square = photo.resize(
            (card.input_size, card.input_size),
            Image.Resampling.BICUBIC,
            box=(left, top, left + side, top + side),
        )
        pixels = np.asarray(square)
        crops.append(pixels[:, ::-1] if random.random() < 0.5 else pixels)
    return np.stack(crops)


def _written(model: onnx.ModelProto, path: Path) -> Path:
    path.write_bytes(model.SerializeToString(deterministic=True))
    return path


class _Reader(CalibrationDataReader):
    """Hands the quantiser one batch after another."""

    def __init__(self, input_name: str, batches: list[Batch]) -> None:
        self._feeds = iter([{input_name: batch} for batch in batches])

    def get_next(self) -> dict[str, Batch] | None:
        return next(self._feeds, None)
