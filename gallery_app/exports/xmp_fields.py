"""How tags and a rating are written into the fields of an XMP document."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gallery_app.domain.tag import tag_key
from gallery_app.errors import UserError
from gallery_app.files.acdsee import read_categories, write_categories
from gallery_app.files.keywords import HIERARCHIES, entry_of, tag_of, word_of
from gallery_app.files.metadata import rating_in
from gallery_app.files.xmp_document import XmpDocument

_ALWAYS = {"lr:hierarchicalSubject", "digiKam:TagsList"}
_KINDS = {"digiKam:TagsList": "Seq"}
_MICROSOFT_RATINGS = {1: "1", 2: "25", 3: "50", 4: "75", 5: "99"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One line of a dry run.

    Attributes:
        file: The file that would be written.
        field: The field, e.g. "dc:subject".
        before: Its value now; entries of lists joined by ", ".
        after: Its value then, "" when it goes.
    """

    file: Path
    field: str
    before: str
    after: str


def change_tags(
    document: XmpDocument, tags: tuple[str, ...], file: Path
) -> tuple[XmpDocument, tuple[FieldChange, ...]]:
    """Write tags into every field that holds tags, where they differ from what it holds.

    Hierarchies that other programs left are rewritten too: most programs stop reading at the
    first that is not empty, and would go on showing old tags. Entries that cannot be tags in
    Handful are kept.

    Args:
        document: The sidecar.
        tags: All tags the photo shall have.
        file: The sidecar's path, for the changes.
    """
    changes: list[FieldChange] = []
    for name, separator in HIERARCHIES.items():
        held = document.entries(name)
        if name not in _ALWAYS and not document.has(name):
            continue
        foreign = [entry for entry in held if tag_of(entry, separator) is None]
        if {tag_of(entry, separator) for entry in held} - {None} != set(tags):
            entries = (*(entry_of(tag, separator) for tag in tags), *foreign)
            document = document.with_list(name, entries, _KINDS.get(name, "Bag"))
            changes.append(_listed(file, name, held, entries))
    document, more = _change_words(document, tags, file)
    document, most = _change_categories(document, tags, file)
    return document, (*changes, *more, *most)


def change_rating(
    document: XmpDocument, rating: int, file: Path
) -> tuple[XmpDocument, tuple[FieldChange, ...]]:
    """Write a rating, and Microsoft's scale where the document already has it.

    Args:
        document: The sidecar.
        rating: -1 (rejected) to 5.
        file: The sidecar's path, for the changes.
    """
    if rating_in(document) == rating:
        return document, ()
    values = {"xmp:Rating": str(rating)}
    if document.has("MicrosoftPhoto:Rating"):
        values["MicrosoftPhoto:Rating"] = _MICROSOFT_RATINGS.get(rating, "0")
    changes: tuple[FieldChange, ...] = ()
    for name, value in values.items():
        document, change = change_text(document, name, value, file)
        changes += change
    return document, changes


def change_text(
    document: XmpDocument, name: str, value: str, file: Path
) -> tuple[XmpDocument, tuple[FieldChange, ...]]:
    """Write a simple field, where it holds something else."""
    held = document.text(name)
    if held == value:
        return document, ()
    return document.with_text(name, value), (FieldChange(file, name, held or "", value),)


def _change_words(
    document: XmpDocument, tags: tuple[str, ...], file: Path
) -> tuple[XmpDocument, tuple[FieldChange, ...]]:
    """Write leaves into ``dc:subject``; ancestors that Lightroom put there stay."""
    held = document.entries("dc:subject")
    leaves = {tag_key(tag.rsplit("/", 1)[-1]): word_of(tag) for tag in tags}
    levels = {tag_key(level) for tag in tags for level in tag.split("/")}
    kept = [word for word in held if _stays(word, levels - leaves.keys())]
    entries = (*leaves.values(), *kept)
    if {tag_of(word) for word in held} == {tag_of(word) for word in entries}:
        return document, ()
    change = _listed(file, "dc:subject", held, entries)
    return document.with_list("dc:subject", entries, "Bag"), (change,)


def _stays(word: str, ancestors: Iterable[str]) -> bool:
    tag = tag_of(word)
    return tag is None or tag_key(tag) in ancestors


def _change_categories(
    document: XmpDocument, tags: tuple[str, ...], file: Path
) -> tuple[XmpDocument, tuple[FieldChange, ...]]:
    name = "acdsee:categories"
    held = document.text(name)
    if held is None or _categories(held) == set(tags):
        return document, ()
    after = write_categories(tags)
    return document.with_text(name, after), (FieldChange(file, name, held, after),)


def _categories(xml: str) -> set[str]:
    """The tags in ACDSee's tree; a damaged tree holds none and is written anew."""
    try:
        return set(read_categories(xml))
    except UserError:
        return set()


def _listed(file: Path, name: str, before: tuple[str, ...], after: tuple[str, ...]) -> FieldChange:
    return FieldChange(file, name, ", ".join(before), ", ".join(after))
