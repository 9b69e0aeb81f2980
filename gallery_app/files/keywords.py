"""How programs spell tags in their metadata fields, and how we read and write those spellings.

See the table of fields in docs: hierarchical fields hold full paths, flat ones single words.
A "/" inside a level is legal for programs that separate by "|"; like digiKam we hold it as a
backslash and turn it back on writing.
"""

from collections.abc import Iterable, Mapping

from gallery_app.domain.tag import ancestors, clean_tag, leaf, tag_key
from gallery_app.errors import UserError

HIERARCHIES = {
    "digiKam:TagsList": "/",
    "MicrosoftPhoto:LastKeywordXMP": "/",
    "lr:hierarchicalSubject": "|",
    "mediapro:CatalogSets": "|",
}
"""Fields of full paths and their separators, in the order in which digiKam reads them."""

IPTC_BYTES = 64
"""IPTC cuts a keyword at 64 bytes (IIM 4.2, 2:25), inside a character if need be."""


def tag_of(entry: str, separator: str = "") -> str | None:
    """Return the tag that an entry of a field spells.

    Args:
        entry: The text in the field.
        separator: "/" or "|" for full paths, "" for a flat word.

    Returns:
        The clean tag path, or None when it cannot be a tag in Handful.
    """
    path = entry if separator == "/" else entry.replace("/", "\\")
    if separator:
        path = path.strip().strip(separator).replace(separator, "/")
    try:
        return clean_tag(path)
    except UserError:
        return None


def entry_of(tag: str, separator: str) -> str:
    """Return how a tag is spelled in a field of full paths; the inverse of `tag_of`."""
    return tag if separator == "/" else tag.replace("/", separator).replace("\\", "/")


def word_of(tag: str) -> str:
    """Return a tag's leaf as flat fields spell it."""
    return leaf(tag).replace("\\", "/")


def merged_tags(paths: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """Join full paths and flat words into one list of tags.

    A word that is a level of some path is that path's echo and adds nothing; any other word is
    a tag at the top.

    Args:
        paths: Tags from the hierarchical fields.
        words: Words as the flat fields spell them.

    Returns:
        Tags without doubles, paths first, first spelling wins.
    """
    tags: dict[str, str] = {}
    for path in paths:
        tags.setdefault(tag_key(path), path)
    echoes = {tag_key(level) for path in tags.values() for level in path.split("/")}
    echoes |= {tag_key(above) for path in tags.values() for above in (*ancestors(path), path)}
    for word in words:
        tag = tag_of(word)
        if tag is None or tag_key(tag) in echoes or _whole_path(word) in echoes:
            continue
        if not _is_worn(word, echoes):
            tags.setdefault(tag_key(tag), tag)
    return tuple(tags.values())


def paths_in(fields: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the tags of the hierarchical fields, field by field.

    Args:
        fields: Entries by field name; names outside `HIERARCHIES` are ignored.
    """
    found = (
        tag_of(entry, separator)
        for name, separator in HIERARCHIES.items()
        for entry in fields.get(name, ())
    )
    return [tag for tag in found if tag is not None]


def _whole_path(word: str) -> str:
    """The key of a full path that a program put into a flat field, or ""."""
    tag = tag_of(word, "/")
    return tag_key(tag) if tag else ""


def _is_worn(word: str, echoes: set[str]) -> bool:
    """Tell whether IPTC damaged a level that we know in full: cut it, or put "?" for letters."""
    word = word.rstrip("\ufffd").casefold()
    if len(word.encode()) >= IPTC_BYTES - 3 and any(level.startswith(word) for level in echoes):
        return True
    return "?" in word and any(
        len(level) == len(word) and all(a in {b, "?"} for a, b in zip(word, level, strict=True))
        for level in echoes
    )
