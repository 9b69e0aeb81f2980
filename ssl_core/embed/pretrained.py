"""Which encoders there are: the default one, and those in a folder of encoders."""

from pathlib import Path

from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard, load_card

DEFAULT_ENCODER = "efficientnet-lite0"

_CONVERSION = ("-m", "ssl_core.train.export_onnx")


def encoders_in(folder: Path) -> list[ModelCard]:
    """Read every model card in a folder, by name; none when the folder is not there yet.

    Raises:
        EncoderError: A card is damaged.
    """
    return [load_card(path) for path in sorted(folder.glob("*.json"))]


def find_encoder(folder: Path, name: str) -> tuple[ModelCard, Path]:
    """Find one encoder by name.

    Returns:
        Its card and its ONNX file.

    Raises:
        EncoderError: No such encoder, or its card is damaged or its ONNX file missing.
    """
    path = folder / f"{name}.json"
    if not path.is_file():
        known = ", ".join(sorted(card.stem for card in folder.glob("*.json"))) or "none"
        raise EncoderError(f"There is no encoder named {name!r}; there is: {known}.")
    card = load_card(path)
    network = folder / card.onnx
    if not network.is_file():
        raise EncoderError(f"{network} is not there; add the encoder again.")
    return card, network


def default_conversion(folder: Path) -> list[str]:
    """Build the arguments for a Python child process that converts the default encoder."""
    return [*_CONVERSION, "default", "--out", str(folder)]


def import_conversion(source: Path, folder: Path, name: str | None = None) -> list[str]:
    """Build the arguments for a Python child process that imports an encoder from a file."""
    chosen = ["--name", name] if name else []
    return [*_CONVERSION, "import", str(source), "--out", str(folder), *chosen]
