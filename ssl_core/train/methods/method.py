"""What a method supplies to the training loop."""

from typing import NamedTuple

import torch
from torch import Tensor

from ssl_core.train.methods.pictures import Picture
from ssl_core.train.nets.heads import TurnHead


class Step(NamedTuple):
    """One step's outcome.

    Attributes:
        loss: One number with a gradient.
        logged: What else is worth watching, by name.
    """

    loss: Tensor
    logged: dict[str, float]


class Method(torch.nn.Module):
    """A self-supervised method over N photos or vectors, known to the loop by their rows.

    All it must remember (networks, teacher, centre) are its parameters and buffers, so its state
    dict is all of it. What it learns: ``encoder``, kept, and ``head``, thrown away.
    """

    encoder: torch.nn.Module
    head: torch.nn.Module
    # Sentences that people should know before it starts.
    notes: tuple[str, ...] = ()

    def forward(self, rows: Tensor, progress: float) -> Step:
        """Make a step; torch wraps this where several processes train together."""
        return self.step(rows, progress)

    def step(self, rows: Tensor, progress: float) -> Step:
        """Look at a batch, or at this process's share of it (`ranks`).

        Args:
            rows: ``(B,) int64`` on the CPU.
            progress: Share of the run that is done, in [0, 1).
        """
        raise NotImplementedError

    def after_backward(self, progress: float) -> None:
        """Change gradients before they are used."""

    def after_update(self, progress: float) -> None:
        """Follow the updated weights."""

    def trial(self, rows: Tensor) -> tuple[Tensor, Tensor | None]:
        """Encode photos as they are, and augmented copies where the method has any.

        Args:
            rows: ``(B,) int64`` on the CPU.

        Returns:
            ``(B, D)``, and ``(B, D)`` or None.
        """
        raise NotImplementedError

    def pictures(self, rows: Tensor) -> list[Picture]:  # noqa: ARG002 - nothing to see by default
        """Show what the method practises on with a few photos.

        Called in evaluation mode and without gradients.

        Args:
            rows: ``(B,) int64`` on the CPU, few.

        Returns:
            Pictures of each photo in turn; none where a method sees no pixels.
        """
        return []

    def best_encoder(self) -> torch.nn.Module:
        """Return the encoder to keep: the teacher, where there is one."""
        return self.encoder

    def turn_head(self) -> TurnHead | None:
        """Return what tells from a vector how a photo is turned, where the method learns that."""
        return None
