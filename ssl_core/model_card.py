"""The model card: every fact needed to turn a photo into a vector with one ONNX file."""

import dataclasses
import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ssl_core.errors import EncoderError

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)
INTERPOLATIONS = ("bicubic", "bilinear")

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_PIXELS = 2048
_MAX_DIM = 65536
_OPTIONAL = {"patch_output", "patch_grid", "turn_output"}


@dataclass(frozen=True, kw_only=True)
class ModelCard:
    """One encoder's facts, stored as ``NAME.json`` beside ``NAME.onnx``.

    Attributes:
        name: Letters, digits, ``.``, ``_`` and ``-``; at most 64.
        dim: Values in a vector, D.
        source: Where the weights come from, in words.
        licence: Licence of the weights, ``"unknown"`` when nobody said.
        onnx: File name of the network, in the card's own folder.
        sha256: Digest of that file: the same name never stands for two networks.
        input_size: Side of the square the network reads, S pixels.
        resize: The photo's short side before the centre crop, at least S pixels.
        interpolation: ``"bicubic"`` or ``"bilinear"``, always antialiased.
        mean: Subtracted from each channel of RGB in [0, 1].
        std: Divides each channel afterwards.
        input_name: The network's input, (B, 3, S, S) float32.
        vector_output: The output that is the vector, (B, D) float32.
        patch_output: The output with patch tokens, (B, P, D) float32, if it has one.
        patch_grid: Patches along one side, P = grid², with ``patch_output``.
        turn_output: The output with the probabilities that the photo was turned by 0 to 3 quarter
            turns counter-clockwise, (B, 4) float32, if it has one.
        created: When the card was made, ISO 8601 in UTC.
    """

    name: str
    dim: int
    source: str
    licence: str
    onnx: str
    sha256: str
    input_size: int
    resize: int
    interpolation: str
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    input_name: str
    vector_output: str
    patch_output: str | None = None
    patch_grid: int | None = None
    turn_output: str | None = None
    created: str = dataclasses.field(
        default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds")
    )

    def __post_init__(self) -> None:
        for holds, complaint in _rules(self):
            if not holds:
                raise EncoderError(f"The model card {str(self.name)[:80]!r} {complaint}.")

    def check_network(self, network: Path) -> None:
        """Make sure an ONNX file is the one this card describes.

        Raises:
            EncoderError: The file is missing, unreadable or has other contents.
        """
        try:
            found = file_sha256(network)
        except OSError as error:
            raise EncoderError(
                f"{network} cannot be read ({error.strerror}); add the encoder again."
            ) from error
        if found != self.sha256:
            raise EncoderError(
                f"{network} is not the file its model card describes (it is damaged or was "
                "replaced); add the encoder again."
            )

    def save(self, folder: Path) -> Path:
        """Write the card as ``NAME.json`` in one step, and return its path."""
        target = folder / f"{self.name}.json"
        staged = target.with_suffix(f".json.{os.getpid()}.part")
        text = json.dumps(dataclasses.asdict(self), indent=2, ensure_ascii=False) + "\n"
        try:
            with staged.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            staged.replace(target)
        finally:
            staged.unlink(missing_ok=True)
        return target


def load_card(path: Path) -> ModelCard:
    """Read one model card.

    Raises:
        EncoderError: The file is missing, no JSON, or lacks or contradicts a fact.
    """
    facts = read_facts(path)
    fields = {field.name for field in dataclasses.fields(ModelCard)}
    unknown = sorted(facts.keys() - fields)
    missing = sorted(fields - facts.keys() - _OPTIONAL)
    if unknown or missing:
        what = f"lacks {', '.join(missing)}" if missing else f"has unknown {', '.join(unknown)}"
        raise EncoderError(f"{path} is no model card of this version: it {what}.")
    for key in ("mean", "std"):
        facts[key] = tuple(facts[key]) if isinstance(facts[key], list) else facts[key]
    try:
        return ModelCard(**facts)
    except EncoderError as error:
        raise EncoderError(f"{path} cannot be used: {error}") from error


def read_facts(path: Path) -> dict[str, Any]:
    """Read a JSON object of facts.

    Raises:
        EncoderError: The file is missing, unreadable or holds no JSON object.
    """
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise EncoderError(f"{path} cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise EncoderError(f"{path} is no model card: it does not hold JSON.") from error
    if not isinstance(facts, dict):
        raise EncoderError(f"{path} is no model card: it does not hold a JSON object.")
    return facts


def file_sha256(path: Path) -> str:
    """Digest a file's bytes as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def encoder_name(text: str) -> str:
    """Make an encoder's name from free text such as a file's stem."""
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("._-")[:64]
    return name or "encoder"


def _rules(card: ModelCard) -> Iterator[tuple[bool, str]]:
    """Yield what must hold, with the words for when it does not; later rules lean on earlier."""
    words = (card.source, card.licence, card.created)
    yield _matches(_NAME, card.name), "needs a name of letters, digits, '.', '_' and '-'"
    yield _whole(card.dim, 2, _MAX_DIM), f"needs a dim between 2 and {_MAX_DIM}"
    yield all(map(_text, words)), "needs source, licence and created as text"
    yield card.onnx == f"{card.name}.onnx", f"must name its network {card.name}.onnx"
    yield _matches(_SHA256, card.sha256), "needs the sha256 of its network, 64 hex digits"
    yield _whole(card.input_size, 16, _MAX_PIXELS), f"needs an input_size of 16 to {_MAX_PIXELS}"
    yield (
        _whole(card.resize, card.input_size, 2 * _MAX_PIXELS),
        "needs a resize from its input_size upwards",
    )
    yield card.interpolation in INTERPOLATIONS, "needs an interpolation, bicubic or bilinear"
    yield _channels(card.mean), "needs a mean of three numbers"
    yield _channels(card.std) and min(card.std) > 0, "needs an std of three numbers above 0"
    names = (card.input_name, card.vector_output)
    yield all(map(_text, names)), "needs the names of its input and its vector output"
    yield (
        (card.patch_output is None and card.patch_grid is None)
        or (_text(card.patch_output) and _whole(card.patch_grid, 1, _MAX_PIXELS)),
        "needs patch_output and patch_grid together",
    )
    yield (
        card.turn_output is None or _text(card.turn_output),
        "needs the name of its turn_output as text",
    )


def _matches(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


def _text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _whole(value: object, low: int, high: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _channels(value: object) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) == 3
        and all(isinstance(x, (int, float)) and -1e6 < x < 1e6 for x in value)
    )
