"""What the tests of the older pretext tasks share: a tiny network, a store and a short training."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ssl_core.train.data.store import PhotoStore
from ssl_core.train.methods.method import Method
from ssl_core.train.nets.encoder import Encoder, Reading


class TinyNetwork(nn.Sequential):
    """A convolution of 3 x 3 pixels and its mean; the map before the mean is its only one."""

    def __init__(self, width: int) -> None:
        super().__init__(
            nn.Conv2d(3, width, 3, padding=1, padding_mode="reflect", bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(),
            nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
        )
        self.widths = (width,)

    def maps(self, photos: torch.Tensor) -> list[torch.Tensor]:
        return [self[2](self[1](self[0](photos)))]


def tiny_encoder(width: int = 12) -> Encoder:
    """Make a tiny encoder, the same each time."""
    torch.manual_seed(0)
    reading = Reading(dim=width, size=32, mean=(0.4,) * 3, std=(0.25,) * 3)
    return Encoder(TinyNetwork(width), reading)


def store_of(pixels: NDArray[np.uint8]) -> PhotoStore:
    """Make a store of square photos, (N, S, S, 3) uint8."""
    count = len(pixels)
    return PhotoStore(
        pixels, torch.ones(count), torch.arange(count), [str(n) for n in range(count)]
    )


def practise(method: Method, steps: int, batch: int, photos: int) -> list[float]:
    """Train for some steps on the first photos, and return the losses."""
    optimiser = torch.optim.AdamW(method.parameters(), lr=0.01)
    method.train()
    losses = []
    for _ in range(steps):
        loss, _ = method.step(torch.randperm(photos)[:batch], 0.0)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    return losses


@torch.no_grad()
def logged(method: Method, rows: torch.Tensor, name: str, times: int = 10) -> float:
    """Return the mean of a logged value over some steps in evaluation mode."""
    method.eval()
    return float(np.mean([method.step(rows, 0.0).logged[name] for _ in range(times)]))
