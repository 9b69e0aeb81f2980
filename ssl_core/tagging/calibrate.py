"""Turn tag scores into honest probabilities.

Tags that never meet on one photo are rivals and share the probability (a softmax); tags that often
meet, or that the library cannot tell apart, are judged apart (a sigmoid). Two things are estimated:
how familiar a photo is, that is whether it belongs to any tag at all, and how steep the softmax is,
so that on average the best tag is claimed as often as it is expected to be right (see
`ssl_core.tagging.rehearsal`).
"""

import numpy as np
from numpy.typing import NDArray

UNNAMED = 8.0
"""Weight of "none of these" beside a lone tag; beside R rivals 1/R**2 of it.

The more tags there are, the fewer photos deserve none, and the better the tags judge each other.
"""

BACKGROUND = 0.75
"""Quantile of a tag's scores over the library that "none of these" scores."""

FEW_RIVALS = 5.0
"""From so many on, a tag's own photos are above that quantile."""

RIVALS_TO_REHEARSE = 1.5
"""With less of a crowd than this the best tag has nothing to be mistaken for."""

STRANGE_BELOW = 3.0
"""Photos of no tag lie this many standard deviations below the tagged ones, or further."""

SHARPNESS = 3.0
"""Steepness of that edge, in standard deviations to the power of -1."""

MOST = 0.97
"""No photo is surer to belong to a tag: new kinds turn up among the likeliest."""

DOUBT = 0.04
"""How much less that is with one example a tag, had the best tag never been right."""

TAGGED_MEAN, TAGGED_SPREAD = 0.0, 0.45
"""Where the tagged photos lie before any answer tells, and ..."""

PRIOR_ANSWERS = 8.0
"""... how many answers that is worth."""

ALIKE_FROM, ALIKE_TO = 0.0, 0.2
"""Correlation of two tags' scores from which, and at which, they may well go together."""

MOST_TOGETHER = 0.9
PRIOR_EXAMPLES = 40.0
"""So many examples of both, none of them shared, halve that."""

STEEPNESSES = (0.5, 40.0)
HALVINGS = 20
BLOCK = 4096


