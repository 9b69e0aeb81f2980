"""How good an encoder is on the user's own tags, in numbers and in words."""

from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QCoreApplication

from gallery_app.domain.training import Comparison
from gallery_app.jobs.train.compare import LEAST_TAGGED

__all__ = ["LEAST_TAGGED", "Quality", "quality_of"]
_GUESSED = "tags_prototypes"
_Z = 1.96


@dataclass(frozen=True, slots=True)
class Quality:
    """How many of the user's tags an encoder guesses right.

    Attributes:
        right: Share of them, each photo's guessed from the other photos.
        low: Of its 95 % interval.
        high: Of its 95 % interval.
        photos: How many photos it was measured on.
    """

    right: float
    low: float
    high: float
    photos: int

    @property
    def word(self) -> str:
        """One word for it."""
        steps = (
            (0.9, QCoreApplication.translate("Quality", "Very good")),
            (0.75, QCoreApplication.translate("Quality", "Good")),
            (0.5, QCoreApplication.translate("Quality", "Fair")),
            (0.0, QCoreApplication.translate("Quality", "Weak")),
        )
        return next(word for least, word in steps if self.right >= least)


def quality_of(compared: Comparison | None, name: str) -> Quality | None:
    """Return an encoder's quality from a comparison it took part in, None where it did not.

    The interval is Wilson's (1927, JASA 22) for a share of ``compared.tagged`` photos.
    """
    if compared is None or name not in {compared.first, compared.second} or not compared.tagged:
        return None
    score = next((score for score in compared.scores if score.name == _GUESSED), None)
    if score is None:
        return None
    right = score.second if name == compared.second else score.first
    n, squared = compared.tagged, _Z * _Z
    middle = (right + squared / (2 * n)) / (1 + squared / n)
    reach = _Z / (1 + squared / n) * sqrt(right * (1 - right) / n + squared / (4 * n * n))
    return Quality(right, max(0.0, middle - reach), min(1.0, middle + reach), n)
