"""``auto``: try what fits the gallery and the time, and keep a new encoder only if it is better."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.embed.embedder import Embedder
from ssl_core.model_card import ModelCard
from ssl_core.run_spec import resolve
from ssl_core.scores.adoption import Comparison, compare, kept_neighbours
from ssl_core.train.data.encoded import Encoded, encode
from ssl_core.train.export_onnx.folded import add_folded
from ssl_core.train.loop import Loop, Order, Tell
from ssl_core.train.methods.neighbours import Neighbours
from ssl_core.train.methods.rca import relevant_components
from ssl_core.train.orders import PAUSE
from ssl_core.vectors import normalise

_EPOCHS = 30
_FEWEST_PHOTOS = 32
"""Below this nothing is beyond noise."""
_TOO_EARLY = "It ended before anything could be tried."

Layer = NDArray[np.float32]


class _Try(NamedTuple):
    name: str
    layer: Layer
    found: Comparison


def try_all(  # noqa: PLR0913 - what a person asked for, by name
    card: ModelCard,
    network: Path,
    photos: list[Path],
    out: Path,
    name: str,
    *,
    minutes: float | None,
    tell: Tell,
    ordered: Order,
) -> dict[str, object]:
    """Try every way that the time allows, the cheapest first, and keep the best.

    Called again with the same arguments after a pause, it goes on from there.

    Args:
        card: The encoder to start from.
        network: Its ONNX file.
        photos: The files.
        out: Takes what is learnt, and the new encoder if there is one.
        name: The new encoder's.
        minutes: No try begins after this; None for no end.
        tell: Called with facts by name: ``tried``, ``before``, ``after``, ``low``, ``high``.
        ordered: Asked between and in the tries for ``"stop"`` or ``"pause"``.

    Returns:
        ``paused``; or ``kept``, why the old encoder stays; or ``card``, ``name``, ``dim``,
        ``better`` and ``why``.

    Raises:
        CoreError: It cannot be done; one sentence.
        OSError: The disk is full or cannot be written to.
    """
    end = time.monotonic() + 60 * (minutes or float("inf"))
    known = encode(out / "encoded", photos, Embedder(card, network), tell, ordered)
    if isinstance(known, str):
        return _ended(known, out)
    if len(known.paths) < _FEWEST_PHOTOS:
        return {"kept": f"{len(known.paths)} photos are too few to tell encoders apart."}
    tries: list[_Try] = []
    before = kept_neighbours(known.vectors, known.copies)
    for kind, learn in _WAYS.items():
        order = ordered()
        if order == PAUSE:
            return _ended(order, out)
        if order or time.monotonic() > end:
            break
        layer = learn(known, out / kind, tell, ordered)
        if layer is None:
            return _ended(PAUSE, out)
        tries.append(_judged(kind, layer, known, before))
        tell(tried=kind, **_rounded(tries[-1].found))
    return _best(tries, card, network, known, out, name)


def _ended(order: str, out: Path) -> dict[str, object]:
    return {"paused": str(out)} if order == PAUSE else {"kept": _TOO_EARLY}


def _learn_relevant(known: Encoded, _out: Path, _tell: Tell, _ordered: Order) -> Layer:
    return relevant_components(known.vectors)


def _learn_neighbours(known: Encoded, out: Path, tell: Tell, ordered: Order) -> Layer | None:
    out.mkdir(exist_ok=True)
    spec = resolve("neighbours", len(known.paths), "cpu", epochs=_EPOCHS)
    method = Neighbours(spec, known.vectors)
    if Loop(method, spec, out, tell).train(ordered) == PAUSE:
        return None
    return method.encoder.weight.detach().numpy()


_WAYS: dict[str, Callable[[Encoded, Path, Tell, Order], Layer | None]] = {
    "rca": _learn_relevant,
    "neighbours": _learn_neighbours,
}


def _judged(kind: str, layer: Layer, known: Encoded, before: NDArray[np.float32]) -> _Try:
    mean = normalise(known.vectors).mean(axis=0)
    after = kept_neighbours(
        (normalise(known.vectors) - mean) @ layer.T, (normalise(known.copies) - mean) @ layer.T
    )
    return _Try(kind, layer, compare(before, after))


def _best(
    tries: list[_Try], card: ModelCard, network: Path, known: Encoded, out: Path, name: str
) -> dict[str, object]:
    if not tries:
        return {"kept": _TOO_EARLY}
    best = max(tries, key=lambda each: each.found.new)
    old, new = (f"{100 * value:.1f}" for value in (best.found.old, best.found.new))
    told = f"a changed copy of a photo keeps {new} % of its neighbours, and {old} % before"
    if not best.found.better:
        return {"kept": f"No try is better beyond chance: at best {told}."}
    mean = normalise(known.vectors).mean(axis=0)
    made = add_folded(card, network, best.layer, mean, out, name)
    facts = {"card": str(out / f"{made.name}.json"), "name": made.name, "dim": made.dim}
    return facts | {"better": True, "why": f"With {best.name}, {told}."}


def _rounded(found: Comparison) -> dict[str, float]:
    return {
        "before": round(found.old, 4),
        "after": round(found.new, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
    }
