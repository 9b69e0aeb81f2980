"""Tags from a handful of labels: ridge regression on vectors smoothed over the neighbour graph.

The user says "yes" and now and then "no"; everything else is unknown. Ridge towards zero on centred
vectors is a regularised prototype with one label and a linear classifier with many; how much to
smooth and to regularise is settled in `ssl_core.tagging.ensemble`.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.answers import Answers, Votes, votes
from ssl_core.tagging.calibrate import (
    RIVALS_TO_REHEARSE,
    Link,
    background,
    companionship,
    crowd,
    familiarity,
    rivalry,
    surest,
    usual_steepness,
)
from ssl_core.tagging.ensemble import Ensemble
from ssl_core.tagging.propagate import Neighbourhood
from ssl_core.tagging.rehearsal import blend, rehearse

FEW, SOME = 3, 2
"""Levels of smoothing to rehearse on: with one example a tag, and with more."""

CALIBRATED_ON = 10_000
"""Photos on which the steepness is set; more say the same."""

MOST_HELD_OUT = 500
"""Leave-one-out answers used for calibration; more add cost and no certainty."""


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the machine thinks of every photo and tag.

    Attributes:
        probabilities: ``(N, T) float32`` in [0, 1]; exactly 1 and 0 where the user said yes and no.
        held_out: ``(L, T) float32``: of the answered photos, judged from all other answers.
        steepness: The fitted calibration (see `ssl_core.tagging.calibrate`).
        answers: What it was learnt from.
        vectors: ``(N, d)`` unit rows in which likeness is judged.
    """

    probabilities: NDArray[np.float32]
    held_out: NDArray[np.float32]
    steepness: float
    answers: Answers
    vectors: NDArray[np.float32]

    def because(self, photo: int, tag: int, count: int = 3) -> list[int]:
        """List the examples of a tag that are most like a photo, most alike first."""
        return self._nearest(photo, self.answers.yes[:, tag], count)

    def against(self, photo: int, tag: int, count: int = 3) -> list[int]:
        """List the photos refused for a tag, or carrying one that excludes it, likewise."""
        return self._nearest(photo, self.answers.no[:, tag], count)

    def likeness(self, photo: int, others: list[int]) -> list[float]:
        """Cosine of a photo with others."""
        return [float(cosine) for cosine in self.vectors[others] @ self.vectors[photo]]

    def _nearest(self, photo: int, said: NDArray[np.bool_], count: int) -> list[int]:
        rows = self.answers.photos[said]
        rows = rows[rows != photo]
        likeness = self.vectors[rows] @ self.vectors[photo]
        return [int(row) for row in rows[np.argsort(-likeness, kind="stable")[:count]]]


