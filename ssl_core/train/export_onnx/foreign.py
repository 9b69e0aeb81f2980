"""ONNX files made elsewhere: is it an encoder, and what does its card have to say?"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from google.protobuf.message import DecodeError

from ssl_core.embed.session import RUNTIME_ERRORS, open_cpu_session
from ssl_core.errors import EncoderError

_DEFAULT_SIZE = 224
# Names that exporters give the vector, best first, where a network has several outputs.
_VECTOR_NAMES = ("vector", "embedding", "embeddings", "image_embeds", "pooler_output", "features")


@dataclass(frozen=True)
class Interface:
    """How to talk to a network.

    Attributes:
        input_name: Its only input, (B, 3, S, S) float32.
        size: S in pixels.
        output_name: The output that is the vector, (B, D) or (B, D, 1, 1) float32.
        dim: D.
    """

    input_name: str
    size: int
    output_name: str
    dim: int


def read_onnx(path: Path) -> onnx.ModelProto:
    """Read an ONNX file with its weights, also those in a second file beside it.

    Raises:
        EncoderError: Missing, damaged, or no ONNX.
    """
    try:
        model = onnx.load(path)
    except (DecodeError, ValueError, onnx.checker.ValidationError) as error:
        raise EncoderError(
            f"{path} cannot be read as ONNX: it is damaged, cut off or misses its weights' file."
        ) from error
    except OSError as error:
        raise EncoderError(f"{path} cannot be read ({error.strerror or error}).") from error
    if not model.graph.node:
        raise EncoderError(f"{path} is no ONNX network: there is nothing in it.")
    return model


def interface_of(network: Path, source: Path, size: int | None) -> Interface:
    """Find out how a network reads photos and where its vector comes out, by running it.

    Args:
        network: The ONNX file to run.
        source: The file the user gave, for messages.
        size: S if a card says so; else the input's own, or 224 where it is free.

    Raises:
        EncoderError: It does not read a batch of photos or gives no vector per photo.
    """
    runtime = open_cpu_session(network).runtime
    inputs = runtime.get_inputs()
    if len(inputs) != 1:
        raise _no_encoder(source, f"it has {len(inputs)} inputs, where one takes the photos")
    shape = inputs[0].shape
    if inputs[0].type != "tensor(float)" or len(shape) != 4 or shape[1] not in {3, str(shape[1])}:
        raise _no_encoder(
            source, f"its input is {inputs[0].type} {shape}, where (batch, 3, S, S) float is needed"
        )
    if isinstance(shape[0], int):
        raise _no_encoder(source, f"it only takes batches of {shape[0]}; export it with a free one")
    fixed = shape[2] if isinstance(shape[2], int) else None
    side = fixed or size or _DEFAULT_SIZE
    output, dim = _vector_output(runtime, inputs[0].name, side, source)
    return Interface(inputs[0].name, side, output, dim)


def _vector_output(
    runtime: onnxruntime.InferenceSession, input_name: str, size: int, source: Path
) -> tuple[str, int]:
    noise = np.random.default_rng(0).standard_normal((2, 3, size, size), dtype=np.float32)
    try:
        results = runtime.run(None, {input_name: noise})
    except RUNTIME_ERRORS as error:
        raise _no_encoder(source, f"it does not run on two photos of {size} pixels") from error
    names = [output.name for output in runtime.get_outputs()]
    vectors = {
        name: result.reshape(2, -1)
        for name, result in zip(names, results, strict=True)
        if isinstance(result, np.ndarray) and _is_vector(result)
    }
    if not vectors:
        shapes = ", ".join(f"{np.shape(result)}" for result in results)
        raise _no_encoder(source, f"no output is one vector a photo (for two: {shapes})")
    name = next((name for name in _VECTOR_NAMES if name in vectors), next(iter(vectors)))
    first, second = vectors[name]
    if not np.isfinite(vectors[name]).all() or np.array_equal(first, second):
        raise _no_encoder(source, f"its output {name} does not depend on the photo")
    return name, len(first)


def _is_vector(result: np.ndarray) -> bool:
    """Whether a result for two photos is (2, D) or (2, D, 1, 1) float32 with D > 1."""
    return (
        result.dtype == np.float32
        and result.ndim in {2, 4}
        and len(result) == 2
        and result.shape[1] > 1
        and result[0].size == result.shape[1]
    )


def _no_encoder(source: Path, why: str) -> EncoderError:
    return EncoderError(f"{source} is no encoder: {why}.")
