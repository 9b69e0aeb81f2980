"""The run spec: every setting of one training, resolved from photos, method, start and device."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ssl_core.errors import TrainingError

METHODS = ("simclr", "dino", "geometric", "jigsaw", "colorization", "inpainting", "neighbours")
AUTO = "auto"
"""No method of its own: tries several and keeps the best."""

SMALLEST = "resnet18-half"
"""What a start from scratch builds on a CPU, where only a small network makes many steps."""

BACKBONES = ("efficientnet-lite0", SMALLEST, "resnet18", "resnet50", "vit-tiny", "vit-small")
DEVICES = ("cpu", "cuda")
PRECISIONS = ("float32", "bfloat16", "float16")
SCRATCH = "scratch"
DEFAULT = "default"
FEWEST_PHOTOS = 8
JUDGED_PHOTOS = 2000
"""By so many, evenly spaced, a new encoder is judged without labels; each is encoded four times."""


@dataclass(frozen=True, kw_only=True)
class Crops:
    """The augmented copies of a photo.

    Attributes:
        size: Side of a global crop, pixels.
        scale: Least and greatest share of the photo's area in a global crop.
        local_size: Side of a local crop, or of a jigsaw's tile, pixels.
        local_scale: The same share for local crops.
        local_count: Local crops a photo; 0 without.
        colour: Strength of brightness, contrast, saturation and hue changes; 1 as in the papers.
        grey: Share of the crops without colour; a fifth in the papers.
    """

    size: int
    scale: tuple[float, float]
    local_size: int
    local_scale: tuple[float, float]
    local_count: int
    colour: float
    grey: float = 0.2


@dataclass(frozen=True, kw_only=True)
class RunSpec:
    """Settings of one training, saved as ``run.json`` beside its checkpoint.

    Attributes:
        method: One of `METHODS`.
        start: ``"scratch"``, ``"default"``, or the path of a checkpoint or model card.
        backbone: One of `BACKBONES`; what a start from scratch builds.
        photos: Photos learnt from.
        device: ``"cpu"`` or ``"cuda"``.
        precision: Of the forward pass; float16 scales the loss.
        epochs: Passes over the photos; None when ``minutes`` decides.
        minutes: Time for training; None when ``epochs`` decides.
        batch: Photos a step.
        lr: Peak learning rate (AdamW).
        head_lr: The same for the head.
        weight_decay: At the start and at the end; never on biases and norms.
        warm_up: Share of the steps in which the learning rate rises.
        head_start: Share of the steps in which only the heads learn, so that their random first
            gradients do not spoil a trained backbone.
        clip: Longest gradient.
        frozen_norm: Batch norm keeps its statistics (and drop-connect is off).
        temperature: Of the loss; of the student with DINO.
        teacher_temperature: DINO: first and, after the warm-up, last.
        teacher_momentum: DINO: first; it rises to 1.
        hidden: Values in the head's hidden layers.
        prototypes: DINO: outputs of the head.
        permutations: Jigsaw: how many of the tiles to tell apart.
        near: Neighbours: photos that count as a photo's own kind.
        width: Neighbours: values in the new vector.
        crops: The augmented copies; unused by ``neighbours``.
        seed: Of everything random.
    """

    method: str
    start: str
    backbone: str
    photos: int
    device: str
    precision: str
    epochs: int | None
    minutes: float | None
    batch: int
    lr: float
    head_lr: float
    weight_decay: tuple[float, float]
    warm_up: float
    head_start: float
    clip: float
    frozen_norm: bool
    temperature: float
    teacher_temperature: tuple[float, float]
    teacher_momentum: float
    hidden: int
    prototypes: int
    permutations: int
    near: int
    width: int
    crops: Crops
    seed: int

    def __post_init__(self) -> None:
        length = (self.epochs, self.minutes)
        for holds, complaint in (
            (self.method in METHODS, f"the method is one of {', '.join(METHODS)}"),
            (self.backbone in BACKBONES, f"the backbone is one of {', '.join(BACKBONES)}"),
            (self.device in DEVICES, "the device is cpu or cuda"),
            (self.precision in PRECISIONS, f"the precision is one of {', '.join(PRECISIONS)}"),
            (self.photos >= FEWEST_PHOTOS, f"it takes at least {FEWEST_PHOTOS} photos"),
            ((self.epochs is None) != (self.minutes is None), "give either epochs or minutes"),
            (all(it is None or it > 0 for it in length), "its length is above zero"),
            (2 <= self.batch <= self.photos, "a batch holds 2 photos or more, but not over all"),
            (min(self.lr, self.head_lr) > 0, "learning rates are above zero"),
            (self.temperature > 0, "the temperature is above zero"),
            (0 <= self.head_start < 1 and 0 <= self.warm_up < 1, "shares of the run are below 1"),
        ):
            if not holds:
                raise TrainingError(f"This training cannot be run: {complaint}.")

    def on(self, device: str, half: str) -> "RunSpec":
        """Return the same settings for a device whose 16-bit format is ``half``."""
        precision = _precision(self.method, device, half)
        return dataclasses.replace(self, device=device, precision=precision)

    def save(self, path: Path) -> None:
        """Write the spec as JSON."""
        path.write_text(self.as_json() + "\n", encoding="utf-8")

    def as_json(self) -> str:
        """Return the spec as JSON that `from_json` reads."""
        return json.dumps(dataclasses.asdict(self), indent=2)


def from_json(text: str, source: str) -> RunSpec:
    """Read a run spec.

    Args:
        text: What `RunSpec.as_json` wrote.
        source: Where it comes from, for messages.

    Raises:
        TrainingError: No JSON, or settings of another version.
    """
    try:
        settings = json.loads(text)
        return RunSpec(**_tuples(settings | {"crops": Crops(**_tuples(settings["crops"]))}))
    except (ValueError, TypeError, KeyError) as error:
        raise TrainingError(
            f"{source} holds no settings of this version; start the training anew."
        ) from error


def resolve(  # noqa: PLR0913 - what a person can ask for, by name
    method: str,
    photos: int,
    device: str,
    *,
    start: str = DEFAULT,
    backbone: str | None = None,
    epochs: int | None = None,
    minutes: float | None = None,
    half: str = "bfloat16",
    processes: int = 1,
    patch: int = 1,
    read: int = 224,
    seed: int = 0,
) -> RunSpec:
    """Choose every setting for a number of photos, a method and a device.

    The numbers and where they come from are in ``docs/training.md``.

    Args:
        method: As in `RunSpec`, like most that follow.
        photos: How many there are.
        device: ``"cpu"`` or ``"cuda"``.
        start: Where to start.
        backbone: For a start from scratch; chosen when None.
        epochs: Or minutes.
        minutes: Or epochs.
        half: The 16-bit format that a GPU computes in.
        processes: That train together; each takes the batch of one.
        patch: Side of the patches that the network cuts photos into, pixels; crops are of whole
            ones.
        read: Side at which a network to continue reads photos, pixels.
        seed: Of everything random.

    Raises:
        TrainingError: What is asked cannot be run.
    """
    scratch = start == SCRATCH
    gpu = device == "cuda"
    backbone = backbone or _backbone(gpu=gpu, scratch=scratch)
    small = backbone == SMALLEST
    batch = _BATCHES.get(method, (2, 2))[gpu]
    batch = (min(batch, _SMALL_BATCH) if small else batch) * processes
    # All processes take equal shares, of at least one photo.
    batch = max(2, processes, min(batch, photos) // processes * processes)
    lr = _lr(method, batch, scratch=scratch, small=small)
    return RunSpec(
        method=method,
        start=start,
        backbone=backbone,
        photos=photos,
        device=device,
        precision=_precision(method, device, half),
        epochs=epochs,
        minutes=minutes,
        batch=batch,
        lr=lr,
        head_lr=_head_lr(method, lr, small=small),
        weight_decay=(0.04, 0.4 if method == "dino" and scratch and not small else 0.04),
        warm_up=0.1,
        head_start=0.0 if scratch or method == "neighbours" else 0.1,
        clip=3.0,
        frozen_norm=not scratch,
        temperature={"dino": 0.1}.get(method, 0.2),
        # At 0.04 the small network's teacher soon finds all prototypes alike.
        teacher_temperature=(0.02, 0.02 if small else 0.04),
        teacher_momentum=0.99 if photos <= 20_000 else 0.996,
        hidden=512 if small else 2048,
        prototypes=1024 if photos <= 20_000 else 4096,
        permutations=100,
        near=10,
        width=256,
        crops=_crops(method, backbone, patch, read, gpu=gpu, scratch=scratch),
        seed=seed,
    )


# Photos a step on a CPU and on a GPU; a method makes several images of each.
_BATCHES = {
    "simclr": (48, 256),
    "dino": (32, 128),
    "geometric": (16, 64),
    "jigsaw": (32, 128),
    "colorization": (16, 128),
    "inpainting": (16, 128),
    "neighbours": (512, 512),
}
_SMALL_BATCH = 32
# Below this a network to continue practises on small crops, as it did from scratch.
_READ_BY_MOST = 128
# The older tasks, in which each photo makes its own question and the answer is known.
_PRETEXT = frozenset({"geometric", "jigsaw", "colorization", "inpainting"})
# Those whose heads draw, which takes them longer to learn than to tell classes apart.
_DRAWING = frozenset({"colorization", "inpainting"})


def _precision(method: str, device: str, half: str) -> str:
    # A layer on stored vectors takes no time in any format.
    return "float32" if device == "cpu" or method == "neighbours" else half


def _backbone(*, gpu: bool, scratch: bool) -> str:
    if not scratch:
        return "efficientnet-lite0"
    return "vit-small" if gpu else SMALLEST


def _lr(method: str, batch: int, *, scratch: bool, small: bool) -> float:
    if method == "neighbours":
        return 1e-3
    if not scratch:
        return 5e-5 if method == "dino" else 1e-4
    if small:
        # A few hundred steps get nowhere at the papers' rates.
        return 2e-3 if method == "simclr" else 1e-3
    if method in _PRETEXT:
        return 5e-4
    # Scaled to the batch as in both papers, from AdamW's usual peak at 256.
    return (1e-3 if method == "simclr" else 5e-4) * max(batch, 32) / 256


def _head_lr(method: str, lr: float, *, small: bool) -> float:
    if method == "dino" and small:
        # At the network's own rate the head soon says the same of every photo.
        return 1e-4
    return 3e-3 if method in _DRAWING else lr


def _crops(method: str, backbone: str, patch: int, read: int, *, gpu: bool, scratch: bool) -> Crops:
    tokens = backbone.startswith("vit") or patch > 1
    small = backbone == SMALLEST
    size, local_size = _sizes(method, gpu=gpu, small=small or read < _READ_BY_MOST)
    if method == "dino":
        border = 0.4 if tokens else 0.2 if small else 0.14
        scale, local_scale = (border, 1.0), (0.05, border)
    elif method in _PRETEXT:
        # A small part of a photo has no upright and no middle.
        scale, local_scale = (0.35, 1.0), (0.05, 0.2)
    else:
        scale = (0.08, 1.0) if scratch and not small else (0.2, 1.0)
        local_scale = (0.05, 0.2)
    return Crops(
        size=round(size / patch) * patch,
        scale=scale,
        local_size=round(local_size / patch) * patch,
        local_scale=local_scale,
        # Two to four are worth their time; more cost more than they give (Caron et al., table 8).
        # A few hundred steps do not get as far as the small parts.
        local_count=(0 if small else 4 if gpu else 2) if method == "dino" else 0,
        colour=0.2 if small else 1.0 if scratch else 0.5,
        grey=0.0 if small else 0.2,
    )


def _sizes(method: str, *, gpu: bool, small: bool) -> tuple[int, int]:
    """Return the sides of global and of local crops, or of tiles, pixels."""
    if method == "jigsaw":
        # Nine cells of a third each; tiles of whole patches, a quarter smaller as in the paper.
        return (128, 32) if small else (240, 64) if gpu else (192, 48)
    if method == "inpainting":
        # Four by four blocks to hide from, five by five, or seven by seven.
        return (128 if small else 224 if gpu else 160), 64
    return (64, 32) if small else (224, 96) if gpu else (128, 64)


def _tuples(settings: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no tuples; a spec holds no lists."""
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in settings.items()
    }
