"""``auto``: try what fits the gallery and the time, and keep a new encoder only if it is better."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ssl_core.embed.embedder import Embedder
from ssl_core.model_card import load_card
from ssl_core.scores.adoption import Comparison, Groups, compare, groups_of, recognised
from ssl_core.train.data.encoded import Encoded, encode
from ssl_core.train.data.sharpness import are_soft
from ssl_core.train.export_onnx.folded import add_folded
from ssl_core.train.export_onnx.looks import add_looks
from ssl_core.train.loop import Order, Tell
from ssl_core.train.methods.diffusion import diffused_layer
from ssl_core.train.orders import PAUSE
from ssl_core.vectors import normalise

_FEWEST_PHOTOS = 32
"""Below this nothing is beyond noise."""
_MOST_PHOTOS = 6000
"""Of more, evenly spaced ones: two looks at them and a copy each fit eight minutes on two cores."""
_TOO_EARLY = "It ended before anything could be tried."

# Sides of the looks, as shares of the size the encoder reads, in whole steps. They take 2.7 and 2.2
# times as long. By sharpness and not by score: changed copies are enlarged, so they favour smaller
# looks. A step is half a patch: 112 pixels are better than 96 or 128 (docs/training.md).
_SHARP, _SOFT = (9 / 7, 1.0), (1.0, 5 / 7, 1 / 2)
_STEP = 16
_ENCODED = "encoded"


@dataclass(frozen=True)
class _Look:
    name: str
    card: Path
    soft: bool = False


@dataclass(frozen=True)
class _Try:
    name: str
    card: Path
    layer: NDArray[np.float32]
    mean: NDArray[np.float32]
    found: Comparison


class Auto:
    """One such run; made anew after a pause, it goes on from there."""

    def __init__(self, card: Path, photos: list[Path], out: Path, tell: Tell) -> None:
        """Get ready.

        Args:
            card: Of the encoder to start from.
            photos: The files.
            out: Takes what is learnt, and the new encoder if there is one.
            tell: Called with facts by name: ``tried``, ``before``, ``after``, ``low``, ``high``.
        """
        self._card, self._out, self._tell = card, out, tell
        self._photos = photos[:: max(1, -(-len(photos) // _MOST_PHOTOS))]
        self._tries: list[_Try] = []
        self._first: list[str] = []
        self._groups: Groups = []
        self._before = np.empty(0)

    def run(self, name: str, minutes: float | None, ordered: Order) -> dict[str, object]:
        """Try every way that the time allows, the cheapest first, and keep the best.

        Args:
            name: The new encoder's.
            minutes: No look at the photos begins after this; None for no end.
            ordered: Asked again and again for ``"stop"`` or ``"pause"``.

        Returns:
            ``paused``; or ``kept``, why the old encoder stays; or ``card``, ``name``, ``dim``,
            ``better`` and ``why``.

        Raises:
            CoreError: It cannot be done; one sentence.
            OSError: The disk is full or cannot be written to.
        """
        end = time.monotonic() + 60 * (minutes or float("inf"))
        for look in self._looks():
            encoder = _opened(look.card)
            known = encode(self._out / _ENCODED, self._photos, encoder, self._tell, ordered)
            if known == PAUSE:
                return {"paused": str(self._out)}
            if isinstance(known, str):
                break
            if len(known.paths) < _FEWEST_PHOTOS:
                shutil.rmtree(self._out / _ENCODED)
                few = f"{len(known.paths)} photos are too few to tell encoders apart."
                return {"kept": few}
            self._try(look, known)
            if time.monotonic() > end:
                break
        ending = self._best(name)
        shutil.rmtree(self._out / _ENCODED)
        return ending

    def _looks(self) -> Iterator[_Look]:
        """The encoder as it is, then at several sizes, where it can read others than its own."""
        yield _Look("The encoder as it was", self._card)
        card = load_card(self._card)
        soft = are_soft(self._photos)
        shares = _SOFT if soft else _SHARP
        steps = dict.fromkeys(round(share * card.input_size / _STEP) for share in shares)
        sizes = tuple(_STEP * each for each in steps)
        if len(sizes) == 1:
            return
        network, made = self._card.parent / card.onnx, self._out / "look.json"
        name = f"Looking at {' and '.join(map(str, sizes))} pixels"
        if soft and add_looks(card, network, sizes, self._out, made.stem, shapes=True):
            yield _Look(f"{name}, simpler shapes too", made, soft)
        elif add_looks(card, network, sizes, self._out, made.stem):
            yield _Look(name, made, soft)

    def _try(self, look: _Look, known: Encoded) -> None:
        """Judge a look, bare and with a layer learnt on it, beside the encoder as it is."""
        mean = normalise(known.vectors).mean(axis=0)
        photos, copies = normalise(known.vectors) - mean, normalise(known.copies) - mean
        layers = {"diffusion": diffused_layer(known.vectors, soft=look.soft)}
        if self._groups:
            layers = {"bare": np.eye(len(mean), dtype=np.float32)} | layers
        else:
            self._begin(known, photos, copies)
        there = np.isin(self._first, known.paths)  # some may have gone since
        groups = [labels[there] for labels in self._groups]
        for kind, layer in layers.items():
            self._tell(doing=f"Trying {look.name}, {kind}")
            score = recognised(groups, photos @ layer.T, copies @ layer.T)
            found = compare(self._before[there], score)
            self._tries.append(_Try(f"{look.name}, {kind}", look.card, layer, mean, found))
            self._tell(tried=self._tries[-1].name, **_rounded(found))

    def _begin(
        self, known: Encoded, photos: NDArray[np.float32], copies: NDArray[np.float32]
    ) -> None:
        """Group the photos as the encoder that there was sees them, and score it."""
        self._tell(doing="Trying the encoder as it was")
        self._first, self._groups = known.paths, groups_of(known.vectors)
        self._photos = [Path(each) for each in known.paths]
        self._before = recognised(self._groups, photos, copies)

    def _best(self, name: str) -> dict[str, object]:
        if not self._tries:
            return {"kept": _TOO_EARLY}
        best = max(self._tries, key=lambda each: each.found.new)
        old, new = (f"{100 * value:.1f}" for value in (best.found.old, best.found.new))
        told = f"{new} % of changed copies find the group of their photo, and {old} % before"
        if not best.found.better:
            return {"kept": f"No try is better beyond chance: at best {told}."}
        card = load_card(best.card)
        made = add_folded(
            card, best.card.parent / card.onnx, best.layer, best.mean, self._out, name
        )
        facts = {"card": str(self._out / f"{made.name}.json"), "name": made.name, "dim": made.dim}
        return facts | {"better": True, "why": f"{best.name}: {told}."}


def _opened(card: Path) -> Embedder:
    facts = load_card(card)
    return Embedder(facts, card.parent / facts.onnx)


def _rounded(found: Comparison) -> dict[str, float]:
    return {
        "before": round(found.old, 4),
        "after": round(found.new, 4),
        "low": round(found.low, 4),
        "high": round(found.high, 4),
    }
