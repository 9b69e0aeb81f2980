"""What the user taught, and the library it is learnt on, as the computing process keeps them."""

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
from gallery_app.jobs.tagging.parts import understand_parts

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
        yes: (tag id, key): of a photo its id, of a part of one as in `Known`.
        no: (tag id, photo id).
        within: Likewise; the tag is about a part of the photo.
        exclusive: From `Exclusion.groups`, of positions in ``tags``.
    """

    tags: list[int]
    yes: Pairs
    no: Pairs
    within: Pairs
    exclusive: list[list[list[int]]]


class Known(NamedTuple):
    """A library prepared for tagging: N photos, then M tagged parts of photos.

    Attributes:
        stamp: Of the vectors that it was made from.
        keys: (N + M,) what a row is: the id of a photo, or less than 0, that of a part's vector.
        ids: (N + M,) photo ids; of a part the id of its photo.
        neighbourhood: What is known of each row.
    """

    stamp: Stamp
    keys: np.ndarray
    ids: np.ndarray
    neighbourhood: "Neighbourhood"

    @property
    def photos(self) -> int:
        """N."""
        return int(np.count_nonzero(self.keys > 0))


# In the computing process: the library that was prepared last.
_prepared: list[Known] = []


def taught(catalogue: Catalogue, encoder_id: int) -> Taught:
    """Read the user's answers; an encoder's vectors of parts are examples in place of photos."""
    carried = catalogue.tags.examples()
    no = catalogue.verdicts.pairs(Verdict.NO)
    tags = sorted({tag for tag, _ in carried})
    names = catalogue.tags.names()
    exclusion = Exclusion(catalogue.tags.exclusive()).groups([names[tag] for tag in tags])
    parts = catalogue.parts.examples(encoder_id)
    within = {(one.tag_id, one.photo_id) for one in parts}
    yes = [pair for pair in carried if pair not in within]
    yes += [(one.tag_id, -one.vector_id) for one in parts if one.vector_id is not None]
    return Taught(tags, yes, no, sorted(within), exclusion)


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
    yield from understand_parts(place, encoder)
    stores, catalogue = place.catalogue, place.paths.catalogue
    stamp = (*stores.vectors.stamp(encoder.id), *stores.parts.stamp(encoder.id))
    asked = stamp, catalogue, function, arguments
    found = yield from place.computer.run(step, _call, *asked)
    if not found:
        library = catalogue, encoder, _prepare, encoder, stamp, catalogue
        yield from place.computer.run(step, with_vectors, *library)
        found = yield from place.computer.run(step, _call, *asked)
    return found[0]


def _call(
    stamp: Stamp, catalogue: Path, function: Callable[..., Result], arguments: Sequence[object]
) -> tuple[Result, ...]:
    known = next((known for known in _prepared if known.stamp == stamp), None)
    if known is None:
        return ()
    with closing(Connection(catalogue)) as connection:
        lessons = taught(Catalogue(connection), encoder_id=stamp[0])
    return (function(known, lessons, *arguments),)


def _prepare(
    ids: np.ndarray, vectors: np.ndarray, encoder: Encoder, stamp: Stamp, catalogue: Path
) -> None:
    from ssl_core.tagging.propagate import neighbourhood

    with closing(Connection(catalogue)) as connection:
        stores = Catalogue(connection)
        moments = stores.photos.moments()
        part_ids, owners, parts = stores.parts.load(encoder.id, encoder.dim)
    # A part has no moment: it is no copy of its photo, unless it is all of it.
    seen = [moments.get(photo, (None, None)) for photo in ids.tolist()]
    seen += [(None, None)] * len(parts)
    hashes = np.array([mark or 0 for mark, _ in seen], np.uint64)
    taken = np.array([np.nan if when is None else when for _, when in seen])
    keys = np.concatenate([ids, -part_ids])
    # Photos that are new since the last time are all that is searched for.
    same = _prepared and _prepared[0].stamp[0] == stamp[0]
    near = _rows_now(_prepared[0], keys) if same else None
    rows = np.concatenate([vectors, parts]) if len(parts) else vectors
    known = neighbourhood(rows, near, hashes=hashes, taken=taken)
    _prepared[:] = [Known(stamp, keys, np.concatenate([ids, owners]), known)]


def _rows_now(known: Known, keys: np.ndarray) -> np.ndarray:
    """Return the neighbours known of before as rows of ``keys``; -1 for new ones and lost ones."""
    row_of = {key: row for row, key in enumerate(keys.tolist())}
    now = np.array([row_of.get(key, -1) for key in known.keys.tolist()], np.int64)
    near = np.full((len(keys), known.neighbourhood.near.shape[1]), -1, np.int64)
    stayed = now >= 0
    near[now[stayed]] = now[known.neighbourhood.near[stayed]]
    return near


def learn(known: Known, lessons: Taught) -> "Tagging":
    """Fit the tagger; in the computing process."""
    from ssl_core.tagging.few_label import suggest

    return suggest(known.neighbourhood, rows_of(known, lessons))


def rows_of(known: Known, lessons: Taught) -> "Answers":
    """Turn ids into rows and columns; photos and parts without a vector are left out."""
    from ssl_core.tagging.answers import collect

    row_of = {key: row for row, key in enumerate(known.keys.tolist())}
    column_of = {tag: column for column, tag in enumerate(lessons.tags)}
    told = []
    for pairs in (lessons.yes, lessons.no, lessons.within):
        rows: list[list[int]] = [[] for _ in lessons.tags]
        for tag, key in pairs:
            if key in row_of and tag in column_of:
                rows[column_of[tag]].append(row_of[key])
        told.append([np.array(own, np.int64) for own in rows])
    yes, no, within = told
    return collect(yes, no, lessons.exclusive, known.neighbourhood.copies, within)
