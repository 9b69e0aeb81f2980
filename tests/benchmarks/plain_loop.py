"""The loop a user would write: Pillow with draft, then ONNX Runtime in batches, one process."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image, ImageOps

from ssl_core.model_card import ModelCard

_BATCH = 32


@dataclass(frozen=True)
class PlainLoop:
    """Photos a second of the loop's two parts and of the whole loop."""

    decode: float
    encode: float

    @property
    def whole(self) -> float:
        """One after the other, as the loop runs them."""
        return 1 / (1 / self.decode + 1 / self.encode)

    @property
    def slower(self) -> float:
        """The slower of the two parts: what a perfect overlap of both would reach."""
        return min(self.decode, self.encode)


def measure(paths: Sequence[Path], card: ModelCard, network: Path) -> PlainLoop:
    """Time both parts on the same photos."""
    session = onnxruntime.InferenceSession(str(network), providers=["CPUExecutionProvider"])
    decoding = encoding = 0.0
    for start in range(0, len(paths), _BATCH):
        begin = time.perf_counter()
        crops = np.stack([_crop(path, card) for path in paths[start : start + _BATCH]])
        between = time.perf_counter()
        batch = (crops / np.float32(255) - np.float32(card.mean)) / np.float32(card.std)
        session.run([card.vector_output], {card.input_name: batch.transpose(0, 3, 1, 2)})
        decoding += between - begin
        encoding += time.perf_counter() - between
    return PlainLoop(len(paths) / decoding, len(paths) / encoding)


def _crop(path: Path, card: ModelCard) -> np.ndarray:
    with Image.open(path) as photo:
        photo.draft("RGB", (card.resize, card.resize))
        upright = ImageOps.exif_transpose(photo).convert("RGB")
    scale = card.resize / min(upright.size)
    small = upright.resize((round(upright.width * scale), round(upright.height * scale)))
    left, top = (small.width - card.input_size) // 2, (small.height - card.input_size) // 2
    return np.asarray(small.crop((left, top, left + card.input_size, top + card.input_size)))
