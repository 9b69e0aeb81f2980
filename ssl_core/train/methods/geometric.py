"""Geometric transformations: which way has this photo been turned, and is it mirrored?"""

import torch
from torch import Tensor
from torch.nn import functional

from ssl_core.embed.embedder import QUARTERS
from ssl_core.run_spec import RunSpec
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.data.turns import laid
from ssl_core.train.methods.method import Step
from ssl_core.train.methods.photos import PhotoMethod
from ssl_core.train.methods.pictures import Picture, picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import TurnHead


class Geometric(PhotoMethod):
    """Gidaris et al. 2018, with mirroring beside the quarter turns: eight ways to lay a square.

    The store must hold centre squares: a photo squeezed into a square is sharper along one side,
    which tells a quarter turn without a look at what is in the photo.
    """

    head: TurnHead
    flips = False

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        super().__init__(spec, encoder, store)
        self.head = TurnHead(encoder.reading.dim, spec.hidden)

    def step(self, rows: Tensor, progress: float) -> Step:  # noqa: ARG002 - nothing changes in time
        """Tell the ways apart in which a crop of each photo is laid (eq. 2 and 3)."""
        copies, ways = turned_copies(self._crops(rows))
        logits = self.head(self.encoder(copies)).float()
        said = logits.argmax(dim=1)
        turns_right = said % QUARTERS == ways % QUARTERS
        return Step(
            functional.cross_entropy(logits, ways),
            {
                "accuracy": float((said == ways).float().mean()),
                "turn_accuracy": float(turns_right.float().mean()),
            },
        )

    def pictures(self, rows: Tensor) -> list[Picture]:
        """Show all four turns of each photo, and for how many the head has the answer."""
        shown = []
        for crop in self._plain(rows):
            ways = torch.arange(QUARTERS, device=self._device)
            copies = laid(crop.expand(QUARTERS, -1, -1, -1), ways)
            right = int((self.head.turns(self.encoder(copies)).argmax(dim=1) == ways).sum())
            caption = f"Which way is up? {right} of {QUARTERS} turns told right"
            shown.append(picture(caption, *copies))
        return shown

    def turn_head(self) -> TurnHead:
        """Return the head: it can say which photos lie on their side."""
        return self.head


def turned_copies(crops: Tensor) -> tuple[Tensor, Tensor]:
    """Lay each crop in all four turns, each copy mirrored or not by a draw of its own.

    Args:
        crops: ``(B, 3, S, S)``.

    Returns:
        ``(4 B, 3, S, S)``, and the ways ``(4 B,)``; turn by turn, crops in order.
    """
    turns = torch.arange(QUARTERS, device=crops.device).repeat_interleave(len(crops))
    mirrored = torch.randint(2, turns.shape, device=crops.device)
    ways = turns + QUARTERS * mirrored
    return laid(crops.repeat(QUARTERS, 1, 1, 1), ways), ways
