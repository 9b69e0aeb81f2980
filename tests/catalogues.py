"""Catalogues made in code, without a photo on disk."""

from collections.abc import Iterable
from pathlib import Path

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.recording import FoundPhoto, Recorded
from gallery_app.catalogue.tags import Origin
from gallery_app.domain.photo import Facts

HAND = Origin("hand")


def facts(content: str, **more: object) -> Facts:
    """Make the facts of a file whose contents are told by a word."""
    known = {"size": len(content), "modified_ns": 1, "width": 3, "height": 2, **more}
    return Facts(content_hash=content, **known)  # type: ignore[arg-type]


def record(catalogue: Catalogue, files: dict[str, Facts], gone: Iterable[str] = ()) -> Recorded:
    """Record files by path; ``gone`` are the paths that no longer hold what they held."""
    folder = catalogue.photos.add_folder(Path("/photos"))
    left = set(gone)
    found = [FoundPhoto(folder, path, fact, "") for path, fact in files.items()]
    return catalogue.photos.record(found, lambda seen: seen.path in left)


def fill(catalogue: Catalogue, number: int) -> list[int]:
    """Record photos ``/photos/0.jpg`` … with the contents "0" …; return their ids."""
    names = [str(n) for n in range(number)]
    record(catalogue, {f"/photos/{name}.jpg": facts(name) for name in names})
    ids = catalogue.photos.ids_by_path()
    return [ids[f"/photos/{name}.jpg"] for name in names]


def tag(catalogue: Catalogue, name: str, *photo_ids: int) -> int:
    """Put a tag on photos by hand; return the tag's id."""
    tag_id = catalogue.tags.ensure(name)
    catalogue.tags.add(tag_id, [(photo_id, None) for photo_id in photo_ids], HAND)
    return tag_id


def tags_of(catalogue: Catalogue, photo_id: int) -> list[str]:
    """Return the names of a photo's tags."""
    return [t.tag for t in catalogue.tags.of([photo_id])[photo_id]]
