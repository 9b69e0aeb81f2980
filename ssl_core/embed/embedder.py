"""Crops to vectors: one encoder, opened once, fed batch after batch."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ssl_core.embed.preprocess import to_batch
from ssl_core.embed.session import CUDA, RUNTIME_ERRORS, Session, open_cpu_session, open_session
from ssl_core.errors import EncoderError
from ssl_core.model_card import ModelCard

QUARTERS = 4
"""Turns there are, counted counter-clockwise from upright."""

_OUT_OF_MEMORY = ("out of memory", "failed to allocate", "cudnn_status_alloc_failed")


class Embedder:
    """Runs one encoder.

    Attributes:
        card: The encoder's facts.
        provider: The ONNX Runtime provider in use; it changes if the GPU's memory runs out.
        reason: Why the GPU is not used, a short clause; ``""`` when it is.
    """

    def __init__(self, card: ModelCard, network: Path, threads: int | None = None) -> None:
        """Check that the network is the card's own and open it.

        Raises:
            EncoderError: The file is missing, changed, or ONNX Runtime cannot run it.
        """
        card.check_network(network)
        self.card = card
        self._network = network
        self._threads = threads
        self._use(open_session(network, threads))

    def embed(self, crops: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Encode crops.

        When the GPU's memory runs out the batch is halved, at the last the CPU takes over
        for good (``provider`` and ``reason`` then say so).

        Args:
            crops: (B, S, S, 3) uint8 RGB from :func:`ssl_core.embed.preprocess.crop`.

        Returns:
            (B, D) float32, raw: neither centred nor normalised.

        Raises:
            EncoderError: The crops do not fit the card, or the network fails or gives values
                that are not finite.
        """
        return self._outputs(crops, self.card.vector_output, self.card.dim)

    def turns(self, crops: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Tell how crops look to have been turned, one look each.

        Args:
            crops: (B, S, S, 3) uint8 RGB, as for `embed`.

        Returns:
            (B, 4) float32: the probability of 0 to 3 quarter turns counter-clockwise.

        Raises:
            EncoderError: The encoder did not learn this, or as for `embed`.
        """
        if self.card.turn_output is None:
            raise EncoderError(
                f"{self.card.name} cannot tell how a photo is turned; one trained with "
                "the method geometric can."
            )
        return self._outputs(crops, self.card.turn_output, QUARTERS)

    def _outputs(self, crops: NDArray[np.uint8], output: str, dim: int) -> NDArray[np.float32]:
        size = self.card.input_size
        if crops.dtype != np.uint8 or crops.shape[1:] != (size, size, 3):
            raise EncoderError(
                f"{self.card.name} reads (B, {size}, {size}, 3) uint8, "
                f"not {crops.shape} {crops.dtype}."
            )
        if len(crops) == 0:
            return np.empty((0, dim), np.float32)
        vectors = self._run(to_batch(crops, self.card), output).reshape(len(crops), -1)
        if vectors.shape[1] != dim:
            raise EncoderError(
                f"{self.card.name} gave {vectors.shape[1]} values a photo, "
                f"but its model card says {dim}."
            )
        if not np.isfinite(vectors).all():
            raise EncoderError(f"{self.card.name} gave values that are not finite.")
        return vectors

    def _run(self, batch: NDArray[np.float32], output: str) -> NDArray[np.float32]:
        """Run one batch: (B, 3, S, S) → (B, D) or (B, D, 1, 1)."""
        try:
            feeds = {self.card.input_name: batch}
            return self._session.runtime.run([output], feeds)[0]
        except RUNTIME_ERRORS as error:
            if not (self.provider == CUDA and _is_out_of_memory(error)):
                raise EncoderError(
                    f"{self.card.name} failed to encode ({str(error)[:200]})."
                ) from error
        if len(batch) > 1:
            half = len(batch) // 2
            return np.concatenate([
                self._run(batch[:half], output),
                self._run(batch[half:], output),
            ])
        self._use(open_cpu_session(self._network, self._threads, "the GPU's memory is full"))
        return self._run(batch, output)

    def _use(self, session: Session) -> None:
        self._session = session
        self.provider = session.provider
        self.reason = session.reason


def _is_out_of_memory(error: Exception) -> bool:
    text = str(error).lower()
    return any(words in text for words in _OUT_OF_MEMORY)
