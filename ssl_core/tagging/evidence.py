"""How well a setting of the tagger predicts answers that it did not see."""

import numpy as np
from numpy.typing import NDArray

from ssl_core.tagging.calibrate import crowd, usual_steepness

STEEPNESSES = np.geomspace(1.0, 40.0, 12)
PRIOR_SPREAD = 0.3
"""Standard deviation of log steepness around the usual one."""

WORST = 80.0
"""Largest log odds against an answer: float32 ends at 88, and it is as wrong as wrong can be."""


def surprise(
    held_out: NDArray[np.float32], tested: NDArray[np.bool_], rivals: NDArray[np.float32]
) -> float:
    """Log loss of held-out scores under the steepness that suits them best.

    Args:
        held_out: ``(L, T)`` leave-one-out scores of labelled photos.
        tested: ``(L, T)``: the "yes" answers to predict; there may be none.
        rivals: ``(T, T)`` from `ssl_core.tagging.calibrate.rivalry`.

    Returns:
        The penalised loss, lower is better; a photo with several tags counts once.
    """
    photos, tags = np.nonzero(tested)
    examples = tested.sum(axis=0)[tags]
    # A score that misses one of two examples says little of a score that sees both.
    weights = np.square(1 - 1 / examples) / tested.sum(axis=1)[photos]
    # Without rivals only "yes" is tested, and any steeper link would look better.
    weights *= 1 - 1 / crowd(rivals)
    scores, against = held_out[photos], rivals[tags]
    apart = scores - scores[np.arange(len(photos)), tags][:, None]

    def cost(steepness: float) -> float:
        rival = np.exp(np.minimum(np.float32(steepness) * apart, WORST))
        lost = np.log1p((against * rival).sum(axis=1))
        unusual = np.log(steepness / usual_steepness(rivals)) / PRIOR_SPREAD
        return float(lost @ weights + unusual**2 / 2)

    return min(cost(float(steepness)) for steepness in STEEPNESSES)
