"""Learning on the stored vectors alone: a photo and its mutual neighbours are of one kind."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ssl_core.run_spec import RunSpec
from ssl_core.search.neighbours import graph
from ssl_core.search.principal import components
from ssl_core.train.losses.nt_xent import nt_xent
from ssl_core.train.methods.method import Method, Step
from ssl_core.vectors import centre


class Neighbours(Method):
    """A linear layer, started at the principal components, that draws mutual neighbours together.

    InfoNCE as in "With a Little Help from My Friends" (Dwibedi et al. 2021) with neighbours as
    positives, but among fixed vectors, without a network; a photo's other neighbours are spared
    from the negatives. The encoder is the layer, without bias: (B, D) → (B, W).
    """

    encoder: torch.nn.Linear

    def __init__(self, spec: RunSpec, vectors: NDArray[np.floating]) -> None:
        super().__init__()
        rows = centre(vectors)
        near = graph(rows, spec.near).indices
        width = min(spec.width, rows.shape[1], len(rows))
        self.encoder = torch.nn.Linear(rows.shape[1], width, bias=False)
        with torch.no_grad():
            self.encoder.weight.copy_(torch.from_numpy(components(rows, width).T))
        self.head = torch.nn.Identity()
        self._temperature = spec.temperature
        self._device = torch.device(spec.device)
        self._rows = torch.from_numpy(rows).to(self._device)
        self._near = torch.from_numpy(near)
        self._mutual = _mutual(self._near)

    def step(self, rows: Tensor, progress: float) -> Step:  # noqa: ARG002 - nothing changes in time
        """Contrast photos with one of their mutual neighbours each."""
        positives = self._drawn(rows)
        first = self.encoder(self._rows[rows.to(self._device)])
        second = self.encoder(self._rows[positives.to(self._device)])
        kin = self._kin(rows, positives).to(self._device)
        return Step(nt_xent(first, second, self._temperature, kin=kin), {})

    def trial(self, rows: Tensor) -> tuple[Tensor, None]:
        """Run vectors through the layer."""
        return self.encoder(self._rows[rows.to(self._device)]), None

    def _drawn(self, rows: Tensor) -> Tensor:
        """Draw a mutual neighbour of each row; itself where there is none."""
        weights = self._mutual[rows].float()
        lonely = weights.sum(dim=1) == 0
        weights[lonely, 0] = 1
        drawn = torch.multinomial(weights, 1)
        near = self._near[rows].gather(1, drawn).squeeze(1)
        return torch.where(lonely, rows, near)

    def _kin(self, rows: Tensor, positives: Tensor) -> Tensor:
        """Which photos of the batch are no negatives of which: (B, B)."""
        near = self._near[rows]
        kin = torch.zeros(len(rows), len(rows), dtype=torch.bool)
        for column in near.unbind(dim=1):
            kin |= (column[:, None] == rows) | (column[:, None] == positives)
        kin |= (rows[:, None] == positives) | (positives[:, None] == positives)
        return kin | kin.T


def _mutual(near: Tensor) -> Tensor:
    """Which of each row's neighbours have it among theirs: ``(N, k)`` → ``(N, k) bool``."""
    own = torch.arange(len(near))[:, None, None]
    return (near[near] == own).any(dim=2)
