"""A folder of encoders: a network and its card appear together or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import onnx

from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard, file_sha256, load_card

_LARGEST = 2**31 - 1


def free_name(folder: Path, name: str) -> str:
    """Make sure a new encoder does not take the name of one whose vectors may be in use.

    Raises:
        EncoderError: The name is taken.
    """
    if (folder / f"{name}.json").exists():
        raise EncoderError(
            f"There is already an encoder named {name} in {folder}; choose another name."
        )
    return name


def intact_card(folder: Path, name: str) -> ModelCard | None:
    """Return an encoder's card if it is here with the network it describes."""
    path = folder / f"{name}.json"
    if not path.is_file():
        return None
    try:
        card = load_card(path)
        card.check_network(folder / card.onnx)
    except EncoderError:
        return None  # damaged: the caller makes it anew
    return card


@contextlib.contextmanager
def staged(model: onnx.ModelProto, folder: Path, name: str) -> Iterator[Path]:
    """Write a network under a passing name, to be checked before :func:`publish`.

    Raises:
        EncoderError: The network is larger than one ONNX file can be.
    """
    size = model.ByteSize()
    if not 0 < size < _LARGEST:
        raise EncoderError(f"{name} is larger than 2 GB, more than one ONNX file can hold.")
    path = folder / f"{name}.onnx.{os.getpid()}.part"
    try:
        with path.open("wb") as file:
            file.write(model.SerializeToString(deterministic=True))
            file.flush()
            os.fsync(file.fileno())
        yield path
    finally:
        path.unlink(missing_ok=True)


def publish(network: Path, folder: Path, name: str, **facts: object) -> ModelCard:
    """Give a checked network its name, then write its card: the card makes it an encoder.

    Args:
        network: The staged ONNX file; it is moved.
        folder: The folder of encoders.
        name: The encoder's name.
        facts: The card's other fields, without ``onnx`` and ``sha256``.
    """
    card = ModelCard(
        name=name,
        onnx=f"{name}.onnx",
        sha256=file_sha256(network),
        **facts,  # type: ignore[arg-type]
    )
    network.replace(folder / card.onnx)
    card.save(folder)
    return card
