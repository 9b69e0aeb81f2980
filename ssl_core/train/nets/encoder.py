"""The network being trained, with all that its model card has to say."""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a network reads a photo and what comes out.

    Attributes:
        dim: Values in a vector.
        size: Side of the square it reads, pixels.
        mean: Subtracted from each channel of RGB in [0, 1].
        std: Divides each channel afterwards.
        patch_grid: Patches along one side, if it gives patch vectors as a second output.
    """

    dim: int
    size: int
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    patch_grid: int | None = None


class Encoder(torch.nn.Module):
    """(B, 3, S, S) RGB in [0, 1] → (B, D), for any S that the network takes."""

    mean: Tensor
    std: Tensor

    def __init__(self, network: torch.nn.Module, reading: Reading) -> None:
        super().__init__()
        self.network = network
        self.reading = reading
        self.register_buffer("mean", torch.tensor(reading.mean).reshape(3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(reading.std).reshape(3, 1, 1), persistent=False)

    def forward(self, photos: Tensor) -> Tensor:
        """Encode photos: the vector alone."""
        vectors = self.network((photos - self.mean) / self.std)
        return vectors[0] if isinstance(vectors, tuple) else vectors
