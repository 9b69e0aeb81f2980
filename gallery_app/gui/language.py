"""The language of the window: Qt's translators, and sentences that come from below.

What lies below the window has no Qt and speaks English. Its sentences cross processes and are
stored in the catalogue, so they are translated where they are shown: `said` finds the template
that a sentence was made from, and fills in the template's translation.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gallery_app.log import log

LANGUAGES = {"en": "English", "de": "Deutsch"}
"""By code: what each language calls itself."""
SYSTEM = "system"
CHOICES = (SYSTEM, *LANGUAGES)
SENTENCES = "Sentences"
"""The context of the sentences from below; their placeholders are %1, %2, …"""
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?")
COUNTED = re.compile(r"%(\d+) (bytes|files|groups|images|photos|points|suggestions|tags)\b")
"""What a sentence from below counts; its translation has a form for each kind of number."""
_BETWEEN = re.compile(r"(?<=[.?!]) (?=[A-Z“])")


def speak(app: QCoreApplication, choice: str = SYSTEM) -> str:
    """Let the application speak a language from now on; before its widgets are made.

    Args:
        app: The running application.
        choice: One of `CHOICES`; anything else is "system".

    Returns:
        The language's code.
    """
    system = QLocale.system()
    code = choice if choice in LANGUAGES else _first_known(system.uiLanguages())
    if code == "en" and system.language() == QLocale.Language.C:
        QLocale.setDefault(plain_english())
    elif system.language() != QLocale(code).language():
        QLocale.setDefault(QLocale(code))  # dates and numbers go with the words
    places = [(f"handful_{code}", _folder())]  # in English, the words for one of something
    if code != "en":
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places.insert(0, (f"qtbase_{code}", qt))
    for name, folder in places:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
        else:
            log().warning("There is no %s.qm in %s", name, folder)
    return code


def plain_english() -> QLocale:
    """Return the locale of a system that has none: dates of no country, and numbers in groups."""
    plain = QLocale.c()
    plain.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    return plain


def said(sentence: str) -> str:
    """Return a sentence from below the window in the user's language."""
    if QLocale().language() in {QLocale.Language.C, QLocale.Language.English}:
        return sentence
    if _NUMBER.fullmatch(sentence):
        return localised(sentence)
    whole = QCoreApplication.translate(SENTENCES, sentence)
    if whole != sentence:
        return whole
    parts = _BETWEEN.split(sentence)
    told = [said(part) for part in parts] if len(parts) > 1 else []
    if told and all(new != old for new, old in zip(told, parts, strict=True)):
        return " ".join(told)
    for pattern, template in _templates():
        found = pattern.fullmatch(sentence)
        if found:
            number = _counted(template, found.groups())
            words = QCoreApplication.translate(SENTENCES, template, "", number)
            return _fill(words, found.groups())
    return " ".join(told) or sentence


def localised(number: str) -> str:
    """Return a number as Python writes it, "1,234.5%", the way the user's language writes it."""
    locale = QLocale()
    marks = {",": locale.groupSeparator(), ".": locale.decimalPoint()}
    if locale.zeroDigit() != "0":
        marks |= {str(digit): locale.toString(digit) for digit in range(10)}
    written = "".join(marks.get(letter, letter) for letter in number)
    if written.endswith("%") and not written.endswith(" %"):
        return QCoreApplication.translate("Words", "{n}%").format(n=written[:-1])
    return written


def _first_known(codes: Sequence[str]) -> str:
    wished = (code.partition("-")[0] for code in codes)
    return next((code for code in wished if code in LANGUAGES), "en")


def _folder() -> str:
    return str(files("resources").joinpath("translations"))


def _counted(template: str, values: Sequence[str]) -> int:
    """Return the number that a sentence counts something by, -1 where it does not."""
    place = COUNTED.search(template)
    number = values[int(place[1]) - 1].replace(",", "") if place else ""
    return int(number) if number.isdecimal() else -1


def _fill(template: str, values: Sequence[str]) -> str:
    """Fill in values, which may be sentences themselves."""
    return re.sub(r"%(\d+)", lambda place: said(values[int(place[1]) - 1]), template)


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    """Return the sentences with placeholders, the most telling first.

    Those that begin with words of their own come before those that begin with what varies, and
    those with more words before those with fewer.
    """
    lines = files("resources").joinpath("translations", "sentences.txt")
    found = []
    for template in lines.read_text(encoding="utf-8").splitlines():
        parts = re.split(r"%\d+", template)
        if len(parts) > 1:
            found.append((
                bool(parts[0]),
                len("".join(parts)),
                template,
                "(.*?)".join(map(re.escape, parts)),
            ))
    return [(re.compile(p, re.DOTALL), t) for *_, t, p in sorted(found, reverse=True)]
