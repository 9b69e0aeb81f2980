"""Jigsaw: by which permutation were the tiles of this photo shuffled?"""

import torch
from torch import Tensor
from torch.nn import functional

from ssl_core.run_spec import RunSpec
from ssl_core.train.data import colour
from ssl_core.train.data.puzzle import SIDE, TILES, normalised, permutations, tiles
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.methods.method import Step
from ssl_core.train.methods.photos import PhotoMethod
from ssl_core.train.methods.pictures import Picture, picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import JigsawHead
from ssl_core.train.nets.norms import held

_GREY = 0.3
_BETWEEN_BOARDS = 16


class Jigsaw(PhotoMethod):
    """Noroozi & Favaro 2016: one trunk reads nine tiles, a head names the permutation.

    Tiles and whole photos differ in their statistics, and whole photos are what the encoder is
    for. So the running statistics of batch norm, which serve after training, come from a few
    whole photos a step, never from tiles.
    """

    permutations: Tensor

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        super().__init__(spec, encoder, store)
        self.head = JigsawHead(encoder.reading.dim, TILES, spec.hidden, spec.permutations)
        self.register_buffer("permutations", permutations(spec.permutations, spec.seed))

    def step(self, rows: Tensor, progress: float) -> Step:  # noqa: ARG002 - nothing changes in time
        """Name the permutation of each photo's tiles."""
        wanted = torch.randint(len(self.permutations), (len(rows),), device=self._device)
        shuffled = in_order(normalised(self._tiles(rows)), self.permutations[wanted])
        with held(self._norms):
            logits = self.logits(shuffled)
        self._see_whole(rows)
        right = (logits.argmax(dim=1) == wanted).float().mean()
        return Step(functional.cross_entropy(logits, wanted), {"accuracy": float(right)})

    def logits(self, shuffled: Tensor) -> Tensor:
        """Compare tiles with all permutations: ``(B, 9, 3, T, T)`` normalised → ``(B, P)``."""
        # The encoder takes off its own mean and deviation again.
        photos = shuffled.flatten(0, 1) * self.encoder.std + self.encoder.mean
        return self.head(self.encoder(photos).unflatten(0, (-1, TILES))).float()

    def pictures(self, rows: Tensor) -> list[Picture]:
        """Show each photo's tiles shuffled, as the head would lay them, and as they belong."""
        solved = self._tiles(rows)
        drawn = torch.randint(len(self.permutations), (len(rows),), device=self._device)
        wanted = self.permutations[drawn]
        shuffled = in_order(solved, wanted)
        # The statistics that serve after training are not those of tiles.
        with held(self._norms, training=not self._spec.frozen_norm):
            said = self.permutations[self.logits(normalised(shuffled)).argmax(dim=1)]
        laid = in_order(shuffled, said.argsort(dim=1))
        right = (said == wanted).sum(dim=1)
        return [
            picture(
                f"Shuffled; laid by the machine, {right[one]} of {TILES} in place; as it was",
                *(_board(tiles[one]) for tiles in (shuffled, laid, solved)),
                gap=_BETWEEN_BOARDS,
            )
            for one in range(len(rows))
        ]

    def _tiles(self, rows: Tensor) -> Tensor:
        crops = colour.greyed(self._crops(rows), chance=_GREY)
        return tiles(crops, self._spec.crops.local_size)


def in_order(cut: Tensor, chosen: Tensor) -> Tensor:
    """Lay tiles by permutations.

    Args:
        cut: ``(B, 9, ...)``.
        chosen: ``(B, 9) int64``; which tile comes to each place.
    """
    return cut[torch.arange(len(cut), device=cut.device)[:, None], chosen]


def _board(cut: Tensor) -> Tensor:
    """Lay nine tiles down with gaps: ``(9, 3, T, T)`` → ``(3, W, W)``."""
    gap = max(1, cut.shape[-1] // 12)
    spaced = functional.pad(cut, (gap, gap, gap, gap), value=1.0)
    lines = [torch.cat(list(line), dim=2) for line in spaced.split(SIDE)]
    return torch.cat(lines, dim=1)
