"""The network being trained, with all that its model card has to say."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

import torch
from torch import Tensor
from torch.utils.checkpoint import checkpoint

from ssl_core.train.nets.norms import batch_norms, repeated

_Read = Callable[[Tensor], list[Tensor]]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a network reads a photo and what comes out.

    Attributes:
        dim: Values in a vector.
        size: Side of the square it reads, pixels.
        mean: Subtracted from each channel of RGB in [0, 1].
        std: Divides each channel afterwards.
        patch_grid: Patches along one side, if it gives patch vectors as a second output.
    """

    dim: int
    size: int
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    patch_grid: int | None = None

    @property
    def patch(self) -> int:
        """Side of a patch, pixels; 1 where there are none."""
        return self.size // self.patch_grid if self.patch_grid else 1


class Encoder(torch.nn.Module):
    """(B, 3, S, S) RGB in [0, 1] → (B, D), for any S that the network takes.

    Attributes:
        network: Reads normalised photos; gives vectors, and feature maps from its ``maps``.
        reading: What its model card says.
        glasses: What photos, RGB in [0, 1], go through before they are normalised.
        piece: Images that are in memory at once with all that the backward pass needs; 0 for any
            number. Each piece is gone through again in the backward pass, so that the loss still
            sees a whole batch, with all its negatives, and its gradient is the same. Only a batch
            norm in training sees the pieces, as if each were a batch.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, network: torch.nn.Module, reading: Reading) -> None:
        super().__init__()
        self.network = network
        self.reading = reading
        self.glasses: torch.nn.Module = torch.nn.Identity()
        self.piece = 0
        self.register_buffer("mean", torch.tensor(reading.mean).reshape(3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(reading.std).reshape(3, 1, 1), persistent=False)

    def forward(self, photos: Tensor) -> Tensor:
        """Encode photos: the vector alone."""
        (vectors,) = self._in_pieces(self._vector, photos)
        return vectors

    def maps(self, photos: Tensor) -> list[Tensor]:
        """Return feature maps ``(B, C, H, W)``, the finest first."""
        return self._in_pieces(self._maps, photos)

    def _vector(self, photos: Tensor) -> list[Tensor]:
        vectors = self.network(self.seen(photos))
        return [vectors[0] if isinstance(vectors, tuple) else vectors]

    def _maps(self, photos: Tensor) -> list[Tensor]:
        return cast("_Mapped", self.network).maps(self.seen(photos))

    def _in_pieces(self, read: _Read, photos: Tensor) -> list[Tensor]:
        if not self.piece or len(photos) <= self.piece:
            return read(photos)
        read_piece = self._spared(read) if torch.is_grad_enabled() else read
        pieces = [read_piece(piece) for piece in photos.split(self.piece)]
        return [torch.cat(same) for same in zip(*pieces, strict=True)]

    def _spared(self, read: _Read) -> _Read:
        """Return what reads a piece and forgets all that the backward pass can make again."""
        again = repeated(batch_norms(self))
        return lambda piece: checkpoint(
            read,
            piece,
            use_reentrant=False,
            context_fn=lambda: (contextlib.nullcontext(), again()),
        )

    @property
    def widths(self) -> tuple[int, ...]:
        """C of each of the `maps`."""
        return cast("_Mapped", self.network).widths

    def behind_glasses(self) -> torch.nn.Module:
        """Return a network that reads normalised photos in colour, as its model card says."""
        if isinstance(self.glasses, torch.nn.Identity):
            return self.network
        return _BehindGlasses(self)

    def seen(self, photos: Tensor) -> Tensor:
        """Return photos as the network reads them: through the glasses, and normalised."""
        return (self.glasses(photos) - self.mean) / self.std


class _Mapped(Protocol):
    @property
    def widths(self) -> tuple[int, ...]: ...

    def maps(self, photos: Tensor) -> list[Tensor]: ...


class _BehindGlasses(torch.nn.Module):
    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, photos: Tensor) -> Tensor | tuple[Tensor, ...]:
        encoder = self.encoder
        plain = photos * encoder.std + encoder.mean
        return encoder.network(encoder.seen(plain))
