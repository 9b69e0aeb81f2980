"""DINO: a student that sees a part agrees with a teacher that sees the whole."""

import math

import torch
from torch import Tensor

from ssl_core.run_spec import RunSpec
from ssl_core.train import ranks
from ssl_core.train.data import colour
from ssl_core.train.data.crops import centre_boxes, cut, random_boxes
from ssl_core.train.data.store import PhotoStore
from ssl_core.train.ema import follow, teacher_of
from ssl_core.train.losses.dino import dino_loss, moved_centre, teacher_probabilities
from ssl_core.train.methods.method import Method, Step
from ssl_core.train.methods.pictures import Picture, below, beside, picture
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.heads import DinoHead
from ssl_core.train.nets.norms import batch_norms
from ssl_core.train.schedules import cosine, ramp

_GLOBALS = 2
_CENTRE_MOMENTUM = 0.9
# The temperature rises over this share of the run; the prototypes stay as drawn for the other.
_TEMPERATURE_WARM_UP = 0.3
_LAST_LAYER_FROZEN = 0.02
# Chances of blur and solarisation for the first global, the second global, and local crops.
_BLUR = (1.0, 0.1, 0.5)
_SOLARISE = (0.0, 0.2, 0.0)
# DINO's jitter is half as strong as SimCLR's.
_COLOUR = 0.5


class Dino(Method):
    """Caron et al. 2021, algorithm 1 with multi-crop; the teacher is what is kept."""

    encoder: Encoder
    centre: Tensor

    def __init__(self, spec: RunSpec, encoder: Encoder, store: PhotoStore) -> None:
        super().__init__()
        self.encoder = encoder
        # A convolutional network from scratch says nearly the same of every photo at first.
        norms = bool(batch_norms(encoder)) and not spec.frozen_norm
        self.head = DinoHead(encoder.reading.dim, spec.prototypes, spec.hidden, norms=norms)
        self.teacher = teacher_of(encoder)
        self.teacher_head = teacher_of(self.head)
        self.register_buffer("centre", torch.zeros(spec.prototypes))
        self._spec = spec
        self._store = store
        self._device = torch.device(spec.device)

    def step(self, rows: Tensor, progress: float) -> Step:
        """Compare the student's crops with the teacher's global ones."""
        photos = self._store.read(rows, self._device)
        aspects = self._store.aspects[rows].to(self._device)
        whole, parts = crops(photos, aspects, self._spec)
        # One forward a resolution: batch norm sees all crops of one size together.
        vectors = [self.encoder(batch) for batch in (whole, parts) if batch is not None]
        student = self.head(torch.cat(vectors)).reshape(-1, len(rows), self._spec.prototypes)
        with torch.no_grad():
            teacher = self.teacher_head(self.teacher(whole))
            teacher = teacher.reshape(_GLOBALS, len(rows), -1)
        temperature = ramp(progress, _TEMPERATURE_WARM_UP, *self._spec.teacher_temperature)
        loss = dino_loss(student, teacher, self.centre, self._spec.temperature, temperature)
        wanted = teacher_probabilities(teacher, self.centre, temperature)
        self.centre = ranks.averaged(moved_centre(self.centre, teacher, _CENTRE_MOMENTUM))
        entropy = -(wanted * (wanted + 1e-12).log()).sum(dim=-1).mean()
        return Step(loss, {"teacher_entropy": float(entropy) / math.log(self._spec.prototypes)})

    def after_backward(self, progress: float) -> None:
        """Leave the prototypes as they are at first: no gradient, so no weight decay either."""
        if progress < _LAST_LAYER_FROZEN:
            self.head.get_parameter("prototypes").grad = None

    def after_update(self, progress: float) -> None:
        """Move the teacher towards the student, ever more slowly."""
        momentum = cosine(progress, self._spec.teacher_momentum, 1.0)
        follow(self.teacher, self.encoder, momentum)
        follow(self.teacher_head, self.head, momentum)

    def trial(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Encode photos and a global crop of each with the teacher."""
        plain, whole, _ = self._plain_and_crops(rows)
        return self.teacher(plain), self.teacher(whole[: len(rows)])

    def pictures(self, rows: Tensor) -> list[Picture]:
        """Show each photo, its global crops and its local ones."""
        plain, whole, parts = self._plain_and_crops(rows)
        count = len(rows)
        shown = []
        for one in range(count):
            columns = [plain[one], *whole[one::count]]
            caption = "A photo, and two large parts: teacher and student should say the same"
            if parts is not None:
                columns.append(_in_columns(parts[one::count]))
                caption = (
                    "A photo; two large parts, for teacher and student; small parts, from which "
                    "the student should say the same"
                )
            shown.append(picture(caption, *columns))
        return shown

    def _plain_and_crops(self, rows: Tensor) -> tuple[Tensor, Tensor, Tensor | None]:
        photos = self._store.read(rows, self._device)
        aspects = self._store.aspects[rows].to(self._device)
        plain = cut(photos, centre_boxes(aspects), self._spec.crops.size, flips=False)
        return plain, *crops(photos, aspects, self._spec)

    def best_encoder(self) -> torch.nn.Module:
        """Return the teacher: it is ahead of the student all through training."""
        return self.teacher


@torch.no_grad()
def crops(photos: Tensor, aspects: Tensor, spec: RunSpec) -> tuple[Tensor, Tensor | None]:
    """Make two global crops of each photo and the local ones.

    Args:
        photos: ``(B, 3, S, S)`` in [0, 1].
        aspects: ``(B,)`` width over height.
        spec: Its ``crops`` are used.

    Returns:
        ``(2 B, 3, size, size)`` and ``(L B, 3, local_size, local_size)``, or None without locals;
        crop by crop, photos in order.
    """
    wanted = spec.crops

    def made(kind: int, size: int, scale: tuple[float, float]) -> Tensor:
        crop = cut(photos, random_boxes(aspects, scale), size)
        crop = colour.greyed(colour.jitter(crop, _COLOUR * wanted.colour), chance=wanted.grey)
        crop = colour.blurred(crop, chance=_BLUR[kind])
        return colour.solarised(crop, chance=_SOLARISE[kind])

    whole = torch.cat([made(kind, wanted.size, wanted.scale) for kind in range(_GLOBALS)])
    if not wanted.local_count:
        return whole, None
    parts = [
        made(_GLOBALS, wanted.local_size, wanted.local_scale) for _ in range(wanted.local_count)
    ]
    return whole, torch.cat(parts)


def _in_columns(parts: Tensor) -> Tensor:
    """Lay local crops down two by two: ``(L, 3, S, S)`` → ``(3, H, W)``."""
    return beside(*(below(*pair) for pair in parts.split(2)))
