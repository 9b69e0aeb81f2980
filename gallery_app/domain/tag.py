"""Tags: hierarchical words, "Places/Paris". Equal regardless of case, NFC, trimmed."""

import unicodedata
from collections.abc import Iterable

from gallery_app.errors import UserError

SEPARATOR = "/"


def clean_tag(text: str) -> str:
    """Return the canonical spelling of a tag path.

    Args:
        text: A path with "/" between levels, e.g. ``" places / Paris"``.

    Returns:
        The levels, NFC-normalised and trimmed, joined by "/".

    Raises:
        UserError: When a level is empty or holds "|" or a control character.
    """
    levels = [" ".join(level.split()) for level in unicodedata.normalize("NFC", text).split("/")]
    if not all(levels):
        raise UserError(f"“{text}” is not a tag: every level between “/” needs a name.")
    if any("|" in level or any(map(_is_control, level)) for level in levels):
        raise UserError(f"“{text}” is not a tag: leave out “|” and control characters.")
    return SEPARATOR.join(levels)


def tag_key(tag: str) -> str:
    """Return the key under which equal tags meet: caseless (Unicode D145), then NFC."""
    folded = unicodedata.normalize("NFD", clean_tag(tag)).casefold()
    return unicodedata.normalize("NFC", folded)


def leaf(tag: str) -> str:
    """Return the last level: ``leaf("Places/Paris") == "Paris"``."""
    return tag.rsplit(SEPARATOR, 1)[-1]


def ancestors(tag: str) -> tuple[str, ...]:
    """Return the tags above, outermost first: ``("A", "A/B")`` for "A/B/C"."""
    levels = tag.split(SEPARATOR)
    return tuple(SEPARATOR.join(levels[:depth]) for depth in range(1, len(levels)))


def three_way(base: Iterable[str], ours: Iterable[str], theirs: Iterable[str]) -> set[str]:
    """Merge tag sets: what we removed stays gone, what others added stays.

    Args:
        base: Tags the file held when we last read or wrote it.
        ours: Tags in the catalogue now.
        theirs: Tags the file holds now.

    Returns:
        The merged tags; spelling of ours wins where only the case differs.
    """
    known = {tag_key(tag): tag for tag in [*base, *theirs, *ours]}
    old, mine, other = ({tag_key(tag) for tag in tags} for tags in (base, ours, theirs))
    merged = (mine & other) | (mine - old) | (other - old)
    return {known[key] for key in merged}


def _is_control(character: str) -> bool:
    # Not `isprintable`: the joiners inside emoji and Persian words are invisible, yet letters.
    return unicodedata.category(character) in {"Cc", "Cs"}
