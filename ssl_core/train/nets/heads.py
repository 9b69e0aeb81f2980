"""Heads: they exist for the loss alone and are thrown away after training."""

import torch
from torch import Tensor, nn
from torch.nn import functional


def projection(dim: int, hidden: int, out: int = 128) -> nn.Sequential:
    """Build SimCLR's head (Chen et al. 2020, sec. 3): two layers with batch norm."""
    return nn.Sequential(
        nn.Linear(dim, hidden, bias=False),
        nn.BatchNorm1d(hidden),
        nn.ReLU(),
        nn.Linear(hidden, out, bias=False),
        nn.BatchNorm1d(out),
    )


class DinoHead(nn.Module):
    """DINO's head: (B, D) → (B, K) cosines with K prototypes.

    Three layers, then a bottleneck of length 1, then a last layer whose rows have length 1 (weight
    norm with its gains frozen at 1). Without the bottleneck's length a deep head collapses.
    """

    def __init__(self, dim: int, prototypes: int, hidden: int, bottleneck: int = 256):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(dim, hidden),
            nn.GELU(),
            nn.Linear(hidden, hidden),
            nn.GELU(),
            nn.Linear(hidden, bottleneck),
        )
        for layer in self.layers:
            if isinstance(layer, nn.Linear):
                nn.init.trunc_normal_(layer.weight, std=0.02)
                nn.init.zeros_(layer.bias)
        self.prototypes = nn.Parameter(torch.randn(prototypes, bottleneck))

    def forward(self, vectors: Tensor) -> Tensor:
        """Compare vectors with the prototypes."""
        within = functional.normalize(self.layers(vectors).float(), dim=1)
        return within @ functional.normalize(self.prototypes, dim=1).T
