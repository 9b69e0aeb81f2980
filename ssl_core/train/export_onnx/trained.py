"""A network fresh from training, as an encoder."""

from pathlib import Path

from torch import Tensor, nn

from ssl_core.embed.pretrained import WEIGHTS_SUFFIX
from ssl_core.model_card import ModelCard
from ssl_core.train.checkpoint import write_state
from ssl_core.train.export_onnx import shelf
from ssl_core.train.export_onnx.sources import Tell, convert
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import TurnHead
from ssl_core.train.nets.starts import trained_weights

_RESIZE_OVER_CROP = 256 / 224


def add_trained(  # noqa: PLR0913 - every fact of the card that the network does not know
    encoder: Encoder,
    folder: Path,
    name: str,
    source: str,
    licence: str,
    tell: Tell,
    *,
    turn_head: TurnHead | None = None,
) -> ModelCard:
    """Write ONNX file, model card, and beside them the weights that a later training goes on from.

    Args:
        encoder: Any device and mode; left on the CPU in evaluation mode.
        folder: The folder of encoders.
        name: The encoder's name.
        source: Where the weights come from, in words.
        licence: Of the weights.
        tell: Called with (step, done, total).
        turn_head: Becomes one more output of the network, if there is one.

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
    network = encoder.behind_glasses().eval()
    if turn_head is None:
        return convert(network, folder, name, facts, tell)
    network = _WithTurns(network, turn_head.cpu()).eval()
    return convert(network, folder, name, facts | {"turn_output": "turns"}, tell)


class _WithTurns(nn.Module):
    """A network's outputs, and (B, 4) probabilities of quarter turns after them."""

    def __init__(self, network: nn.Module, head: TurnHead) -> None:
        super().__init__()
        self.network = network
        self.head = head

    def forward(self, photos: Tensor) -> tuple[Tensor, ...]:
        outputs = self.network(photos)
        outputs = outputs if isinstance(outputs, tuple) else (outputs,)
        return *outputs, self.head.turns(outputs[0])
