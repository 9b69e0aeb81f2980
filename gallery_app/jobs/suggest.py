"""Learn the user's tags from a few photos and propose them for the others."""

from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.changes import Changes
from gallery_app.domain.suggestion import Verdict
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings

if TYPE_CHECKING:
    from ssl_core.tagging.propagate import Neighbourhood

STEP = "Learning your tags"
LEAST = 0.01  # less probable pairs are not stored
_EXPLAINED_FROM = 0.3  # more probable pairs come with the tagged photos that speak for them

_Pairs = list[tuple[int, int]]
_Row = tuple[int, int, float, tuple[int, ...]]

# In the computing process: the library that was prepared last, by the digest of its vectors.
_prepared: dict[bytes, "Neighbourhood"] = {}


def suggest(place: Surroundings, encoder: Encoder) -> Job[int]:
    """Fit the tagger on tags and verdicts and store what it proposes in place of the last run.

    Returns:
        How many (photo, tag) pairs were proposed.
    """
    ids, vectors = place.catalogue.vectors.load(encoder.id, encoder.dim)
    yes = place.catalogue.tags.examples()
    no = place.catalogue.verdicts.pairs(Verdict.NO)
    rows = yield from place.computer.run(STEP, propose, (ids, vectors), (yes, no))
    carried = place.catalogue.tags.carried()
    open_rows = [row for row in rows if (row[1], row[0]) not in carried]
    count = place.catalogue.suggestions.replace(open_rows, f"{encoder.name} + few-label")
    place.announce(Changes(suggestions=True))
    return count


def propose(library: tuple[np.ndarray, np.ndarray], answers: tuple[_Pairs, _Pairs]) -> list[_Row]:
    """Score every photo for every tag; runs in the computing process.

    Args:
        library: Photo ids (N,) ascending, and vectors (N, D) float32.
        answers: (tag id, photo id) pairs that the user said yes to, and no to.

    Returns:
        (photo id, tag id, probability, nearest tagged photos) of the pairs to propose.
    """
    from ssl_core.tagging.few_label import suggest as fit

    ids, vectors = library
    yes, no = (_rows_by_tag(pairs, ids) for pairs in answers)
    tags = sorted(yes)
    if not tags:
        return []
    nothing = np.empty(0, np.int64)
    tagging = fit(
        _known(vectors),
        [yes[tag] for tag in tags],
        [no.get(tag, nothing) for tag in tags],
    )
    return [
        (
            int(ids[photo]),
            tags[column],
            chance := float(tagging.probabilities[photo, column]),
            _reasons(ids, tagging.because(photo, column)) if chance >= _EXPLAINED_FROM else (),
        )
        for photo, column in np.argwhere(tagging.probabilities >= LEAST)
    ]


def _known(vectors: np.ndarray) -> "Neighbourhood":
    """Return the library prepared for tagging; the same vectors are prepared once."""
    from ssl_core.tagging.propagate import neighbourhood

    stamp = blake2b(vectors.tobytes(), digest_size=16).digest()
    if stamp not in _prepared:
        _prepared.clear()
        _prepared[stamp] = neighbourhood(vectors)
    return _prepared[stamp]


def _rows_by_tag(pairs: _Pairs, ids: np.ndarray) -> dict[int, np.ndarray]:
    """Turn photo ids into rows of the vectors; photos without a vector are left out."""
    rows: dict[int, list[int]] = {}
    row_of = {int(photo): row for row, photo in enumerate(ids)}
    for tag, photo in pairs:
        if photo in row_of:
            rows.setdefault(tag, []).append(row_of[photo])
    return {tag: np.array(found, np.int64) for tag, found in rows.items()}


def _reasons(ids: np.ndarray, rows: list[int]) -> tuple[int, ...]:
    return tuple(int(ids[row]) for row in rows)
