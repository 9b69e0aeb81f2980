"""What methods share that ask questions about single photos."""

import torch
from torch import Tensor

from ssl_core.run_spec import RunSpec
from ssl_core.train.data.crops import centre_boxes, cut, random_boxes
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.methods.method import Method
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.norms import batch_norms

# Whole photos a step that the running statistics of batch norm are taken from.
_WHOLE = 8


class PhotoMethod(Method):
    """A method over the photos of a store."""

    encoder: Encoder
    # Whether half of the crops are mirrored.
    flips = True

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        super().__init__()
        self.encoder = encoder
        self._norms = batch_norms(encoder)
        self._spec = spec
        self._store = store
        self._device = torch.device(spec.device)

    def trial(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Encode photos, and a crop of each."""
        return self.encoder(self._plain(rows)), self.encoder(self._crops(rows))

    def _crops(self, rows: Tensor) -> Tensor:
        boxes = random_boxes(self._store.aspects[rows].to(self._device), self._spec.crops.scale)
        return self._cut(rows, boxes, flips=self.flips)

    def _plain(self, rows: Tensor) -> Tensor:
        """Cut out what an encoder reads of each photo."""
        boxes = centre_boxes(self._store.aspects[rows].to(self._device))
        return self._cut(rows, boxes, flips=False)

    def _cut(self, rows: Tensor, boxes: Tensor, *, flips: bool) -> Tensor:
        photos = self._store.read(rows, self._device)
        return cut(photos, boxes, self._spec.crops.size, flips=flips)

    @torch.no_grad()
    def _see_whole(self, rows: Tensor) -> None:
        """Take batch norm's running statistics from a few whole photos, unless they are frozen."""
        if self._norms and not self._spec.frozen_norm:
            self.encoder(self._plain(rows[:_WHOLE]))
