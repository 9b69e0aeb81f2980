"""Is a trained encoder better than the one there was? Told without labels, as `auto` does."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.learnt_layer import load_layer
from ssl_core.model_card import load_card
from ssl_core.run_spec import JUDGED_PHOTOS
from ssl_core.scores.adoption import compare, groups_of, recognised
from ssl_core.train.data.encoded import Encoded, encode
from ssl_core.train.orders import PAUSE

_ON_COPIES = frozenset({"simclr", "dino"})
_MARGIN = 0.01
"""Of the score. Methods that practise on changed copies gain on changed copies without any gain in
tags: a layer that does the same in closed form, whitening by what copies differ in, came out better
by 0.3 to 2.1 points on trashnet and lost 1.5 of accuracy with 1 label (docs/training.md)."""
_FEWEST_PHOTOS = 32
"""Below this nothing is beyond noise."""
_JUDGED = "judged"


def judged(
    method: str,
    old: Path,
    new: Path,
    photos: list[Path],
    tell: Callable[..., None],
    ordered: Callable[[], str],
) -> dict[str, object]:
    """Compare a new encoder with an old one on photos and changed copies of them.

    Args:
        method: Which the new one was trained with; of those that practise on such copies a point
            more is wanted.
        old: Model card.
        new: Model card. What is encoded is kept beside it, should this be interrupted.
        photos: The files.
        tell: Called with facts by name, for the progress.
        ordered: Asked again and again for ``"stop"`` or ``"pause"``.

    Returns:
        ``better`` and ``why``, one sentence; or ``paused``; or nothing when it was stopped.

    Raises:
        CoreError: The photos cannot be read, or an encoder.
        OSError: The disk is full or cannot be written to.
    """
    kept = new.parent / _JUDGED

    def seen(by: Path, files: list[Path]) -> Encoded | str:
        card = load_card(by)
        embedder = Embedder(card, by.parent / card.onnx)
        return encode(kept, files, embedder, progress, ordered)

    def progress(**facts: object) -> None:
        if "left_out" not in facts:  # that was told when they were learnt from
            tell(**facts)

    there = [path for path in photos if path.is_file()]  # since then, some may have gone
    before = seen(old, there[:: max(1, -(-len(there) // JUDGED_PHOTOS))])
    after = before
    if isinstance(before, Encoded):
        after = _through_layer(old, new, before) or seen(new, [Path(each) for each in before.paths])
    if PAUSE in (before, after):
        return {"paused": str(new.parent)}
    shutil.rmtree(kept)
    if isinstance(before, str) or isinstance(after, str):
        return {}
    return _compared(before, after, _MARGIN if method in _ON_COPIES else 0.0)


def _through_layer(old: Path, new: Path, before: Encoded) -> Encoded | None:
    """Return what a new encoder that is a layer on the old one sees."""
    layer = load_layer(new.parent, load_card(new).name)
    if layer is None or layer.base != load_card(old).sha256:
        return None
    return Encoded(before.paths, layer(before.vectors), layer(before.copies))


def _compared(before: Encoded, after: Encoded, margin: float) -> dict[str, object]:
    if len(after.paths) < _FEWEST_PHOTOS:
        few = f"{len(after.paths)} photos are too few to tell encoders apart without tags."
        return {"better": False, "why": few}
    there = np.isin(before.paths, after.paths)  # some may have gone in between
    before = Encoded(after.paths, before.vectors[there], before.copies[there])
    groups = groups_of(before.vectors)
    found = compare(*(recognised(groups, each.vectors, each.copies) for each in (before, after)))
    old, new = (f"{100 * value:.1f}" for value in (found.old, found.new))
    told = f"{new} % of changed copies find the group of their photo, and {old} % before"
    if found.low > margin or found.high < 0:
        doubt = ""
    elif found.better:
        doubt = ", too little for a method that practises on such copies"
    else:
        doubt = ", which may be chance"
    return {"better": found.low > margin, "why": f"{told}{doubt}."}