def suggest(known: Neighbourhood, answers: Answers) -> Tagging:
    """Estimate for every photo and tag how likely the photo deserves the tag.

    Args:
        known: The prepared library of N photos.
        answers: The user's, from `ssl_core.tagging.answers.collect`; a tag without "yes" gets 0.

    Returns:
        The tagging. The order of the answers, and repeats among them, make no difference.
    """
    said = votes(answers)
    rivals = np.where(answers.exclusive, 1, rivalry(said.carried)).astype(np.float32)
    ensemble = Ensemble([said.mean(level[answers.photos]) for level in known.levels])
    ensemble.vote(_targets(said), _testable(said.yes), rivals)
    scored = _scored(known, said, ensemble)
    some = scored.tags[:: max(1, len(scored.tags) // CALIBRATED_ON)]
    together = np.where(answers.exclusive, 0, companionship(some, said.carried))
    link = Link(rivals, background(scored.tags, rivals), together)
    familiar, steepness = _certainty(known, answers, said, scored, link)
    chances = link(scored.tags, familiar, steepness)
    chances[:, ~answers.yes.any(axis=0)] = 0
    chances[answers.photos] = np.where(answers.no, 0, chances[answers.photos])
    carried = answers.yes | answers.within
    chances[answers.photos] = np.where(carried, 1, chances[answers.photos])
    blind = link(scored.held_out, np.ones(len(said.yes), np.float32), steepness)[said.voter]
    return Tagging(chances, blind, steepness, answers, known.plain)


class _Scored(NamedTuple):
    """Scores of all N photos and, held out, of the M votes: of each tag, and of having any."""

    tags: NDArray[np.float32]
    belonging: NDArray[np.float32]
    held_out: NDArray[np.float32]
    held_out_belonging: NDArray[np.float32]


def _scored(known: Neighbourhood, said: Votes, ensemble: Ensemble) -> _Scored:
    some = said.yes.any(axis=1, keepdims=True)
    targets = np.concatenate([_targets(said), some], axis=1, dtype=np.float32)
    # A bare "no" tells nothing of the other tags, and the whole of a photo nothing of what is in a
    # part of it: there the target is what the rest predicts.
    nothing = np.zeros_like(some)
    silent = ~some & ~np.concatenate([said.no, nothing], axis=1)
    silent |= np.concatenate([said.within, nothing], axis=1)
    targets = np.where(silent, ensemble.held_out(targets), targets)
    scores = ensemble.scores(known.levels, targets, said.yes, (some | said.no) & ~said.within)
    held_out = ensemble.held_out(targets)
    return _Scored(scores[:, :-1], scores[:, -1], held_out[:, :-1], held_out[:, -1])


def _certainty(
    known: Neighbourhood, answers: Answers, said: Votes, scored: _Scored, link: Link
) -> tuple[NDArray[np.float32], float]:
    """Return how familiar each photo is, and how steep the link."""
    # Copies of answered photos are left out too: an answer about one is about all.
    open_rows = np.flatnonzero(~np.isin(known.copies, known.copies[answers.photos]))
    open_rows = open_rows[:: max(1, len(open_rows) // CALIBRATED_ON)]
    rehearsed = crowd(link.rivals) >= RIVALS_TO_REHEARSE and len(open_rows) > 0
    right = _expected_right(known, said, scored) if rehearsed else 1.0
    most = surest(right, float(said.yes.sum() / max(1, said.yes.any(axis=0).sum())))
    belonging = scored.belonging, scored.held_out_belonging
    familiar = familiarity(*belonging, _weights(said), most)
    if not rehearsed:
        return familiar, usual_steepness(link.rivals)
    return familiar, link.steepness(scored.tags[open_rows], familiar[open_rows], right)


def _expected_right(known: Neighbourhood, said: Votes, scored: _Scored) -> float:
    """Share of familiar photos whose best tag is right: rehearsed, and tested on the answers."""
    examples = said.yes.sum(axis=0)
    guesses = np.where(examples > 0, scored.tags, -np.inf).argmax(axis=1)
    level = FEW if examples.max() < 2 else SOME
    rehearsed = rehearse(known.levels[level], guesses, examples)
    right = np.take_along_axis(said.yes, scored.held_out.argmax(axis=1)[:, None], axis=1)[:, 0]
    weights = _weights(said)
    trust = float(weights.sum())
    return blend(rehearsed, float(weights @ right) / max(trust, 1e-6), trust)


def _weights(said: Votes) -> NDArray[np.float32]:
    """How much each held-out vote tells: one that leaves its tag without half its examples, less.

    Returns:
        ``(M,)`` in [0, 1): ``(1 - 1/n)**8`` for n examples of the vote's rarest tag, 0 without one.
    """
    examples = np.where(said.yes, said.yes.sum(axis=0), 1_000_000).min(axis=1, initial=1_000_000)
    weights = (1 - 1 / np.maximum(examples, 1)) ** 8
    return np.where(said.yes.any(axis=1), weights, 0).astype(np.float32)


def _testable(yes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The "yes" answers whose tag keeps an example without them, of `MOST_HELD_OUT` photos."""
    tested = yes & (yes.sum(axis=0) > 1)
    rows = np.flatnonzero(tested.any(axis=1))
    kept = np.zeros((len(yes), 1), dtype=bool)
    kept[rows[:: max(1, -(-len(rows) // MOST_HELD_OUT))]] = True
    return tested & kept


def _targets(said: Votes) -> NDArray[np.float32]:
    """1 for yes, 0 for no; between, how often the tag goes with those the photo carries."""
    yes = said.yes.astype(np.float32)
    together = yes.T @ yes
    goes_with = together / (np.diagonal(together)[:, None] + 1)
    expected = np.minimum(yes @ goes_with, 1)
    return np.where(said.yes, 1, np.where(said.no, 0, expected)).astype(np.float32)
