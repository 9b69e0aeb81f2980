"""Colorization: which colours did this grey photo have?"""

import torch
from torch import Tensor
from torch.nn import functional

from ssl_core.errors import TrainingError
from ssl_core.run_spec import FEWEST_PHOTOS, RunSpec
from ssl_core.train.data.lab import Lightness, chroma, to_lab, to_rgb
from ssl_core.train.data.palette import (
    annealed_mean,
    in_gamut,
    rarity,
    smoothed_prior,
    soft_encoded,
)
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.losses.colour import rebalanced_cross_entropy
from ssl_core.train.methods.method import Step
from ssl_core.train.methods.photos import PhotoMethod
from ssl_core.train.methods.pictures import Picture, picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import MapHead

# The loss and the colours shown are at a quarter of the photo's side.
_COARSER = 4
# Below this mean chroma a photo is black and white, or toned.
_LEAST_CHROMA = 4.0
# The share of all colours that the counted pixels may have missed.
_UNSEEN = 0.1
_READ_AT_ONCE = 64
# So many photos' colours, of every so many-th pixel, are counted.
_COUNTED = 1000
_EVERY = 8


class Colorization(PhotoMethod):
    """Zhang et al. 2016: from the lightness, the likely colours of each place.

    The encoder gets glasses that take all colour out, and keeps them: it never learns to see it.
    Photos without colours have nothing to ask; coloured ones take their places.
    """

    bins: Tensor
    weights: Tensor

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        """Look through the photos for grey ones and count the others' colours.

        Raises:
            TrainingError: Fewer than eight photos have colours.
        """
        super().__init__(spec, encoder, store)
        self._coloured = _coloured(store)
        grey = len(store) - len(self._coloured)
        if grey:
            self.notes = (f"{grey} of {len(store)} photos are grey: no colours to learn from.",)
        bins = in_gamut()
        self.register_buffer("bins", bins)
        prior = self._prior(bins)
        self.register_buffer("weights", rarity(prior))
        encoder.glasses = Lightness()
        self.head = MapHead(encoder.widths, len(bins))
        often = (1 - _UNSEEN) * prior + _UNSEEN / len(bins)
        self.head.start_from((often * self.weights).log())

    def step(self, rows: Tensor, progress: float) -> Step:  # noqa: ARG002 - nothing changes in time
        """Name the colours of a crop of each photo."""
        crops = self._crops(self._with_colours(rows))
        ab = to_lab(functional.avg_pool2d(crops, _COARSER))[:, 1:]
        nearest, shares = soft_encoded(ab, self.bins)
        logits = self._logits(crops)
        right = (logits.argmax(dim=1) == nearest[:, 0]).float().mean()
        loss = rebalanced_cross_entropy(logits, nearest, shares, self.weights)
        return Step(loss, {"accuracy": float(right)})

    def pictures(self, rows: Tensor) -> list[Picture]:
        """Show each photo grey, coloured by the machine, and as it was."""
        photos = self._plain(self._with_colours(rows))
        grey = self.encoder.glasses(photos)
        caption = "Grey; coloured by the machine; as it was"
        return [
            picture(caption, *images)
            for images in zip(grey, self.coloured(photos), photos, strict=True)
        ]

    def coloured(self, photos: Tensor) -> Tensor:
        """Colour photos anew from their lightness: ``(B, 3, S, S)`` → the same shape."""
        ab = annealed_mean(self._logits(photos), self.bins)
        ab = functional.interpolate(ab, size=photos.shape[2:], mode="bilinear")
        return to_rgb(torch.cat([to_lab(photos)[:, :1], ab], dim=1))

    def _logits(self, photos: Tensor) -> Tensor:
        return self.head(self.encoder.maps(photos), photos.shape[2] // _COARSER)

    def _with_colours(self, rows: Tensor) -> Tensor:
        return self._coloured[rows % len(self._coloured)]

    def _prior(self, bins: Tensor) -> Tensor:
        few = self._coloured[:: -(-len(self._coloured) // _COUNTED)]
        colours = [_colours(self._store, rows) for rows in few.split(_READ_AT_ONCE)]
        return smoothed_prior(torch.cat(colours), bins)


def _coloured(store: PhotoStore) -> Tensor:
    """Return the rows of the photos that are not grey."""
    means = [
        chroma(_colours(store, rows)).mean(dim=(1, 2))
        for rows in torch.arange(len(store)).split(_READ_AT_ONCE)
    ]
    rows = (torch.cat(means) >= _LEAST_CHROMA).nonzero().flatten()
    if len(rows) < FEWEST_PHOTOS:
        raise TrainingError(
            f"Only {len(rows)} of {len(store)} photos have colours; learning to colour takes at "
            f"least {FEWEST_PHOTOS}. Choose another method."
        )
    return rows


def _colours(store: PhotoStore, rows: Tensor) -> Tensor:
    """Read ab of a coarse grid of pixels: ``(B, 2, H, W)``."""
    photos = store.read(rows, torch.device("cpu"))
    return to_lab(photos[..., ::_EVERY, ::_EVERY])[:, 1:]
