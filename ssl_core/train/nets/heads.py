"""Heads: they exist for the loss, and all but `TurnHead` are thrown away after training."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from ssl_core.embed.embedder import QUARTERS

_FAINTLY = 0.1


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

    def __init__(
        self, dim: int, prototypes: int, hidden: int, bottleneck: int = 256, *, norms: bool = False
    ) -> None:
        """Build it with random weights; with batch norms for convolutional networks."""
        super().__init__()
        layers: list[nn.Module] = []
        for before in (dim, hidden):
            # A batch norm takes any bias away again, and only noise would move it.
            layers.append(nn.Linear(before, hidden, bias=not norms))
            if norms:
                layers.append(nn.BatchNorm1d(hidden))
            layers.append(nn.GELU())
        self.layers = nn.Sequential(*layers, nn.Linear(hidden, bottleneck))
        for layer in self.layers:
            if isinstance(layer, nn.Linear):
                nn.init.trunc_normal_(layer.weight, std=0.02)
                if layer.bias is not None:
                    nn.init.zeros_(layer.bias)
        self.prototypes = nn.Parameter(torch.randn(prototypes, bottleneck))

    def forward(self, vectors: Tensor) -> Tensor:
        """Compare vectors with the prototypes."""
        within = functional.normalize(self.layers(vectors).float(), dim=1)
        return within @ functional.normalize(self.prototypes, dim=1).T


class TurnHead(nn.Module):
    """Tells how a photo is laid: (B, D) → (B, 8) logits, turns first upright, then mirrored."""

    def __init__(self, dim: int, hidden: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(dim, hidden, bias=False),
            nn.BatchNorm1d(hidden),
            nn.ReLU(),
            nn.Linear(hidden, 2 * QUARTERS),
        )

    def forward(self, vectors: Tensor) -> Tensor:
        """Compare vectors with the eight ways."""
        return self.layers(vectors)

    def turns(self, vectors: Tensor) -> Tensor:
        """Return the probability of each quarter turn, mirrored or not: (B, D) → (B, 4)."""
        ways = self.layers(vectors).softmax(dim=1)
        return ways.unflatten(1, (2, QUARTERS)).sum(dim=1)


class MapHead(nn.Module):
    """Draws a map from an encoder's feature maps: → (B, C, side, side).

    Top-down as in "Feature Pyramid Networks" (Lin et al. 2017): a coarse map knows what there is,
    is enlarged and joined by a finer one, which knows where.
    """

    def __init__(self, widths: tuple[int, ...], out: int, width: int = 64) -> None:
        super().__init__()
        self.across = nn.ModuleList(
            nn.Sequential(nn.Conv2d(wide, width, 1, bias=False), nn.GroupNorm(8, width))
            for wide in widths
        )
        # Without a norm the first steps, which all pull the same way, blow the drawing up.
        self.around = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1, bias=False), nn.GroupNorm(8, width), nn.GELU()
        )
        self.out = nn.Conv2d(width, out, 1)

    @torch.no_grad()
    def start_from(self, values: Tensor) -> None:
        """Draw these ``(C,)`` values everywhere, nearly, before anything is learnt."""
        self.out.weight.mul_(_FAINTLY)
        self.out.bias = nn.Parameter(values.clone())

    def forward(self, maps: list[Tensor], side: int) -> Tensor:
        """Draw from maps of the widths given before, the finest first."""
        drawn = functional.gelu(self.across[-1](maps[-1]))
        for layer, finer in zip(reversed(self.across[:-1]), reversed(maps[:-1]), strict=True):
            found = layer(finer)
            drawn = functional.gelu(found + _enlarged(drawn, *found.shape[2:]))
        return self.out(self.around(_enlarged(drawn, side, side)))


def _enlarged(drawn: Tensor, *size: int) -> Tensor:
    return functional.interpolate(drawn, size=size, mode="bilinear")


class JigsawHead(nn.Module):
    """Names the permutation of tiles: (B, tiles, D) → (B, permutations) logits.

    As in Noroozi & Favaro 2016, fig. 3: a layer for each tile by itself, shared, then layers that
    see all tiles in the order they lie.
    """

    def __init__(self, dim: int, tiles: int, hidden: int, permutations: int) -> None:
        super().__init__()
        width = hidden // 8
        self.each = nn.Sequential(nn.Linear(dim, width), nn.ReLU())
        self.together = nn.Sequential(
            nn.Linear(tiles * width, hidden, bias=False),
            nn.BatchNorm1d(hidden),
            nn.ReLU(),
            nn.Linear(hidden, permutations),
        )

    def forward(self, vectors: Tensor) -> Tensor:
        """Compare tiles with all permutations."""
        return self.together(self.each(vectors).flatten(1))
