"""SimCLR: two views of a photo are alike, and unlike all others."""

import torch
from torch import Tensor
from torch.nn import functional

from ssl_core.run_spec import RunSpec
from ssl_core.train import ranks
from ssl_core.train.data import colour
from ssl_core.train.data.crops import centre_boxes, cut, random_boxes
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.losses.nt_xent import nt_xent
from ssl_core.train.methods.method import Method, Step
from ssl_core.train.methods.pictures import Picture, picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import projection


class SimCLR(Method):
    """Chen et al. 2020, with the decoupled loss of Yeh et al. 2021.

    Copies of one photo are never each other's negatives.
    """

    encoder: Encoder

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        super().__init__()
        self.encoder = encoder
        self.head = projection(encoder.reading.dim, spec.hidden)
        self._spec = spec
        self._store = store
        self._device = torch.device(spec.device)

    def step(self, rows: Tensor, progress: float) -> Step:  # noqa: ARG002 - nothing changes in time
        """Contrast two views of each photo."""
        photos = self._store.read(rows, self._device)
        aspects = self._store.aspects[rows].to(self._device)
        views = torch.cat([view(photos, aspects, self._spec) for _ in range(2)])
        first, second = self.head(self.encoder(views)).chunk(2)
        first, second = ranks.gathered(first), ranks.gathered(second)
        groups = ranks.gathered(self._store.groups[rows].to(self._device))
        kin = groups[:, None] == groups[None]
        loss = nt_xent(first, second, self._spec.temperature, decoupled=True, kin=kin)
        return Step(loss, {})

    def trial(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Encode photos and a view of each."""
        plain, (seen,) = self._plain_and_views(rows, 1)
        return self.encoder(plain), self.encoder(seen)

    def pictures(self, rows: Tensor) -> list[Picture]:
        """Show each photo, two views of it, and how alike the head finds them."""
        plain, views = self._plain_and_views(rows, 2)
        said = [functional.normalize(self.head(self.encoder(seen)), dim=1) for seen in views]
        likeness = said[0] @ said[1].T
        others = (likeness.sum(dim=1) - likeness.diagonal()) / max(1, len(rows) - 1)
        return [
            picture(
                f"A photo and two views of it: likeness {likeness[one, one]:.2f}, "
                f"to the other photos {others[one]:.2f}",
                plain[one],
                *(seen[one] for seen in views),
            )
            for one in range(len(rows))
        ]

    def _plain_and_views(self, rows: Tensor, count: int) -> tuple[Tensor, list[Tensor]]:
        photos = self._store.read(rows, self._device)
        aspects = self._store.aspects[rows].to(self._device)
        plain = cut(photos, centre_boxes(aspects), self._spec.crops.size, flips=False)
        return plain, [view(photos, aspects, self._spec) for _ in range(count)]


@torch.no_grad()
def view(photos: Tensor, aspects: Tensor, spec: RunSpec) -> Tensor:
    """Make one augmented view of each photo: ``(B, 3, S, S)`` → ``(B, 3, size, size)``."""
    boxes = random_boxes(aspects, spec.crops.scale)
    crops = cut(photos, boxes, spec.crops.size)
    crops = colour.greyed(colour.jitter(crops, spec.crops.colour), chance=spec.crops.grey)
    return colour.blurred(crops, chance=0.5)
