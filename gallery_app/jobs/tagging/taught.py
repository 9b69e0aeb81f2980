"""What the user taught, and the library it is learnt on, as the computing process keeps them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from gallery_app.catalogue.catalogue import Catalogue
from gallery_app.catalogue.connection import Connection
from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.exclusion import Exclusion
from gallery_app.domain.suggestion import Verdict
from gallery_app.jobs.job import Job
from gallery_app.jobs.stored import with_vectors
from gallery_app.jobs.surroundings import Surroundings

if TYPE_CHECKING:
    from ssl_core.tagging.answers import Answers
    from ssl_core.tagging.few_label import Tagging
    from ssl_core.tagging.propagate import Neighbourhood

Result = TypeVar("Result")
Stamp = tuple[int, ...]
Pairs = list[tuple[int, int]]


class Taught(NamedTuple):
    """The user's answers, by ids.

    Attributes:
        tags: Ids of the tags with an example, ascending.
        yes: (tag id, photo id).
        no: Likewise.
        exclusive: From `Exclusion.groups`, of positions in ``tags``.
    """

    tags: list[int]
    yes: Pairs
    no: Pairs
    exclusive: list[list[list[int]]]


class Known(NamedTuple):
    """A library prepared for tagging: photo ids (N,) ascending, and what is known of each row."""

    stamp: Stamp
    ids: np.ndarray
    neighbourhood: "Neighbourhood"


# In the computing process: the library that was prepared last.
_prepared: list[Known] = []


def taught(catalogue: Catalogue) -> Taught:
    """Read the user's answers."""
    yes = catalogue.tags.examples()
    no = catalogue.verdicts.pairs(Verdict.NO)
    tags = sorted({tag for tag, _ in yes})
    names = catalogue.tags.names()
    exclusion = Exclusion(catalogue.tags.exclusive())
    return Taught(tags, yes, no, exclusion.groups([names[tag] for tag in tags]))


def in_library(
    place: Surroundings,
    encoder: Encoder,
    step: str,
    function: Callable[..., Result],
    *arguments: object,
) -> Job[Result]:
    """Run ``function(known, taught, *arguments)`` in the computing process.

    It reads what the user taught from the catalogue, too: 30,000 answers are work for the
    collector of the window's process, which holds up the window.
    """
    stamp, catalogue = place.catalogue.vectors.stamp(encoder.id), place.paths.catalogue
    asked = stamp, catalogue, function, arguments
    found = yield from place.computer.run(step, _call, *asked)
    if not found:
        yield from place.computer.run(
            step, with_vectors, catalogue, encoder, _prepare, stamp, catalogue
        )
        found = yield from place.computer.run(step, _call, *asked)
    return found[0]


def _call(
    stamp: Stamp, catalogue: Path, function: Callable[..., Result], arguments: Sequence[object]
) -> tuple[Result, ...]:
    known = next((known for known in _prepared if known.stamp == stamp), None)
    if known is None:
        return ()
    with closing(Connection(catalogue)) as connection:
        lessons = taught(Catalogue(connection))
    return (function(known, lessons, *arguments),)


def _prepare(ids: np.ndarray, vectors: np.ndarray, stamp: Stamp, catalogue: Path) -> None:
    from ssl_core.tagging.propagate import neighbourhood

    with closing(Connection(catalogue)) as connection:
        moments = Catalogue(connection).photos.moments()
    seen = [moments.get(photo, (None, None)) for photo in ids.tolist()]
    hashes = np.array([mark or 0 for mark, _ in seen], np.uint64)
    taken = np.array([np.nan if when is None else when for _, when in seen])
    # Photos that are new since the last time are all that is searched for.
    near = _rows_now(_prepared[0], ids) if _prepared and _prepared[0].stamp[0] == stamp[0] else None
    known = neighbourhood(vectors, near, hashes=hashes, taken=taken)
    _prepared[:] = [Known(stamp, ids, known)]


def _rows_now(known: Known, ids: np.ndarray) -> np.ndarray:
    """Return the neighbours known of before as rows of ``ids``; -1 for new photos and lost ones."""
    row_of = {photo: row for row, photo in enumerate(ids.tolist())}
    now = np.array([row_of.get(photo, -1) for photo in known.ids.tolist()], np.int64)
    near = np.full((len(ids), known.neighbourhood.near.shape[1]), -1, np.int64)
    stayed = now >= 0
    near[now[stayed]] = now[known.neighbourhood.near[stayed]]
    return near


def learn(known: Known, lessons: Taught) -> "Tagging":
    """Fit the tagger; in the computing process."""
    from ssl_core.tagging.few_label import suggest

    return suggest(known.neighbourhood, rows_of(known, lessons))


def rows_of(known: Known, lessons: Taught) -> "Answers":
    """Turn ids into rows and columns; photos without a vector are left out."""
    from ssl_core.tagging.answers import collect

    row_of = {int(photo): row for row, photo in enumerate(known.ids)}
    by_tag: tuple[dict[int, list[int]], ...] = (defaultdict(list), defaultdict(list))
    for found, pairs in zip(by_tag, (lessons.yes, lessons.no), strict=True):
        for tag, photo in pairs:
            if photo in row_of:
                found[tag].append(row_of[photo])
    yes, no = ([np.array(f[tag], np.int64) for tag in lessons.tags] for f in by_tag)
    return collect(yes, no, lessons.exclusive, known.neighbourhood.copies)
