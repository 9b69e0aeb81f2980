"""Find the part of a photo that speaks most for a tag, when somebody asks."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.part import Part, windows
from gallery_app.errors import NotUnderstoodError, UserError
from gallery_app.files.reader import read_parts
from gallery_app.jobs.encoders import card_of, encode
from gallery_app.jobs.job import finish
from gallery_app.jobs.surroundings import Surroundings
from gallery_app.jobs.tagging.taught import taught
from ssl_core.tagging.region import speaks_most

STEP = "Looking for the part that tells"
MOST = 500
"""Examples of the tag that are looked at, and four times as many of others: somebody waits."""


def where(place: Surroundings, encoder: Encoder, photo_id: int, tag_id: int) -> Part | None:
    """Return the part that speaks most, of the photo as it is shown; None where none stands out.

    It blocks: the photo is read and its parts are encoded in worker processes.

    Raises:
        UserError: The tag has no example, or the photo no vector yet.
        PhotoError: The photo cannot be read.
    """
    photo = place.catalogue.photos.get([photo_id])[0]
    parts = windows(photo.width, photo.height)
    card = card_of(place, encoder.name)
    crops = place.readers.call(read_parts, str(photo.path), parts, card, photo.turn)
    folder = place.paths.encoders
    vectors = finish(place.searcher.run(STEP, encode, folder, encoder.name, None, crops))
    asked = place.paths.catalogue, encoder, photo_id, tag_id, vectors
    found = finish(place.searcher.run(STEP, choose, *asked))
    if found is None:
        raise NotUnderstoodError
    return next((parts[best] for best in found), None)


def choose(
    catalogue: Path, encoder: Encoder, photo_id: int, tag_id: int, parts: np.ndarray
) -> list[int] | None:
    """Return the place of the part that speaks most, if any; in the searching process.

    None when the photo has no vector.

    Args:
        catalogue: The file.
        encoder: Whose vectors.
        photo_id: The photo; it is no example here.
        tag_id: The tag.
        parts: (P, D) vectors of parts.

    Raises:
        UserError: The tag has no example.
    """
    with closing(Connection(catalogue)) as connection:
        stores = Catalogue(connection)
        lessons = taught(stores, encoder.id)
        whole = stores.vectors.load(encoder.id, encoder.dim, [photo_id])[1]
        own = [key for tag, key in lessons.yes if tag == tag_id]
        others = [key for tag, key in lessons.yes if tag != tag_id]
        told = _vectors(stores, encoder, own[:: len(own) // MOST + 1], photo_id)
        against = _vectors(stores, encoder, others[:: len(others) // (4 * MOST) + 1], photo_id)
    if not len(whole):
        return None
    if not len(told):
        raise UserError("No other photo is an example of this tag yet; tag one first.")
    best = speaks_most(parts, whole[0], told, against)
    return [] if best is None else [best]


def _vectors(stores: Catalogue, encoder: Encoder, keys: Sequence[int], photo_id: int) -> np.ndarray:
    """Return (E, D) vectors of examples, see `Taught.yes`, but for those of a photo."""
    photos = [key for key in keys if key > 0 and key != photo_id]
    ids, owners, parts = stores.parts.load(encoder.id, encoder.dim)
    wanted = np.isin(-ids, keys) & (owners != photo_id)
    return np.concatenate([
        stores.vectors.load(encoder.id, encoder.dim, photos)[1],
        parts[wanted],
    ])
