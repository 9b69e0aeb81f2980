"""Numbers in sentences, written as the user's language writes them."""

from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from gallery_app.domain.photo import Photo
from gallery_app.gui.language import localised

__all__ = [
    "fill",
    "localised",
    "mark_words",
    "moment_words",
    "stack_words",
    "time_left",
    "turn_words",
]


class _Localised(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        written = str(format(value, format_spec))
        return localised(written) if isinstance(value, int | float) else written


def fill(words: str, **values: object) -> str:
    """Return words with values in place of ``{name}``, as `str.format` does."""
    return _Localised().vformat(words, (), values)


def time_left(seconds: float) -> str:
    """Return a length of time in the unit that suits it: "40 s", "12 min", "1.5 h"."""
    if seconds < 60:
        return fill(QCoreApplication.translate("Words", "{n} s"), n=max(1, round(seconds)))
    if seconds < 5400:
        return fill(QCoreApplication.translate("Words", "{n} min"), n=round(seconds / 60))
    return fill(QCoreApplication.translate("Words", "{n:.1f} h"), n=seconds / 3600)


def moment_words(taken: str) -> str:
    """Return a day and its time, "2024-05-11T12:30:00", for people."""
    moment = QDateTime.fromString(taken[:19], Qt.DateFormat.ISODate)
    shape = QCoreApplication.translate("Words", "d MMMM yyyy, HH:mm")
    return QLocale().toString(moment, shape)


def stack_words(photos: int) -> str:
    """Return what a stack is called."""
    return QCoreApplication.translate("Words", "Stack of %Ln photos", "", photos)


def turn_words(quarters: int) -> str:
    """Return a turn by 1 to 3 quarters clockwise in words."""
    words = (
        QCoreApplication.translate("Words", "a quarter turn right"),
        QCoreApplication.translate("Words", "a half turn"),
        QCoreApplication.translate("Words", "a quarter turn left"),
    )
    return words[quarters - 1]


def mark_words(photo: Photo) -> list[str]:
    """Return a photo's stars, rejection and pick in words, those that it has."""
    words = []
    if (photo.rating or 0) > 0:
        stars = photo.rating or 0
        words.append(QCoreApplication.translate("Words", "%Ln stars", "", stars))
    if (photo.rating or 0) < 0:
        words.append(QCoreApplication.translate("Words", "rejected"))
    if photo.picked:
        words.append(QCoreApplication.translate("Words", "picked"))
    return words
