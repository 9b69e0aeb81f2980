"""A network fresh from training, as an encoder."""

from pathlib import Path

from ssl_core.model_card import ModelCard
from ssl_core.train.checkpoint import write_state
from ssl_core.train.export_onnx import shelf
from ssl_core.train.export_onnx.sources import Tell, convert
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.starts import WEIGHTS_SUFFIX, trained_weights

_RESIZE_OVER_CROP = 256 / 224


def add_trained(
    encoder: Encoder, folder: Path, name: str, source: str, licence: str, tell: Tell
) -> ModelCard:
    """Write ONNX file, model card, and beside them the weights that a later training goes on from.

    Args:
        encoder: Any device and mode; left on the CPU in evaluation mode.
        folder: The folder of encoders.
        name: The encoder's name.
        source: Where the weights come from, in words.
        licence: Of the weights.
        tell: Called with (step, done, total).

    Raises:
        EncoderError: The name is taken, or ONNX does not give the same vectors.
    """
    name = shelf.free_name(folder, name)
    encoder.cpu().eval()
    reading = encoder.reading
    facts = {
        "dim": reading.dim,
        "source": source,
        "licence": licence,
        "input_size": reading.size,
        "resize": round(reading.size * _RESIZE_OVER_CROP),
        "mean": reading.mean,
        "std": reading.std,
    }
    if reading.patch_grid:
        facts |= {"patch_output": "patch_tokens", "patch_grid": reading.patch_grid}
    write_state(trained_weights(encoder), folder / f"{name}{WEIGHTS_SUFFIX}")
    return convert(encoder.network, folder, name, facts, tell)
