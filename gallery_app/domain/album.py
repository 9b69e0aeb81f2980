"""Albums: photos put together by hand, or by a saved search."""

import unicodedata
from dataclasses import dataclass

from gallery_app.errors import UserError


@dataclass(frozen=True, slots=True)
class Album:
    """One album.

    Attributes:
        id: Never given twice.
        name: As the user spells it.
        photos: How many it holds now.
        query: Of a saved search, in the search bar's language; None for one filled by hand.
    """

    id: int
    name: str
    photos: int
    query: str | None = None


def clean_album(name: str) -> str:
    """Return the canonical spelling of an album's name: NFC, single spaces.

    Raises:
        UserError: When nothing is left.
    """
    clean = " ".join(unicodedata.normalize("NFC", name).split())
    if not clean:
        raise UserError("An album needs a name.")
    return clean


def album_key(name: str) -> str:
    """Return the key under which equal names meet, regardless of case."""
    folded = unicodedata.normalize("NFD", clean_album(name)).casefold()
    return unicodedata.normalize("NFC", folded)
