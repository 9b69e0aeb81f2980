"""Numbers in sentences."""

from PySide6.QtCore import QCoreApplication


def counted(number: int, one: str, many: str) -> str:
    """Return the sentence for a number.

    Args:
        number: How many.
        one: For 1; ``{n}`` stands for the number.
        many: For any other.
    """
    return (one if number == 1 else many).replace("{n}", f"{number:,}")


def time_left(seconds: float) -> str:
    """Return a length of time in the unit that suits it: "40 s", "12 min", "1.5 h"."""
    for below, unit, words in ((60, 1, "{n} s"), (5400, 60, "{n} min")):
        if seconds < below:
            text = QCoreApplication.translate("Words", words)
            return text.format(n=max(1, round(seconds / unit)))
    return QCoreApplication.translate("Words", "{n:.1f} h").format(n=seconds / 3600)


def turn_words(quarters: int) -> str:
    """Return a turn by 1 to 3 quarters clockwise in words."""
    words = ("", "a quarter turn right", "a half turn", "a quarter turn left")
    return QCoreApplication.translate("Words", words[quarters])
