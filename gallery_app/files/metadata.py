"""Tags and rating that a photo already has: embedded and in its sidecars."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gallery_app.errors import UserError
from gallery_app.files.acdsee import read_categories
from gallery_app.files.embedded import read_embedded
from gallery_app.files.formats import PHOTO_EXTENSIONS
from gallery_app.files.keywords import HIERARCHIES, merged_tags, paths_in
from gallery_app.files.xmp_document import LARGEST, XmpDocument

_MICROSOFT_STARS = ((1, 1), (25, 2), (50, 3), (75, 4), (99, 5))


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a photo's file and sidecars say.

    Attributes:
        tags: Tag paths, "/" between levels, clean, without doubles.
        rating: -1 (rejected) to 5, or None.
        sidecars: The sidecars that exist, the preferred one first.
        warnings: One sentence for each thing that could not be read or is ambiguous.
    """

    tags: tuple[str, ...] = ()
    rating: int | None = None
    sidecars: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()


def read_metadata(path: Path) -> Metadata:
    """Read the tags and rating of a photo; wrong metadata is a warning, never an error.

    Embedded fields and those of both sidecars count together. A sidecar's rating wins over the
    embedded one.

    Args:
        path: The photo. Sidecars are ``photo.jpg.xmp`` and ``photo.xmp`` beside it.
    """
    embedded = read_embedded(path)
    sidecars = find_sidecars(path)
    warnings = [*embedded.warnings, *_ambiguities(path, sidecars)]
    documents: list[XmpDocument] = []
    for sidecar in sidecars:
        try:
            documents.append(read_sidecar(sidecar))
        except (UserError, OSError) as error:
            warnings.append(f"{sidecar.name} is not read: {error}")
    if embedded.xmp is not None:
        documents.append(embedded.xmp)
    tags, damage = tags_in(documents, embedded.keywords)
    ratings = [rating_in(document) for document in documents] + [_in_range(embedded.rating)]
    rating = next((rating for rating in ratings if rating is not None), None)
    return Metadata(tags, rating, sidecars, (*warnings, *damage))


def find_sidecars(path: Path) -> tuple[Path, ...]:
    """Return the sidecars that exist: ``photo.jpg.xmp`` first, then ``photo.xmp``."""
    found = []
    for name in (path.name, path.stem):
        spellings = (path.with_name(name + suffix) for suffix in (".xmp", ".XMP"))
        found.append(next((one for one in spellings if one != path and one.is_file()), None))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def read_sidecar(sidecar: Path) -> XmpDocument:
    """Read a sidecar.

    Raises:
        UserError: When it is too large or not XMP.
        OSError: When it cannot be read.
    """
    if sidecar.stat().st_size > LARGEST:
        raise UserError(f"it is larger than {LARGEST // 2**20} MB.")
    return XmpDocument(sidecar.read_bytes())


def tags_in(
    documents: Iterable[XmpDocument], words: Iterable[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the tags that XMP documents and flat words hold together, and what was damaged.

    Args:
        documents: Sidecars and embedded XMP of one photo.
        words: IPTC and EXIF keywords.
    """
    paths: list[str] = []
    flat: list[str] = []
    damage: list[str] = []
    for document in documents:
        paths += paths_in({name: document.entries(name) for name in HIERARCHIES})
        flat += document.entries("dc:subject")
        try:
            paths += read_categories(document.text("acdsee:categories") or "")
        except UserError as error:
            damage.append(str(error))
    return merged_tags(paths, [*flat, *words]), tuple(damage)


def rating_in(document: XmpDocument) -> int | None:
    """Return an XMP document's rating, -1 to 5, or None."""
    rating = _in_range(_number(document.text("xmp:Rating")))
    if rating is None:
        percent = _number(document.text("MicrosoftPhoto:Rating")) or 0
        rating = max((star for least, star in _MICROSOFT_STARS if percent >= least), default=None)
    return rating


def _number(text: str | None) -> int | None:
    try:
        return int(float(text or ""))
    except (ValueError, OverflowError):
        return None


def _in_range(rating: int | None) -> int | None:
    return rating if rating is not None and -1 <= rating <= 5 else None


def _ambiguities(path: Path, sidecars: tuple[Path, ...]) -> list[str]:
    warnings = []
    if len(sidecars) == 2:
        warnings.append(f"{path.name} has two sidecars; both are read.")
    shared = next((one for one in sidecars if one.stem == path.stem), None)
    if shared is not None and (others := _sharers(path)):
        names = " and ".join([path.name, *others])
        warnings.append(f"{shared.name} is shared by {names}.")
    return warnings


def _sharers(path: Path) -> list[str]:
    """Other photos with the same stem, by asking for likely names: a listing would be slower."""
    likely = (path.stem + suffix for one in PHOTO_EXTENSIONS for suffix in (one, one.upper()))
    others = {name for name in likely if path.with_name(name).is_file()}
    return sorted(others - {path.name})
