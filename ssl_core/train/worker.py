"""Training from a folder of photos to a new encoder; the child process runs this."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.folder import Vectors, embed_photos, photos_in
from ssl_core.embed.pretrained import DEFAULT_ENCODER
from ssl_core.errors import EncoderError, TrainingError
from ssl_core.model_card import ModelCard, load_card
from ssl_core.run_spec import AUTO, DEFAULT, SCRATCH, RunSpec
from ssl_core.train import device, ranks
from ssl_core.train.auto import Auto
from ssl_core.train.collapse import spread
from ssl_core.train.data.store import PhotoStore, open_store
from ssl_core.train.device import Device
from ssl_core.train.export_onnx.folded import add_folded
from ssl_core.train.export_onnx.shelf import free_name
from ssl_core.train.export_onnx.sources import add_default
from ssl_core.train.export_onnx.trained import add_trained
from ssl_core.train.judgement import judged
from ssl_core.train.loop import CHECKPOINT, Loop, Order
from ssl_core.train.methods.colorization import Colorization
from ssl_core.train.methods.dino import Dino
from ssl_core.train.methods.geometric import Geometric
from ssl_core.train.methods.inpainting import Inpainting
from ssl_core.train.methods.jigsaw import Jigsaw
from ssl_core.train.methods.method import Method
from ssl_core.train.methods.neighbours import Neighbours
from ssl_core.train.methods.simclr import SimCLR
from ssl_core.train.nets.encoder import Encoder
from ssl_core.train.nets.starts import starting_encoder
from ssl_core.train.orders import PAUSE
from ssl_core.train.settings import Asked, first_settings, settled
from ssl_core.vectors import normalise

# Crops are cut from photos a little larger than they are.
_STORED_OVER_CROP = 1.25
# Vectors that differ by less differ by rounding.
_ALIKE = 1e-6


def train_folder(asked: Asked, ordered: Order) -> dict[str, object]:
    """Train, and write the new encoder.

    Progress goes to standard output as JSON lines.

    Args:
        asked: What to do.
        ordered: Asked after each step for ``"stop"`` or ``"pause"``.

    Returns:
        What came of it: ``paused``; or ``card``, ``name`` and ``dim`` of the new encoder, and where
        there was an encoder before ``better`` and ``why``; or with ``auto`` ``kept``, a sentence on
        why the old encoder stays.

    Raises:
        CoreError: It cannot be done; one sentence.
        OSError: The disk is full or cannot be written to.
    """
    where = device.chosen(asked.device)
    if where.note:
        tell(note=where.note)
    try:
        with ranks.joined(where.name):
            return _train(asked, where, ordered)
    except device.UnfitDeviceError as error:
        if ranks.count() > 1:
            raise
        tell(note=f"{error} Training goes on on the CPU.")
    device.free_memory()
    begun = (asked.out / CHECKPOINT).is_file()
    return train_folder(replace(asked, device="cpu", resume=begun), ordered)


def _train(asked: Asked, where: Device, ordered: Order) -> dict[str, object]:
    asked.out.mkdir(parents=True, exist_ok=True)
    if not asked.resume:
        free_name(asked.out, asked.name)
    if ranks.count() > 1 and asked.method in {AUTO, "neighbours"}:
        raise TrainingError(
            f"The method {asked.method} learns on stored vectors, which takes one process: start "
            "it without torchrun."
        )
    if asked.method == AUTO:
        return _try_all(asked, ordered)
    there = (asked.out / CHECKPOINT).is_file()
    if there and not asked.resume:
        raise TrainingError(
            f"{asked.out} holds a training already; go on with --resume or choose another --out."
        )
    if asked.resume and not there:
        raise TrainingError(f"{asked.out} holds no training to resume.")
    spec = first_settings(asked, where)
    found = photos_in(asked.folder)
    learn = _learn_on_vectors if spec.method == "neighbours" else _learn_on_photos
    old = ranks.first_then_all(lambda: _old(asked, spec))
    made = asked.out / f"{asked.name}.json"
    if (not made.is_file() and learn(asked, where, spec, found, ordered) is None) or ranks.rank():
        return {"paused": str(asked.out)}
    # A run that was interrupted here has its encoder already, and goes on with this.
    told = judged(spec.method, old, made, found, tell, ordered) if old else {}
    facts = {"card": str(made), "name": asked.name, "dim": load_card(made).dim}
    return told if "paused" in told else facts | told


def _try_all(asked: Asked, ordered: Order) -> dict[str, object]:
    if asked.epochs is not None:
        raise TrainingError("The method auto is several trainings: give --minutes, not --epochs.")
    auto = Auto(_card_path(asked, asked.start), photos_in(asked.folder), asked.out, tell)
    return auto.run(asked.name, asked.minutes, ordered)


def _learn_on_photos(
    asked: Asked, where: Device, spec: RunSpec, found: list[Path], ordered: Order
) -> ModelCard | None:
    encoder = starting_encoder(spec)
    side = round(spec.crops.size * _STORED_OVER_CROP)
    # Squeezed photos are sharper along one side, which would tell how they were turned.
    store = ranks.first_then_all(
        lambda: open_store(asked.out, found, side, tell, centres=spec.method == "geometric")
    )
    patch, read = encoder.reading.patch, encoder.reading.size
    spec = ranks.from_first(lambda: settled(asked, where, spec, len(store), patch=patch, read=read))
    _tell_settings(spec)
    method = _method(spec, encoder, store)
    for note in method.notes:
        tell(note=note)
    ending = Loop(method, spec, asked.out, tell).train(ordered)
    if ending == PAUSE or ranks.rank():
        return None
    best = method.best_encoder()
    if not isinstance(best, Encoder):
        raise TypeError(type(best))
    return add_trained(
        best,
        asked.out,
        asked.name,
        _source(spec),
        _licence(spec),
        _tell_export,
        turn_head=method.turn_head(),
    )


def _learn_on_vectors(
    asked: Asked, where: Device, spec: RunSpec, found: list[Path], ordered: Order
) -> ModelCard | None:
    card_path = _card_path(asked, spec.start)
    card = load_card(card_path)
    network = card_path.parent / card.onnx
    known = _vectors(asked.out, found, Embedder(card, network))
    if spread(known.vectors) < _ALIKE:
        raise TrainingError(
            f"All {len(known.paths)} photos look the same to this encoder, so there is nothing to "
            "tell apart; add different ones."
        )
    spec = settled(asked, where, spec, len(known.paths))
    _tell_settings(spec)
    method = Neighbours(spec, known.vectors)
    if Loop(method, spec, asked.out, tell).train(ordered) == PAUSE:
        return None
    layer = method.encoder.weight.detach().cpu().numpy()
    mean = normalise(known.vectors).mean(axis=0)
    return add_folded(card, network, layer, mean, asked.out, asked.name)


def tell(**facts: object) -> None:
    """Write one JSON line; among several processes the first speaks for all."""
    if ranks.rank():
        return
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def _tell_settings(spec: RunSpec) -> None:
    tell(method=spec.method, photos=spec.photos, device=spec.device, batch=spec.batch)


def _tell_export(step: str, done: int, total: int) -> None:
    tell(doing=step, done=done, total=total)


_METHODS: dict[str, Callable[[RunSpec, Encoder, PhotoStore], Method]] = {
    "simclr": SimCLR,
    "dino": Dino,
    "geometric": Geometric,
    "jigsaw": Jigsaw,
    "colorization": Colorization,
    "inpainting": Inpainting,
}


def _method(spec: RunSpec, encoder: Encoder, store: PhotoStore) -> Method:
    torch.manual_seed(spec.seed)
    return _METHODS[spec.method](spec, encoder, store)


def _old(asked: Asked, spec: RunSpec) -> Path | None:
    """Return the card of the encoder that the new one must be better than, if there is one.

    Raises:
        EncoderError: It is not there: known now, and not after hours.
    """
    has_card = spec.start == DEFAULT or Path(spec.start).suffix == ".json"
    old = _card_path(asked, spec.start) if asked.beside is None and has_card else asked.beside
    if old is not None:
        load_card(old)
    return old


def _card_path(asked: Asked, start: str) -> Path:
    if start == DEFAULT:
        add_default(asked.out, _tell_export)
        return asked.out / f"{DEFAULT_ENCODER}.json"
    if Path(start).suffix != ".json":
        raise TrainingError(
            f"The method {asked.method} learns on an encoder's vectors: give --from a model card."
        )
    return Path(start)


def _vectors(out: Path, found: list[Path], embedder: Embedder) -> Vectors:
    """Encode the photos, or read what an earlier run of the same photos encoded."""
    path = out / "vectors.npz"
    if path.is_file():
        stored = np.load(path)
        same = str(stored["sha256"]) == embedder.card.sha256
        if same and set(stored["paths"].tolist()) <= {str(one) for one in found}:
            return Vectors(stored["paths"].tolist(), stored["vectors"])
    tell(doing="Encoding photos", done=0, total=len(found))
    known = embed_photos(found, embedder, lambda why: tell(left_out=why))
    np.savez(path, sha256=embedder.card.sha256, **known._asdict())
    return known


def _source(spec: RunSpec) -> str:
    start = spec.backbone if spec.start == SCRATCH else Path(spec.start).name
    how = "from scratch" if spec.start == SCRATCH else "continued"
    return f"{start}, {how} with {spec.method} on {spec.photos} photos of one gallery"


def _licence(spec: RunSpec) -> str:
    if spec.start == SCRATCH:
        return "the gallery owner's"
    if spec.start == DEFAULT:
        return "Apache-2.0"
    path = Path(spec.start)
    try:
        return load_card(path).licence if path.suffix == ".json" else "unknown"
    except EncoderError:
        return "unknown"
