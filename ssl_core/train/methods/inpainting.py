"""Inpainting: what is behind the covers?"""

import torch
from torch import Tensor
from torch.nn import functional

from ssl_core.run_spec import RunSpec
from ssl_core.train.data.masks import hidden_blocks
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.losses.masked import masked_l1
from ssl_core.train.methods.method import Step
from ssl_core.train.methods.photos import PhotoMethod
from ssl_core.train.methods.pictures import Picture, picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import MapHead
from ssl_core.train.nets.norms import held

_BLOCK = 32
_HIDDEN = 0.5
# The head draws at a quarter of the photo's side, which they find enough to learn from.
_COARSER = 4


class Inpainting(PhotoMethod):
    """Masked image modelling as in SimMIM (Xie et al. 2022), for convolutions too.

    Blocks of 32 pixels are covered with the mean colour that the network takes for nothing, and
    the photo is drawn again, in RGB. As with the jigsaw, whole photos are what the encoder is for,
    so they alone make the running statistics of batch norm.
    """

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        super().__init__(spec, encoder, store)
        self.head = MapHead(encoder.widths, 3)
        self.head.start_from(torch.zeros(3))

    def step(self, rows: Tensor, progress: float) -> Step:  # noqa: ARG002 - nothing changes in time
        """Draw what is covered in a crop of each photo."""
        crops = self._crops(rows)
        hidden = self._hidden(crops)
        with held(self._norms):
            drawn = self.drawn(crops, hidden)
        self._see_whole(rows)
        return Step(masked_l1(drawn, crops, hidden), {})

    def drawn(self, photos: Tensor, hidden: Tensor) -> Tensor:
        """Draw photos, ``(B, 3, S, S)``, from what is not hidden, ``(B, 1, S, S)``; both parts."""
        maps = self.encoder.maps(self._covered(photos, hidden))
        values = self.head(maps, photos.shape[2] // _COARSER)
        values = functional.interpolate(values, size=photos.shape[2:], mode="bilinear")
        return values * self.encoder.std + self.encoder.mean

    def pictures(self, rows: Tensor) -> list[Picture]:
        """Show each photo covered, filled by the machine, and whole."""
        photos = self._plain(rows)
        hidden = self._hidden(photos)
        # The statistics that serve after training are not those of covered photos.
        with held(self._norms, training=not self._spec.frozen_norm):
            filled = torch.where(hidden, self.drawn(photos, hidden), photos)
        covered = self._covered(photos, hidden)
        caption = "Half of it covered; filled by the machine; as it was"
        return [picture(caption, *images) for images in zip(covered, filled, photos, strict=True)]

    def _hidden(self, photos: Tensor) -> Tensor:
        return hidden_blocks(len(photos), photos.shape[2], _BLOCK, _HIDDEN, self._device)

    def _covered(self, photos: Tensor, hidden: Tensor) -> Tensor:
        return torch.where(hidden, self.encoder.mean, photos)
