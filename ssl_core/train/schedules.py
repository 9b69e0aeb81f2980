"""What changes in the course of a run, as functions of how much of it is done."""

import math


def cosine(progress: float, first: float, last: float) -> float:
    """Go from ``first`` to ``last`` along half a cosine.

    Args:
        progress: Share of the run that is done; held to [0, 1].
        first: Value at 0.
        last: Value at 1.
    """
    done = min(max(progress, 0.0), 1.0)
    return last + (first - last) * (1 + math.cos(math.pi * done)) / 2


def warmed_cosine(progress: float, warm_up: float, peak: float, last: float) -> float:
    """Rise in a line from 0 to ``peak``, then fall along half a cosine to ``last``.

    Args:
        progress: Share of the run that is done.
        warm_up: Share of the run that the rise takes, below 1.
        peak: Greatest value.
        last: Value at 1.
    """
    if progress < warm_up:
        return peak * progress / warm_up
    return cosine((progress - warm_up) / (1 - warm_up), peak, last)


def ramp(progress: float, length: float, first: float, last: float) -> float:
    """Go from ``first`` to ``last`` in a line over a share of the run, then stay."""
    return first + (last - first) * min(progress / length, 1.0)
