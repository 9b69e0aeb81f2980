"""How long it takes to see, after a training, whether the new encoder is better."""

from gallery_app.domain.training import AUTO
from ssl_core.run_spec import JUDGED_PHOTOS

_LOOKING_TWICE = 2.7
"""Times as long as looking once: what `auto` may come to, and does with most photos."""
_COMPARED = 200
"""Photos, and a changed copy of each, that both encoders are asked about in the end."""


def seconds_after(
    method: str, learnt_from: int, photos: int, photos_per_s: float, *, on_vectors: bool
) -> float:
    """Estimate how long judging, encoding all photos anew and comparing take together.

    Args:
        method: That of the training.
        learnt_from: Photos that it learns from.
        photos: Photos in the library.
        photos_per_s: How fast the encoder in use is here; the new one is taken to be as fast.
        on_vectors: Whether the method learns from vectors: then the old ones are carried over.

    Returns:
        Seconds.
    """
    compared = 2 * min(_COMPARED, photos)
    if method == AUTO:
        return (compared + _LOOKING_TWICE * (photos + compared)) / photos_per_s
    judged = 2 * min(JUDGED_PHOTOS, learnt_from)
    by_the_new_one = 0 if on_vectors else photos + judged
    return (judged + by_the_new_one + 2 * compared) / photos_per_s
