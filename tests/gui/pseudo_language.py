"""A made-up language from right to left: every word of the window in Hebrew letters."""

import re

from PySide6.QtCore import QObject, QTranslator

HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_KEPT = re.compile(r"(\{[^}]*\}|%L?\w+|<[^>]*>|&\w+;|https?:\S+|\n)")
_WORD = re.compile(r"[A-Za-z]+")


def in_hebrew(words: str) -> str:
    """Return as many words, a fifth longer, with what is filled in left where it stands."""
    parts = _KEPT.split(words)
    return "".join(p if _KEPT.fullmatch(p) else _WORD.sub(_written, p) for p in parts)


def _written(word: re.Match[str]) -> str:
    letters = [HEBREW[ord(letter) % len(HEBREW)] for letter in word[0].lower()]
    return "".join(letters + letters[: len(letters) // 5])


class Pseudo(QTranslator):
    """Translates everything; dates keep their shapes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("pseudo")

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return sourceText if "yyyy" in sourceText else in_hebrew(sourceText)
