"""Two encoders, measured on the same photos: by the user's tags, and without any."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from gallery_app.catalogue.encoders import Encoder
from gallery_app.domain.training import Comparison, Gain, Score
from gallery_app.errors import UserError
from gallery_app.jobs.job import Job
from gallery_app.jobs.surroundings import Surroundings
from ssl_core.embed.pretrained import find_encoder
from ssl_core.scores.label_free import effective_rank
from ssl_core.scores.leave_one_out import foretellable, neighbour_hits, prototype_hits
from ssl_core.scores.tag_precision import gain, tag_precision
from ssl_core.search.duplicates import near_duplicates
from ssl_core.vectors import centre, normalise

STEP = "Comparing encoders"
LEAST_TAGS = 2
LEAST_PHOTOS_A_TAG = 3
LEAST_TAGGED = 15
_VIEWED = 200  # photos whose changed copies are looked for: 3 points of standard error at most
_RANKED = 1000
_MOST_TAGGED = 2000
# By (name, title); the first decides.
_BY_TAGS = {
    ("tags", "Photos found from others with the same tag"): tag_precision,
    ("tags_prototypes", "Tags guessed from the mean of each tag’s photos"): prototype_hits,
    ("tags_knn", "Tags guessed from the most similar photos"): neighbour_hits,
}
_BY_COPIES = {
    "kept_neighbours": "Neighbours that a changed copy keeps",
    "view_agreement": "Changed copies recognised",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of the N photos that both encoders have seen.

    Attributes:
        first: (N, D) float32 vectors of the first encoder.
        second: (N, E) of the second.
        hashes: (N,) uint64, perceptual.
        carried: (N, T) bool, which photo is an example of which tag.
        by_hand: (N,) bool, which photos were tagged without a suggestion.
    """

    first: np.ndarray
    second: np.ndarray
    hashes: np.ndarray
    carried: np.ndarray
    by_hand: np.ndarray


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out: the photos asked, the scores of both, the gain by tags if there are enough."""

    tagged: int
    scores: tuple[Score, ...]
    gain: Gain | None


def compare(place: Surroundings, first: Encoder, second: Encoder) -> Job[Comparison]:
    """Measure two encoders on the photos that both have seen.

    Raises:
        UserError: There are none, or an encoder's files are gone.
    """
    ids, evidence = _evidence(place, first, second)
    if len(ids) < LEAST_TAGS:
        raise UserError("There are no photos to compare encoders on; add a folder first.")
    measured = yield from place.computer.run(STEP, measure, evidence)
    without_tags = yield from _without_tags(place, ids, first, second)
    return Comparison(
        first=first.name,
        second=second.name,
        photos=len(ids),
        tagged=measured.tagged,
        scores=(*measured.scores, *without_tags),
        gain=measured.gain,
        why=_why(first.name, second.name, measured),
    )


def measure(evidence: Evidence) -> Measured:
    """Score both encoders; runs in the computing process.

    Photos whose tags were accepted from suggestions vote, but are not asked: the encoder that made
    the suggestions would be found right by its own choice of photos.
    """
    both = (evidence.first, evidence.second)
    ranks = [effective_rank(vectors[:: -(-len(vectors) // _RANKED)]) for vectors in both]
    rank = Score("rank", "Directions in use (RankMe)", ranks[0], ranks[1])
    rows = _sample(np.flatnonzero(evidence.carried.any(axis=1)))
    groups = _copies(evidence, rows)
    carried = evidence.carried[rows]
    carried = carried[:, foretellable(carried, groups, LEAST_PHOTOS_A_TAG)]
    asked = carried.any(axis=1) & evidence.by_hand[rows]
    tagged = int(asked.sum())
    if carried.shape[1] < LEAST_TAGS or len(np.unique(groups[asked])) < LEAST_TAGGED:
        return Measured(tagged, (rank,), None)
    known = (carried, groups)
    centred = [centre(vectors)[rows] for vectors in both]
    ways = {way: [hits(one, *known)[asked] for one in centred] for way, hits in _BY_TAGS.items()}
    scores = [
        Score(*way, float(first.mean()), float(second.mean()), decides=True)
        for way, (first, second) in ways.items()
    ]
    first, second = next(iter(ways.values()))
    return Measured(tagged, (*scores, rank), Gain(*gain(first, second, groups[asked])))


def _sample(rows: np.ndarray) -> np.ndarray:
    """Take evenly spaced ones when there are so many that pairs of them fill the memory."""
    return rows[:: -(-len(rows) // _MOST_TAGGED)] if len(rows) else rows


def _copies(evidence: Evidence, rows: np.ndarray) -> np.ndarray:
    """Number the photos so that copies, as either encoder sees them, share a number."""
    groups = np.arange(len(rows))
    for vectors in (evidence.first, evidence.second):
        for members in near_duplicates(normalise(vectors[rows]), evidence.hashes[rows]):
            joined = np.isin(groups, groups[list(members)])
            groups[joined] = groups[joined].min()
    return groups


def _evidence(place: Surroundings, first: Encoder, second: Encoder) -> tuple[list[int], Evidence]:
    catalogue = place.catalogue
    hashes = catalogue.photos.perceptual()
    first_ids, first_vectors = catalogue.vectors.load(first.id, first.dim)
    second_ids, second_vectors = catalogue.vectors.load(second.id, second.dim)
    ids = np.intersect1d(first_ids, second_ids)
    ids = ids[np.isin(ids, list(hashes))]
    row_of = {photo: row for row, photo in enumerate(ids.tolist())}
    evidence = Evidence(
        first=first_vectors[np.searchsorted(first_ids, ids)],
        second=second_vectors[np.searchsorted(second_ids, ids)],
        hashes=np.array([hashes[photo] for photo in row_of], np.uint64),
        carried=_carried(row_of, catalogue.tags.examples()),
        by_hand=np.isin(ids, list(catalogue.tags.tagged_unprompted())),
    )
    return list(row_of), evidence


def _carried(row_of: dict[int, int], examples: list[tuple[int, int]]) -> np.ndarray:
    pairs = [(tag, photo) for tag, photo in examples if photo in row_of]
    column_of = {tag: column for column, tag in enumerate(sorted({tag for tag, _ in pairs}))}
    carried = np.zeros((len(row_of), len(column_of)), bool)
    for tag, photo in pairs:
        carried[row_of[photo], column_of[tag]] = True
    return carried


def _without_tags(
    place: Surroundings, ids: list[int], first: Encoder, second: Encoder
) -> Job[list[Score]]:
    """Score both by changed copies of some photos; no tags are needed."""
    chosen = place.catalogue.photos.get(ids[:: -(-len(ids) // _VIEWED)])
    files = [place.thumbnails.path(photo.content_hash) for photo in chosen]
    found = []
    for encoder in (first, second):
        asked = (place.paths.encoders, encoder.name, files)
        found.append((yield from place.computer.run(STEP, scores_of, *asked)))
    return [
        Score(name, title, found[0][name], found[1][name]) for name, title in _BY_COPIES.items()
    ]


def scores_of(folder: Path, name: str, files: list[Path]) -> dict[str, float]:
    """Return an encoder's label-free scores; runs in the computing process."""
    from ssl_core.embed.embedder import Embedder
    from ssl_core.scores.folder import score_photos

    embedder = Embedder(*find_encoder(folder, name))
    return score_photos(files, embedder, lambda _why: None, classes=False)


def _why(first: str, second: str, measured: Measured) -> str:
    if measured.gain is None:
        return (
            f"There are too few tags to tell which is better: it takes {LEAST_TAGGED} photos that "
            f"you tagged by hand, with at least {LEAST_TAGS} tags on {LEAST_PHOTOS_A_TAG} "
            f"photos each; so far {measured.tagged} count."
        )
    return " ".join(_by_tags(first, second, measured, measured.gain))


def _by_tags(first: str, second: str, measured: Measured, gain: Gain) -> Iterator[str]:
    tags = measured.scores[0]
    yield (
        f"Looking for photos with the same tag from {measured.tagged} that you tagged, {second} is "
        f"{tags.second:.1%} precise, {first} {tags.first:.1%}."
    )
    span = f"{100 * gain.low:+.1f} to {100 * gain.high:+.1f} points"
    if gain.low > 0:
        yield f"That is better beyond chance ({span})."
    elif gain.high < 0:
        yield f"That is worse beyond chance ({span})."
    else:
        yield f"The difference may be chance ({span})."
