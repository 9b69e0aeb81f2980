"""Which encoders there are: the default one, and those in a folder of encoders."""

from pathlib import Path

from ssl_core.embed.known import KnownEncoder
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard, load_card

DEFAULT_ENCODER = "efficientnet-lite0"
WEIGHTS_SUFFIX = ".weights.pt"
"""Of the weights beside an encoder, from which a training goes on."""

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


def import_conversion(file: Path, folder: Path, name: str | None = None, **facts: str) -> list[str]:
    """Build the arguments for a Python child process that imports an encoder from a file.

    Args:
        file: An ONNX file or a checkpoint.
        folder: The folder of encoders.
        name: The encoder's; made from the file's when left out.
        facts: ``source`` and ``licence`` of a checkpoint, where they are known.
    """
    given = ({"name": name} if name else {}) | facts
    options = [word for key, value in given.items() for word in (f"--{key}", value)]
    return [*_CONVERSION, "import", str(file), "--out", str(folder), *options]


def known_conversion(known: KnownEncoder, folder: Path) -> list[str]:
    """Build the arguments for a child process that converts what `known_download` fetched."""
    source = f"{known.title}, {known.url}"
    weights = weights_of(folder, known.name)
    return import_conversion(weights, folder, known.name, source=source, licence=known.licence)


def known_download(known: KnownEncoder, folder: Path) -> list[str]:
    """Build the arguments for a child process that fetches a known encoder's weights."""
    checksum = ["--sha256", known.sha256] if known.sha256 else []
    target = str(weights_of(folder, known.name))
    return ["-m", "ssl_core.embed.download", known.url, target, *checksum]


def weights_of(folder: Path, name: str) -> Path:
    """Return where the weights lie that an encoder was made of, if they are kept."""
    return folder / f"{name}{WEIGHTS_SUFFIX}"
