"""Photos a second of training here and of lightly's own example of the same method.

    python -m tests.benchmarks.training_speed PHOTOS [--device cuda --batch 256 --size 224]

Both train the same backbone from scratch with the same batch, crops and head sizes, in turn, in one
process. Ours reads photos that were decoded once before (told apart); the example decodes each
photo each time, in worker processes, as its documentation shows.
"""

import argparse
import dataclasses
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch
import torchvision
from lightly.loss import DINOLoss, NTXentLoss
from lightly.models.modules import DINOProjectionHead, SimCLRProjectionHead
from lightly.models.utils import deactivate_requires_grad, update_momentum
from lightly.transforms import DINOTransform, SimCLRTransform
from PIL import Image
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from ssl_core.embed.folder import photos_in
from ssl_core.run_spec import RunSpec, resolve
from ssl_core.train import device, ranks
from ssl_core.train.data.store import PhotoStore, open_store
from ssl_core.train.ema import teacher_of
from ssl_core.train.loop import Loop
from ssl_core.train.methods.dino import Dino
from ssl_core.train.methods.simclr import SimCLR
from ssl_core.train.nets.starts import starting_encoder
from tests.benchmarks.machine import describe_machine

_OURS = {"simclr": SimCLR, "dino": Dino}
_WARM_UP = 2

Step = Callable[[], object]


class _Files(Dataset[list[Tensor]]):
    """Photos opened and augmented each time, as in lightly's examples."""

    def __init__(self, paths: list[Path], transform: Callable[[Image.Image], list[Tensor]]) -> None:
        self._paths, self._transform = paths, transform

    def __len__(self) -> int:
        return len(self._paths)

    def __getitem__(self, row: int) -> list[Tensor]:
        with Image.open(self._paths[row]) as photo:
            return self._transform(photo.convert("RGB"))


def main() -> None:
    options = _options()
    paths = photos_in(options.photos)[: options.count]
    where = device.chosen(options.device)
    print(f"{describe_machine()}; {_gpu(where.name)}; {torch.get_num_threads()} threads of torch")
    for method in options.methods:
        spec = _spec(method, len(paths), where, options)
        seen = f"{spec.crops.size} px, batch {spec.batch}, {spec.crops.local_count} local crops"
        print(f"{method}, {spec.backbone}, {seen}")
        with tempfile.TemporaryDirectory() as folder:
            began = time.monotonic()
            store = open_store(Path(folder), paths, round(spec.crops.size * 1.25), lambda **_: None)
            decoding = len(store) / (time.monotonic() - began)
            spec = dataclasses.replace(spec, photos=len(store))
            ours = _speed(_our_step(spec, store, Path(folder)), spec.batch, options.steps)
        theirs = _speed(_their_step(spec, paths, options.workers), spec.batch, options.steps)
        print(f"  here, {spec.precision:<9} {ours:8.1f} photos/s  (decoding, once: {decoding:.0f})")
        print(f"  lightly's example {theirs:8.1f} photos/s")
        print(f"  ratio {ours / theirs:.2f}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--methods", nargs="+", choices=_OURS, default=list(_OURS))
    parser.add_argument("--count", type=int, default=2000, help="of photos, at most")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--backbone", choices=("resnet18", "resnet50"), default="resnet18")
    parser.add_argument("--batch", type=int)
    parser.add_argument("--size", type=int, help="of a global crop, pixels")
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--workers", type=int, default=2, help="that open photos for lightly")
    return parser.parse_args()


def _spec(method: str, photos: int, where: device.Device, options: argparse.Namespace) -> RunSpec:
    spec = resolve(
        method, photos, where.name, start="scratch", backbone=options.backbone, epochs=10**4,
        half=where.half, processes=ranks.count(),
    )  # fmt: skip
    crops = dataclasses.replace(spec.crops, size=options.size or spec.crops.size)
    return dataclasses.replace(spec, batch=min(options.batch or spec.batch, photos), crops=crops)


def _speed(step: Step, batch: int, steps: int) -> float:
    for _ in range(_WARM_UP):
        step()
    began = time.monotonic()
    for _ in range(steps):
        step()
    if torch.cuda.is_available():
        torch.cuda.synchronize()
    return batch * steps / (time.monotonic() - began)


def _our_step(spec: RunSpec, store: PhotoStore, folder: Path) -> Step:
    method = _OURS[spec.method](spec, starting_encoder(spec), store)
    run = Loop(method, spec, folder, lambda **_: None)
    run.run.steps = 10**6
    return run._one_step


def _their_step(spec: RunSpec, paths: list[Path], workers: int) -> Step:
    """The loop of lightly's example, one turn at a time."""
    backbone = getattr(torchvision.models, spec.backbone)(weights=None)
    width, backbone.fc = backbone.fc.in_features, nn.Identity()
    make = {"simclr": _their_simclr, "dino": _their_dino}[spec.method]
    transform, parts, loss = make(spec, backbone, width)
    parts.to(spec.device)
    learnt = [weight for weight in parts.parameters() if weight.requires_grad]
    optimiser = torch.optim.SGD(learnt, lr=0.06)
    loader = DataLoader(
        _Files(paths, transform), spec.batch, shuffle=True, drop_last=True, num_workers=workers,
        persistent_workers=workers > 0,
    )  # fmt: skip
    batches = _endless(loader)

    def step() -> None:
        views = [view.to(spec.device) for view in next(batches)]
        value = loss(views)
        optimiser.zero_grad()
        value.backward()
        optimiser.step()
        value.item()

    return step


def _endless(loader: DataLoader[list[Tensor]]) -> Iterator[list[Tensor]]:
    while True:
        yield from loader


def _their_simclr(spec: RunSpec, backbone: nn.Module, width: int) -> tuple:
    head = SimCLRProjectionHead(width, spec.hidden, 128)
    criterion = NTXentLoss(spec.temperature)

    def loss(views: list[Tensor]) -> Tensor:
        first, second = (head(backbone(view).flatten(1)) for view in views)
        return criterion(first, second)

    return SimCLRTransform(input_size=spec.crops.size), nn.ModuleList([backbone, head]), loss


def _their_dino(spec: RunSpec, backbone: nn.Module, width: int) -> tuple:
    head, teacher_head = (
        DINOProjectionHead(width, spec.hidden, 256, spec.prototypes, freeze_last_layer=1)
        for _ in range(2)
    )
    # Its weight norm cannot be copied, so the teacher's is made anew and filled.
    teacher_head.load_state_dict(head.state_dict())
    deactivate_requires_grad(teacher_head)
    teacher = teacher_of(backbone)
    criterion = DINOLoss(output_dim=spec.prototypes)
    crops = spec.crops
    transform = DINOTransform(
        global_crop_size=crops.size, global_crop_scale=crops.scale, n_local_views=crops.local_count,
        local_crop_size=crops.local_size, local_crop_scale=crops.local_scale,
    )  # fmt: skip

    def loss(views: list[Tensor]) -> Tensor:
        update_momentum(backbone, teacher, m=0.99)
        update_momentum(head, teacher_head, m=0.99)
        with torch.no_grad():
            wanted = [teacher_head(teacher(view).flatten(1)) for view in views[:2]]
        said = [head(backbone(view).flatten(1)) for view in views]
        return criterion(wanted, said)

    parts = nn.ModuleList([backbone, head, teacher, teacher_head, criterion])
    return transform, parts, loss


def _gpu(name: str) -> str:
    return torch.cuda.get_device_name() if name == "cuda" else "no GPU"


if __name__ == "__main__":
    main()