def rivalry(carried: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Measure how far each pair of tags excludes each other.

    Args:
        carried: ``(L, T)``: which labelled photo carries which tag.

    Returns:
        ``(T, T) float32`` in [0, 1], zero on the diagonal: 1 where no photo carries both, falling
        with the share of the smaller tag that also carries the other.
    """
    counts = carried.astype(np.float32)
    together = counts.T @ counts
    sizes = np.diagonal(together)
    shared = together / (np.minimum.outer(sizes, sizes) + 1)
    result = np.where(together > 0, 1 - shared, 1).astype(np.float32)
    np.fill_diagonal(result, 0)
    return result


def companionship(scores: NDArray[np.float32], carried: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Measure how likely tags go together that were never seen together.

    With one "yes" a tag, "fruit" and "apple" were not seen together yet; but their scores rise and
    fall together over the library, as those of shirts and jackets do not.

    Args:
        scores: ``(N, T)``, of photos of the whole library.
        carried: ``(L, T)``: which labelled photo carries which tag.

    Returns:
        ``(T, T) float32`` in [0, `MOST_TOGETHER`]: part of the rivalry that is to be left out.
    """
    around = scores - scores.sum(axis=0) / max(1, len(scores))
    around /= np.maximum(np.sqrt(np.square(around).sum(axis=0)), 1e-6)
    alike = (around.T @ around - ALIKE_FROM) / (ALIKE_TO - ALIKE_FROM)
    counts = carried.sum(axis=0)
    doubt = PRIOR_EXAMPLES / (PRIOR_EXAMPLES + np.minimum.outer(counts, counts))
    return (np.clip(alike, 0, MOST_TOGETHER) * doubt).astype(np.float32)


def surest(right: float, examples: float) -> float:
    """Say how sure one may be of any photo.

    Where the best tag is often wrong, it is so now and then where it seems sure; and the fewer the
    examples, the less is known of where that is.

    Args:
        right: Share of photos whose best tag is expected to be right.
        examples: A tag, in the mean.
    """
    return MOST - DOUBT * (1 - right) / max(1.0, examples)


def familiarity(
    belonging: NDArray[np.float32],
    held_out: NDArray[np.float32],
    weights: NDArray[np.float32],
    most: float = MOST,
) -> NDArray[np.float32]:
    """Estimate whether photos belong to any tag at all.

    Args:
        belonging: ``(N,)`` scores of a ridge regression of "has a tag": about 0 on average, far
            below for what is unlike everything tagged.
        held_out: The same of tagged photos, each judged from the others.
        weights: How much each of these tells, in [0, 1].
        most: From `surest`.

    Returns:
        ``(N,) float32`` in [0, most].
    """
    total = PRIOR_ANSWERS + float(weights.sum())
    mean = (PRIOR_ANSWERS * TAGGED_MEAN + float(weights @ held_out)) / total
    square = PRIOR_ANSWERS * TAGGED_SPREAD**2 + float(weights @ np.square(held_out - mean))
    spread = float(np.sqrt(square / total))
    away = SHARPNESS * ((belonging - mean) / spread + STRANGE_BELOW)
    return np.asarray(most / (1 + np.exp(-np.clip(away, -30, 30))), dtype=np.float32)


class Link:
    """Scores to probabilities: ``p_t = f e_t / (e_t + sum_u rivals_tu e_u + e_none)``.

    ``e_t = exp(steepness * score_t)``; f is the photo's familiarity.
    """

    def __init__(
        self,
        rivals: NDArray[np.float32],
        none_score: float,
        together: NDArray[np.float32] | None = None,
    ) -> None:
        """Prepare.

        Args:
            rivals: ``(T, T)`` from `rivalry`.
            none_score: What "none of these" scores, from `background`.
            together: ``(T, T)`` from `companionship`; none where left out.
        """
        self.rivals = rivals
        self._against = rivals if together is None else rivals * (1 - together)
        self._none_score = none_score
        self._none = np.float32(UNNAMED / crowd(rivals) ** 2)

    def __call__(
        self, scores: NDArray[np.float32], familiar: NDArray[np.float32], steepness: float
    ) -> NDArray[np.float32]:
        """Return ``(N, T) float32`` in [0, 1] for ``(N, T)`` scores and ``(N,)`` familiarity."""
        result = np.empty(scores.shape, dtype=np.float32)
        for start in range(0, len(scores), BLOCK):
            part = slice(start, start + BLOCK)
            logits = np.float32(steepness) * scores[part]
            top = logits.max(axis=1, keepdims=True, initial=0)
            own = np.exp(logits - top)
            none = self._none * np.exp(np.minimum(steepness * self._none_score - top, 60))
            others = own @ self._against.T + none
            result[part] = own / (own + others + np.float32(1e-30)) * familiar[part, None]
        return result

    def steepness(
        self, scores: NDArray[np.float32], familiar: NDArray[np.float32], right: float
    ) -> float:
        """Find the steepness at which the best tag of a familiar photo is claimed as ``right``.

        Args:
            scores: ``(N, T)``, N at least 1.
            familiar: ``(N,)``.
            right: Share of the familiar photos whose best tag is expected to be right.
        """
        low, high = STEEPNESSES
        wanted = right * float((familiar >= MOST / 2).mean())
        for _ in range(HALVINGS):
            middle = float(np.sqrt(low * high))
            claimed = self(scores, familiar, middle).max(axis=1, initial=0)
            low, high = (middle, high) if claimed.mean() < wanted else (low, middle)
        return float(np.sqrt(low * high))


def background(scores: NDArray[np.float32], rivals: NDArray[np.float32]) -> float:
    """Say what a photo of none of the tags scores: the `BACKGROUND` quantile, mean of the tags.

    With a lone tag and 5 examples this took the calibration error from 0.19 to 0.07 (four sets).
    A few rivals may share a whole library, and then that quantile lies among a tag's own photos;
    so a tag's best photos, those where it leads, are left out.

    Args:
        scores: ``(N, T)``; 0 comes back when there are none.
        rivals: ``(T, T)`` from `rivalry`.
    """
    if not scores.size:
        return 0.0
    if RIVALS_TO_REHEARSE <= crowd(rivals) < FEW_RIVALS:
        behind = scores[scores < scores.max(axis=1, keepdims=True)]
        if behind.size:
            return float(np.quantile(behind, BACKGROUND))
    return float(np.quantile(scores, BACKGROUND, axis=0).mean())


def usual_steepness(rivals: NDArray[np.float32]) -> float:
    """Say how steep the link is where nothing can be rehearsed: no rivals, or only copies."""
    return float(2.6 * (crowd(rivals) + UNNAMED / crowd(rivals) ** 2) ** 0.4)


def crowd(rivals: NDArray[np.float32]) -> float:
    """How many tags compete for a photo, on average, the winner counted."""
    return 1 + float(rivals.sum(axis=1).mean()) if len(rivals) else 1.0
