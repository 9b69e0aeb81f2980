"""Look for photos that lie on their side, with an encoder that learnt to tell; files stay."""

from pathlib import Path

import numpy as np

from gallery_app.domain.changes import Changes
from gallery_app.domain.progress import Progress
from gallery_app.errors import UserError
from gallery_app.jobs.encoders import open_encoder
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.embed.pretrained import find_encoder
from ssl_core.errors import CoreError

STEP = "Looking for photos on their side"
_BATCH = 32

_Seen = list[tuple[str, int, float]]


def find_turned(place: Surroundings) -> Job[int]:
    """Look at the photos that the newest encoder that can tell turns has not looked at.

    It looks at thumbnails, which hold more pixels than an encoder reads.

    Returns:
        How many photos look as if they lay on their side.

    Raises:
        UserError: No encoder of the library can tell.
    """
    name = _encoder(place)
    unseen = place.catalogue.turned.unseen(name)
    for start in range(0, len(unseen), _BATCH):
        yield Progress(STEP, start, len(unseen))
        files = {hash_: place.thumbnails.path(hash_) for hash_ in unseen[start : start + _BATCH]}
        seen = yield from place.computer.run(STEP, look, place.paths.encoders, name, files)
        place.catalogue.turned.put(seen, name)
        place.announce(Changes(suggestions=True))
    return len(place.catalogue.turned.open())


def look(folder: Path, name: str, files: dict[str, Path]) -> _Seen:
    """Tell how thumbnails lie, by content hash; those that cannot be opened are left out.

    Runs in the computing process.
    """
    from ssl_core.embed.folder import UnreadablePhotoError, open_photo
    from ssl_core.embed.preprocess import crop
    from ssl_core.embed.turns import suggested_turns, turn_probabilities

    embedder = open_encoder(folder, name)
    squares = {}
    for content_hash, path in files.items():
        try:
            photo = open_photo(path, embedder.card.resize)
        except UnreadablePhotoError:
            continue  # the next scan makes the thumbnail anew
        squares[content_hash] = crop(photo, embedder.card)
    if not squares:
        return []
    chances = turn_probabilities(np.stack(list(squares.values())), embedder)
    best = chances.max(axis=1).tolist()
    return list(zip(squares, suggested_turns(chances).tolist(), best, strict=True))


def _encoder(place: Surroundings) -> str:
    """Return the newest encoder that can tell turns."""
    for encoder in reversed(place.catalogue.encoders.all()):
        try:
            card, _ = find_encoder(place.paths.encoders, encoder.name)
        except CoreError:
            continue  # its files are gone; another may do
        if card.turn_output is not None:
            return card.name
    raise UserError(
        "No encoder here can tell how a photo lies; one trained with the method geometric can.",
        command="handful train --method geometric",
    )
