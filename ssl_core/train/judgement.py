"""Is a trained encoder better than the one there was? Told without labels, as `auto` does."""

import shutil
from collections.abc import Callable
from pathlib import Path

from ssl_core.embed.embedder import Embedder
from ssl_core.embed.learnt_layer import load_layer
from ssl_core.model_card import load_card
from ssl_core.run_spec import JUDGED_PHOTOS
from ssl_core.scores.adoption import compare, groups_of, recognised
from ssl_core.train.data.encoded import Encoded, encode
from ssl_core.train.orders import PAUSE

_FEWEST_PHOTOS = 32
"""Below this nothing is beyond noise."""
_JUDGED = "judged"


def judged(
    old: Path,
    new: Path,
    photos: list[Path],
    out: Path,
    tell: Callable[..., None],
    ordered: Callable[[], str],
) -> dict[str, object]:
    """Compare a new encoder with an old one on photos and changed copies of them.

    Args:
        old: Model card.
        new: Model card.
        photos: The files.
        out: Keeps what is encoded, should this be interrupted.
        tell: Called with facts by name, for the progress.
        ordered: Asked again and again for ``"stop"`` or ``"pause"``.

    Returns:
        ``better`` and ``why``, one sentence; or ``paused``; or nothing when it was stopped.

    Raises:
        CoreError: The photos cannot be read, or an encoder.
        OSError: The disk is full or cannot be written to.
    """

    def seen(by: Path, files: list[Path]) -> Encoded | str:
        card = load_card(by)
        embedder = Embedder(card, by.parent / card.onnx)
        return encode(out / _JUDGED, files, embedder, progress, ordered)

    def progress(**facts: object) -> None:
        if "left_out" not in facts:  # that was told when they were learnt from
            tell(**facts)

    there = [path for path in photos if path.is_file()]  # since then, some may have gone
    before = seen(old, there[:: max(1, -(-len(there) // JUDGED_PHOTOS))])
    after = before
    if isinstance(before, Encoded):
        after = _through_layer(old, new, before) or seen(new, [Path(each) for each in before.paths])
    if PAUSE in (before, after):
        return {"paused": str(out)}
    shutil.rmtree(out / _JUDGED)
    if isinstance(before, str) or isinstance(after, str):
        return {}
    return _compared(before, after)


def _through_layer(old: Path, new: Path, before: Encoded) -> Encoded | None:
    """Return what a new encoder that is a layer on the old one sees."""
    layer = load_layer(new.parent, load_card(new).name)
    if layer is None or layer.base != load_card(old).sha256:
        return None
    return Encoded(before.paths, layer(before.vectors), layer(before.copies))


def _compared(before: Encoded, after: Encoded) -> dict[str, object]:
    if len(before.paths) < _FEWEST_PHOTOS:
        few = f"{len(before.paths)} photos are too few to tell encoders apart without tags."
        return {"better": False, "why": few}
    groups = groups_of(before.vectors)
    found = compare(*(recognised(groups, each.vectors, each.copies) for each in (before, after)))
    old, new = (f"{100 * value:.1f}" for value in (found.old, found.new))
    told = f"{new} % of changed copies find the group of their photo, and {old} % before"
    by_chance = "" if found.better or found.high < 0 else ", which may be chance"
    return {"better": found.better, "why": f"{told}{by_chance}."}
