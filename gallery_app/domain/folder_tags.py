"""Tags that folders already say: "Italy/Rome" for the photos in Pictures/2019 Italy/Rome."""

import re
from collections.abc import Mapping
from pathlib import Path

from gallery_app.domain.tag import SEPARATOR, clean_tag
from gallery_app.errors import UserError

_DATE = re.compile(r"^(?:19|20)\d\d(?:[-_. ]?\d\d){0,2}(?:[-_. ]+|$)")
# What cameras and telephones call their folders (DCF: three digits and five characters).
_OF_A_CAMERA = re.compile(r"^(?:DCIM|Camera|\d{3}[A-Z0-9_]{5})$", re.IGNORECASE)


def folder_tags(root: Path, photos: Mapping[int, Path]) -> dict[str, list[int]]:
    """Return the tag that each photo's folders give it.

    Dates before a name are left out, as are folders that only hold a date, that a camera named, or
    that cannot be a tag.

    Args:
        root: The added folder; its own name is none of the tags.
        photos: By id, all below ``root``.

    Returns:
        Photo ids by tag; photos without a name on their way are not in it.
    """
    found: dict[str, list[int]] = {}
    for photo_id, path in photos.items():
        levels = [_name(part) for part in path.relative_to(root).parent.parts]
        tag = SEPARATOR.join(level for level in levels if level)
        if tag:
            found.setdefault(tag, []).append(photo_id)
    return found


def _name(folder: str) -> str:
    name = _DATE.sub("", folder)
    if _OF_A_CAMERA.match(name) or not any(map(str.isalpha, name)):
        return ""
    try:
        return clean_tag(name)
    except UserError:
        return ""
